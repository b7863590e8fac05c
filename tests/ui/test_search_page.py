"""The search page on a real vault: typing, ticking, opening, and where its keys lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity, ShareState
from managernotes_ui.search.facet_model import Facet, FacetModel
from managernotes_ui.search.marked_text import plain_piece
from managernotes_ui.search.result_rows import LINE_ROLE, HeadLine, HitLine, MoreLine, ResultModel
from managernotes_ui.search.search_page import SearchPage
from managernotes_ui.shell.page import PageName, Place
from tests.ui.find_bench import FindBench, find_bench

Key = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    """Open a vault with five notes on Dana, one on Arjun, and one on no one."""
    with find_bench(qtbot, tmp_path) as bench:
        vault = bench.vault
        for day in range(1, 6):
            vault.note(
                NoteText(fact=f"Wrote the runbook, part {day}"),
                kind=Kind.WIN if day % 2 else Kind.CONCERN,
                day=date(2026, 11, day),
                tags=("handover",),
            )
        vault.note(NoteText(fact="Read the runbook"), kind=Kind.LESSON, people=(vault.arjun,))
        vault.note(NoteText(fact="A runbook is a diary"), kind=Kind.LESSON, people=())
        yield bench


@pytest.fixture
def page(bench: FindBench) -> SearchPage:
    """Show the page with the keyboard in its box."""
    page = SearchPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.SEARCH))
    page.take_focus()
    return page


def lines(page: SearchPage) -> list[str]:
    """Return what every line of the results says."""
    model = page.results.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def search(bench: FindBench, page: SearchPage, text: str, line: str) -> None:
    """Type a line, and wait for a line of the results."""
    page.box.line.set_line("")
    QTest.keyClicks(page.box.line, text)
    bench.until(lambda: line in lines(page))


def boxes(page: SearchPage) -> dict[str, int | None]:
    """Return the words and counts of the tick boxes."""
    model = page.facets.boxes.model()
    assert isinstance(model, FacetModel)
    return {line.words: line.count for line in model.lines if isinstance(line, Facet)}


def texts(page: SearchPage) -> list[str]:
    """Return the words of every label on show."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_results_come_as_one_types_grouped_by_person_a_to_z(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "Read the runbook")
    assert lines(page) == [
        "Arjun Rao",
        "Read the runbook",
        "Dana Whitfield",
        "Wrote the runbook, part 5",
        "Wrote the runbook, part 4",
        "Wrote the runbook, part 3",
        "2 more from Dana",
        "No one named",
        "A runbook is a diary",
    ]
    assert "7 found" in texts(page)


