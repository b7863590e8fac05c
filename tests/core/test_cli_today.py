"""`today` as somebody types it (DESIGN §4)."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from managernotes.domain.conversation import ConversationType, ConversationWords, NewConversation
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.services.workspace import Workspace
from tests.core.command_line import NOW, CommandLine

TODAY = NOW.date()


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault with two people."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    for name in ("Dana Whitfield", "Jonah Okafor"):
        assert commands.run("person", "add", name).code == 0
    return commands


def promise(workspace: Workspace, owner: PromiseOwner, text: str, due_on: date) -> None:
    dana = workspace.people.find("dana").id
    words = PromiseWords(text=text)
    workspace.promises.add(NewPromise(owner=owner, people=(dana,), words=words, due_on=due_on))


def test_a_good_day_is_said_kindly_and_is_four_empty_lists(line: CommandLine) -> None:
    said = line.run("today")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Nothing waits to be said today, and nothing is due. Have a good day.\n"
    assert line.run("today", "--json").json == {"thank": [], "help": [], "raise": [], "due": []}


def test_s41_the_three_lists_hold_what_was_captured(line: CommandLine) -> None:
    line.run("capture", "@dana", "+win", "ran", "the", "rollback", "calmly", "^-5")
    line.run("capture", "@jonah", "+tome", "asked", "for", "a", "second", "reviewer", "^-6")
    line.run("capture", "@jonah", "+con", "no", "runbook", "link", "^-7")
    found = line.run("today", "--json").json
    [thank] = found["thank"]
    assert len(thank.pop("id")) == 36
    assert thank == {
        "type": "observation",
        "person": "Dana Whitfield",
        "kind": "win",
        "text": "ran the rollback calmly",
        "occurred_on": "2026-11-19",
        "age_days": 5,
        "due_on": None,
        "state": "unsaid",
    }
    assert [(item["kind"], item["state"]) for item in found["help"]] == [
        ("their_feedback_to_me", None)
    ]
    assert [item["text"] for item in found["raise"]] == ["no runbook link"]
    assert found["due"] == []


def test_what_is_due_has_mine_first_then_theirs_then_talks(line: CommandLine) -> None:
    with line.opened() as workspace:
        promise(workspace, PromiseOwner.THEM, "Draft the checklist", TODAY)
        promise(workspace, PromiseOwner.ME, "Ask for the quiet room", TODAY + timedelta(days=1))
        talk = workspace.talks.plan(
            NewConversation(
                type=ConversationType.ONE_ON_ONE,
                people=(workspace.people.find("jonah").id,),
                words=ConversationWords(title="Storage"),
                planned_on=TODAY,
                planned_at=time(14),
            )
        )
    line.run("capture", "@dana", "look", "again", "!today")
    due = line.run("today", "--json").json["due"]
    assert [(item["type"], item["kind"], item["text"]) for item in due] == [
        ("promise", "i_owe", "Ask for the quiet room"),
        ("promise", "they_owe", "Draft the checklist"),
        ("conversation", "one_on_one", "Storage"),
        ("observation", "loose", "look again"),
    ]
    assert [item["due_on"] for item in due] == [
        "2026-11-25", "2026-11-24", "2026-11-24", "2026-11-24",
    ]  # fmt: skip
    assert due[2]["id"] == str(talk.id)
    assert {frozenset(item) for item in due} == {
        frozenset(
            ("id", "type", "person", "kind", "text", "occurred_on", "age_days", "due_on", "state")
        )
    }


def test_says_it_in_lines_for_people(line: CommandLine) -> None:
    for day in range(6):
        line.run("capture", "@dana", "+win", f"won {day}", f"^-{day}")
    with line.opened() as workspace:
        promise(workspace, PromiseOwner.ME, "Ask for the quiet room", TODAY)
    assert line.run("today").out.splitlines() == [
        "Thank",
        "  2026-11-19  Dana Whitfield: won 5",
        "  2026-11-20  Dana Whitfield: won 4",
        "  2026-11-21  Dana Whitfield: won 3",
        "  2026-11-22  Dana Whitfield: won 2",
        "  2026-11-23  Dana Whitfield: won 1",
        "  1 more",
        "I owe, this week",
        "  2026-11-24  Dana Whitfield: Ask for the quiet room  [due 2026-11-24]",
    ]


def test_the_list_of_people_knows_the_last_one_to_one(line: CommandLine) -> None:
    with line.opened() as workspace:
        talk = workspace.talks.plan(
            NewConversation(
                type=ConversationType.ONE_ON_ONE,
                people=(workspace.people.find("dana").id,),
                planned_on=TODAY,
            )
        )
        workspace.talks.asked_nothing(talk.id, nothing=True)
        workspace.talks.hold(talk.id, held_on=TODAY)
    rows = line.run("person", "list", "--json").json
    assert [row["last_one_on_one"] for row in rows] == ["2026-11-24", None]
