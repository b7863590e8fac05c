"""The discreet view: covered at rest, a card while wanted, and never a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from managernotes.domain.conversation import ConversationState
from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.locking.capture_guard import NEVER_SHARED, CaptureGuard
from managernotes_ui.locking.covered_window import may_be_covered
from managernotes_ui.locking.covering import Covering
from managernotes_ui.meeting.discreet_window import RESTS_MS, DiscreetWindow
from managernotes_ui.shell.page import PageName
from managernotes_ui.style.theme import Theme
from tests.ui.meeting_bench import FACTS, FEELING, READING, TITLE, WORDS, Meeting, meeting_bench
from tests.ui.style_bench import dressed
from tests.ui.test_capture_guard import FakeShield

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
def window(qtbot: QtBot, meeting: Meeting) -> DiscreetWindow:
    return opened(qtbot, meeting)


def opened(qtbot: QtBot, meeting: Meeting) -> DiscreetWindow:
    """Press F7 on the page of preparing, and wait for the window."""
    meeting.go(PageName.PREPARE)
    meeting.vault._desk.actions.get("discreet-view").trigger()
    meeting.settle()
    window = meeting.vault.discreet_view.window
    assert window is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def shown_words(window: DiscreetWindow) -> str:
    """Return all that can be read or is told of the window now."""
    words = [window.windowTitle(), window.accessibleName(), window.toolTip()]
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                words.append(widget.text())
    words += told(QAccessible.queryAccessibleInterface(window))
    return "\n".join(words)


def told(interface: QAccessibleInterface | None) -> list[str]:
    """Return what a screen reader is told, hidden parts too."""
    if interface is None:
        return []
    parts = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    words = [interface.text(part) for part in parts]
    for number in range(interface.childCount()):
        words += told(interface.child(number))
    return words


def rest_pointer(qtbot: QtBot, window: DiscreetWindow) -> None:
    """Let the pointer rest on the window."""
    middle = QPointF(window.rect().center())
    QApplication.sendEvent(window, QEnterEvent(middle, middle, window.mapToGlobal(middle)))
    qtbot.wait(RESTS_MS + 100)


def test_it_is_small_stands_on_top_and_is_called_notes(window: DiscreetWindow) -> None:
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert window.windowType() is Qt.WindowType.Tool
    assert (window.width(), window.height() + 32) == (360, 220)
    assert window.windowTitle() == window.accessibleName() == "Notes"


def test_at_rest_it_is_covered_and_a_screen_reader_finds_no_card(window: DiscreetWindow) -> None:
    assert not window.vm.is_shown
    assert window.covered.isVisible()
    words = shown_words(window)
    assert "January planning" in words
    for card in window.vm.cards:
        assert card.words not in words
        assert card.words.splitlines()[0] not in words


def test_space_shows_while_it_is_held(window: DiscreetWindow) -> None:
    QTest.keyPress(window, KEY.Key_Space)
    assert window.card.isVisible()
    assert window.card.words.text() == window.vm.cards[0].words
    QTest.keyRelease(window, KEY.Key_Space)
    assert not window.card.isVisible()
    assert window.card.words.text() == ""


def test_a_resting_pointer_shows_and_one_that_leaves_covers(
    qtbot: QtBot, window: DiscreetWindow
) -> None:
    rest_pointer(qtbot, window)
    assert window.card.isVisible()
    QApplication.sendEvent(window, QEvent(QEvent.Type.Leave))
    assert not window.card.isVisible()


def test_a_passing_pointer_shows_nothing(qtbot: QtBot, window: DiscreetWindow) -> None:
    middle = QPointF(window.rect().center())
    QApplication.sendEvent(window, QEnterEvent(middle, middle, window.mapToGlobal(middle)))
    QApplication.sendEvent(window, QEvent(QEvent.Type.Leave))
    qtbot.wait(RESTS_MS + 100)
    assert not window.card.isVisible()


def test_escape_covers_under_the_pointer_too(qtbot: QtBot, window: DiscreetWindow) -> None:
    rest_pointer(qtbot, window)
    QTest.keyClick(window, KEY.Key_Escape)
    assert window.covered.isVisible()
    assert not window.card.isVisible()


def test_it_covers_when_another_window_is_turned_to(
    qtbot: QtBot, meeting: Meeting, window: DiscreetWindow
) -> None:
    QTest.keyPress(window, KEY.Key_Space)
    meeting.vault.view.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    assert not window.vm.is_shown


def test_arrows_turn_the_cards_and_stop_at_the_ends(window: DiscreetWindow) -> None:
    QTest.keyPress(window, KEY.Key_Space)
    headings = []
    for _card in range(6):
        headings.append(window.card._heading.text())
        QTest.keyClick(window, KEY.Key_Right)
    assert headings == ["Open", "See", "Ask", "Offer", "Next", "Next"]
    QTest.keyClick(window, KEY.Key_Left)
    assert window.card._heading.text() == "Offer"


def test_inv18_no_card_holds_a_reading_a_feeling_or_anybodys_name(
    window: DiscreetWindow,
) -> None:
    said = shown_words(window)
    QTest.keyPress(window, KEY.Key_Space)
    for _card in window.vm.cards:
        said += shown_words(window)
        QTest.keyClick(window, KEY.Key_Right)
    for secret in (READING, FEELING, TITLE, "Dana", "Whitfield", "Arjun", "Rao", WORDS.my_part):
        assert secret.casefold() not in said.casefold()
    for word in ("tough", "concern", "pip", "perform", "hard talk"):
        assert word not in said.casefold()
    assert FACTS[0].fact not in said


def test_s39_why_i_care_is_on_the_first_card_and_what_i_offer_on_the_last(
    window: DiscreetWindow,
) -> None:
    cards = window.vm.cards
    assert "easy for you" in cards[0].words
    assert "tender call" in cards[-1].words


def test_only_initials_tell_with_whom(window: DiscreetWindow) -> None:
    QTest.keyPress(window, KEY.Key_Space)
    assert window.card._initials.text() == "DW"


@pytest.mark.parametrize("sign", list(strings.SIGNS))
def test_one_key_starts_a_line_and_enter_keeps_it_at_once(
    meeting: Meeting, window: DiscreetWindow, sign: str
) -> None:
    QTest.keyClicks(window, sign)
    assert window.card.line.hasFocus()
    assert window.card.line.accessibleName() == strings.SIGNS[sign]
    QTest.keyClicks(window.card.line, "the call eats the last hour")
    QTest.keyClick(window.card.line, KEY.Key_Return)
    meeting.settle()
    assert meeting.stored().words.notes == f"{sign} the call eats the last hour"
    assert not window.vm.is_writing
    assert window.vm.foot.startswith("Kept")


def test_lines_are_appended_to_what_is_there(meeting: Meeting, window: DiscreetWindow) -> None:
    for text in ("first", "second"):
        QTest.keyClicks(window, "+")
        QTest.keyClicks(window.card.line, text)
        QTest.keyClick(window.card.line, KEY.Key_Return)
        meeting.settle()
    assert meeting.stored().words.notes == "+ first\n+ second"


def test_escape_in_a_line_covers_and_the_line_waits(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    QTest.keyClicks(window, ">")
    QTest.keyClicks(window.card.line, "half a sent")
    QTest.keyClick(window.card.line, KEY.Key_Escape)
    assert window.covered.isVisible()
    assert "half a sent" not in shown_words(window)
    QTest.keyClicks(window, ">")
    assert window.card.line.text() == "half a sent"
    meeting.settle()
    assert meeting.stored().words.notes == ""


def test_a_line_that_cannot_be_kept_stays_and_says_so(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    meeting.bench.fill_disk()
    QTest.keyClicks(window, "!")
    window.card.line.setText("long " * 20_000)
    window.vm.type(window.card.line.text())
    QTest.keyClick(window.card.line, KEY.Key_Return)
    meeting.settle()
    assert window.vm.foot.startswith("Not kept yet")
    assert window.vm.is_stuck
    assert not meeting.vault.may_lock(by_hand=False)
    meeting.bench.free_disk()
    QTest.keyClick(window.card.line, KEY.Key_Return)
    meeting.settle()
    assert meeting.stored().words.notes.startswith("! long")
    assert not window.vm.is_stuck


def test_the_time_so_far_is_told_in_minutes(meeting: Meeting, window: DiscreetWindow) -> None:
    meeting.bench.clock.moment += timedelta(minutes=12, seconds=40)
    window.vm.changed.emit()
    assert window.foot._right.text() == "12 min"


def test_the_last_card_ends_the_talk_and_the_log_waits_behind(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    meeting.bench.clock.moment += timedelta(minutes=24)
    QTest.keyPress(window, KEY.Key_Space)
    for _card in range(4):
        QTest.keyClick(window, KEY.Key_Right)
    assert window.card.done.isVisible()
    window.card.done.click()
    meeting.settle()
    talk = meeting.stored()
    assert talk.state is ConversationState.HELD
    assert talk.began_at is not None
    assert talk.ended_at is not None
    assert (talk.began_at.hour, talk.began_at.minute) == (10, 42)
    assert (talk.ended_at.hour, talk.ended_at.minute) == (11, 6)
    assert meeting.vault.discreet_view.window is None
    place = meeting.vault.view.place
    assert place is not None
    assert place.page is PageName.AFTER_TALK


def test_a_talk_that_was_not_prepared_still_leads_to_its_log(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    with meeting_bench(qtbot, theme, tmp_path / "other", is_prepared=False) as meeting:
        window = opened(qtbot, meeting)
        window.vm.end()
        meeting.settle()
        assert meeting.stored().state is ConversationState.DRAFTING
        place = meeting.vault.view.place
        assert place is not None
        assert place.page is PageName.AFTER_TALK


def test_a_line_of_a_window_that_is_closed_on_a_full_disk_is_not_lost(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    QTest.keyClicks(window, "!")
    window.card.line.setText("long " * 20_000)
    window.vm.type(window.card.line.text())
    vm = window.vm
    meeting.bench.fill_disk()
    window.close()
    meeting.vault.discreet_view.close()
    meeting.settle()
    assert not meeting.vault.may_lock(by_hand=False)
    meeting.bench.free_disk()
    vm.keep_line()
    meeting.settle()
    assert meeting.stored().words.notes.startswith("! long")
    assert meeting.vault.may_lock(by_hand=False)


def test_a_lock_closes_it_forgets_it_and_keeps_the_line_that_was_begun(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    QTest.keyClicks(window, "!")
    QTest.keyClicks(window.card.line, "send the runbook")
    meeting.vault.hand_over(lambda: None)
    meeting.settle()
    assert meeting.stored().words.notes == "! send the runbook"
    assert not window.vm.is_shown
    vm = window.vm
    meeting.vault.discreet_view.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (vm.cards, vm.agenda, vm.line, vm.initials) == ((), (), "", "")
    assert not isValid(window)
    assert meeting.vault.discreet_view.window is None


def test_control_l_locks_from_here(qtbot: QtBot, meeting: Meeting, window: DiscreetWindow) -> None:
    with qtbot.waitSignal(meeting.vault.lock_wanted):
        QTest.keyClick(window, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_it_needs_no_veil_and_goes_on_while_the_others_have_one(
    qapp: QApplication, theme: Theme, meeting: Meeting, window: DiscreetWindow
) -> None:
    covering = Covering(qapp, theme, meeting.vault.view)
    covering.watch(meeting.vault.keep, meeting.vault.lock_action)
    covering.cover()
    assert covering.covers
    assert not may_be_covered(window)
    QTest.keyPress(window, KEY.Key_Space)
    assert window.card.isVisible()
    QTest.keyRelease(window, KEY.Key_Space)
    covering.rest()
    covering.deleteLater()


def test_opening_it_asks_for_the_veil_over_the_rest(qtbot: QtBot, meeting: Meeting) -> None:
    meeting.go(PageName.PREPARE)
    with qtbot.waitSignal(meeting.vault.discreet_view.opened):
        meeting.vault._desk.actions.get("discreet-view").trigger()


def test_it_is_left_out_of_recordings_whatever_is_chosen_for_the_others(
    qapp: QApplication, window: DiscreetWindow
) -> None:
    assert window.property(NEVER_SHARED)
    shield = FakeShield()
    guard = CaptureGuard(qapp, shield, hidden=False)
    window.hide()
    window.show()
    assert (int(window.winId()), True) in shield.asked
    qapp.removeEventFilter(guard)
    guard.deleteLater()


def test_where_a_shared_screen_shows_it_that_is_said(meeting: Meeting) -> None:
    meeting.go(PageName.PREPARE)
    meeting.vault._desk.actions.get("discreet-view").trigger()
    meeting.settle()
    window = meeting.vault.discreet_view.window
    assert window is not None
    assert strings.SEEN_WHEN_SHARED in shown_words(window)


def test_f5_and_f7_are_there_only_where_a_talk_is(meeting: Meeting) -> None:
    action = meeting.vault._desk.actions.get("discreet-view")
    owner = action.parent()
    assert isinstance(owner, QWidget)
    meeting.go(PageName.PREPARE)
    assert owner.isVisible()
    meeting.go(PageName.PEOPLE)
    assert not owner.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_card_of_twenty_five_words_is_cut(
    window: DiscreetWindow, theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    QTest.keyPress(window, KEY.Key_Space)
    for _card in window.vm.cards:
        assert not window.card.words.is_cut, window.card.words.text()
        assert window.card.words.geometry().bottom() <= window.card.height()
        QTest.keyClick(window, KEY.Key_Right)
    theme.set_text_scale(1.0)


def test_in_discreet_mode_it_shows_the_same_initials(
    meeting: Meeting, window: DiscreetWindow
) -> None:
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()
    QTest.keyPress(window, KEY.Key_Space)
    assert window.card._initials.text() == "DW"
    assert window.card.words.text() == window.vm.cards[0].words
    meeting.vault._desk.actions.get("discreet").trigger()
    meeting.settle()


def test_it_stands_inside_the_screen(window: DiscreetWindow) -> None:
    room = window.screen().availableGeometry()
    assert room.contains(window.mapToGlobal(QPoint(0, 0)))