def test_heads_carry_how_many_there_are(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    model = page.results.model()
    assert isinstance(model, ResultModel)
    heads = [line for line in model.lines if isinstance(line, HeadLine)]
    assert [(head.name, head.count) for head in heads] == [
        ("Arjun Rao", 1),
        ("Dana Whitfield", 5),
        ("No one named", 1),
    ]


def test_more_opens_the_group_and_the_choice_goes_on_in_it(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "2 more from Dana")
    QTest.keyClick(page.box.line, Key.Key_Down)
    while not isinstance(page.results.line, MoreLine):
        QTest.keyClick(page.results, Key.Key_Down)
    QTest.keyClick(page.results, Key.Key_Return)
    assert "2 more from Dana" not in lines(page)
    assert lines(page)[3:8] == [f"Wrote the runbook, part {day}" for day in (5, 4, 3, 2, 1)]
    line = page.results.line
    assert isinstance(line, HitLine)
    assert line.hit.snippet == "Wrote the runbook, part 2"


def test_one_group_alone_is_open(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "wrote", "Wrote the runbook, part 1")
    assert len(lines(page)) == 6


def test_enter_on_a_result_opens_it_and_back_leads_to_the_same_row(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "Read the runbook")
    QTest.keyClick(page.box.line, Key.Key_Down)
    QTest.keyClick(page.results, Key.Key_Return)
    [place] = bench.places
    assert (place.page, place.person) == (PageName.NOTE, bench.vault.arjun.id)
    bench.field.setFocus()
    page.show_place(Place(PageName.SEARCH))
    page.take_focus()
    assert page.results.hasFocus()
    line = page.results.line
    assert isinstance(line, HitLine)
    assert line.hit.id == place.note


def test_a_click_opens_a_result(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    at = page.results.visualRect(page.results.model().index(1, 0)).center()
    QTest.mouseClick(page.results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [place.page for place in bench.places] == [PageName.NOTE]


def test_down_leads_into_the_results_and_up_from_the_first_back(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "Read the runbook")
    QTest.keyClick(page.box.line, Key.Key_Down)
    assert page.results.hasFocus()
    assert page.results.currentIndex().row() == 1
    QTest.keyClick(page.results, Key.Key_Down)
    assert page.results.currentIndex().row() == 3
    QTest.keyClick(page.results, Key.Key_Up)
    QTest.keyClick(page.results, Key.Key_Up)
    assert page.box.line.hasFocus()


def test_tab_leads_from_the_box_to_the_tick_boxes_and_on_to_the_results(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "Read the runbook")
    QTest.keyClick(page.box.line, Key.Key_Tab)
    assert page.facets.boxes.hasFocus()
    QTest.keyClick(page.facets.boxes, Key.Key_Tab)
    QTest.keyClick(page.facets.when, Key.Key_Tab)
    assert page.results.hasFocus()


def test_boxes_count_what_was_found(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    assert boxes(page) == {
        "win": 3,
        "concern": 2,
        "lesson": 2,
        "Arjun Rao": 1,
        "Dana Whitfield": 5,
        "no one named": 1,
        "unsaid": 5,
    }


def test_space_ticks_and_unticks_without_losing_the_place(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runb", "Read the runbook")
    facets = page.facets.boxes
    facets.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(facets, Key.Key_Down)
    QTest.keyClick(facets, Key.Key_Space)
    bench.until(lambda: page.vm.found.kept.total == 2)
    assert page.vm.ticks.kinds == {Kind.CONCERN}
    assert facets.currentIndex().data() == "concern"
    state = facets.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked
    assert facets.hasFocus()
    QTest.keyClick(facets, Key.Key_Space)
    bench.until(lambda: page.vm.found.kept.total == 7)


def test_a_ticked_person_is_the_only_group(bench: FindBench, page: SearchPage) -> None:
    both = (bench.vault.dana, bench.vault.arjun)
    bench.vault.note(NoteText(fact="Both keep the runbook"), people=both)
    search(bench, page, "runb", "Both keep the runbook")
    page.vm.tick(bench.vault.arjun.id)
    bench.until(lambda: page.vm.found.kept.total == 2)
    assert lines(page)[0] == "Arjun Rao"
    assert "Dana Whitfield" not in lines(page)


def test_a_share_state_can_be_ticked(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    page.vm.tick(ShareState.UNSAID)
    bench.until(lambda: page.vm.found.kept.total == 5)


def test_ticks_that_leave_nothing_can_be_taken_off(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    page.vm.tick(Kind.WIN)
    page.vm.tick(bench.vault.arjun.id)
    bench.until(lambda: "Nothing found" in texts(page))
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Take off the ticks")
    assert button.isVisible()
    button.click()
    bench.until(lambda: page.vm.found.kept.total == 7)


def test_filters_turn_into_chips_and_narrow(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "kind:concern runb", "Wrote the runbook, part 4")
    assert page.box.line.is_chip(0)
    assert [line for line in lines(page) if line.startswith("Wrote")] == [
        "Wrote the runbook, part 4",
        "Wrote the runbook, part 2",
    ]


def test_a_wrong_filter_is_said_once_it_is_finished(bench: FindBench, page: SearchPage) -> None:
    QTest.keyClicks(page.box.line, "kind:zebra")
    assert page.vm.problem is None
    QTest.keyClicks(page.box.line, " ")
    assert page.vm.problem is not None
    assert any("There is no kind “zebra”." in text for text in texts(page))
    page.box.line.set_line("")
    assert not any("zebra" in text for text in texts(page))


def test_enter_judges_the_last_word_too(page: SearchPage) -> None:
    QTest.keyClicks(page.box.line, "person:zorro")
    QTest.keyClick(page.box.line, Key.Key_Return)
    assert "zorro" in str(page.vm.problem)


def test_a_person_that_is_not_yet_clear_narrows_nothing_and_fails_nothing(
    bench: FindBench, page: SearchPage
) -> None:
    search(bench, page, "runbook person:q", "Read the runbook")
    assert bench.failures == []


def test_the_page_begins_with_the_query_of_its_place(bench: FindBench, page: SearchPage) -> None:
    page.show_place(Place(PageName.SEARCH, query='person:"Dana Whitfield" '))
    bench.until(lambda: page.vm.found.kept.total == 5)
    assert lines(page)[0] == "Dana Whitfield"
    page.show_place(Place(PageName.SEARCH))
    assert page.box.line.line() == 'person:"Dana Whitfield" '


def test_when_writes_its_days_into_the_line(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    when = page.facets.when
    assert when.currentText() == "Any time"
    when.activated.emit(3)
    assert page.box.line.line() == "after:2026-06 runb"
    bench.until(lambda: when.currentText() == "Since June 2026")
    when.activated.emit(0)
    assert page.box.line.line() == "runb"


def test_days_that_are_no_choice_are_still_said(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runbook after:2026-11-02", "Wrote the runbook, part 5")
    bench.until(lambda: page.facets.when.currentText() == "Since 2 Nov")


def test_nothing_typed_teaches_and_an_example_can_be_tried(
    bench: FindBench, page: SearchPage
) -> None:
    assert "Find any note again" in texts(page)
    example = next(b for b in page.findChildren(QPushButton) if b.text().startswith("kind:win"))
    example.click()
    bench.until(lambda: page.vm.found.kept.total == 3)
    assert page.box.line.hasFocus()


def test_nothing_found_says_what_to_do(bench: FindBench, page: SearchPage) -> None:
    QTest.keyClicks(page.box.line, "zzzz")
    bench.until(lambda: "Nothing found" in texts(page))
    assert "0 found" in texts(page)


def test_a_restricted_note_is_found_but_its_words_are_not_shown(
    bench: FindBench, page: SearchPage
) -> None:
    secret = NewObservation(
        text=NoteText(fact="The runbook of a secret"),
        occurred_on=date(2026, 11, 2),
        sensitivity=Sensitivity.RESTRICTED,
    )
    bench.vault.ask(lambda w: w.notes.add(secret))
    search(bench, page, "runb", "A restricted note: open it to read")
    assert not any("secret" in line for line in lines(page))


def test_what_is_written_meanwhile_comes_by_itself(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    bench.vault.elsewhere(
        lambda w: w.notes.add(
            NewObservation(text=NoteText(fact="Burnt the runbook"), occurred_on=date(2026, 11, 3))
        )
    )
    bench.until(lambda: "Burnt the runbook" in lines(page))


def test_a_row_is_read_out_as_kind_date_text_and_state(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Wrote the runbook, part 5")
    spoken = page.results.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "win, Thursday 5 November 2026, Wrote the runbook, part 5, unsaid"


def test_escape_clears_the_line(bench: FindBench, page: SearchPage) -> None:
    search(bench, page, "runb", "Read the runbook")
    QTest.keyClick(page.box.line, Key.Key_Escape)
    assert page.box.line.line() == ""
    assert lines(page) == []


def test_what_is_pasted_comes_on_one_line(page: SearchPage) -> None:
    pasted = QMimeData()
    pasted.setText("two\nlines\t here ")
    page.box.line.insertFromMimeData(pasted)
    assert page.box.line.line() == "two lines here"


def test_the_footer_tells_how_many_notes_about_how_many_people(
    bench: FindBench, page: SearchPage
) -> None:
    assert page.footer_items == ()
    search(bench, page, "runb", "Read the runbook")
    assert list(page.footer_items)[-1:] == ["7 notes about 2 people"]


def test_a_narrow_page_puts_the_boxes_behind_a_button(bench: FindBench, page: SearchPage) -> None:
    bench.window.setMinimumSize(0, 0)
    bench.theme.set_text_scale(2.0)
    bench.window.resize(800, 560)
    search(bench, page, "runb", "Read the runbook")
    bench.until(lambda: not page.facets.isVisible())
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Narrow down")
    button.click()
    assert page.facets.isVisible()
    assert not page.results.isVisible()


def test_a_click_anywhere_in_the_box_begins_to_type(bench: FindBench, page: SearchPage) -> None:
    bench.field.setFocus()
    at = QPoint(page.box.width() - 4, page.box.height() // 2)
    QTest.mouseClick(page.box, Qt.MouseButton.LeftButton, pos=at)
    assert QApplication.focusWidget() is page.box.line


def test_markdown_signs_are_not_shown_and_marks_stay_at_their_words(
    bench: FindBench, page: SearchPage
) -> None:
    text = "The **runbook** and the [runbook link](https://sup.example/runbook) were missing"
    bench.vault.note(NoteText(fact=text), day=date(2026, 11, 18))
    search(bench, page, "runb", "The runbook and the runbook link were missing")
    line = page.results.model().index(3, 0).data(LINE_ROLE)
    assert isinstance(line, HitLine)
    piece = plain_piece(line.hit)
    assert [piece.text[slice(*mark)] for mark in piece.marks] == ["runbook", "runbook"]


def test_a_cut_row_tells_its_whole_words_and_every_row_its_full_date(
    bench: FindBench, page: SearchPage
) -> None:
    long = "The runbook " + "neverendingstory " * 20
    bench.vault.note(NoteText(fact=long.strip()), kind=Kind.CONTEXT, day=date(2026, 11, 18))
    search(bench, page, "runb", "Read the runbook")
    tips = [tip_of(page, row) for row in (1, 3)]
    assert tips[0].endswith("Tuesday 17 November 2026")
    assert "Wednesday 18 November 2026: The runbook neverendingstory" in tips[1]


def tip_of(page: SearchPage, row: int) -> str:
    """Return the tooltip that comes over a row of the results."""
    view = page.results
    index = view.model().index(row, 0)
    at = view.visualRect(index).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return re.sub("<[^>]*>", "", QToolTip.text()).replace("&nbsp;", " ")
