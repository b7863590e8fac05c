"""`expectation` as somebody types it (DESIGN §4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.core.command_line import CommandLine


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault with two people."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    for name in ("Dana Whitfield", "Ruth Adeyemi"):
        assert commands.run("person", "add", name, "--role", "Staff engineer").code == 0
    return commands


def test_one_of_a_role_is_added_and_counts_for_whoever_is_in_it(line: CommandLine) -> None:
    added = line.run(
        *("expectation", "add", "Hands", "over", "--role", "staff engineer"),
        *("--looks-like", "The next shift acts", "--not-yet-like", "By word of mouth", "--json"),
    ).json
    assert UUID(added["id"]).version == 7
    assert {key: value for key, value in added.items() if key != "id"} == {
        "kind": "expectation",
        "title": "Hands over",
        "role": "Staff engineer",
        "level": None,
        "looks_like": "The next shift acts",
        "not_yet_like": "By word of mouth",
        "vision_line": None,
        "talked_through_on": None,
        "open": None,
    }
    [listed] = line.run("expectation", "list", "--person", "ruth", "--json").json
    assert listed == {**added, "open": True}
    assert line.run("expectation", "list", "--json").json == [added]


def test_a_person_s_list_says_what_was_talked_through_and_which_line_it_serves(
    line: CommandLine,
) -> None:
    for title, flags in (
        ("Answers by nine", ("--person", "dana")),
        ("Grows others", ("--role", "Staff engineer", "--level", "Principal")),
        ("Hands over", ("--role", "Staff engineer")),
        ("Candour", ("--value",)),
    ):
        assert line.run("expectation", "add", title, *flags).code == 0
    with line.opened() as workspace:
        dana = workspace.people.find("dana").id
        [hands] = [one for one in workspace.yardsticks.list() if one.words.title == "Hands over"]
        vision = workspace.vision.save("", ["Nobody searches"])
        scope = hands.scope.__class__(role="Staff engineer", vision_line=vision.words.lines[0].id)
        workspace.yardsticks.set_scope(hands.id, scope)
        workspace.yardsticks.talked_through(hands.id, dana, date(2026, 1, 14))
    listed = line.run("expectation", "list", "--person", "dana", "--json").json
    assert [(one["title"], one["talked_through_on"], one["open"]) for one in listed] == [
        ("Answers by nine", None, True),
        ("Candour", None, None),
        ("Hands over", "2026-01-14", False),
    ]
    assert listed[2]["vision_line"] == "Nobody searches"
    assert line.run("expectation", "list", "--person", "dana").out.splitlines() == [
        "Answers by nine  (not yet talked through)",
        "Candour  (value)",
        "Hands over  (Staff engineer, talked through 2026-01-14)",
        "1 of 2 talked through.",
    ]
    everything = line.run("expectation", "list").out.splitlines()
    assert "Grows others  (Staff engineer, Principal)" in everything


def test_words_that_begin_with_a_dash_are_text(line: CommandLine) -> None:
    added = line.run("expectation", "add", "Answers", "-within-", "--value", "--json").json
    assert (added["title"], added["kind"]) == ("Answers -within-", "value")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add",), 2),
        (("add", " "), 2),
        (("add", "Hands over", "--level", "Staff"), 2),
        (("add", "Hands over", "--person", "dana", "--level", "Staff"), 2),
        (("add", "Hands over", "--person", "dana", "--role", "Engineer"), 2),
        (("add", "Hands over", "--value", "--role", "Engineer"), 2),
        (("add", "Hands over", "--role", " "), 2),
        (("add", "Hands over", "--person", "nobody"), 6),
        (("list", "--person", "nobody"), 6),
        (("list", "--person", ""), 6),
        (("list", "now"), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line_and_nothing_changes(
    line: CommandLine, arguments: tuple[str, ...], code: int
) -> None:
    said = line.run("expectation", *arguments)
    assert (said.code, said.out) == (code, "")
    assert len(said.err.splitlines()) == 1
    assert line.run("expectation", "list", "--json").json == []
