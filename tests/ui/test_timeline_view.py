"""A person's timeline on a real vault: what it shows, where it leads, and what keys do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, NoteText, ShareState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.people.person_vm import PersonViewModel, TimelineFilter
from managernotes_ui.people.timeline_view import TimelineView
from managernotes_ui.style.theme import Theme
from tests.ui.note_bench import Bench, note_bench

TODAY = date(2026, 11, 19)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """Open a vault with two people, and five notes on Dana over three months."""
    with note_bench(qtbot, tmp_path) as bench:
        for text, kind, day in (
            ("Led the rollback", Kind.WIN, date(2026, 11, 19)),
            ("Late hand-over", Kind.CONCERN, date(2026, 11, 17)),
            ("Took the tender off her", Kind.SUPPORT_GIVEN, date(2026, 10, 12)),
            ("Timed the restore", Kind.LESSON, date(2026, 9, 28)),
            ("Explained the outage", Kind.WIN, date(2026, 9, 22)),
        ):
            bench.note(NoteText(fact=text), kind=kind, day=day)
        yield bench


@pytest.fixture
def vm(bench: Bench, qtbot: QtBot) -> PersonViewModel:
    """Load Dana's page."""
    model = PersonViewModel(bench.session, DateWords(QLocale("en_GB")), bench.session)
    with qtbot.waitSignals([model.summary_changed, model.timeline_changed]):
        model.show_person(bench.dana.id)
    return model


@pytest.fixture
def view(vm: PersonViewModel, qtbot: QtBot) -> TimelineView:
    """Show the list and wait for its texts."""
    view = TimelineView(Theme(), vm.timeline)
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: "Led the rollback" in shown(view))
    return view


def shown(view: TimelineView) -> list[str]:
    """Return what every row says, heads included."""
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_notes_stand_under_their_months_newest_first(view: TimelineView) -> None:
    assert shown(view) == [
        "November 2026",
        "Led the rollback",
        "Late hand-over",
        "October 2026",
        "Took the tender off her",
        "September 2026",
        "Timed the restore",
        "Explained the outage",
    ]


def test_a_row_is_read_out_as_kind_date_text_and_state(view: TimelineView) -> None:
    spoken = view.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "concern, Tuesday 17 November 2026, Late hand-over, unsaid, 2 days"


def test_the_tooltip_tells_the_full_date_and_how_much_later_it_was_written(
    view: TimelineView,
) -> None:
    tip = view.model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Tuesday 17 November 2026, written 2 days later"


def test_arrows_pass_over_month_heads(view: TimelineView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    visited = []
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Down)
        visited.append(view.currentIndex().row())
    assert visited == [2, 4, 6, 7, 7]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 7


def test_months_are_stepped_with_their_first_note(view: TimelineView) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    view.step_month(1)
    assert view.currentIndex().row() == 4
    view.step_month(1)
    view.step_month(1)
    assert view.currentIndex().row() == 6
    view.step_month(-1)
    assert view.currentIndex().row() == 4


def test_enter_opens_the_chosen_note(view: TimelineView, qtbot: QtBot) -> None:
    view.step(1)
    with qtbot.waitSignal(view.note_chosen) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [view.note]


def test_a_click_chooses_a_note_and_never_a_month(view: TimelineView, qtbot: QtBot) -> None:
    for row in (0, 2):
        centre = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert view.currentIndex().row() == 2
    assert view.indexAt(QPoint(5, 5)).row() == 0


def test_every_pixel_belongs_to_the_row_that_is_drawn_there(view: TimelineView) -> None:
    for row in range(view.model().rowCount()):
        rect = view.visualRect(view.model().index(row, 0))
        if rect.bottom() < view.viewport().height():
            assert view.indexAt(rect.topLeft()).row() == row
            assert view.indexAt(rect.bottomLeft()).row() == row


def test_the_choice_survives_a_note_written_above_it(
    view: TimelineView, vm: PersonViewModel, bench: Bench, qtbot: QtBot
) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    chosen = view.note
    bench.note(NoteText(fact="Newer"), kind=Kind.WIN, day=TODAY)
    with qtbot.waitSignal(vm.timeline_changed):
        vm.reload()
    assert view.note == chosen
    assert view.currentIndex().row() == 2


def test_a_kind_and_a_month_narrow_the_list_and_widen_it_again(
    vm: PersonViewModel, view: TimelineView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(vm.timeline_changed):
        vm.toggle_kind(Kind.WIN)
    assert len(vm.timeline.shape.outline) == 2
    with qtbot.waitSignal(vm.timeline_changed):
        vm.toggle_month(date(2026, 9, 1))
    assert len(vm.timeline.shape.outline) == 1
    with qtbot.waitSignal(vm.timeline_changed):
        vm.set_filter(TimelineFilter())
    assert len(vm.timeline.shape.outline) == 5


def test_the_summary_counts_notes_unsaid_and_the_months(vm: PersonViewModel) -> None:
    summary = vm.summary
    assert summary is not None
    assert (summary.notes, summary.unsaid) == (5, 3)
    assert (summary.first_on, summary.last_on) == (date(2026, 9, 22), TODAY)
    assert summary.months[-1].counts == {Kind.WIN: 1, Kind.CONCERN: 1}
    assert len(summary.months) == 12


def test_binning_offers_the_way_back(vm: PersonViewModel, bench: Bench, qtbot: QtBot) -> None:
    note = vm.timeline.shape.outline[0].id
    with qtbot.waitSignals([vm.moved_to_bin, vm.timeline_changed]):
        vm.bin(note)
    qtbot.waitUntil(lambda: len(vm.timeline.shape.outline) == 4)
    vm.restore(note)
    qtbot.waitUntil(lambda: len(vm.timeline.shape.outline) == 5)


def test_said_it_marks_the_note_as_shared_today_and_can_be_taken_back(
    vm: PersonViewModel, bench: Bench, qtbot: QtBot
) -> None:
    note = vm.timeline.shape.outline[0].id
    with qtbot.waitSignal(vm.said):
        vm.say(note)
    stored = bench.ask(lambda workspace: workspace.notes.get(note))
    assert (stored.share_state, stored.shared_on) == (ShareState.SHARED, TODAY)
    vm.unsay(note)
    bench.settle()
    stored = bench.ask(lambda workspace: workspace.notes.get(note))
    assert (stored.share_state, stored.shared_on) == (ShareState.UNSAID, None)


def test_somebody_who_was_removed_elsewhere_is_told_as_gone(
    vm: PersonViewModel, bench: Bench, qtbot: QtBot
) -> None:
    bench.elsewhere(lambda workspace: workspace.people.bin(bench.dana.id))
    with qtbot.waitSignal(vm.gone):
        vm.reload()


def test_the_month_head_sticks_while_its_notes_are_in_view(
    view: TimelineView, bench: Bench, vm: PersonViewModel, qtbot: QtBot
) -> None:
    for back in range(30):
        bench.note(NoteText(fact=f"n{back}"), kind=Kind.WIN, day=TODAY - timedelta(days=back))
    with qtbot.waitSignal(vm.timeline_changed):
        vm.reload()
    assert view.indexAt(QPoint(5, 5)).isValid()
    view.verticalScrollBar().setValue(90)
    assert not view.indexAt(QPoint(5, 5)).isValid()
