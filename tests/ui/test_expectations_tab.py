"""A person's expectations in the window: the grid, the notes behind a cell (SPEC §5.11; S28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind
from managernotes.domain.yardstick import CopyWords, YardstickWords
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import Tab
from managernotes_ui.standards.expectations_tab import ExpectationsTab
from managernotes_ui.standards.grid_columns import widths
from managernotes_ui.style.cover import Cover
from managernotes_ui.style.scale import Scale
from managernotes_ui.widgets.covered_line import COVERED
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.standards_bench import CALM, HANDS_OVER, expect, get, measured_by, seen
from tests.ui.talk_bench import TODAY, focused

KEY = Qt.Key
OCTOBER = date(2026, 10, 7)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """Dana's page with the Expectations tab on show, the keyboard in it."""

    def __init__(self, bench: PeopleBench, width: int = 1056, height: int = 764) -> None:
        self.bench = bench
        tab = Tab("expectations", strings.TAB, ExpectationsTab)
        self.page = PersonPage(bench.desk, (tab,))
        bench.show(self.page, width, height)
        dana = bench.bench.dana.id
        self.page.show_place(Place(PageName.PERSON, person=dana, query="expectations"))
        bench.settle()
        self.page.take_focus()
        bench.settle()

    @property
    def tab(self) -> ExpectationsTab:
        body = self.page._stack.currentWidget()
        assert isinstance(body, ExpectationsTab)
        return body

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)
        self.bench.settle()

    @property
    def rows(self) -> list[tuple[str, str, tuple[int, ...], str]]:
        lines = self.tab.card.table.lines
        return [(line.title, line.talked, line.cells[-2:], line.said) for line in lines]

    @property
    def notes(self) -> list[str]:
        return [line.text for line in self.tab.list.lines]

    @property
    def aloud(self) -> str:
        words = self.tab.card.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert isinstance(words, str)
        return words


# --- the grid ------------------------------------------------------------------------------------


