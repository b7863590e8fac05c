"""`conversation` and `promise` as somebody types them (DESIGN §4)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
    TopicOwner,
)
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, open_workspace
from tests.core.command_line import NOW, CommandLine

TODAY = NOW.date()


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault with two people."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    for name in ("Dana Whitfield", "Ruth Adeyemi"):
        assert commands.run("person", "add", name).code == 0
    return commands


def test_a_promise_of_mine_is_added_with_its_day_and_kept(line: CommandLine) -> None:
    added = line.run(
        "promise", "add", "--to", "dana", "Ask", "for", "the quiet room", "--due", "fri", "--json"
    ).json
    assert UUID(added.pop("id")).version == 7
    assert added == {
        "owner": "me",
        "people": ["Dana Whitfield"],
        "text": "Ask for the quiet room",
        "state": "open",
        "made_on": "2026-11-24",
        "due_on": "2026-11-27",
        "first_due_on": "2026-11-27",
        "moved": 0,
        "told": True,
        "ended_on": None,
        "conversation": None,
    }
    [listed] = line.run("promise", "list", "--json").json
    kept = line.run("promise", "keep", listed["id"], "--json").json
    assert (kept["state"], kept["ended_on"]) == ("kept", "2026-11-24")
    assert line.run("promise", "list", "--json").json == []
    assert line.run("promise", "list", "--state", "kept", "--json").json == [kept]


def test_promises_are_listed_mine_first_and_narrowed_to_a_person(line: CommandLine) -> None:
    line.run("promise", "add", "The January plan", "--by", "ruth", "--due", "2026-11-25")
    line.run("promise", "add", "The quiet room", "--to", "dana", "--due", "+9")
    listed = line.run("promise", "list", "--json").json
    assert [(one["owner"], one["text"]) for one in listed] == [
        ("me", "The quiet room"),
        ("them", "The January plan"),
    ]
    of_ruth = line.run("promise", "list", "--person", "ruth", "--json").json
    assert [one["text"] for one in of_ruth] == ["The January plan"]
    said = line.run("promise", "list")
    assert said.out.splitlines()[0].endswith("you to Dana Whitfield: The quiet room")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["promise", "add", "words", "--to", "nobody"], 6),
        (["promise", "add", "words"], 2),
        (["promise", "add", "words", "--to", "dana", "--by", "ruth"], 2),
        (["promise", "add", "words", "--to", "dana", "--due", "someday"], 2),
        (["promise", "add", "words", "--to", "dana", "--due", "2026-11-01"], 2),
        (["promise", "add", " ", "--to", "dana"], 2),
        (["promise", "keep", "not-an-id"], 2),
        (["promise", "keep", str(uuid4())], 6),
        (["promise", "list", "--person", "nobody"], 6),
        (["conversation", "show", str(uuid4())], 6),
        (["conversation", "list", "--state", "sideways"], 2),
        (["conversation"], 2),
    ],
)
def test_what_cannot_be_done_says_so_in_one_line_and_changes_nothing(
    line: CommandLine, words: list[str], code: int
) -> None:
    said = line.run(*words)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert line.run("promise", "list", "--state", "all", "--json").json == []


def test_talks_are_listed_those_to_come_first(line: CommandLine) -> None:
    _plan_two(line)
    listed = line.run("conversation", "list", "--json").json
    assert [(one["type"], one["planned_on"]) for one in listed] == [
        ("career", "2026-12-01"),
        ("one_on_one", "2026-11-20"),
    ]
    assert set(listed[0]) == {
        "id", "type", "state", "people", "title", "planned_on", "planned_at", "held_on",
        "follow_up_on", "outcome", "open_promises",
    }  # fmt: skip
    held = line.run("conversation", "list", "--state", "held", "--json").json
    assert [one["held_on"] for one in held] == ["2026-11-20"]
    assert line.run("conversation", "list", "--person", "ruth", "--json").json == [listed[0]]


def test_a_talk_is_shown_without_what_is_private(line: CommandLine) -> None:
    _plan_two(line)
    [held] = line.run("conversation", "list", "--state", "held", "--json").json
    shown = line.run("conversation", "show", held["id"], "--json")
    assert "privately" not in shown.out
    document = shown.json
    assert document["words"] == {"asked": "A quiet room"}
    assert [topic["text"] for topic in document["topics"]] == ["The rig"]
    said = line.run("conversation", "show", held["id"])
    assert "asked: A quiet room" in said.out
    assert "privately" not in said.out


def test_the_last_one_to_one_stands_in_the_list_of_people(line: CommandLine) -> None:
    _plan_two(line)
    people = line.run("person", "list", "--json").json
    assert [(who["name"], who["last_one_on_one"]) for who in people] == [
        ("Dana Whitfield", "2026-11-20"),
        ("Ruth Adeyemi", None),
    ]


def _plan_two(line: CommandLine) -> None:
    """Hold a one-to-one with Dana, and plan a career talk with Ruth."""
    workspace = _opened(line)
    dana, ruth = (workspace.people.find(name).id for name in ("dana", "ruth"))
    day = date(2026, 11, 20)
    talk = workspace.talks.plan(
        NewConversation(
            type=ConversationType.ONE_ON_ONE,
            people=(dana,),
            planned_on=day,
            words=ConversationWords(asked="A quiet room", conduct="privately"),
        )
    )
    workspace.talks.add_topic(dana, TopicOwner.THEIRS, "The rig", talk.id)
    workspace.talks.hold(talk.id, held_on=day)
    workspace.talks.plan(
        NewConversation(
            type=ConversationType.CAREER, people=(ruth,), planned_on=TODAY + timedelta(days=7)
        )
    )
    workspace.close()


def _opened(line: CommandLine) -> Workspace:
    return open_workspace(line.vault, KeyringWay(), clock=FixedClock(NOW), keyring=line.keyring)
