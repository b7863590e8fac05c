"""`goal` as somebody types it (DESIGN §4)."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from managernotes.domain.identity import GoalId
from managernotes.errors import InvalidInputError
from tests.core.command_line import CommandLine


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault with two people."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    for name in ("Dana Whitfield", "Arjun Mehta"):
        assert commands.run("person", "add", name).code == 0
    return commands


def test_a_goal_is_added_as_proposed_with_all_it_says(line: CommandLine) -> None:
    added = line.run(
        *("goal", "add", "Bring", "restore time", "under -30- minutes", "--for", "dana"),
        *("--measure", "Minutes to first order", "--start", "92", "--target", "30"),
        *("--due", "2026-12-15", "--set-by", "together", "--json"),
    ).json
    assert UUID(added.pop("id")).version == 7
    assert added == {
        "person": "Dana Whitfield",
        "title": "Bring restore time under -30- minutes",
        "state": "proposed",
        "measure": "Minutes to first order",
        "measured_by": "number",
        "start": 92.0,
        "target": 30.0,
        "due_on": "2026-12-15",
        "set_by": "together",
        "confidence": "not_started",
        "checked_on": None,
        "next_on": None,
    }


def test_a_check_in_moves_a_goal_in_the_list(line: CommandLine) -> None:
    goal = line.run("goal", "add", "Restore", "--for", "dana", "--target", "30", "--json").json
    seen = line.run(
        *("goal", "check-in", goal["id"], "Runs", "in parallel", "--value", "-44.5"),
        *("--confidence", "wobbling", "--on", "2026-11-20", "--obstacle", "A licence"),
        *("--help-offered", "Two quiet days", "--next", "2026-12-01", "--json"),
    ).json
    assert UUID(seen.pop("id")).version == 7
    assert seen == {
        "goal": goal["id"],
        "on": "2026-11-20",
        "fact": "Runs in parallel",
        "value": -44.5,
        "confidence": "wobbling",
        "obstacle": "A licence",
        "help_offered": "Two quiet days",
        "next_on": "2026-12-01",
    }
    [listed] = line.run("goal", "list", "--json").json
    assert (listed["confidence"], listed["checked_on"]) == ("wobbling", "2026-11-20")
    said = line.run("goal", "list").out
    assert said == (
        "no day      proposed      Dana Whitfield: Restore  -44.5, wobbling on 2026-11-20\n"
    )


def test_goals_are_listed_a_to_z_and_narrowed_by_person_and_state(line: CommandLine) -> None:
    line.run("goal", "add", "Restore", "--for", "dana")
    line.run("goal", "add", "Night calls", "--for", "arjun")
    listed = line.run("goal", "list", "--json").json
    assert [one["person"] for one in listed] == ["Arjun Mehta", "Dana Whitfield"]
    of_dana = line.run("goal", "list", "--person", "dana", "--state", "all", "--json").json
    assert [one["title"] for one in of_dana] == ["Restore"]
    for state in ("paused", "finished"):
        assert line.run("goal", "list", "--state", state, "--json").json == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["goal", "add", "Restore", "--for", "nobody"], 6),
        (["goal", "add", "Restore"], 2),
        (["goal", "add", "  ", "--for", "dana"], 2),
        (["goal", "add", "Restore", "--for", "dana", "--due", "someday"], 2),
        (["goal", "add", "Restore", "--for", "dana", "--due", "2026-01-01"], 2),
        (["goal", "add", "Restore", "--for", "dana", "--target", "nan"], 2),
        (["goal", "add", "Restore", "--for", "dana", "--measured-by", "stars"], 2),
        (["goal", "add", "Restore", "--for", "dana", "--set-by", "HR"], 2),
        (["goal", "check-in", "7", "Seen"], 2),
        (["goal", "check-in", str(uuid4()), "Seen"], 6),
        (["goal", "list", "--state", "late"], 2),
        (["goal", "list", "--person", "nobody"], 6),
        (["goal", "list", "--person", ""], 6),
        (["goal", "add", "Restore", "--for", "dana", "--due", "20271215"], 2),
        (["goal"], 2),
    ],
)
def test_what_cannot_be_taken_is_one_line_and_changes_nothing(
    line: CommandLine, words: list[str], code: int
) -> None:
    said = line.run(*words)
    assert (said.code, said.out) == (code, "")
    assert len(said.err.splitlines()) == 1
    assert line.run("goal", "list", "--state", "all", "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ["Seen", "--on", "2026-11-25"],
        ["Seen", "--next", "2026-11-24"],
        ["Seen", "--value", "much"],
        ["Seen", "--confidence", "90"],
        [" "],
    ],
)
def test_a_check_in_that_cannot_be_is_refused_and_the_goal_stays(
    line: CommandLine, words: list[str]
) -> None:
    goal = line.run("goal", "add", "Restore", "--for", "dana", "--json").json
    said = line.run("goal", "check-in", goal["id"], *words)
    assert (said.code, said.out) == (2, "")
    assert line.run("goal", "list", "--json").json == [goal]


def test_a_value_is_refused_where_a_goal_has_none(line: CommandLine) -> None:
    goal = line.run(
        "goal", "add", "Run a release", "--for", "dana", "--measured-by", "yes_no", "--json"
    ).json
    assert line.run("goal", "check-in", goal["id"], "Ran one", "--value", "1").code == 2
    assert line.run("goal", "check-in", goal["id"], "Ran one").code == 0


def test_a_word_that_is_none_of_a_few_is_answered_with_the_few(line: CommandLine) -> None:
    said = line.run("goal", "add", "Restore", "--for", "dana", "--set-by", "HR")
    assert "“HR” is none of them, me, together" in said.err
    assert "SetBy" not in said.err


def test_a_goal_in_the_bin_takes_no_check_in_and_no_place_on_an_agenda(line: CommandLine) -> None:
    goal = line.run("goal", "add", "Restore", "--for", "dana", "--json").json
    identity = GoalId(UUID(goal["id"]))
    with line.opened() as workspace:
        workspace.goals.bin(identity)
        said = line.run("goal", "check-in", goal["id"], "Ran one")
        assert (said.code, said.out) == (2, "")
        assert "in the bin" in said.err
        with pytest.raises(InvalidInputError, match="in the bin"):
            workspace.goals.put_on_agenda(identity)
        workspace.goals.restore(identity)
        assert workspace.goals.get(identity).check_ins == ()
    assert line.run("goal", "check-in", goal["id"], "Ran one").code == 0
