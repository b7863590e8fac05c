"""Goals and growth of one person in the window (SPEC §5.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from managernotes.domain.goal import Confidence, GoalState, GoalWords, Measure, SetBy
from managernotes_ui.common.text_saver import SAVE_AFTER_MS
from managernotes_ui.goals.goal_sheet import GoalSheet
from managernotes_ui.style.cover import Cover
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.scroll_column import RING
from tests.ui.goal_bench import ALT, TabScreen, agree, begin, get, look
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, tell

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def open_menu() -> Menu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    return menu


def choose(screen: TabScreen, words: str) -> None:
    menu = open_menu()
    action = next(one for one in menu.actions() if one.text() == words)
    menu.close()
    action.trigger()
    screen.bench.settle()


def test_goals_are_listed_with_who_set_them_and_when_they_are_due(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal, GoalState.ACTIVE)

    screen = TabScreen(bench)

    [line] = screen.tab.vm.lines
    assert (line.text, line.left, line.right) == (
        "Restore time under 30 minutes",
        "set together",
        "due 15 Dec",
    )
    assert screen.tab.card.meta.text() == "Minutes · from 92 to 30 by 15 Dec"


def test_s07_agreeing_without_measure_and_day_opens_the_goal_with_what_is_missing(
    bench: PeopleBench,
) -> None:
    goal = begin(bench, whole=False, words=GoalWords(title="Run a release alone"))
    screen = TabScreen(bench)

    screen.press(KEY.Key_Right, ALT)

    sheet = screen.tab.deeds.goal_sheet
    assert sheet.isVisible()
    assert "how it is measured, the day it is due and who set it" in sheet._trouble.text()
    assert get(bench, goal).state is GoalState.PROPOSED


def test_s07_a_goal_that_says_all_of_it_is_agreed_with_one_key(bench: PeopleBench) -> None:
    goal = begin(bench)
    screen = TabScreen(bench)

    screen.press(KEY.Key_Right, ALT)

    assert get(bench, goal).state is GoalState.AGREED
    screen.tab._undo.undo()
    bench.settle()
    assert get(bench, goal).state is GoalState.PROPOSED


def test_s07_the_card_tells_target_last_check_in_and_next(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    look(bench, goal)
    bench.bench.ask(lambda workspace: workspace.goals.look_again(goal, date(2026, 12, 1)))
    tell(bench)

    screen = TabScreen(bench)

    assert "from 92 to 30 by 15 Dec" in screen.tab.card.meta.text()
    [line] = screen.tab.vm.check_ins
    assert (line.day, line.value, line.word) == ("19 Nov", "51 min", "on course")
    assert screen.tab.card.next.text() == "next Tue 1 Dec"


def test_s40_help_stands_beside_the_progress_and_there_is_no_bar(bench: PeopleBench) -> None:
    words = GoalWords(title="Restore", measure="Minutes", support_needed="Two quiet days")
    goal = begin(bench, words=words)
    agree(bench, goal)
    look(bench, goal, help_offered="Thursdays without tickets")

    screen = TabScreen(bench)

    said = screen.tab.card.support.text()
    assert "Two quiet days" in said
    assert "you offered, 19 Nov: Thursdays without tickets" in said
    assert screen.tab.card.support.isVisible()
    assert screen.tab.findChildren(QProgressBar) == []


def test_s40_a_goal_without_help_says_that_nobody_asked_yet(bench: PeopleBench) -> None:
    begin(bench)
    screen = TabScreen(bench)
    assert "Help it takes: not asked yet · no help offered yet" in screen.tab.card.support.text()


def test_c_writes_a_check_in_and_an_agreed_goal_begins(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    screen = TabScreen(bench)

    screen.press(KEY.Key_C)
    sheet = screen.tab.deeds.check_in_sheet
    assert sheet.isVisible()
    screen.type("Restore runs in parallel now")
    sheet.value.edit.setText("44")
    sheet.word.setCurrentIndex(sheet.word.findData(Confidence.WOBBLING.value))
    sheet.next.edit.setText("1 Dec")
    sheet.yes.click()
    bench.settle()

    stored = get(bench, goal)
    assert stored.state is GoalState.ACTIVE
    assert [(one.value, one.confidence) for one in stored.check_ins] == [
        (44.0, Confidence.WOBBLING)
    ]
    assert stored.next_on == date(2026, 12, 1)
    assert not sheet.isVisible()


def test_a_check_in_without_a_fact_is_asked_for_one_and_nothing_is_stored(
    bench: PeopleBench,
) -> None:
    goal = begin(bench)
    agree(bench, goal)
    screen = TabScreen(bench)

    screen.press(KEY.Key_C)
    screen.tab.deeds.check_in_sheet.yes.click()
    bench.settle()

    assert screen.tab.deeds.check_in_sheet._fact.error
    assert get(bench, goal).check_ins == ()


def test_a_milestone_asks_for_no_value(bench: PeopleBench) -> None:
    goal = begin(bench)
    bench.bench.ask(lambda workspace: workspace.goals.set_measure(goal, Measure.MILESTONE))
    agree(bench, goal)
    screen = TabScreen(bench)
    screen.press(KEY.Key_C)
    assert not screen.tab.deeds.check_in_sheet.value.isVisible()


def test_words_of_a_goal_save_themselves_and_values_when_the_field_is_left(
    qtbot: QtBot, bench: PeopleBench
) -> None:
    goal = begin(bench)
    screen = TabScreen(bench)

    screen.press(KEY.Key_F2)
    sheet = screen.tab.deeds.goal_sheet
    sheet.name.selectAll()
    screen.type("Restore within half an hour")
    qtbot.waitUntil(
        lambda: get(bench, goal).words.title == "Restore within half an hour",
        timeout=4 * SAVE_AFTER_MS,
    )
    sheet.target.edit.setText("25")
    sheet.target.edit.editingFinished.emit()
    bench.settle()

    assert get(bench, goal).target_value == 25.0
    assert sheet.isVisible()


def test_inv_10_a_moved_day_shows_the_first_one_too(bench: PeopleBench) -> None:
    goal = begin(bench)
    bench.bench.ask(lambda workspace: workspace.goals.move(goal, date(2027, 1, 29)))
    tell(bench)
    screen = TabScreen(bench)
    assert "by 29 Jan · first said 15 Dec" in screen.tab.card.meta.text()


def test_what_cannot_be_read_stands_at_its_field(bench: PeopleBench) -> None:
    goal = begin(bench)
    screen = TabScreen(bench)
    screen.press(KEY.Key_F2)
    sheet = screen.tab.deeds.goal_sheet
    sheet.start.edit.setText("many")
    sheet.yes.click()
    bench.settle()
    assert sheet.isVisible()
    assert sheet.start.error
    assert get(bench, goal).start_value == 92.0


def test_a_goal_that_was_not_met_asks_what_was_learned_before_it_is_put_away(
    bench: PeopleBench,
) -> None:
    goal = begin(bench)
    agree(bench, goal, GoalState.ACTIVE, GoalState.NOT_MET)
    screen = TabScreen(bench)

    screen.tab.card.step.click()
    bench.settle()
    ask = screen.tab.deeds.ask_sheet
    assert ask.isVisible()
    ask.yes.click()
    bench.settle()
    assert get(bench, goal).state is GoalState.NOT_MET
    screen.type("Two nodes need two licences")
    ask.yes.click()
    bench.settle()

    stored = get(bench, goal)
    assert (stored.state, stored.outcome) == (GoalState.REFLECTED, GoalState.NOT_MET)
    assert stored.words.learned == "Two nodes need two licences"
    assert "Two nodes need two licences" in screen.tab.card.learned.text()


def test_the_bin_gives_a_goal_back(bench: PeopleBench) -> None:
    begin(bench)
    screen = TabScreen(bench)
    screen.press(KEY.Key_Delete)
    assert screen.tab.vm.lines == []
    assert screen.tab._empty.isVisible()
    screen.tab._undo.undo()
    bench.settle()
    assert len(screen.tab.vm.lines) == 1


def test_an_empty_tab_teaches_and_its_button_writes_the_first_goal(bench: PeopleBench) -> None:
    screen = TabScreen(bench)
    assert screen.tab._empty.isVisible()
    screen.press(KEY.Key_Space)
    sheet = screen.tab.deeds.goal_sheet
    assert sheet.isVisible()
    assert focused() is sheet.name
    screen.type("Run a release alone")
    screen.press(KEY.Key_Return)
    [goal] = bench.bench.ask(lambda workspace: workspace.goals.of_person(bench.bench.dana.id))
    assert (goal.words.title, goal.state) == ("Run a release alone", GoalState.PROPOSED)
    assert [line.text for line in screen.tab.list.lines] == ["Run a release alone"]


def test_a_new_goal_keeps_everything_that_was_said(bench: PeopleBench) -> None:
    screen = TabScreen(bench)
    screen.tab.new_goal()
    bench.settle()
    sheet: GoalSheet = screen.tab.deeds.goal_sheet
    sheet.name.setText("Fewer night calls")
    sheet.measure.setText("Calls a week")
    sheet.measured_by.setCurrentIndex(sheet.measured_by.findData(Measure.NUMBER.value))
    sheet.start.edit.setText("9")
    sheet.target.edit.setText("2,5")
    sheet.due.edit.setText("15 Dec")
    sheet.set_by.setCurrentIndex(sheet.set_by.findData(SetBy.THEM.value))
    sheet.support.setText("A second pair of eyes")
    sheet.yes.click()
    bench.settle()

    [goal] = bench.bench.ask(lambda workspace: workspace.goals.of_person(bench.bench.dana.id))
    assert (goal.start_value, goal.target_value, goal.due_on) == (9.0, 2.5, date(2026, 12, 15))
    assert goal.set_by is SetBy.THEM
    assert goal.words.support_needed == "A second pair of eyes"


def test_more_than_three_check_ins_are_shown_when_asked_for(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    for ago in (40, 30, 20, 10, 0):
        look(bench, goal, f"{ago} days ago", ago=ago)
    screen = TabScreen(bench)
    assert [line.text for line in screen.tab.vm.check_ins] == [
        "0 days ago.",
        "10 days ago.",
        "20 days ago.",
    ]
    assert screen.tab.card.earlier.text() == "2 earlier"
    screen.tab.card.earlier.click()
    bench.settle()
    assert len(screen.tab.card.check_ins.lines) == 5
    assert not screen.tab.card.earlier.isVisible()


def test_the_arrows_of_the_list_walk_the_course_and_say_each_point(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    look(bench, goal, ago=20, value=74.0, confidence=Confidence.WOBBLING)
    look(bench, goal)
    screen = TabScreen(bench)

    screen.press(KEY.Key_Left)
    assert focused() is screen.tab.card.course
    assert screen.tab.card.course.said.startswith("Thu 19 Nov: 51 min, on course")
    screen.press(KEY.Key_Left)
    assert screen.tab.card.course.said.startswith("Fri 30 Oct: 74 min, wobbling")


def test_a_goal_goes_onto_the_agenda_from_its_menu(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    screen = TabScreen(bench)
    screen.tab.card.more.click()
    choose(screen, "Put on the agenda")
    topics = bench.bench.ask(lambda workspace: workspace.talks.open_topics(bench.bench.dana.id))
    assert [topic.text for topic in topics] == ["Goal: Restore time under 30 minutes"]


def test_discreet_mode_covers_title_measure_and_help(bench: PeopleBench) -> None:
    goal = begin(bench)
    agree(bench, goal)
    look(bench, goal)
    screen = TabScreen(bench)
    bench.theme.set_cover(Cover(kinds=True, texts=True))
    card = screen.tab.card
    assert card.title.is_covered
    assert card.meta.is_covered
    assert card.support.is_covered
    model = card.check_ins.model()
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Timed rehearsal" not in words
    assert card.check_ins.cover is not None
    assert not card.check_ins.cover.shows(0)
    bench.theme.set_cover(Cover())


def test_typed_words_are_saved_before_a_lock(bench: PeopleBench) -> None:
    goal = begin(bench)
    screen = TabScreen(bench)
    screen.press(KEY.Key_F2)
    screen.tab.deeds.goal_sheet.why.setText("Orders wait for it")
    screen.tab.keep()
    bench.settle()
    assert get(bench, goal).words.why == "Orders wait for it"


def test_a_gone_line_of_the_vision_is_said(bench: PeopleBench) -> None:
    vision = bench.bench.ask(lambda workspace: workspace.vision.save("", ["Nobody waits"]))
    goal = begin(bench)
    line = vision.words.lines[0]
    bench.bench.ask(lambda workspace: workspace.goals.serve(goal, line.id))
    tell(bench)
    screen = TabScreen(bench)
    assert screen.tab.card.serves.text() == "Serves: Nobody waits"
    bench.bench.ask(lambda workspace: workspace.vision.save("", ["Everybody prints"]))
    tell(bench)
    assert "gone" in screen.tab.card.serves.text()


def test_another_windows_words_stay_when_one_word_is_saved(bench: PeopleBench) -> None:
    goal = begin(bench)
    screen = TabScreen(bench)
    screen.press(KEY.Key_F2)
    words = replace(get(bench, goal).words, why="From the other window")
    bench.bench.ask(lambda workspace: workspace.goals.reword(goal, words))
    QTest.keyClicks(screen.tab.deeds.goal_sheet.support, "A quiet week")
    screen.tab.keep()
    bench.settle()
    stored = get(bench, goal).words
    assert (stored.why, stored.support_needed) == ("From the other window", "A quiet week")
    assert TODAY.year == 2026


def test_a_goal_written_on_the_tab_is_chosen_and_can_be_taken_back(bench: PeopleBench) -> None:
    agree(bench, begin(bench))
    screen = TabScreen(bench)
    screen.tab.new_goal()
    bench.settle()
    screen.type("Run a release alone")
    screen.press(KEY.Key_Return)

    goal = screen.tab.vm.goal
    assert goal is not None
    assert goal.words.title == "Run a release alone"
    assert screen.tab.list.hasFocus()
    assert screen.tab._undo.isVisible()

    screen.tab._undo.undo()
    bench.settle()
    assert [line.text for line in screen.tab.vm.lines] == ["Restore time under 30 minutes"]


@pytest.mark.parametrize("width", [720, 1056])
def test_the_ring_round_a_row_is_not_cut_by_its_column(bench: PeopleBench, width: int) -> None:
    goal = begin(bench)
    agree(bench, goal)
    look(bench, goal)
    tab = TabScreen(bench, width).tab

    for rows, column in ((tab.list, tab.side), (tab.card.check_ins, tab.pane)):
        assert rows.isVisible()
        left = rows.mapTo(column.viewport(), rows.rect().topLeft()).x()
        right = column.viewport().width() - left - rows.width()
        assert min(left, right) >= RING