def test_s28_the_line_over_the_grid_says_how_many_were_talked_through(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    expect(bench, CALM)
    dana = bench.bench.dana.id
    bench.bench.ask(lambda w: w.yardsticks.talked_through(hands_over, dana, TODAY))

    screen = Screen(bench)

    assert screen.tab.card.version.text() == ("version of November 2026 · 1 of 2 talked through")
    assert [(title, talked) for title, talked, _, _ in screen.rows] == [
        (CALM, strings.NOT_YET),
        (HANDS_OVER, "19 Nov"),
    ]


def test_s28_changed_words_are_to_be_talked_through_anew(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    dana = bench.bench.dana.id
    bench.bench.ask(lambda w: w.yardsticks.talked_through(hands_over, dana, TODAY))
    bench.bench.clock.moment += timedelta(days=1)
    words = YardstickWords(title=HANDS_OVER, looks_like="Nobody has to ring")
    bench.bench.ask(lambda w: w.yardsticks.reword(hands_over, words))

    screen = Screen(bench)

    assert screen.rows[0][1] == strings.ANEW
    assert "0 of 1 talked through" in screen.tab.card.version.text()


def test_a_row_counts_its_notes_by_month_and_how_many_were_said(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    seen(bench, "The runbook worked", hands_over, on=OCTOBER, said=True)
    seen(bench, "Calm call", hands_over)
    seen(bench, "Late again", hands_over, kind=Kind.CONCERN)

    screen = Screen(bench)

    assert screen.rows == [(HANDS_OVER, strings.NOT_YET, (1, 2), "1 of 3")]


def test_what_is_measured_by_nothing_has_a_row_of_its_own_at_the_end(bench: PeopleBench) -> None:
    expect(bench, HANDS_OVER)
    seen(bench, "Measured by nothing", None)
    screen = Screen(bench)
    assert [title for title, *_ in screen.rows] == [HANDS_OVER, strings.UNLINKED]


def test_arrows_move_the_cell_and_a_screen_reader_hears_row_month_and_number(
    bench: PeopleBench,
) -> None:
    hands_over = expect(bench, HANDS_OVER)
    seen(bench, "Calm call", hands_over)
    screen = Screen(bench)
    assert screen.aloud == f"{HANDS_OVER}, November 2026, 1 note"
    screen.press(KEY.Key_Left)
    assert screen.aloud == f"{HANDS_OVER}, October 2026, nothing written"
    screen.press(KEY.Key_End)
    assert screen.aloud == f"{HANDS_OVER}, not talked through yet, 0 of 1 said aloud"


def test_the_grid_is_a_table_for_a_screen_reader(bench: PeopleBench) -> None:
    expect(bench, HANDS_OVER)
    table = Screen(bench).tab.card.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table
    assert table.model().columnCount() == 15
    heads = [
        table.model().headerData(
            column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
        )
        for column in (0, 1, 2, 13, 14)
    ]
    assert heads == [
        "Expectation",
        "Talked through",
        "December 2025",
        "November 2026",
        "Said aloud",
    ]


@pytest.mark.parametrize(("room", "scale"), [(958, 1.0), (640, 1.0), (632, 1.5), (830, 2.0)])
def test_the_columns_fill_the_grid_and_no_month_vanishes(room: int, scale: float) -> None:
    share = widths(room, 12, Scale(scale))
    columns = [share.of(column, 12) for column in range(15)]
    assert sum(columns) == room
    assert min(columns[2:14]) >= 18


# --- the notes behind a cell ---------------------------------------------------------------------


def test_enter_goes_to_the_notes_behind_the_cell_and_opens_one(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    seen(bench, "The runbook worked", hands_over, on=OCTOBER)
    note = seen(bench, "Calm call", hands_over)
    screen = Screen(bench)
    assert screen.notes == ["Calm call"]
    assert screen.tab.head.cell.text() == "November 2026 · 1 note"
    screen.press(KEY.Key_Return)
    screen.press(KEY.Key_Return)
    dana = bench.bench.dana.id
    assert bench.places == [Place(PageName.NOTE, person=dana, note=note)]


def test_judged_and_never_said_stands_first_whatever_its_month(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    seen(bench, "Never said", hands_over, kind=Kind.CONCERN, on=date(2025, 3, 3))
    seen(bench, "Said in time", hands_over, kind=Kind.CONCERN, on=OCTOBER, said=True)
    seen(bench, "Calm call", hands_over)
    screen = Screen(bench)
    screen.press(KEY.Key_End)
    assert screen.notes == ["Never said", "Calm call", "Said in time"]
    assert "1 concern not said yet, first" in screen.tab.head.cell.text()
    assert "1 concern not said yet" in screen.aloud


def test_an_empty_month_says_that_it_is_about_the_notes(bench: PeopleBench) -> None:
    expect(bench, HANDS_OVER)
    screen = Screen(bench)
    assert not screen.tab.head.nothing.isHidden()
    assert not screen.tab.head.prepare.isEnabled()
    assert screen.page.footer_items == (strings.FOOTER,)


def test_e_and_a_digit_measure_a_note_behind_the_cell(bench: PeopleBench) -> None:
    expect(bench, CALM)
    expect(bench, HANDS_OVER)
    note = seen(bench, "Measured by nothing", None)
    screen = Screen(bench)
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Return)
    QTest.keyClick(focused(), KEY.Key_E)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, KEY.Key_2)
    bench.settle()
    assert measured_by(bench, note) == [HANDS_OVER]


# --- what the keys do ----------------------------------------------------------------------------


def test_t_says_that_it_was_talked_through_today_and_undo_takes_it_back(
    bench: PeopleBench,
) -> None:
    hands_over = expect(bench, HANDS_OVER)
    dana = bench.bench.dana.id
    screen = Screen(bench)
    screen.press(KEY.Key_T)
    assert get(bench, hands_over).talked_on(dana) == TODAY
    assert screen.rows[0][1] == "19 Nov"
    screen.tab._undo.undo()
    bench.settle()
    assert get(bench, hands_over).talked_on(dana) is None


def test_s27_their_own_words_are_written_in_a_sheet_and_stand_over_the_notes(
    bench: PeopleBench,
) -> None:
    hands_over = expect(bench, HANDS_OVER)
    dana = bench.bench.dana.id
    screen = Screen(bench)
    screen.press(KEY.Key_W)
    QTest.keyClicks(focused(), "Nobody has to ring me")
    screen.tab.sheet.day.edit.setText("16 nov")
    screen.tab.sheet.submitted.emit()
    bench.settle()
    copy = bench.bench.ask(lambda w: w.yardsticks.copy(hands_over, dana))
    assert copy == CopyWords(in_their_words="Nobody has to ring me")
    assert get(bench, hands_over).talked_on(dana) == date(2026, 11, 16)
    assert not screen.tab.sheet.isVisible()
    assert "Nobody has to ring me" in screen.tab.head.copy.text()


def test_their_words_go_on_where_they_ended_and_the_day_reads_as_people_say_it(
    bench: PeopleBench,
) -> None:
    expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.press(KEY.Key_W)
    QTest.keyClicks(focused(), "Nobody has to ring me")
    screen.tab.sheet.day.edit.setText("16 nov")
    screen.tab.sheet.submitted.emit()
    bench.settle()

    screen.press(KEY.Key_W)
    QTest.keyClicks(focused(), " at night")

    assert screen.tab.sheet.theirs.toPlainText() == "Nobody has to ring me at night"
    assert screen.tab.sheet.day.edit.text() == "16 Nov 2026"


def test_a_day_that_is_none_keeps_the_sheet_and_changes_nothing(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.press(KEY.Key_W)
    screen.tab.sheet.day.edit.setText("some day")
    screen.tab.sheet.submitted.emit()
    bench.settle()
    assert screen.tab.sheet.isVisible()
    assert screen.tab.sheet.day.error
    assert get(bench, hands_over).talked_on(bench.bench.dana.id) is None


def test_p_prepares_a_talk_from_these_with_the_expectation_as_its_yardstick(
    bench: PeopleBench,
) -> None:
    hands_over = expect(bench, HANDS_OVER)
    late = seen(bench, "Late", hands_over, kind=Kind.CONCERN)
    later = seen(bench, "Later", hands_over, kind=Kind.CONCERN)
    seen(bench, "Calm call", hands_over)
    screen = Screen(bench)
    screen.press(KEY.Key_P)
    (place,) = bench.places
    assert place.page is PageName.PREPARE
    talk = place.conversation
    assert talk is not None

    def facts_and_yardsticks(workspace: object) -> tuple[set[object], list[str]]:
        preparation = workspace.preparations.of(talk)  # type: ignore[attr-defined]
        desk = workspace.preparations.desk(preparation.id)  # type: ignore[attr-defined]
        facts = {fact.id for fact in desk.facts}
        return facts, [one.words.title for one in desk.yardsticks]

    facts, yardsticks = bench.bench.ask(facts_and_yardsticks)
    assert facts == {late, later}
    assert yardsticks == [HANDS_OVER]


def test_v_shows_the_expectation_among_all_of_them(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.press(KEY.Key_V)
    dana = bench.bench.dana.id
    assert bench.places == [Place(PageName.STANDARDS, person=dana, yardstick=hands_over)]


# --- nothing, little room, discreet --------------------------------------------------------------


def test_without_an_expectation_the_tab_teaches_and_leads_to_the_first(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.press(KEY.Key_Space)
    dana = bench.bench.dana.id
    assert bench.places == [Place(PageName.STANDARDS, person=dana, query="new")]


def test_the_notes_keep_room_where_the_grid_is_long(bench: PeopleBench) -> None:
    for number in range(14):
        expect(bench, f"Expectation {number:02}")
    tab = Screen(bench, 744, 490).tab
    assert tab.list.height() >= 80
    table = tab.card.table
    table.setCurrentIndex(table.model().index(13, 5))
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_discreet_mode_covers_titles_and_texts(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    seen(bench, "Calm call", hands_over)
    screen = Screen(bench)
    bench.theme.set_cover(Cover(kinds=True, texts=True))
    assert screen.aloud == f"{COVERED}, November 2026, 1 note"
    assert screen.tab.head.title.is_covered
    assert "concern" not in screen.tab.head.cell.text()


def test_m05_to_m07_stand_under_the_grid_and_nothing_is_said_of_nothing(
    bench: PeopleBench,
) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    assert screen.tab.card.captions.isHidden()
    seen(bench, "Calm call", hands_over)
    bench.settle()
    assert "1 seen" in screen.tab.card.captions.text()
