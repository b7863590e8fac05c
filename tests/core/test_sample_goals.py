"""The sample's goals, growth and lessons, and what its notes are measured by."""

from __future__ import annotations

from datetime import date

from managernotes.domain.look_back import Month
from managernotes.services.workspace import Workspace
from managernotes.storage import record_check
from tests.core.test_sample_talks import TODAY, new_vault, sample

__all__ = ["new_vault", "sample"]


def test_everybody_has_a_goal_and_each_runs_between_its_days(sample: Workspace) -> None:
    for person in sample.people.list_people():
        goals = sample.goals.of_person(person.id)
        assert goals
        for goal in goals:
            days = [check.on for check in goal.check_ins]
            assert days == sorted(days)
            assert all(goal.started_on <= day <= TODAY for day in days)


def test_growth_reads_as_the_services_would_have_stored_it(sample: Workspace) -> None:
    growth = [sample.growth.of_person(one.id) for one in sample.people.list_people()]
    assert any(one.plan for one in growth)
    steps = [step for one in growth for step in one.steps]
    assert steps
    assert all(step.steps[-1].state is step.state for step in steps)


def test_notes_are_measured_so_that_the_grid_is_filled(sample: Workspace) -> None:
    people = sample.people.list_people()
    grids = [sample.coverage.grid(one.id, Month.of(TODAY)) for one in people]
    assert all(grid.rows for grid in grids)
    assert sum(sum(row.cells) for grid in grids for row in grid.rows) > 100


def test_lessons_are_open_until_their_change_was_looked_at(sample: Workspace) -> None:
    lessons = sample.lessons.list()
    assert lessons
    for one in lessons:
        assert (one.closed_on is not None) == ((one.change_due_on or date.max) < TODAY)


def test_the_seals_of_the_papers_hold(sample: Workspace) -> None:
    assert record_check.check_record(sample.ledger.db)[1] == []
