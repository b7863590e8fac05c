"""Direction, steps of growth and mentoring in the window (S15, S42)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.growth import (
    Growth,
    GrowthKind,
    MentoringState,
    MentoringWords,
    NewGrowthStep,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.person import Cadence
from managernotes_ui.widgets.menu import Menu
from tests.ui.goal_bench import ALT, TabScreen, begin
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, tell

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def growth(bench: PeopleBench) -> Growth:
    return bench.bench.ask(lambda workspace: workspace.growth.of_person(bench.bench.dana.id))


def add_step(bench: PeopleBench, kind: GrowthKind = GrowthKind.STRETCH_WORK) -> None:
    new = NewGrowthStep(
        person=bench.bench.dana.id,
        kind=kind,
        words=StepWords(purpose="Lead the incident review", manager_help="you chair"),
        due_on=date(2027, 2, 26),
    )
    bench.bench.ask(lambda workspace: workspace.growth.add_step(new))
    tell(bench)


def add_mentoring(bench: PeopleBench) -> None:
    words = MentoringWords(aim="First year on call", mentor="Arjun")
    bench.bench.ask(
        lambda workspace: workspace.growth.add_mentoring(
            bench.bench.dana.id, words, Cadence.FORTNIGHTLY, date(2027, 1, 7)
        )
    )
    tell(bench)


def at_growth(bench: PeopleBench) -> TabScreen:
    """Show the tab with the keyboard in the list of growth, its first row chosen."""
    screen = TabScreen(bench)
    rows = screen.tab.growth.list
    rows.setFocus(Qt.FocusReason.OtherFocusReason)
    rows.choose(rows.lines[0].key)
    return screen


def test_s15_g_plans_a_step_of_any_kind_with_purpose_and_day(bench: PeopleBench) -> None:
    begin(bench)
    screen = TabScreen(bench)

    screen.press(KEY.Key_G)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    menu.close()
    menu.actions()[0].trigger()
    bench.settle()
    sheet = screen.tab.growth_deeds.step_sheet
    assert {sheet.kind.itemData(n) for n in range(sheet.kind.count())} == set(GrowthKind)
    sheet.kind.setCurrentIndex(sheet.kind.findData(GrowthKind.TRAINING.value))
    screen.type("A course on interviewing")
    sheet.due.edit.setText("26 Feb")
    sheet.yes.click()
    bench.settle()

    [step] = growth(bench).steps
    assert (step.kind, step.state) == (GrowthKind.TRAINING, StepState.IDEA)
    assert (step.words.purpose, step.due_on) == ("A course on interviewing", date(2027, 2, 26))


def test_s15_a_step_that_is_done_asks_what_they_say_it_brought(bench: PeopleBench) -> None:
    add_step(bench)
    screen = at_growth(bench)
    for _move in range(2):
        screen.press(KEY.Key_Right, ALT)
    assert growth(bench).steps[0].state is StepState.DOING

    screen.press(KEY.Key_Right, ALT)
    ask = screen.tab.growth_deeds.ask_sheet
    assert ask.isVisible()
    assert growth(bench).steps[0].state is StepState.DOING
    screen.type("I ask before I answer now")
    ask.yes.click()
    bench.settle()

    [step] = growth(bench).steps
    assert (step.state, step.words.reflection) == (StepState.DONE, "I ask before I answer now")


def test_a_step_says_kind_help_and_day(bench: PeopleBench) -> None:
    add_step(bench)
    [line] = at_growth(bench).tab.vm.growth
    assert line.detail == "Stretch work · your help: you chair"
    assert (line.state, line.when) == ("idea", "26 Feb")


def test_m_notes_that_a_mentor_and_they_met_and_it_can_be_taken_back(bench: PeopleBench) -> None:
    add_mentoring(bench)
    screen = at_growth(bench)
    assert "every two weeks from January" in screen.tab.vm.growth[0].detail

    screen.press(KEY.Key_M)

    [one] = growth(bench).mentoring
    assert one.met_on == (TODAY,)
    assert "last met 19 Nov" in screen.tab.vm.growth[0].detail
    screen.tab._undo.undo()
    bench.settle()
    assert growth(bench).mentoring[0].met_on == ()


def test_mentoring_that_ends_asks_what_was_gained(bench: PeopleBench) -> None:
    add_mentoring(bench)
    screen = at_growth(bench)
    for _move in range(3):
        screen.press(KEY.Key_Right, ALT)
    assert screen.tab.growth_deeds.ask_sheet.isVisible()
    screen.type("Calm nights")
    screen.tab.growth_deeds.ask_sheet.yes.click()
    bench.settle()
    [one] = growth(bench).mentoring
    assert (one.state, one.words.gained) == (MentoringState.ENDED, "Calm nights")


def test_the_bin_gives_a_step_back(bench: PeopleBench) -> None:
    add_step(bench)
    screen = at_growth(bench)
    screen.press(KEY.Key_Delete)
    assert growth(bench).steps == ()
    screen.tab._undo.undo()
    bench.settle()
    assert len(growth(bench).steps) == 1


def test_enter_edits_a_step_whose_words_save_themselves(bench: PeopleBench) -> None:
    add_step(bench)
    screen = at_growth(bench)
    screen.press(KEY.Key_Return)
    sheet = screen.tab.growth_deeds.step_sheet
    assert sheet.isVisible()
    sheet.help.setText("you take notes")
    sheet.close_sheet()
    bench.settle()
    assert growth(bench).steps[0].words.manager_help == "you take notes"


def test_their_direction_is_written_in_their_words_and_saves_itself(bench: PeopleBench) -> None:
    begin(bench)
    screen = TabScreen(bench)
    screen.press(KEY.Key_D)
    screen.type("I make people better")
    screen.tab.growth_deeds.direction_sheet.close_sheet()
    bench.settle()
    plan = growth(bench).plan
    assert plan is not None
    assert (plan.words.direction, plan.said_on) == ("I make people better", TODAY)
    assert screen.tab.direction.direction.text() == "“I make people better”"


def test_s42_the_last_career_talk_is_said_or_not_yet(bench: PeopleBench) -> None:
    bench.bench.ask(
        lambda workspace: workspace.growth.save_plan(
            bench.bench.dana.id, PlanWords(direction="Lead"), said_on=date(2026, 9, 2)
        )
    )
    begin(bench)
    screen = TabScreen(bench)
    assert screen.tab.direction.said.text() == "said Wed 2 Sep"
    assert screen.tab.direction.career.text() == "Last career talk: not yet"
