"""What the story tells for pictures 10, 11, 24, 26, 27 and 28."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from managernotes.domain.goal import Confidence
from managernotes.domain.lesson import Held, LessonState
from managernotes.domain.look_back import LookBackState, Month
from managernotes.services.workspace import Workspace
from tests.core.test_story import person, told

NOVEMBER = Month(2026, 11)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = told(tmp_path_factory.mktemp("goals"))
    yield workspace
    workspace.close()


def test_lists_the_goals_of_everybody_as_picture_24_does(story: Workspace) -> None:
    names = {one.id: one.display_name for one in story.people.list_people()}
    found = [(names[row.person], row.title) for row in story.goals.everyone()]
    assert found == [
        ("Arjun Mehta", "Night calls closed without a second call"),
        ("Arjun Mehta", "Run a release alone"),
        ("Dana Whitfield", "Bring restore time under 30 minutes"),
        ("Dana Whitfield", "Two people can run a release alone"),
        ("Dana Whitfield", "Write the on-call guide others use"),
        ("Ines Carvalho", "First order within one day of signing up"),
        ("Jonah Okafor", "Storage on the new cluster, no order lost"),
        ("Mei Lindqvist", "Every restore step has a time and an owner"),
        ("Ruth Adeyemi", "Hand-over between releases under a day"),
        ("Tomasz Zielinski", "Tender answered with risks named"),
    ]


def test_draws_the_course_of_picture_10(story: Workspace) -> None:
    [goal, *_] = story.goals.of_person(person(story, "dana").id)
    values = [(check.value, check.confidence) for check in goal.check_ins]
    on, wobbling = Confidence.ON_COURSE, Confidence.WOBBLING
    assert values == [(92, on), (88, on), (70, on), (74, wobbling), (51, on), (44, on)]
    assert (goal.start_value, goal.target_value, goal.due_on) == (92, 30, date(2026, 12, 15))
    assert goal.next_on == date(2026, 12, 1)


def test_has_talked_five_of_six_expectations_through_with_dana(story: Workspace) -> None:
    clarity = story.yardsticks.clarity(person(story, "dana").id)
    assert [one.words.title for one in clarity.open] == ["Decides with a reason written down"]
    assert len(clarity.talked) == 5


def test_looks_back_at_the_months_of_picture_26(story: Workspace) -> None:
    rows = {row.month: row for row in story.look_backs.months()}
    assert rows[NOVEMBER].state is LookBackState.OPEN
    assert rows[NOVEMBER.plus(-1)].one_thing == "ask, then explain"
    assert rows[NOVEMBER.plus(-3)].state is LookBackState.SKIPPED


def test_holds_the_five_lessons_of_picture_28(story: Workspace) -> None:
    lessons = {one.words.title: one for one in story.lessons.list()}
    rehearsal = lessons["Migration rehearsal of 28 October"]
    assert (rehearsal.held, rehearsal.again_on) == (Held.PARTLY, date(2027, 2, 19))
    closed = {title for title, one in lessons.items() if one.state is LessonState.CLOSED}
    assert closed == {"Outage of 30 August", "Tender of the spring", "Two people on holiday"}
    counts = story.lessons.checked_in_12_months()
    assert (counts.checked, counts.all) == (3, 4)
