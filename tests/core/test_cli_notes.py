"""`person`, `capture`, `timeline` and `search` as somebody types them (DESIGN §4)."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import open_workspace
from tests.core.command_line import NOW, CommandLine


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault with two people."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    for name in ("Dana Whitfield", "Daniel Ortiz"):
        assert commands.run("person", "add", name).code == 0
    return commands


def test_adds_a_person_and_lists_them_a_to_z(line: CommandLine) -> None:
    added = line.run(
        "person", "add", "Arjun Mehta", "--alias", "arj", "--role", "Support engineer",
        "--started", "2025-02-03", "--cadence", "fortnightly", "--json",
    )  # fmt: skip
    assert added.json["name"] == "Arjun Mehta"
    UUID(added.json["id"])
    rows = line.run("person", "list", "--json").json
    assert [row["name"] for row in rows] == ["Arjun Mehta", "Dana Whitfield", "Daniel Ortiz"]
    assert rows[0] == {
        "id": added.json["id"],
        "name": "Arjun Mehta",
        "alias": "arj",
        "role": "Support engineer",
        "status": "active",
        "last_one_on_one": None,
        "unsaid": 0,
    }


def test_refuses_a_name_that_is_already_there(line: CommandLine) -> None:
    said = line.run("person", "add", "dana whitfield")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert len(line.run("person", "list", "--json").json) == 2


def test_captures_what_the_line_says(line: CommandLine) -> None:
    said = line.run("capture", "@dana", "+win ran it calmly", "#incident", "^-3", "!+7", "--json")
    assert said.code == 0
    note = said.json
    assert UUID(note.pop("id")).version == 7
    assert note == {
        "people": ["Dana Whitfield"],
        "kind": "win",
        "occurred_on": "2026-11-21",
        "due_on": "2026-12-01",
        "tags": ["incident"],
        "text": "ran it calmly",
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["@nobody", "hello"], 6),
        (["@dan", "which one"], 6),
        (["@dana", "+win"], 2),
        (["   "], 2),
        (["@dana +win +con both"], 2),
        (["@dana in the future ^2027-01-01"], 2),
        (["@dana bell \x07"], 2),
        (["@dana " + "x" * 1_000_000], 2),
    ],
)
def test_refuses_in_one_line_and_writes_nothing(
    line: CommandLine, words: list[str], code: int
) -> None:
    said = line.run("capture", *words)
    assert said.code == code
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert len(said.err) < 400
    assert line.run("timeline", "dana w", "--json").json == []


def test_takes_right_to_left_text_letter_for_letter(line: CommandLine) -> None:
    text = "עזרה ללקוח לפני שביקש \u202babc\u202c"
    assert line.run("capture", "@dana +win " + text, "--json").json["text"] == text


def test_a_dash_in_the_text_is_text(line: CommandLine) -> None:
    said = line.run("capture", "@dana", "said", "-drill", "--not-ours", "works", "--json")
    assert said.json["text"] == "said -drill --not-ours works"


def test_reads_a_note_a_line_from_stdin_and_goes_on_after_a_refusal(line: CommandLine) -> None:
    stdin = "@dana +win one\n\n@nobody two\n@dana +win\n@dana +con three\n"
    said = line.run("capture", "-", "--json", stdin=stdin)
    assert said.code == 6
    assert [note["text"] for note in said.objects] == ["one", "three"]
    assert [row.split(":")[0] for row in said.err.splitlines()] == ["line 3", "line 4"]


def test_two_hundred_varied_lines_come_back_as_they_were_written(line: CommandLine) -> None:
    names = {"@dana": "Dana Whitfield", "@ORTIZ": "Daniel Ortiz", '@"dana w"': "Dana Whitfield"}
    texts = [
        "ran it",
        "+1 from C#, a@b.c",
        "עזרה ללקוח",
        "**bold** _x_",
        "🎉 — dash",
        "^_^ !important",
    ]
    kinds = ["", "+win ", "+con ", "+tome ", "+lesson "]
    rows = [
        (
            f"{list(names)[n % 3]} {kinds[n % 5]}{texts[n % 6]} n{n} #t{n % 7} ^-{n % 30}",
            list(names.values())[n % 3],
            f"{texts[n % 6]} n{n}",
        )
        for n in range(200)
    ]
    said = line.run("capture", "-", "--json", stdin="".join(f"{row[0]}\n" for row in rows))
    assert (said.code, said.err) == (0, "")
    assert [(note["people"], note["text"]) for note in said.objects] == [
        ([person], text) for _, person, text in rows
    ]
    listed = [
        row
        for name in ("dana whit", "ortiz")
        for row in line.run("timeline", name, "--limit", "500", "--json").json
    ]
    assert {row["id"] for row in listed} == {note["id"] for note in said.objects}
    assert len(line.run("search", "tag:t3", "--limit", "500", "--json").json) == 29


def test_text_of_a_broken_encoding_is_refused_and_the_other_lines_go_on(line: CommandLine) -> None:
    stdin = "@dana fine\n@dana bad \udcff\n@dana nul \0\n@dana fine too\n"
    said = line.run("capture", "-", "--json", stdin=stdin)
    assert said.code == 2
    assert [note["text"] for note in said.objects] == ["fine", "fine too"]
    assert [row.split(":")[0] for row in said.err.splitlines()] == ["line 2", "line 3"]


def test_timeline_is_newest_first_and_filters(line: CommandLine) -> None:
    notes = ["+win a ^2026-03-01", "+con b ^2026-05-01 #x", "+win c ^2026-04-01"]
    line.run("capture", "-", stdin="".join(f"@dana {note}\n" for note in notes))
    rows = line.run("timeline", "Dana Whitfield", "--json").json
    assert [row["text"] for row in rows] == ["b", "c", "a"]
    assert rows[0] | {"id": "", "created_at": ""} == {
        "id": "",
        "type": "observation",
        "kind": "concern",
        "occurred_on": "2026-05-01",
        "created_at": "",
        "text": "b",
        "share_state": "unsaid",
        "tags": ["x"],
    }
    wins = line.run("timeline", "dana", "--kind", "win", "--json").json
    assert [row["text"] for row in wins] == ["c", "a"]
    late = line.run("timeline", "dana", "--since", "2026-04-01", "--limit", "1", "--json").json
    assert [row["text"] for row in late] == ["b"]


def test_searches_with_words_without_and_filters(line: CommandLine) -> None:
    notes = ["@dana +win the runbook helped", "@dana +con runbook drill failed", "runbook alone"]
    line.run("capture", "-", stdin="".join(f"{note}\n" for note in notes))
    found = line.run("search", "runbook", "-drill", "--json").json
    assert {(row["person"], row["snippet"]) for row in found} == {
        ("Dana Whitfield", "the runbook helped"),
        (None, "runbook alone"),
    }
    assert len(line.run("search", "runb* person:dana kind:win", "--json").json) == 1


@pytest.mark.parametrize("query", ["kind:nonsense", "after:soon", '"open', "-only", "-"])
def test_a_wrong_query_is_a_usage_error(line: CommandLine, query: str) -> None:
    said = line.run("search", query)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_nothing_found_is_an_empty_document(line: CommandLine) -> None:
    assert line.run("search", "nothing", "--json").json == []


def test_the_private_reading_never_leaves_by_the_command_line(line: CommandLine) -> None:
    """INV-04."""
    workspace = open_workspace(
        line.vault, KeyringWay(), clock=FixedClock(NOW), keyring=line.keyring
    )
    dana = workspace.people.find("dana")
    text = NoteText(fact="Came late", effect="We waited", my_reading="tired of the project")
    workspace.notes.add(NewObservation(text=text, people=(dana.id,), occurred_on=NOW.date()))
    workspace.close()
    for words in (["timeline", "dana"], ["search", "late"], ["search", "tired"]):
        for shape in ([], ["--json"]):
            said = line.run(*words, *shape)
            assert said.code == 0
            assert "tired" not in said.out
    [row] = line.run("timeline", "dana", "--json").json
    assert row["text"] == "Came late\n\nWe waited"
