"""Everybody's goals in the window, and whose growth is alive beside them (SPEC §7.24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.goal import Confidence, GoalState
from managernotes.domain.growth import GrowthKind, NewGrowthStep, StepWords
from managernotes_ui.goals.all_goals_page import AllGoalsPage
from managernotes_ui.goals.all_goals_words import AllGoalsLine
from managernotes_ui.goals.growth_panel import PanelLine
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_frame import PageFrame
from managernotes_ui.widgets.course_line import Standing
from tests.ui.goal_bench import agree, begin, get, look
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, plan, tell

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page in its frame, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1280) -> None:
        self.bench = bench
        self.page = AllGoalsPage(bench.desk)
        self.frame = PageFrame(self.page, bench.desk)
        bench.show(self.frame, width, 760)
        self.page.show_place(Place(PageName.GOALS))
        bench.settle()
        self.page.take_focus()
        bench.settle()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)
        self.bench.settle()

    @property
    def listed(self) -> list[str]:
        return [line.text for line in self.page.list.lines]

    def line(self, text: str) -> AllGoalsLine:
        line = next(one for one in self.page.list.lines if one.text == text)
        assert isinstance(line, AllGoalsLine)
        return line

    @property
    def alive(self) -> dict[str, PanelLine]:
        lines = self.page._panel.alive.lines
        return {one.detail: one for one in lines if isinstance(one, PanelLine)}


def test_inv_13_goals_stand_under_names_from_a_to_z_and_then_by_day(bench: PeopleBench) -> None:
    begin(bench, "Restore")
    begin(bench, "Night calls", person=bench.bench.arjun.id)
    assert Screen(bench).listed == ["Arjun Rao", "Night calls", "Dana Whitfield", "Restore"]


def test_the_last_check_ins_are_dots_the_oldest_first_and_their_word(bench: PeopleBench) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal)
    look(bench, goal, ago=9)
    look(bench, goal, ago=5, confidence=Confidence.OFF_COURSE)
    look(bench, goal, confidence=Confidence.WOBBLING)
    line = Screen(bench).line("Restore")
    assert line.dots == (Standing.ON_COURSE, Standing.OFF_COURSE, Standing.WOBBLING)
    assert (line.word, line.checked, line.due) == ("wobbling", "today", "15 Dec")
    assert "course: on course, off course" in line.after


def test_more_than_thirty_days_without_a_check_in_are_said(bench: PeopleBench) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal)
    look(bench, goal, ago=31)
    screen = Screen(bench)
    line = screen.line("Restore")
    assert line.is_long_ago
    assert line.checked == "19 Oct, 31 days"
    [waiting] = screen.page._panel.waiting.lines
    assert waiting.text == "Restore"


def test_a_goal_that_waits_says_when_they_meet_and_goes_onto_the_agenda(
    bench: PeopleBench,
) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal)
    look(bench, goal, ago=41)
    plan(bench, on=TODAY, at=time(14))
    screen = Screen(bench)
    [line] = screen.page._panel.waiting.lines
    assert isinstance(line, PanelLine)
    assert line.right == "Dana, today 14:00"

    screen.page._panel.agenda.click()
    bench.settle()

    topics = bench.bench.ask(lambda workspace: workspace.talks.open_topics(bench.bench.dana.id))
    assert [topic.text for topic in topics] == ["Goal: Restore"]


def test_s16_everybody_is_told_a_to_z_with_their_live_step_or_that_there_is_none(
    bench: PeopleBench,
) -> None:
    new = NewGrowthStep(
        person=bench.bench.dana.id,
        kind=GrowthKind.SHADOWING,
        words=StepWords(purpose="Shadowing on call"),
    )
    bench.bench.ask(lambda workspace: workspace.growth.add_step(new))
    begin(bench, "Restore")
    alive = Screen(bench).alive
    assert list(alive) == ["Arjun", "Dana"]
    assert alive["Dana"].text == "Shadowing on call"
    assert alive["Arjun"].text == "No step yet"


def test_s42_somebody_without_a_career_talk_says_no_talk_yet(bench: PeopleBench) -> None:
    begin(bench, "Restore")
    line = Screen(bench).alive["Dana"]
    assert line.right == "no talk yet"
    assert line.is_strong


def test_the_filter_lets_one_course_one_person_and_one_list_through(bench: PeopleBench) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal)
    look(bench, goal, confidence=Confidence.WOBBLING)
    begin(bench, "Night calls", person=bench.bench.arjun.id)
    screen = Screen(bench)
    course = screen.page.filter.course
    course.setCurrentIndex(course.findData(Confidence.WOBBLING.value))
    course.activated.emit(course.currentIndex())
    bench.settle()
    assert screen.listed == ["Dana Whitfield", "Restore"]
    screen.page.filter.segments.set_current(2)
    bench.settle()
    assert screen.listed == []
    screen.page._show_all()
    bench.settle()
    assert len(screen.listed) == 4


def test_c_checks_the_chosen_goal_in(bench: PeopleBench) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal)
    screen = Screen(bench)
    screen.press(KEY.Key_C)
    sheet = screen.page.deeds.check_in_sheet
    assert sheet.isVisible()
    QTest.keyClicks(focused(), "It prints")
    sheet.yes.click()
    bench.settle()
    assert get(bench, goal).state is GoalState.ACTIVE
    assert screen.line("Restore").checked == "today"


def test_enter_opens_the_goal_on_its_persons_page(bench: PeopleBench) -> None:
    goal = begin(bench, "Restore")
    screen = Screen(bench)
    screen.press(KEY.Key_Return)
    wanted = Place(PageName.PERSON, person=bench.bench.dana.id, goal=goal, query="goals")
    assert bench.places[-1] == wanted


def test_a_place_that_names_a_finished_goal_shows_the_list_that_it_is_in(
    bench: PeopleBench,
) -> None:
    goal = begin(bench, "Restore")
    agree(bench, goal, GoalState.ACTIVE, GoalState.MET)
    begin(bench, "Night calls", person=bench.bench.arjun.id)
    screen = Screen(bench)
    screen.page.show_place(Place(PageName.GOALS, goal=goal))
    bench.settle()
    assert screen.listed == ["Dana Whitfield", "Restore"]
    assert screen.page.list.chosen_key == goal


def test_the_panel_lies_beside_a_wide_page_and_is_asked_for_in_a_narrow_one(
    bench: PeopleBench,
) -> None:
    begin(bench, "Restore")
    assert Screen(bench).page._panel.isVisible()
    narrow = Screen(bench, 900)
    assert not narrow.page._panel.isVisible()
    assert narrow.page.panel_button.isVisible()
    narrow.page.toggle_panel()
    bench.settle()
    assert narrow.page._panel.isVisible()
    narrow.page.close_panel()
    assert not narrow.page._panel.isVisible()


def test_an_empty_page_teaches(bench: PeopleBench) -> None:
    screen = Screen(bench)
    assert screen.page._empty.isVisible()
    assert focused() is screen.page._empty.focusProxy()


def test_discreet_mode_shows_initials_and_covers_titles(bench: PeopleBench) -> None:
    goal = begin(bench, "Dana restores alone")
    agree(bench, goal)
    screen = Screen(bench)
    bench.bench.session.discreet.switch(on=True, leaves_texts_open=True)
    bench.settle()
    assert screen.listed == ["DW", "DW restores alone"]
    assert "Dana" not in str(screen.page._panel.alive.lines)
    bench.bench.session.discreet.switch(on=False, leaves_texts_open=False)
    tell(bench)
    assert screen.listed == ["Dana Whitfield", "Dana restores alone"]
    assert date(2026, 11, 19) == TODAY
