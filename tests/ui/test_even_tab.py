"""The tab "Even hand": moments by expectation A to Z, nothing summed, nothing to take along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.observation import Kind
from managernotes.domain.person import NewPerson
from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.even_rows import EvenHead, EvenNothing, EvenRow
from managernotes_ui.reviews.said_line import SaidAxis
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.review_bench import NARROW, Reviews, expectation, seen
from tests.ui.talk_bench import TODAY, focused

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def told(bench: PeopleBench) -> PeopleBench:
    """Return a bench with two expectations: one with moments, one with none."""
    tells = expectation(bench, "Tells bad news early")
    expectation(bench, "Decides with a reason")
    dana, arjun = bench.bench.dana, bench.bench.arjun
    seen(bench, "Sales heard of it first", 20, dana, tells)
    seen(bench, "Left the list open", 12, arjun, tells, said_after=1)
    seen(bench, "Moved the freeze", 9, dana, tells, said_after=5)
    return bench


def rows(screen: Reviews) -> list[EvenRow]:
    return [line for line in screen.even.list.lines if isinstance(line, EvenRow)]


def heads(screen: Reviews) -> list[str]:
    return [line.text for line in screen.even.list.lines if isinstance(line, EvenHead)]


def test_s24_groups_and_rows_stand_a_to_z_and_an_expectation_without_any_says_so(
    told: PeopleBench,
) -> None:
    screen = Reviews(told, "even")
    assert heads(screen) == ["Decides with a reason", "Tells bad news early"]
    assert [row.name for row in rows(screen)] == ["Arjun", "Dana", "Dana"]
    assert isinstance(screen.even.list.lines[1], EvenNothing)
    assert screen.even.list.lines[1].text == strings.NOTHING


def test_s24_a_row_tells_how_long_it_took_and_nothing_is_added_up(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    assert [row.span.words for row in rows(screen)] == ["next day", "20 days", "5 days"]
    said = " ".join(f"{line.text} {line.before} {line.after}" for line in screen.even.list.lines)
    for word in ("average", "mean", "total", "%", "median"):
        assert word not in said


def test_a_row_is_read_out_with_name_day_words_and_wait(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    index = screen.even.list.model().index(4, 0)
    aloud = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("Dana Whitfield, seen Friday")
    assert aloud.endswith("Sales heard of it first, not said yet, 20 days")


def test_a_planned_concern_names_the_day_it_will_be_said(told: PeopleBench) -> None:
    dana = told.bench.dana.id
    by = expectation(told, "Hands over")
    note = seen(told, "No link", 7, told.bench.dana, by)
    day = TODAY + timedelta(days=4)
    new = NewConversation(type=ConversationType.ONE_ON_ONE, people=(dana,), planned_on=day)
    talk = told.bench.ask(lambda w: w.talks.plan(new)).id
    told.bench.ask(lambda w: w.sharing.plan(note, talk))
    screen = Reviews(told, "even")
    [row] = [row for row in rows(screen) if row.note == note]
    assert row.span.words == "7 days, planned Mon"


def test_enter_opens_the_note_and_p_prepares_from_it(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    assert focused() is screen.even.list
    screen.press(KEY.Key_Down)
    row = screen.even.list.row
    assert row is not None
    assert screen.page.to_prepare == Place(PageName.PREPARE, person=row.person, note=row.note)
    screen.press(KEY.Key_Return)
    assert told.places[-1] == Place(PageName.NOTE, person=row.person, note=row.note)


def test_what_no_expectation_measures_stands_last_and_is_not_hidden(told: PeopleBench) -> None:
    seen(told, "Loud in the meeting", 3, told.bench.arjun)
    screen = Reviews(told, "even")
    assert heads(screen)[-1] == strings.UNMEASURED
    assert rows(screen)[-1].text == "Loud in the meeting"


def test_other_kinds_and_other_days_are_chosen_above(told: PeopleBench) -> None:
    seen(told, "Calm rollback", 100, told.bench.dana, kind=Kind.WIN)
    screen = Reviews(told, "even")
    screen.even.filter.kinds_chosen.emit((Kind.WIN,))
    screen.bench.settle()
    assert not rows(screen)
    screen.even.filter.since_chosen.emit(None)
    screen.bench.settle()
    assert [row.text for row in rows(screen)] == ["Calm rollback"]
    assert screen.page.to_prepare is None or screen.page.to_prepare.note is None


def test_inv_12_nothing_of_it_is_copied_printed_or_exported(told: PeopleBench) -> None:
    QGuiApplication.clipboard().clear()
    screen = Reviews(told, "even")
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Copy))
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.SelectAll))
    screen.bench.settle()
    assert QGuiApplication.clipboard().text() == ""
    words = [f"{spec.name} {spec.title}".lower() for spec, _action in told.desk.actions]
    for word in ("export", "print", "copy"):
        assert not [said for said in words if word in said]


def test_m12_the_panel_lists_everybody_a_to_z_whatever_their_counts(told: PeopleBench) -> None:
    told.add(NewPerson(display_name="Bea Quiet"))
    screen = Reviews(told, "even")
    assert [row.name for row in screen.even.vm.attention] == [
        "Arjun Rao",
        "Bea Quiet",
        "Dana Whitfield",
    ]


def test_a_note_to_myself_leads_to_what_i_avoided_this_month(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    screen.press(KEY.Key_N)
    place = told.places[-1]
    assert (place.page, place.query, place.month) == (
        PageName.REVIEWS,
        "look-back:avoided",
        (2026, 11),
    )
    screen.go(place)
    screen.bench.settle()
    assert focused() is screen.look_back.questions.fields["avoided"].field


def test_discreet_mode_covers_names_and_words(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    told.bench.session.discreet.switch(on=True, leaves_texts_open=False)
    screen.bench.settle()
    assert {row.name for row in rows(screen)} == {"AR", "DW"}
    assert [row.name for row in screen.even.vm.attention] == ["AR", "DW"]


def test_without_any_expectation_the_tab_teaches_and_leads_to_them(bench: PeopleBench) -> None:
    screen = Reviews(bench, "even")
    assert not screen.even.filter.isVisible()
    screen.press(KEY.Key_Space)
    assert bench.places[-1].page is PageName.STANDARDS


def test_in_a_narrow_window_the_panel_waits_until_it_is_asked_for(told: PeopleBench) -> None:
    screen = Reviews(told, "even", NARROW)
    assert screen.page.toggle.isVisible()
    assert screen.page.panel.isHidden()
    screen.page.toggle_panel()
    screen.bench.settle()
    assert screen.page.panel.isVisible()
    screen.press(KEY.Key_Escape)
    assert screen.page.panel.isHidden()
    assert focused() is screen.even.list


def test_the_panel_stands_beside_a_wide_page_and_ctrl_alt_p_puts_it_away(
    told: PeopleBench,
) -> None:
    screen = Reviews(told, "even")
    assert screen.page.panel.isVisible()
    assert screen.page.panel.width() == 296
    told.desk.actions.get("review-panel").trigger()
    screen.bench.settle()
    assert screen.page.panel.isHidden()
    assert screen.page.toggle.isVisible()


def test_a_day_is_eleven_pixels_and_waits_beyond_three_weeks_end_there(
    bench: PeopleBench,
) -> None:
    axis = SaidAxis(bench.theme, 384)
    assert [axis.at(days) for days in (0, 1, 21, 40)] == [16, 27, 247, 247]
    bench.theme.set_text_scale(2.0)
    assert SaidAxis(bench.theme, 384).at(21) < 384 - 2 * 122
    bench.theme.set_text_scale(1.0)


def test_in_large_text_the_line_goes_below_the_words(told: PeopleBench) -> None:
    screen = Reviews(told, "even")
    delegate = screen.even.list.rows
    assert not delegate.is_stacked(720)
    told.theme.set_text_scale(2.0)
    assert delegate.is_stacked(720)
    column = delegate.column(QRectF(0, 0, 720, 160))
    assert column.width() == 720 - 24
    told.theme.set_text_scale(1.0)


def test_two_people_of_one_first_name_are_called_by_the_whole(told: PeopleBench) -> None:
    other = told.add(NewPerson(display_name="Dana Ames"))
    seen(told, "Late reply", 2, other, expectation(told, "Replies"))
    screen = Reviews(told, "even")
    assert {row.name for row in rows(screen)} == {"Arjun", "Dana Ames", "Dana Whitfield"}
