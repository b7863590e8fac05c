"""A new team of six: what is expected, a first goal, thanks, and the month looked back at.

Keys only, on a real X server; the app is started on three days of March 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from managernotes.domain.look_back import LookBackState
from managernotes.domain.look_back import Month as CalendarMonth
from managernotes.services.workspace import Workspace
from tests.journeys.desktop import Desktop, until
from tests.journeys.months import Month

pytestmark = [pytest.mark.xvfb, pytest.mark.faketime]

FIRST, MIDDLE, LAST = date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 31)
MARCH = CalendarMonth(2026, 3)
TEAM = (
    "Anna Berg; Nurse; 2024-02-01",
    "Ben Osei; Nurse; 2023-05-02",
    "Chloe Martin; Nurse; 2022-09-01",
    "Dario Conti; Ward clerk; 2021-01-11",
    "Ewa Nowak; Nurse; 2026-03-02",
    "Farid Haddad; Nurse; 2019-06-03",
)
EXPECTED = "Says what is open at the bed"
GOAL = "Runs the ward round alone"
TRY = "thank on the same day"


@pytest.fixture
def month(home: Path) -> Iterator[Month]:
    """Start an X server for somebody who has never run the app."""
    desktop = Desktop(home)
    yield Month(desktop)
    desktop.close()


def test_s07_s27_s45_a_new_team_from_the_empty_vault_to_the_look_back(month: Month) -> None:
    month.begin(FIRST, TEAM)
    say_what_is_expected(month)
    talk_it_through(month)
    agree_a_goal(month)
    month.go_on(MIDDLE)
    see_and_thank(month)
    look_at_the_goal(month)
    month.go_on(LAST)
    look_back(month)
    month.end()
    month.in_vault(hold_against_the_month, LAST)


def say_what_is_expected(month: Month) -> None:
    """Write one expectation of a role; whoever is in the role has it, and nobody else."""
    month.keys("ctrl+7", wait=1)
    month.keys("ctrl+t", wait=0.8)
    month.type(EXPECTED)
    month.keys("Tab")
    month.type("Nurse")
    month.keys("Return", wait=1)
    until(lambda: len(expected_of(month, "ewa")) == 1, "nothing is expected of a nurse")
    assert expected_of(month, "dario") == []


def expected_of(month: Month, name: str) -> list[dict[str, object]]:
    """Return what is expected of somebody."""
    return month.asked("expectation", "list", "--person", name) or []


def talk_it_through(month: Month) -> None:
    """Say that it was talked through today, on the person's own page."""
    month.person("ewa")
    month.keys("ctrl+Next", "ctrl+Next", "ctrl+Next", "ctrl+Next", wait=0.6)
    month.keys("t", wait=0.5)
    until(
        lambda: expected_of(month, "ewa")[0]["talked_through_on"] == FIRST.isoformat(),
        "it was not talked through",
    )
    assert expected_of(month, "anna")[0]["open"] is True


def agree_a_goal(month: Month) -> None:
    """Write a goal with its measure, day and help; without them it could not be agreed (S07)."""
    month.keys("ctrl+shift+g", wait=0.8)
    month.type(GOAL)
    month.keys("Tab", "Tab", "Down", "Down", "Down", "Tab")  # set together
    month.type("Rounds from start to end")
    month.keys("Tab", "Down", "Tab")  # by a number
    month.type("30 Apr")
    month.keys("Tab")
    month.type("0")
    month.keys("Tab")
    month.type("5")
    month.keys("Tab", "Tab")
    month.type("Anna goes along the first week")
    month.keys("Return", wait=0.8)
    until(lambda: goal(month)["state"] == "proposed", "there is no goal")
    month.keys("alt+Right", wait=0.5)  # it is on show already, with the keyboard in its list
    until(lambda: goal(month)["state"] == "agreed", "the goal was not agreed")


def goal(month: Month) -> dict[str, object]:
    """Return the one goal."""
    [found] = month.asked("goal", "list") or [{"state": ""}]
    return dict(found)


def see_and_thank(month: Month) -> None:
    """Write a win, tie it to what is expected with two keys, and say it to them."""
    month.person("ewa")
    month.keys("ctrl+n", wait=0.5)
    month.type("+win told the night what was open at bed four ^-1")
    month.keys("Return", wait=0.8)
    month.keys("Escape", "e", "1", wait=0.6)
    until(lambda: len(month.asked("today")["thank"]) == 1, "the win was not saved")
    month.keys("s", wait=0.8)
    until(lambda: month.asked("today")["thank"] == [], "the thanks were not said")


def look_at_the_goal(month: Month) -> None:
    """Write a check-in: what there was to see, and the value."""
    month.person("ewa")
    month.keys("ctrl+Next", wait=0.8)
    month.keys("c", wait=0.8)
    month.type("Two rounds with Anna beside")
    month.keys("Tab")
    month.type("2")
    month.keys("ctrl+Return", wait=0.8)
    until(lambda: goal(month)["checked_on"] == MIDDLE.isoformat(), "there was no check-in")
    assert (goal(month)["state"], goal(month)["confidence"]) == ("active", "on_course")


def look_back(month: Month) -> None:
    """Take the ten minutes that Today offers; one thing to try, with a day."""
    month.keys("ctrl+1", wait=0.8)
    month.keys("b", wait=1)
    month.type("Thanked Ewa, late. Forgot Dario")
    month.keys("Tab", "Tab")
    month.type("The rota. I ask Farid on Thursday")
    month.keys("Tab", "Tab")
    month.type(TRY)
    month.keys("ctrl+Return", wait=0.8)
    month.type("30 Apr")
    month.keys("Return", wait=0.8)
    until(lambda: len(month.asked("promise", "list") or ()) == 1, "nothing was promised")


def hold_against_the_month(workspace: Workspace) -> None:
    """Compare what the vault holds with what was done."""
    ewa = workspace.people.find("ewa").id
    back = workspace.look_backs.get(MARCH)
    assert back is not None
    assert (back.state, back.words.one_thing, back.try_by) == (
        LookBackState.DONE,
        TRY,
        date(2026, 4, 30),
    )
    assert back.words.cared.endswith("Forgot Dario")
    [promise] = workspace.promises.lists().mine
    assert (promise.words.text, promise.people) == (TRY, ())
    grid = workspace.coverage.grid(ewa, MARCH)
    [row] = [row for row in grid.rows if row.yardstick and row.yardstick.words.title == EXPECTED]
    assert (row.cells[-1], row.said, row.seen) == (1, 1, 1)
    [ewas] = workspace.goals.of_person(ewa)
    assert [check.value for check in ewas.check_ins] == [2]
