"""A capture line without widgets, over a real vault: notes, drafts, refusals, a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from managernotes.domain.observation import Kind, Observation, ShareState
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import open_workspace
from managernotes.text.note_text import MAX_TEXT
from managernotes_ui.capture.capture_vm import RETRY_MS, CaptureViewModel, Problem
from managernotes_ui.capture.draft_keeper import AUTOSAVE_MS, DraftKeeper
from managernotes_ui.capture.refusal import refusal_of
from managernotes_ui.common.session import SaveKind, Session
from managernotes_ui.common.tasks import TaskRunner
from tests.ui.capture_bench import CaptureBench, capture_bench, heard

LONG = "Must not be lost. " * 5_000


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[CaptureBench]:
    with capture_bench(qtbot, tmp_path) as made:
        yield made


def save(qtbot: QtBot, vm: CaptureViewModel) -> Observation:
    """Save a line and return the stored note."""
    with qtbot.waitSignal(vm.saved) as signal:
        vm.save()
    assert signal.args is not None
    note = signal.args[0]
    assert isinstance(note, Observation)
    return note


def refused(qtbot: QtBot, vm: CaptureViewModel) -> Problem:
    """Try to save a line and return why it was refused."""
    with qtbot.waitSignal(vm.problem_found) as signal:
        vm.save()
    assert signal.args is not None
    problem = signal.args[0]
    assert isinstance(problem, Problem)
    return problem


def test_makes_a_note_of_what_the_line_says(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("@dana +win ran the rollback calmly #incident ^yesterday !fri")

    note = save(qtbot, vm)

    assert note.people == (bench.dana.id,)
    assert note.kind is Kind.WIN
    assert note.text.fact == "ran the rollback calmly"
    assert note.occurred_on == date(2026, 11, 18)
    assert note.come_back_on == date(2026, 11, 20)
    assert note.tags == ("incident",)
    assert note.share_state is ShareState.UNSAID
    assert bench.notes() == [note]


def test_is_empty_once_the_note_is_stored(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("@dana ran it")
    shown = heard(vm.line_replaced)

    save(qtbot, vm)

    assert vm.line == ""
    assert shown == [""]


def test_a_note_on_a_persons_page_is_about_that_person(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line(bench.dana.id)
    vm.type("sat with @arjun and @dana until he could run it alone")

    assert save(qtbot, vm).people == (bench.dana.id, bench.arjun.id)


def test_a_note_may_be_about_nobody(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("ask facilities about the quiet room")

    assert save(qtbot, vm).people == ()


def test_saving_nothing_does_nothing(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type(" \n ")

    with qtbot.assertNotEmitted(vm.problem_found):
        vm.save()

    assert bench.notes() == []


def test_saving_twice_makes_one_note(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("once")
    vm.save()

    save(qtbot, vm)

    bench.bench.settle()
    assert len(bench.notes()) == 1


def test_what_is_typed_while_the_note_is_stored_stays(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("first")
    vm.save()
    vm.type("first and second")
    vm.keep_draft()

    with qtbot.waitSignal(vm.saved):
        pass

    assert vm.line == " and second"
    bench.bench.settle()
    assert bench.draft() == " and second"
    assert [note.text.fact for note in bench.notes()] == ["first"]


def test_two_notes_on_their_way_leave_their_lines_each(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line(bench.dana.id)
    vm.type("about Dana")
    vm.save()
    vm.open(bench.arjun.id)
    vm.type("about Arjun")
    vm.save()

    with qtbot.waitSignals([vm.saved, vm.saved]):
        pass

    assert vm.line == ""
    assert {note.people for note in bench.notes()} == {(bench.dana.id,), (bench.arjun.id,)}


def test_says_who_is_meant_by_an_unclear_name_and_where(qtbot: QtBot, bench: CaptureBench) -> None:
    bench.add_people("Andrew Low", "Ana Prado")
    vm = bench.line()
    vm.type("lunch with @an today")

    problem = refused(qtbot, vm)

    assert problem.title == "“an” could be Ana Prado, Andrew Low."
    assert problem.place == (11, 14)
    assert vm.line == "lunch with @an today"
    assert bench.notes() == []


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("@ghost was there", "Nobody is called “ghost”."),
        ("+win", "The note has no text."),
        ("a ^31nov b", "There is no 31 November."),
        ("a ^tomorrow b", "20 November 2026 is still to come."),
        ("a +win b +con", "A note has one kind; this one is win already."),
    ],
)
def test_a_refused_line_stays(qtbot: QtBot, bench: CaptureBench, line: str, title: str) -> None:
    vm = bench.line()
    vm.type(line)

    assert refused(qtbot, vm).title == title
    assert vm.line == line
    assert vm.unsaved is None


def test_a_person_who_is_gone_meanwhile_is_told_and_the_line_stays(
    qtbot: QtBot, bench: CaptureBench
) -> None:
    vm = bench.line(bench.dana.id)
    vm.type("Must not be lost.")
    bench.bench.ask(lambda w: w.ledger.db.execute("DELETE FROM person"))

    problem = refused(qtbot, vm)

    assert problem.place is None
    assert vm.line == "Must not be lost."


def test_a_draft_is_on_disk_within_a_second(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()

    vm.type("half a thou")

    assert AUTOSAVE_MS < 1_000
    qtbot.waitUntil(lambda: bench.draft() == "half a thou", timeout=1_500)


def test_typing_on_does_not_put_the_draft_off(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("a")
    [keeper] = vm.findChildren(DraftKeeper)
    [timer] = keeper.findChildren(QTimer)
    qtbot.wait(50)
    left = timer.remainingTime()

    vm.type("ab")

    assert timer.remainingTime() <= left


def test_a_draft_outlives_the_program(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("@dana half a thou")
    vm.keep_draft()
    bench.bench.settle()
    bench.bench.session.close()

    tasks, clock = TaskRunner(), bench.bench.clock
    keyring, file = bench.bench.keyring, bench.bench.file
    opened: list[Session] = []
    errors: list[Exception] = []
    tasks.run(
        lambda: open_workspace(file, KeyringWay(), clock=clock, keyring=keyring),
        done=lambda workspace: opened.append(Session(workspace, tasks, clock)),
        failed=errors.append,
    )
    qtbot.waitUntil(lambda: bool(opened or errors))
    again = CaptureViewModel(opened[0])
    with qtbot.waitSignal(again.line_replaced, check_params_cb=bool):
        again.open()

    assert again.line == "@dana half a thou"
    opened[0].close()
    delete(again)


def test_a_draft_is_handed_over_before_a_lock(bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("typed just now")
    seen: list[str] = []

    vm.keep_draft()
    bench.bench.session.close()

    bench.bench.elsewhere(lambda workspace: seen.append(workspace.drafts.read("capture")))
    assert seen == ["typed just now"]


def test_a_draft_is_gone_once_it_is_a_note(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("a note")
    vm.keep_draft()
    bench.bench.settle()

    save(qtbot, vm)

    assert bench.draft() == ""


def test_a_draft_that_is_deleted_is_gone(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("a note")
    vm.keep_draft()

    vm.type("")
    vm.keep_draft()

    bench.bench.settle()
    assert bench.draft() == ""


def test_a_note_that_is_locked_while_stored_leaves_no_draft(bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("a note")
    seen: list[object] = []

    vm.save()
    vm.type("a note, and more")
    vm.keep_draft()
    bench.bench.session.close()

    bench.bench.elsewhere(lambda w: seen.append((w.drafts.read("capture"), w.notes.count())))
    assert seen == [(", and more", 1)]


def test_each_person_has_a_draft_of_their_own(bench: CaptureBench) -> None:
    vm = bench.line(bench.dana.id)
    vm.type("about Dana")

    vm.open(bench.arjun.id)
    bench.bench.settle()
    assert vm.line == ""
    vm.type("about Arjun")

    vm.open(bench.dana.id)
    bench.bench.settle()
    assert vm.line == "about Dana"
    assert bench.draft(bench.arjun.id) == "about Arjun"


def test_what_is_typed_before_the_draft_comes_is_added_to_it(bench: CaptureBench) -> None:
    first = bench.line()
    first.type("left here")
    first.keep_draft()
    bench.bench.settle()

    vm = bench.new_line()
    vm.open()
    vm.type("typed at once")
    bench.bench.settle()

    assert vm.line == "left here\ntyped at once"


def test_a_full_disk_keeps_the_text_and_says_so(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    bench.bench.fill_disk()
    vm.type(LONG)

    with qtbot.waitSignal(vm.unsaved_changed):
        vm.save()

    assert vm.line == LONG
    assert vm.unsaved is not None
    assert vm.unsaved.title == "The disk is full."
    assert vm.unsaved.characters == len(LONG)
    assert bench.bench.session.save_state.kind is SaveKind.NOT_SAVED
    assert bench.notes() == []


def test_a_note_that_found_no_room_is_stored_when_there_is_some(
    qtbot: QtBot, bench: CaptureBench
) -> None:
    vm = bench.line()
    bench.bench.fill_disk()
    vm.type(LONG)
    with qtbot.waitSignal(vm.unsaved_changed):
        vm.save()
    bench.bench.free_disk()

    with qtbot.waitSignal(vm.saved):
        vm.try_again()

    assert vm.unsaved is None
    assert vm.line == ""
    assert [note.text.fact for note in bench.notes()] == [LONG.strip()]
    bench.bench.settle()
    assert bench.draft() == ""


def test_it_tries_again_by_itself_every_5_seconds(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    bench.bench.fill_disk()
    vm.type(LONG)
    timers = vm.findChildren(QTimer)
    again = next(timer for timer in timers if timer.interval() == RETRY_MS == 5_000)
    assert not again.isActive()

    with qtbot.waitSignal(vm.unsaved_changed):
        vm.keep_draft()

    assert again.isActive()
    bench.bench.free_disk()
    with qtbot.waitSignal(vm.unsaved_changed):
        again.timeout.emit()
    assert not again.isActive()
    assert bench.draft() == LONG


def test_a_line_that_was_changed_after_a_full_disk_is_no_note_yet(
    qtbot: QtBot, bench: CaptureBench
) -> None:
    vm = bench.line()
    bench.bench.fill_disk()
    vm.type(LONG)
    with qtbot.waitSignal(vm.unsaved_changed):
        vm.save()
    vm.type(LONG + "But not yet.")
    bench.bench.free_disk()

    with qtbot.waitSignal(vm.unsaved_changed):
        vm.try_again()

    assert bench.notes() == []
    assert bench.draft() == LONG + "But not yet."


def test_a_text_that_found_no_room_outlives_the_turn_to_another_person(
    qtbot: QtBot, bench: CaptureBench
) -> None:
    vm = bench.line(bench.dana.id)
    bench.bench.fill_disk()
    vm.type(LONG)
    vm.open(bench.arjun.id)
    qtbot.waitUntil(lambda: vm.unsaved is not None)

    vm.open(bench.dana.id)

    assert vm.line == LONG


def test_a_text_that_found_no_room_is_there_when_one_turns_back_at_once(
    bench: CaptureBench,
) -> None:
    vm = bench.line(bench.dana.id)
    bench.bench.fill_disk()
    vm.type(LONG)

    vm.open(bench.arjun.id)
    vm.open(bench.dana.id)

    assert vm.line == LONG
    bench.bench.settle()
    assert vm.line == LONG


def test_a_note_that_found_no_room_is_there_when_one_turns_back_at_once(
    bench: CaptureBench,
) -> None:
    vm = bench.line(bench.dana.id)
    bench.bench.fill_disk()
    vm.type(LONG)
    vm.save()

    vm.open(bench.arjun.id)
    vm.open(bench.dana.id)
    bench.bench.settle()

    assert vm.line == LONG


def test_a_text_that_found_no_room_is_stored_from_another_person_too(
    qtbot: QtBot, bench: CaptureBench
) -> None:
    vm = bench.line(bench.dana.id)
    bench.bench.fill_disk()
    vm.type(LONG)
    vm.open(bench.arjun.id)
    qtbot.waitUntil(lambda: vm.unsaved is not None)
    bench.bench.free_disk()

    vm.try_again()

    bench.bench.settle()
    assert bench.draft(bench.dana.id) == LONG


def test_adds_a_person_under_the_typed_name(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("@nadia joined")
    assert vm.reading.tokens[0].problem

    with qtbot.waitSignal(vm.reading_changed):
        vm.names.add("nadia")

    assert vm.reading.tokens[0].problem == ""
    assert [who.display_name for who in vm.names.people][-1] == "Nadia"


def test_a_name_that_is_there_already_is_told(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("so")

    with qtbot.waitSignal(vm.problem_found) as told:
        vm.names.add("Dana Whitfield")

    assert told.args is not None
    assert told.args[0].title == "“Dana Whitfield” is already here."


def test_hears_of_people_added_elsewhere(qtbot: QtBot, bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("@nadia joined")
    bench.add_people("Nadia Rahimi")

    with qtbot.waitSignal(vm.reading_changed):
        bench.bench.session.people_changed.emit()

    assert vm.reading.tokens[0].problem == ""


@pytest.mark.parametrize("line", ["a\x00b", "a\x1bb", "x" * (MAX_TEXT + 1), "x" * 1_000_000])
def test_says_why_a_line_cannot_be_typed(line: str) -> None:
    refusal = refusal_of(line)

    assert refusal is not None
    assert refusal.title


@pytest.mark.parametrize("line", ["", "a\tb\nc", "x" * MAX_TEXT])
def test_other_lines_can_be_typed(line: str) -> None:
    assert refusal_of(line) is None


def test_a_choice_beside_the_line_changes_the_line(bench: CaptureBench) -> None:
    vm = bench.line()
    vm.type("ran it")

    vm.type(vm.kind_splice(Kind.WIN).applied_to(vm.line))
    vm.type(vm.day_splice(date(2026, 11, 18)).applied_to(vm.line))

    assert vm.line == "+win ran it ^yesterday "
    assert vm.reading.kind is Kind.WIN
    assert vm.reading.occurred_on == date(2026, 11, 18)
