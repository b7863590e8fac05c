"""Tests that the start page reads by index, however many notes there are."""

from __future__ import annotations

import pytest

from managernotes.storage import changes_to_ask, preparation_links, rhythm, today_due, today_notes
from tests.core.office import Office

_VALUES = {
    "kind": "win", "limit": 5, "keys": "[1]", "after": "[[1,2]]", "first": 1, "until": "2026-03-12",
    "today": "2026-03-12", "key": 1, "since": "2026-01-01", "ids": "[]", "person": 1,
    "long_ago": "2026-01-01", "since_day": "2026-01-01",
}  # fmt: skip
_COUNT, _IDS = "SELECT count(*)", "SELECT o.id"
_STATEMENTS = {
    "oldest unsaid": today_notes._OLDEST_UNSAID,
    "unsaid": today_notes._UNSAID_COUNT,
    "planned": today_notes._PLANNED,
    "asked": today_notes._ASKED,
    "helped": today_notes._HELPED,
    "to come back": f"{_IDS} {today_notes._COME_BACK} ORDER BY o.come_back_on, o.key",
    "how many to come back": f"{_COUNT} {today_notes._COME_BACK}",
    "loose": f"{_IDS} {today_notes._LOOSE} ORDER BY o.id",
    "how many loose": f"{_COUNT} {today_notes._LOOSE}",
    "due": today_due._DUE,
    "ahead": today_due._AHEAD,
    "planned with": today_due._PLANNED_WITH,
    "talks to look at": today_due._TALKS_TO_LOOK_AT,
    "team": rhythm._TEAM,
    "newest": rhythm._NEWEST,
    "thanked": rhythm._THANKED,
    "told": rhythm._TOLD,
    "gave": rhythm._GAVE,
    "last thanks": preparation_links._THANKED,
    "changes to ask": changes_to_ask._ASK,
}
_ALWAYS_SMALL = {"p", "promise", "moved", "m", "t", "CONSTANT"}
"""The team, and what is promised or moved: hundreds at most; and the row of a bare SELECT."""


@pytest.mark.parametrize("name", _STATEMENTS)
def test_no_list_of_the_start_page_reads_every_note_or_talk(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    steps = [str(row["detail"]) for row in found]
    scans = [step.removeprefix("SCAN ") for step in steps if step.startswith("SCAN ")]
    whole = [step for step in scans if " USING " not in step and "member" not in step]
    assert not [step for step in whole if step.split()[0] not in _ALWAYS_SMALL]


@pytest.mark.parametrize("name", ["unsaid", "how many to come back", "how many loose"])
def test_what_is_only_counted_is_counted_in_the_index(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    steps = [str(row["detail"]) for row in found if " o USING " in row["detail"]]
    assert steps
    assert all("COVERING INDEX" in step for step in steps)


@pytest.mark.parametrize("name", ["oldest unsaid", "to come back", "loose"])
def test_what_is_shown_comes_in_the_order_of_its_index(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    assert not [row for row in found if "TEMP B-TREE" in row["detail"]]
