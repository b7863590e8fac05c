"""The first page: what stands on it, its keys, and the next step of every line (S19, S41)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType
from managernotes.domain.metric import Metric
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.promise import PromiseState
from managernotes_ui.common.strings import today as strings
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Scheme
from managernotes_ui.today.help_dialog import LineDialog
from managernotes_ui.today.today_rows import CardRow, Column, Head, More, Sort
from managernotes_ui.widgets.button import Button
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.today_bench import TodayScreen

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def screen(bench: PeopleBench) -> TodayScreen:
    return TodayScreen(bench)


@pytest.fixture
def full(screen: TodayScreen) -> TodayScreen:
    """Put something into every list."""
    screen.note(Kind.WIN, "Ran the rollback calmly")
    screen.note(Kind.WIN, "Cut the form to four fields", days_ago=1, person=screen.arjun)
    screen.note(Kind.THEIR_FEEDBACK_TO_ME, "Asked twice for a second reviewer")
    screen.note(Kind.CONCERN, "Third late hand-over")
    screen.promise("Ask facilities")
    screen.promise("Draft of the checklist", mine=False)
    screen.talk()
    screen.show()
    return screen


# --- S41, S19: what stands where -----------------------------------------------------------------


def test_s41_each_column_has_the_card_it_is_for(full: TodayScreen) -> None:
    texts = {column: [card.text for card in full.cards(column)] for column in Column}
    assert texts == {
        Column.THANK: ["Ran the rollback calmly", "Cut the form to four fields"],
        Column.HELP: ["Asked twice for a second reviewer"],
        Column.RAISE: ["Third late hand-over"],
    }


def test_s41_five_at_most_and_n_more_leads_to_the_rest(screen: TodayScreen) -> None:
    for number in range(7):
        screen.note(Kind.WIN, f"Of {number}", days_ago=number + 1)
    screen.show()
    assert len(screen.cards(Column.THANK)) == 5
    for _step in range(5):
        screen.press(KEY.Key_Down)
    more = screen.chosen
    assert isinstance(more, More)
    assert more.text == "2 more"
    screen.press(KEY.Key_Return)
    assert screen.bench.places[-1].page is PageName.SEARCH


def test_s19_a_concern_is_there_on_its_day_and_goes_when_it_is_said(screen: TodayScreen) -> None:
    note = screen.note(Kind.CONCERN, days_ago=0)
    screen.show()
    [card] = screen.cards(Column.RAISE)
    assert card.age == "today"
    screen.press(KEY.Key_S)
    assert screen.cards(Column.RAISE) == []
    assert screen.stored(note).share_state is ShareState.SHARED
    screen.undo()
    assert [card.target.note for card in screen.cards(Column.RAISE)] == [note]


def test_a_good_day_is_said_kindly_and_scolds_nobody(screen: TodayScreen) -> None:
    plan = screen.talk(in_days=20)
    other = screen.talk(in_days=21, person=screen.arjun)
    assert plan != other
    screen.show()
    assert screen.page.good_day.isVisible()
    assert not screen.page.lists.isVisible()
    assert strings.GOOD_DAY.startswith("Nothing waits")
    assert "0" not in "".join(strings.NOTHING.values())


def test_a_column_without_a_card_says_so(screen: TodayScreen) -> None:
    screen.note(Kind.WIN)
    screen.show()
    assert screen.page.lists.columns[Column.RAISE]._empty.isVisible()
    assert not screen.page.lists.columns[Column.RAISE].list.isVisible()


# --- keys ----------------------------------------------------------------------------------------


def test_the_first_card_that_came_while_another_page_was_shown_is_chosen(
    screen: TodayScreen,
) -> None:
    screen.talk()
    screen.show()
    assert screen.page.lists.talks.row is not None
    screen.page.lists.hide()
    screen.note(Kind.WIN, "Ran the rollback calmly")
    screen.page.show_place(Place(PageName.TODAY))
    screen.bench.settle()
    screen.page.lists.show()
    screen.page.take_focus()
    QApplication.processEvents()
    assert screen.page.lists.column is Column.THANK
    assert screen.page.lists.columns[Column.THANK].list.hasFocus()
    assert screen.page.lists.talks.row is None


def test_a_card_that_comes_while_today_is_seen_takes_no_keyboard(screen: TodayScreen) -> None:
    screen.talk()
    screen.show()
    screen.note(Kind.WIN, "Ran the rollback calmly")
    screen.page.show_place(Place(PageName.TODAY))
    screen.bench.settle()
    assert screen.cards(Column.THANK)
    assert screen.page.lists.talks.hasFocus()


def test_it_begins_on_the_first_thanks(full: TodayScreen) -> None:
    assert isinstance(full.chosen, CardRow)
    assert full.page.lists.column is Column.THANK
    assert full.chosen.text == "Ran the rollback calmly"


def test_the_arrows_go_through_columns_and_cards(full: TodayScreen) -> None:
    full.press(KEY.Key_Down)
    assert isinstance(full.chosen, CardRow)
    assert full.chosen.text == "Cut the form to four fields"
    seen = []
    for _step in range(3):
        full.press(KEY.Key_Right)
        seen.append(full.page.lists.column)
    assert seen == [Column.HELP, Column.RAISE, Column.RAISE]
    full.press(KEY.Key_Left)
    full.press(KEY.Key_Left)
    assert isinstance(full.chosen, CardRow)
    assert full.chosen.text == "Cut the form to four fields"


def test_down_from_the_last_card_goes_to_the_lists_below_and_up_again(full: TodayScreen) -> None:
    full.press(KEY.Key_Down)
    full.press(KEY.Key_Down)
    seen = [full.chosen]
    full.press(KEY.Key_Right)
    seen.append(full.chosen)
    assert seen == [full.promises[0], full.talks[0]]
    full.press(KEY.Key_Up)
    assert full.page.lists.column is Column.RAISE


def test_a_column_with_nothing_is_passed_over(screen: TodayScreen) -> None:
    screen.note(Kind.WIN)
    screen.note(Kind.CONCERN)
    screen.show()
    screen.press(KEY.Key_Right)
    assert screen.page.lists.column is Column.RAISE


def test_one_row_at_most_is_chosen(full: TodayScreen) -> None:
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Left):
        full.press(key)
        assert sum(one.row is not None for one in full.page.lists.lists) == 1


def test_enter_opens_the_note(full: TodayScreen) -> None:
    card = full.cards(Column.THANK)[0]
    full.press(KEY.Key_Return)
    assert full.bench.places[-1] == Place(PageName.NOTE, person=full.dana.id, note=card.target.note)


def test_the_chosen_card_carries_its_steps_as_buttons(full: TodayScreen) -> None:
    thank = full.page.lists.columns[Column.THANK].list
    assert [b.text() for b in thank.buttons.buttons] == [
        strings.PLAN,
        strings.SAID,
        strings.OPEN,
    ]
    assert all(button.isVisible() for button in thank.buttons.buttons)
    full.press(KEY.Key_Right)
    assert not thank.buttons.isVisible()
    help_ = full.page.lists.columns[Column.HELP].list
    assert [b.text() for b in help_.buttons.buttons] == [
        strings.PROMISE,
        strings.HELPED,
        strings.OPEN,
    ]


# --- next steps ----------------------------------------------------------------------------------


def test_said_it_from_its_button_and_back(full: TodayScreen) -> None:
    note = full.cards(Column.THANK)[0].target.note
    assert note is not None
    [said] = [
        b
        for b in full.page.lists.columns[Column.THANK].list.buttons.buttons
        if b.text() == strings.SAID
    ]
    said.click()
    full.bench.settle()
    assert full.stored(note).shared_on == full.day
    assert [card.target.note for card in full.cards(Column.THANK)] != [note]
    assert isinstance(full.chosen, CardRow)
    full.undo()
    assert full.stored(note).share_state is ShareState.UNSAID


def test_p_plans_to_say_it_in_a_talk_that_is_planned(screen: TodayScreen) -> None:
    note = screen.note(Kind.CONCERN)
    talk = screen.talk(in_days=2)
    screen.show()
    screen.press(KEY.Key_P)
    screen.choose(0)
    assert screen.stored(note).planned_in == talk
    [card] = screen.cards(Column.RAISE)
    assert card.age.startswith("planned ")
    screen.undo()
    assert screen.stored(note).share_state is ShareState.UNSAID


def test_p_plans_a_one_to_one_where_none_is_planned(screen: TodayScreen) -> None:
    note = screen.note(Kind.WIN)
    screen.show()
    screen.press(KEY.Key_P)
    screen.choose(0)
    talk = screen.stored(note).planned_in
    assert talk is not None
    made = screen.bench.bench.ask(lambda w: w.talks.get(talk))
    assert (made.type, made.planned_on) == (ConversationType.ONE_ON_ONE, screen.day)
    assert screen.cards(Column.THANK) == []  # it waits for its talk
    screen.undo()
    assert len(screen.cards(Column.THANK)) == 1


def test_saying_what_was_planned_says_all_of_that_talk_and_undo_brings_the_plan(
    screen: TodayScreen,
) -> None:
    talk = screen.talk(in_days=2)
    notes = [screen.note(Kind.CONCERN, f"Of {days}", days_ago=days) for days in (1, 8)]

    screen.bench.bench.ask(lambda w: [w.sharing.plan(note, talk) for note in notes])
    screen.show()
    [card] = screen.cards(Column.RAISE)
    assert card.text.endswith("(and 1 more)")
    screen.press(KEY.Key_S)
    assert {screen.stored(note).said_in for note in notes} == {talk}
    screen.undo()
    assert {screen.stored(note).planned_in for note in notes} == {talk}


def test_help_is_promised_in_one_line_with_its_day(screen: TodayScreen) -> None:
    screen.note(Kind.THEIR_FEEDBACK_TO_ME)
    screen.show()
    screen.press(KEY.Key_P)
    answer(screen, "Name a second reviewer by tomorrow")
    [row] = screen.promises
    assert (row.text, row.due) == ("Name a second reviewer", "tomorrow")
    screen.undo()
    assert screen.promises == []


def test_help_that_was_given_is_written_down_and_the_card_goes(screen: TodayScreen) -> None:
    screen.note(Kind.GROWTH)
    screen.show()
    screen.press(KEY.Key_S)
    answer(screen, "Took her to two customer interviews")
    assert screen.cards(Column.HELP) == []
    screen.undo()
    assert len(screen.cards(Column.HELP)) == 1


def test_space_keeps_a_promise_and_undo_opens_it_again(screen: TodayScreen) -> None:
    promise = screen.promise()
    screen.show()
    screen.press(KEY.Key_Space)
    assert screen.kept(promise).state is PromiseState.KEPT
    assert screen.promises == []
    screen.undo()
    assert screen.kept(promise).state is PromiseState.OPEN


def test_a_click_on_the_box_keeps_it_too(screen: TodayScreen) -> None:
    promise = screen.promise()
    screen.show()
    rows = screen.page.lists.promises
    rect = rows.visualRect(rows.model().index(1, 0))
    at = QPoint(rect.left() + 14, rect.center().y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    screen.bench.settle()
    assert screen.kept(promise).state is PromiseState.KEPT


def test_t_tells_them_of_a_promise_that_moved(screen: TodayScreen) -> None:
    promise = screen.promise()
    later = screen.day + timedelta(days=3)
    screen.bench.bench.ask(lambda w: w.promises.move(promise, later, None))
    screen.show()
    [row] = screen.promises
    assert row.due == strings.UNTOLD
    screen.press(KEY.Key_T)
    assert screen.kept(promise).moves[-1].told_on == screen.day


def test_mine_stand_above_theirs(full: TodayScreen) -> None:
    heads = [row.text for row in full.page.lists.promises.rows if isinstance(row, Head)]
    assert heads == [strings.I_OWE, strings.THEY_OWE]


def test_a_note_to_come_back_to_opens_and_is_done_with(screen: TodayScreen) -> None:
    note = screen.note(Kind.CONTEXT, days_ago=0, come_back_in=0)
    screen.show()
    [row] = screen.promises
    assert row.target.note == note
    screen.press(KEY.Key_Return)
    assert screen.bench.places[-1].note == note
    screen.press(KEY.Key_Space)
    assert screen.stored(note).come_back_on is None
    screen.undo()
    assert screen.stored(note).come_back_on == screen.day


def test_todays_one_to_one_leads_to_its_brief(full: TodayScreen) -> None:
    [talk, *_due] = full.talks
    assert (talk.day, talk.time, talk.who, talk.button) == (
        strings.TODAY,
        "14:00",
        "Dana",
        strings.PREPARE_TALK,
    )
    full.page.lists.talks.button.click()
    assert full.bench.places[-1].page is PageName.BRIEF


def test_a_one_to_one_that_is_due_without_a_day_gets_one(screen: TodayScreen) -> None:
    last = screen.talk(in_days=0)

    screen.bench.bench.ask(lambda w: w.talks.asked_nothing(last, nothing=True))
    screen.bench.bench.ask(lambda w: w.talks.hold(last, held_on=screen.day))
    screen.bench.bench.clock.moment += timedelta(days=40)
    screen.show()
    rows = [row for row in screen.talks if row.target.sort is Sort.RHYTHM]
    row = next(row for row in rows if row.who == "Dana")
    assert row.text == "Last one 40 days ago"
    lists = screen.page.lists.talks
    lists.setFocus()
    lists.choose(next(at for at, one in enumerate(lists.rows) if one is row))
    screen.press(KEY.Key_Return)
    screen.choose(0)
    assert "Dana" not in [row.who for row in screen.talks if row.target.sort is Sort.RHYTHM]


def test_a_hard_talk_leads_to_its_preparation(screen: TodayScreen) -> None:
    screen.talk(in_days=0, sort=ConversationType.TOUGH)
    screen.show()
    screen.page.lists.talks.setFocus()
    screen.page.lists.talks.choose_first()
    screen.press(KEY.Key_Return)
    assert screen.bench.places[-1].page is PageName.PREPARE


def test_s23_a_follow_up_stands_on_its_day(screen: TodayScreen) -> None:
    talk = screen.talk(in_days=0, sort=ConversationType.CAREER)
    day = screen.day + timedelta(days=10)
    screen.bench.bench.ask(lambda w: w.talks.hold(talk, held_on=screen.day))
    screen.bench.bench.ask(lambda w: w.talks.plan_follow_up(talk, day))
    screen.bench.bench.clock.moment += timedelta(days=10)
    screen.show()
    heads = [row.text for row in screen.page.lists.talks.rows if isinstance(row, Head)]
    assert strings.FOLLOW_UPS in heads
    row = next(row for row in screen.talks if row.target.sort is Sort.FOLLOW_UP)
    assert (row.day, row.button) == (strings.TODAY, strings.FOLLOW_UP)


def test_l_opens_the_first_loose_jot(screen: TodayScreen) -> None:
    note = screen.note(Kind.LOOSE, days_ago=9)
    screen.note(Kind.WIN)
    screen.bench.bench.clock.moment += timedelta(days=9)
    screen.show()
    assert list(screen.page.footer_items) == ["1 jot waits for a kind"]
    screen.press(KEY.Key_L)
    assert screen.bench.places[-1].note == note


# --- how it is told and drawn --------------------------------------------------------------------


def test_cards_announce_kind_date_text_and_state_in_that_order(full: TodayScreen) -> None:
    thank = full.page.lists.columns[Column.THANK].list
    aloud = thank.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    kind, day, who, text, age = aloud.split(", ")
    assert (kind, who, text, age) == (
        "win",
        "Dana Whitfield",
        "Ran the rollback calmly",
        "5 days",
    )
    assert str(full.day.year) in day


def test_every_list_and_button_has_a_name(full: TodayScreen) -> None:
    for one in full.page.lists.lists:
        assert one.accessibleName()
    for button in full.page.findChildren(Button):
        interface = QAccessible.queryAccessibleInterface(button)
        if button.isVisible():
            assert interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_in_the_least_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme, scale: float
) -> None:
    with people_bench(qtbot, qapp, tmp_path, scheme, scale) as bench:
        screen = TodayScreen(bench)
        screen.note(Kind.WIN)
        screen.note(Kind.CONCERN)
        screen.promise()
        screen.talk()
        screen.show(744, 524)
        body = screen.page.lists
        assert body.horizontalScrollBar().maximum() == 0
        for button in screen.page.findChildren(Button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
                parent = button.parentWidget()
                assert parent is not None
                assert parent.rect().contains(button.geometry())


def test_a_column_scrolls_when_it_is_higher_than_the_area(screen: TodayScreen) -> None:
    for number in range(5):
        screen.note(Kind.WIN, f"Of {number}", days_ago=number + 1)
    screen.show()
    thank = screen.page.lists.columns[Column.THANK]
    assert thank.list.height() + thank.head_height == 396
    assert thank.list.verticalScrollBar().maximum() > 0


def answer(screen: TodayScreen, words: str) -> None:
    [dialog] = [d for d in screen.page.findChildren(LineDialog) if d.isVisible()]
    assert not dialog.yes.isEnabled()
    dialog.field.setText(words)
    dialog.yes.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    screen.bench.settle()


def test_s45_the_look_back_is_offered_on_the_last_working_day_and_b_leads_there(
    screen: TodayScreen,
) -> None:
    assert not [item for item in screen.page.footer_items if "Look back" in str(item)]
    screen.bench.bench.clock.moment += timedelta(days=11)
    screen.show()
    assert strings.LOOK_BACK_OFFER.format(month="November") in screen.page.footer_items
    screen.press(KEY.Key_B)
    place = screen.bench.places[-1]
    assert (place.page, place.query, place.month) == (PageName.REVIEWS, "look-back", (2026, 11))


def test_m17_hidden_says_nothing_at_the_foot_but_the_jots(screen: TodayScreen) -> None:
    screen.note(Kind.LOOSE, days_ago=9)
    screen.note(Kind.WIN)
    screen.bench.bench.ask(lambda w: w.metrics.hide(Metric.HOUSE_KEEPING))
    screen.bench.bench.clock.moment += timedelta(days=9)
    screen.show()
    assert list(screen.page.footer_items) == ["1 loose jot to sort"]


def test_the_foot_is_read_a_moment_after_the_rows(screen: TodayScreen, qtbot: QtBot) -> None:
    screen.note(Kind.LOOSE, days_ago=9)
    screen.note(Kind.WIN)
    screen.bench.bench.clock.moment += timedelta(days=9)
    screen.bench.show(screen.page, 1056, 764)
    screen.page.show_place(Place(PageName.TODAY))
    screen.bench.settle()
    assert screen.page.vm.is_read
    assert list(screen.page.footer_items) == ["1 loose jot to sort"]
    qtbot.waitUntil(lambda: list(screen.page.footer_items) == ["1 jot waits for a kind"])
