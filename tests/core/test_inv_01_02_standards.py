"""Nothing about expectations, goals, growth, lessons or look-backs assesses anybody."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import fields, is_dataclass
from types import ModuleType

import pytest

from managernotes import practice, services
from tests.core.office import Office
from tests.core.test_storage_migrations import FORBIDDEN

TABLES = {
    "vision": {"valid_from", "valid_to"},
    "role_purpose": set(),
    "yardstick": {"kind", "retired_on", "level", "area", "vision_line"},
    "yardstick_person": {"discussed_on", "is_named"},
    "yardstick_note": set(),
    "expectation_copy": set(),
}
"""What each table of standards holds beside the numbers that join it to others.

A column that is added has to be added here, by somebody who has asked whether it assesses a
person (INV-01) or tells what nobody may be judged by (INV-02).
"""
NUMBERS = {
    "check_in.value": "of a goal on a day",
    "goal.start_value": "of a goal",
    "goal.target_value": "of a goal",
    "yardstick_person.is_named": "yes or no",
    "growth_step.is_time_agreed": "yes or no",
    "goal_state_step.position": "order",
    "growth_step_state.position": "order",
    "lesson_person.position": "order",
}
"""Every number beside keys in the tables of the sixth and seventh step, and what it measures."""
STEPS = {
    *TABLES, "goal", "goal_state_step", "goal_note", "check_in", "growth_plan",
    "growth_plan_yardstick", "growth_step", "growth_step_state", "mentoring", "mentoring_met",
    "lesson", "lesson_person", "lesson_note", "look_back", "handover", "handover_person", "nudge",
}  # fmt: skip
NOT_OF_A_PERSON = {"age_days"}
"""Of a note, since it happened."""


def columns(office: Office, table: str) -> dict[str, str]:
    """Return the type of each column of a table."""
    found = office.db.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
    return {row["name"]: row["type"] for row in found}


@pytest.mark.parametrize("table", TABLES)
def test_inv_01_inv_02_a_table_of_standards_holds_only_what_was_looked_at(
    office: Office, table: str
) -> None:
    found = columns(office, table)
    assert {name for name in found if name.removesuffix("_key") == name != "key"} == TABLES[table]


def test_inv_01_the_only_numbers_beside_goals_are_orders_and_yes_or_no(office: Office) -> None:
    found = {
        f"{table}.{name}"
        for table in STEPS
        for name, kind in columns(office, table).items()
        if kind in {"INTEGER", "REAL"} and name != "key" and not name.endswith(("_key", "_in"))
    }
    assert found == set(NUMBERS)


def test_inv_01_every_word_a_goal_or_an_expectation_may_be_given_is_of_the_work(
    office: Office,
) -> None:
    [row] = office.db.execute("SELECT group_concat(sql) FROM sqlite_schema").fetchall()
    words = set(re.findall(r"'(\w+)'", row[0]))
    assert {"on_course", "leadership", "stretch_work"} <= words
    assert not words & FORBIDDEN


@pytest.mark.parametrize("package", [practice, services])
def test_inv_01_inv_02_nothing_that_is_read_out_has_a_field_that_assesses_anybody(
    package: ModuleType,
) -> None:
    modules = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    names = {
        part.name
        for module in modules
        if ".sample_" not in module.name  # a family name is that of nobody who lives
        for found in vars(importlib.import_module(module.name)).values()
        if isinstance(found, type) and is_dataclass(found)
        for part in fields(found)
    }
    assert len(names) > 20
    names -= NOT_OF_A_PERSON
    assert not {word for name in names for word in (name, *name.split("_"))} & FORBIDDEN
