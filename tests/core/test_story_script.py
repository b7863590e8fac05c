"""Tests of the story's script: what is left out, and what a later version keeps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from managernotes.domain.observation import Kind, ShareState
from managernotes.services.story_script import Script, read_script

SCRIPT = """
[[person]]
name = "Ada Byron"
alias = "ada"
role = "Engineer"
started_on = 2026-01-05
cadence = "weekly"

[[person]]
name = "Bo Lind"
alias = "bo"
role = "Engineer"
started_on = 2026-11-23
cadence = "monthly"
when = "newcomer"

[[note]]
id = "long"
about = ["ada"]
kind = "concern"
on = 2026-11-10
written = 2026-11-12T09:00:00
title = "Late"
fact = "At six."
planned_for = 2026-11-26
[[note.revision]]
at = 2026-11-13T09:00:00
fact = "At 18:05."
[[note.revision]]
when = "told in full"
at = 2026-11-14T09:00:00
effect = "The clinic waited."
use = ["one", "two"]

[[note]]
about = []
kind = "win"
on = 2026-11-11
said = 2026-11-12
state = "responded"
fact = "Done."

[section]
one = "First."
two = "Second."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "script.toml").write_text(SCRIPT, "utf-8")
    return tmp_path


def script(folder: Path, *holds: str) -> Script:
    return read_script(folder, frozenset(holds))


def test_leaves_out_what_is_told_only_when_something_else_holds(folder: Path) -> None:
    assert [who.alias for who in script(folder).people] == ["ada"]
    assert [who.alias for who in script(folder, "newcomer").people] == ["ada", "bo"]
    assert len(script(folder).notes[0].revisions) == 1
    assert len(script(folder, "told in full").notes[0].revisions) == 2


def test_keeps_in_a_later_version_what_it_does_not_change(folder: Path) -> None:
    [first, second] = script(folder, "told in full").notes[0].revisions
    assert (first.text.title, first.text.fact, first.text.effect) == ("Late", "At 18:05.", "")
    assert (second.text.title, second.text.effect) == ("Late", "The clinic waited.")


def test_puts_a_text_together_from_its_sections(folder: Path) -> None:
    note = script(folder, "told in full").notes[0]
    assert note.revisions[1].text.fact == "First.\n\nSecond."


def test_says_when_a_note_was_written_and_how_far_it_has_been_said(folder: Path) -> None:
    planned, heard = script(folder).notes
    assert planned.note.kind is Kind.CONCERN
    assert planned.written_at == datetime(2026, 11, 12, 9, tzinfo=UTC)
    assert (planned.share_state, planned.planned_for) == (
        ShareState.PLANNED,
        date(2026, 11, 26),
    )
    assert heard.written_at == datetime(2026, 11, 11, 17, 30, tzinfo=UTC)
    assert (heard.share_state, heard.said_on) == (ShareState.RESPONDED, date(2026, 11, 12))
