"""A team of ten with one person in difficulty, until the month is looked back at.

Keys only, on a real X server; the app is started on three days, the last one the end of March.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from managernotes.domain.growth import StepState
from managernotes.domain.lesson import LessonState
from managernotes.domain.look_back import LookBackState
from managernotes.domain.look_back import Month as CalendarMonth
from managernotes.domain.observation import Kind
from managernotes.domain.thread import ThreadKind
from managernotes.practice.growth_alive import HARD_SPELL_PAUSE
from managernotes.services.nudges import HARD_SPELL
from managernotes.services.workspace import Workspace
from tests.journeys.desktop import Desktop, until
from tests.journeys.months import Month

pytestmark = [pytest.mark.xvfb, pytest.mark.faketime]

FIRST, MIDDLE, LAST = date(2026, 2, 27), date(2026, 3, 13), date(2026, 3, 31)
MARCH = CalendarMonth(2026, 3)
TEAM = tuple(
    f"{name}; Engineer; 2024-05-06"
    for name in (
        "Aisha Khan",
        "Bo Larsen",
        "Carla Ruiz",
        "Dev Patel",
        "Emil Novak",
        "Fay Turner",
        "Gus Meyer",
        "Hana Sato",
        "Ivo Petrov",
        "Jonah Okafor",
    )
)
STEP = "Reads along with the storage group"
LESSON = "The cut-over at night"


@pytest.fixture
def month(home: Path) -> Iterator[Month]:
    """Start an X server for somebody who has never run the app."""
    desktop = Desktop(home)
    yield Month(desktop)
    desktop.close()


def test_s06_s14_s24_s32_a_hard_spell_from_the_empty_vault_to_the_look_back(month: Month) -> None:
    month.begin(FIRST, TEAM)
    see_the_setback(month)
    stand_by(month)
    plan_a_step(month)
    month.go_on(MIDDLE)
    say_the_concern(month)
    learn_from_it(month)
    month.go_on(LAST)
    ask_after_growth(month)
    look_back(month)
    month.end()
    month.in_vault(hold_against_the_month, LAST + timedelta(days=1))


def see_the_setback(month: Month) -> None:
    """Write what happened and a concern, and follow the setback as a thread."""
    month.person("jonah")
    write(month, "+con the cut-over stopped at 02:40 and nobody was told ^-1")
    write(month, "+context two people away in the week of the cut-over ^-1")
    month.keys("ctrl+2", wait=0.8)
    month.keys("ctrl+Next", "ctrl+Next", wait=0.8)
    month.keys("ctrl+t", wait=0.8)
    month.type("J")  # about whom
    month.keys("Tab", "Tab")  # a setback
    month.type("The storage move")
    month.keys("Return", wait=0.8)


def write(month: Month, line: str) -> None:
    """Write a note about the person on show."""
    month.keys("ctrl+n", wait=0.5)
    month.type(line)
    month.keys("Return", wait=0.8)


def stand_by(month: Month) -> None:
    """Write down the help that was given."""
    month.person("jonah")
    write(month, "+support took the two customer calls myself")
    until(lambda: len(month.asked("timeline", "jonah")) == 3, "the notes were not saved")


def plan_a_step(month: Month) -> None:
    """Keep growth going in the hard spell: one step, with its help (S14)."""
    month.person("jonah")
    month.keys("ctrl+Next", wait=1)
    month.keys("g", "Return", wait=0.8)  # a step, not mentoring
    month.type(STEP)
    month.keys("Return", wait=0.8)


def say_the_concern(month: Month) -> None:
    """Say it to them, from the note itself; until then it waits under Raise."""
    assert len(month.asked("today")["raise"]) == 1
    month.person("jonah")
    month.keys("Down", "Down", "Down", "Down", wait=0.2)
    month.keys("3", wait=0.8)  # only concerns
    month.keys("Down", "s", wait=0.8)
    until(lambda: month.asked("today")["raise"] == [], "the concern was not said")


def learn_from_it(month: Month) -> None:
    """Write a lesson: two answers, one condition that is no person, one change with its day."""
    month.keys("ctrl+2", wait=0.8)
    month.keys("ctrl+Prior", wait=0.8)
    month.keys("ctrl+t", wait=0.8)
    month.type(LESSON)
    month.keys("Return", wait=1)
    month.keys("alt+1")
    month.type("Done by midnight")
    month.keys("alt+2")
    month.type("It stopped at 02:40")
    month.keys("alt+4")
    month.type("the plan was made before the holidays were")
    month.keys("ctrl+Return", "ctrl+Return", wait=1)  # understood; now its change
    month.type("Anybody may stop it before one")
    month.keys("Tab")
    month.type("Whoever is on duty")
    month.keys("Tab")
    month.type("27 Mar")
    month.keys("Return", wait=1)


def ask_after_growth(month: Month) -> None:
    """Open the person's page: a quiet question stands over it, growth has rested for a month."""
    month.person("jonah")


def look_back(month: Month) -> None:
    """Answer one question of five; one may stop after that."""
    month.keys("ctrl+1", wait=0.8)
    month.keys("b", wait=1)
    month.type("Helped Jonah. Forgot Hana")
    month.keys("ctrl+Return", "Return", wait=0.8)


def hold_against_the_month(workspace: Workspace) -> None:
    """Compare what the vault holds with what was done."""
    jonah = workspace.people.find("jonah").id
    [thread] = workspace.threads.of_person(jonah)
    assert thread.kind is ThreadKind.SETBACK
    [step] = workspace.growth.of_person(jonah).steps
    assert (step.words.purpose, step.state) == (STEP, StepState.IDEA)
    [lesson] = workspace.lessons.list()
    assert lesson.state is LessonState.CHANGE_AGREED
    back = workspace.look_backs.get(MARCH)
    assert back is not None
    assert (back.state, back.words.cared) == (LookBackState.DONE, "Helped Jonah. Forgot Hana")
    assert not workspace.nudges.wants(HARD_SPELL, jonah, HARD_SPELL_PAUSE)
    [moment] = workspace.even_hand.unmeasured((Kind.CONCERN,), FIRST - timedelta(days=7))
    assert (moment.name, moment.days, moment.said_on) == ("Jonah Okafor", 15, MIDDLE)
    material = workspace.look_backs.material(MARCH)
    assert [item.text for item in material.hard_things_said] == [moment.text]
