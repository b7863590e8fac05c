"""`wording`: one text a line, one answer a line, and no vault."""

from __future__ import annotations

from pathlib import Path

from tests.core.command_line import CommandLine


def test_each_line_has_one_answer_in_its_place(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "none.db")
    said = line.run("wording", "-", "--json", stdin="Was rude to the client.\n\nSent on 4 May.\n")
    assert said.code == 0
    assert said.objects == [
        {
            "findings": [
                {
                    "rule": "B05",
                    "category": "B label",
                    "level": "nudge",
                    "start": 4,
                    "end": 8,
                    "message": "Replace the label with the act: who, what, when.",
                }
            ]
        },
        {"findings": []},
        {"findings": []},
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_scope_says_which_rules_are_asked(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "none.db")
    text = "Maybe helpful, always.\n"
    by_scope = {
        scope: [one["rule"] for one in line.run(*args, stdin=text).objects[0]["findings"]]
        for scope, args in {
            "none": ("wording", "-"),
            "note": ("wording", "--scope", "note", "-"),
            "prep": ("wording", "--scope", "prep", "-"),
            "review": ("wording", "--scope", "review", "-"),
        }.items()
    }
    assert by_scope == {
        "none": ["C01"],
        "note": ["C01"],
        "prep": ["L01", "C01"],
        "review": ["H03", "C01"],
    }


def test_another_scope_or_a_missing_dash_is_refused_in_one_line(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "none.db")
    for args in (("wording",), ("wording", "--scope", "mail", "-"), ("wording", "rude")):
        said = line.run(*args)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_bytes_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "none.db")
    said = line.run("wording", "-", stdin="rude \udcff\udcfe\n")
    assert said.objects[0]["findings"][0]["rule"] == "B05"
