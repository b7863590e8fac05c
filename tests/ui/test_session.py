"""The open vault as the screens see it: saved only after COMMIT, and told only then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.person import NewPerson
from managernotes.errors import DiskFullError, PersonExistsError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, SaveKind
from tests.ui.note_bench import Bench, note_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """Open a vault with Dana and Arjun in it."""
    with note_bench(qtbot, tmp_path) as bench:
        yield bench


def add_mei(workspace: Workspace) -> None:
    """Add one more person."""
    workspace.people.add(NewPerson(display_name="Mei Lindqvist"))


def state_of(bench: Bench) -> SaveKind:
    """Return what the footer shows."""
    return bench.session.save_state.kind


def test_says_saving_then_saved_and_only_then_what_changed(bench: Bench, qtbot: QtBot) -> None:
    told: list[str] = []
    bench.session.save_state_changed.connect(lambda state: told.append(state.kind.name))
    bench.session.people_changed.connect(lambda: told.append("people"))
    with qtbot.waitSignal(bench.session.people_changed):
        bench.session.write(add_mei, changes=Changed.PEOPLE)
    assert told == ["SAVING", "SAVED", "people"]
    assert bench.session.save_state.since == bench.clock.now()


def test_a_full_disk_is_not_saved_until_a_later_write_succeeds(bench: Bench, qtbot: QtBot) -> None:
    bench.fill_disk()
    errors: list[Exception] = []
    big = NoteText(fact="x" * 150_000)
    bench.session.write(
        lambda workspace: workspace.drafts.keep("big", big.fact),
        changes=Changed.NOTHING,
        failed=errors.append,
    )
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], DiskFullError)
    assert state_of(bench) is SaveKind.NOT_SAVED
    bench.free_disk()
    with qtbot.waitSignal(bench.session.people_changed):
        bench.session.write(add_mei, changes=Changed.PEOPLE)
    assert state_of(bench) is SaveKind.SAVED


def test_a_refusal_leaves_nothing_unsaved(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.session.people_changed):
        bench.session.write(add_mei, changes=Changed.PEOPLE)
    with qtbot.waitSignal(bench.session.failed) as failure:
        bench.session.write(add_mei, changes=Changed.PEOPLE)
    assert failure.args is not None
    assert isinstance(failure.args[0], PersonExistsError)
    assert state_of(bench) is SaveKind.SAVED


def test_what_another_program_wrote_is_told_within_two_seconds(bench: Bench, qtbot: QtBot) -> None:
    qtbot.wait(50)
    bench.elsewhere(add_mei)
    with qtbot.waitSignal(bench.session.notes_changed, timeout=2_000):
        pass


def test_closing_keeps_what_was_written_a_moment_before(bench: Bench) -> None:
    bench.session.write(add_mei, changes=Changed.PEOPLE)
    bench.session.close()
    names: list[str] = []
    bench.elsewhere(
        lambda workspace: names.extend(p.display_name for p in workspace.people.list_people())
    )
    assert "Mei Lindqvist" in names


def test_notes_written_here_are_not_taken_for_somebody_elses(bench: Bench, qtbot: QtBot) -> None:
    bench.note(NoteText(fact="one"), kind=Kind.WIN, day=date(2026, 11, 19))
    with qtbot.assertNotEmitted(bench.session.notes_changed, wait=1_300):
        pass
