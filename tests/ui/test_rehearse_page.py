"""Rehearsing by keys: each way is practised, finished ones are remembered, nothing is recorded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from managernotes.domain.preparation import PreparationWords, RehearsalSort
from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.meeting.calm_start import breath
from managernotes_ui.meeting.rehearse_page import RehearsePage
from managernotes_ui.meeting.stopwatch import Stopwatch
from managernotes_ui.shell.page import PageName
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.meeting_bench import WORDS, Meeting, meeting_bench
from tests.ui.style_bench import dressed

KEY = Qt.Key


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def meeting(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Meeting]:
    with meeting_bench(qtbot, theme, tmp_path) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, meeting: Meeting) -> RehearsePage:
    page = meeting.go(PageName.REHEARSE)
    assert isinstance(page, RehearsePage)
    meeting.vault.view.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is meeting.vault.view)
    page.take_focus()
    return page


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_it_has_the_whole_window(page: RehearsePage, meeting: Meeting) -> None:
    view = meeting.vault.view
    assert not view._rail.isVisible()
    assert not view._sidebar.isVisible()
    assert page.width() == view.width()


def test_f5_leads_here_from_preparing(meeting: Meeting) -> None:
    meeting.go(PageName.PREPARE)
    meeting.vault._desk.actions.get("rehearse").trigger()
    meeting.settle()
    assert isinstance(meeting.vault.view.page, RehearsePage)


def test_opening_main_line_and_ask_are_read_in_turn(page: RehearsePage) -> None:
    words = page.read_aloud.words
    assert words.text() == strings.QUOTED.format(words=WORDS.opening)
    press(KEY.Key_Right)
    assert words.text() == strings.QUOTED.format(words=WORDS.main)
    press(KEY.Key_Right)
    assert words.text() == strings.QUOTED.format(words=WORDS.ask)
    press(KEY.Key_Left)
    assert words.text() == strings.QUOTED.format(words=WORDS.main)


def test_space_starts_and_stops_the_clock_and_r_begins_anew(page: RehearsePage) -> None:
    clock = page.read_aloud.clock
    press(KEY.Key_Space)
    assert clock.is_running
    press(KEY.Key_Space)
    assert not clock.is_running
    clock.set_going(9)
    assert page.read_aloud.time.text() == "0:09"
    press(KEY.Key_R)
    assert page.read_aloud.time.text() == "0:00"


def test_over_thirty_seconds_it_asks_for_one_clause_less(page: RehearsePage) -> None:
    page.read_aloud.clock.set_going(30)
    assert page.read_aloud.advice.text() != strings.OVER_THIRTY
    page.read_aloud.clock.set_going(31)
    assert page.read_aloud.advice.text() == strings.OVER_THIRTY


def test_h_hides_the_words_and_a_screen_reader_is_not_told_them(page: RehearsePage) -> None:
    press(KEY.Key_H)
    assert WORDS.opening not in page.read_aloud.words.text()
    press(KEY.Key_H)
    assert WORDS.opening in page.read_aloud.words.text()


def test_a_finished_reading_is_remembered_with_its_seconds(
    page: RehearsePage, meeting: Meeting
) -> None:
    for seconds in (11, 9, 5):
        page.read_aloud.clock.set_going(seconds)
        press(KEY.Key_Right)
    meeting.settle()
    [one] = meeting.prepared().rehearsals
    assert (one.sort, one.seconds) == (RehearsalSort.ALOUD, 25)


def test_escape_leaves_and_keeps_the_time(page: RehearsePage, meeting: Meeting) -> None:
    page.read_aloud.clock.set_going(14)
    press(KEY.Key_Escape)
    meeting.settle()
    place = meeting.vault.view.place
    assert place is not None
    assert place.page is PageName.PREPARE
    assert [one.seconds for one in meeting.prepared().rehearsals] == [14]


def test_without_a_second_on_the_clock_nothing_is_remembered(
    page: RehearsePage, meeting: Meeting
) -> None:
    for _card in range(3):
        press(KEY.Key_Right)
    page.leave()
    meeting.settle()
    assert meeting.prepared().rehearsals == ()


def test_the_hot_seat_shows_the_answer_only_when_the_card_is_turned(page: RehearsePage) -> None:
    page.go_way(1)
    seat = page.hot_seat
    assert not seat.then.isVisible()
    press(KEY.Key_Space)
    assert seat.then.isVisible()
    shown = seat._replies[0].card.then.removeprefix("I ")
    assert seat.then_words.text() == shown
    press(KEY.Key_Right)
    assert not seat.then.isVisible()


def test_three_to_five_rounds_then_it_is_remembered(page: RehearsePage, meeting: Meeting) -> None:
    page.go_way(1)
    rounds = len(page.hot_seat._replies)
    assert 3 <= rounds <= 5
    for _round in range(rounds):
        press(KEY.Key_Space)
        page.hot_seat.clock.set_going(40)
        press(KEY.Key_Right)
    meeting.settle()
    [one] = meeting.prepared().rehearsals
    assert (one.sort, one.seconds) == (RehearsalSort.HOT_SEAT, 40)


def test_k_leads_to_the_line_and_the_line_saves_itself(
    page: RehearsePage, meeting: Meeting
) -> None:
    page.go_way(1)
    press(KEY.Key_K)
    assert page.hot_seat.keep.hasFocus()
    assert page.hot_seat.keep.text() == WORDS.keep
    QTest.keyClicks(page.hot_seat.keep, " at all k h r")
    page.keep()
    meeting.settle()
    assert meeting.prepared().words.keep == f"{WORDS.keep} at all k h r"


def test_without_cards_the_hot_seat_says_what_is_missing(qtbot: QtBot, meeting: Meeting) -> None:
    bare = PreparationWords(opening="Good morning.")
    meeting.bench.ask(lambda w: w.preparations.save_words(meeting.preparation, bare))
    page = meeting.go(PageName.REHEARSE)
    assert isinstance(page, RehearsePage)
    page.go_way(1)
    assert page.hot_seat.words.text() == strings.NO_CARDS
    assert page.hot_seat.primary.text() == strings.BACK_TO_PREPARING


def test_without_words_reading_aloud_says_what_is_missing(meeting: Meeting) -> None:
    meeting.bench.ask(lambda w: w.preparations.save_words(meeting.preparation, PreparationWords()))
    page = meeting.go(PageName.REHEARSE)
    assert isinstance(page, RehearsePage)
    assert page.read_aloud.words.text() == strings.NOTHING_TO_SAY


def test_the_other_chair_keeps_its_lines_to_itself_without_the_tick(
    page: RehearsePage, meeting: Meeting
) -> None:
    page.go_way(2)
    assert page.swap_chairs.words.text() == "It is Thursday, half past nine. You are Dana."
    QTest.keyClicks(page.swap_chairs.fields[0], "That evenings are counted")
    page.swap_chairs.clock.set_going(72)
    page.swap_chairs.primary.click()
    meeting.settle()
    words = meeting.prepared().words
    assert words.chair_hears == "That evenings are counted"
    assert words.their_view == WORDS.their_view
    assert [one.sort for one in meeting.prepared().rehearsals] == [RehearsalSort.CHAIRS]


def test_with_the_tick_the_lines_stand_under_their_view_once(
    page: RehearsePage, meeting: Meeting
) -> None:
    page.go_way(2)
    QTest.keyClicks(page.swap_chairs.fields[1], "That it stays between us")
    for _time in range(2):
        page.swap_chairs.tick.setChecked(True)
        page.swap_chairs.primary.click()
        meeting.settle()
    view = meeting.prepared().words.their_view
    assert view == f"{WORDS.their_view}\nThat it stays between us"


def test_the_silent_clock_ends_at_two_minutes(page: RehearsePage) -> None:
    page.go_way(2)
    page.swap_chairs.clock.set_going(500)
    assert page.swap_chairs.time.text() == "2:00"


def test_what_is_said_in_the_other_chair_is_in_no_search(
    page: RehearsePage, meeting: Meeting
) -> None:
    page.go_way(2)
    QTest.keyClicks(page.swap_chairs.fields[0], "xylophone")
    page.keep()
    meeting.settle()
    counts = "SELECT sum(words LIKE '%xylophone%'), sum(plain LIKE '%xylophone%') FROM paper"
    stored, found = meeting.bench.ask(lambda w: tuple(w._db.execute(counts).fetchone()))
    assert (stored, found) == (1, 0)


@pytest.mark.parametrize(
    ("second", "words"),
    [(0, "Breathe in · 4"), (3, "Breathe in · 1"), (4, "Breathe out · 6"), (59, "Breathe out · 1")],
)
def test_the_calm_start_counts_four_in_and_six_out(second: int, words: str) -> None:
    assert breath(second) == words


def test_the_calm_start_leaves_no_trace(page: RehearsePage, meeting: Meeting) -> None:
    page.go_way(3)
    press(KEY.Key_Space)
    page.calm_start.clock.set_going(60)
    page.leave()
    meeting.settle()
    assert meeting.prepared().rehearsals == ()


def test_a_stopwatch_goes_on_from_where_it_stood_and_ends_by_itself() -> None:
    moment = [0.0]
    ended: list[bool] = []
    clock = Stopwatch(most=10, now=lambda: moment[0])
    clock.ended.connect(lambda: ended.append(True))
    clock.start()
    moment[0] = 4.5
    clock.stop()
    moment[0] = 100.0
    assert clock.seconds == 4
    clock.start()
    moment[0] = 120.0
    clock.look()
    assert (clock.seconds, clock.is_running, ended) == (10, False, [True])


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (9, 30, "half past nine"),
        (12, 0, "twelve o'clock"),
        (14, 45, "quarter to three"),
        (8, 5, "8:05"),
    ],
)
def test_a_time_is_said_as_people_say_it(hour: int, minute: int, said: str) -> None:
    assert strings.spoken_time(hour, minute) == said


def test_no_audio_library_is_loaded(page: RehearsePage) -> None:
    assert page.isVisible()
    assert not [name for name in sys.modules if "QtMultimedia" in name]


def test_in_discreet_mode_nobody_is_named_and_the_words_are_covered(
    page: RehearsePage, meeting: Meeting
) -> None:
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()
    page.go_way(1)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in said if "Dana" in text or "Arjun" in text]
    assert page.hot_seat.words.is_covered
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()


def test_enter_on_another_button_presses_that_one(page: RehearsePage) -> None:
    page.read_aloud.clock.set_going(5)
    page.read_aloud.again.setFocus(Qt.FocusReason.TabFocusReason)
    press(KEY.Key_Return)
    assert page.read_aloud.clock.seconds == 0
    page.read_aloud.clock.set_going(5)
    press(KEY.Key_Space)
    assert page.read_aloud.clock.seconds == 0


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_is_cut_in_the_least_window(meeting: Meeting, theme: Theme, scale: float) -> None:
    page = meeting.go(PageName.REHEARSE)
    assert isinstance(page, RehearsePage)
    theme.set_text_scale(scale)
    meeting.vault.view.resize(800, 560)
    for number in range(4):
        page.choose(number)
        meeting.settle()
        labels = [one for one in page.findChildren(TextLabel) if one.isVisible()]
        assert [one.text() for one in labels if one.is_cut] == []
    theme.set_text_scale(1.0)
