"""Tests that look-back, even hand and metrics read by index, however many notes there are."""

from __future__ import annotations

import pytest

from managernotes.storage import (
    attention,
    even_moments,
    evidence_notes,
    metric_talks,
    metric_work,
    month_deeds,
    month_notes,
    unsaid_notes,
)
from tests.core.office import Office

_VALUES = {
    "first": 1, "last": "2026-11-30", "last_key": 2, "kind": "win", "kinds": '["win"]',
    "person": 1, "limit": 5, "since": "2026-09-01", "today": "2026-11-24", "until": "2026-12-01",
}  # fmt: skip
_STATEMENTS = {
    "of kinds": month_notes._OF_KINDS,
    "said": month_notes._SAID,
    "unsaid in a month": month_notes._UNSAID,
    "waited longest": month_notes._WAITED,
    "for the team": month_notes._FOR_TEAM,
    "oldest unsaid": unsaid_notes._OLDEST,
    "unsaid": unsaid_notes._COUNT,
    "planned": unsaid_notes._PLANNED,
    "evidence": evidence_notes._EVIDENCE,
    "second hand": evidence_notes._SECOND_HAND,
    "by yardstick": even_moments._BY_YARDSTICK,
    "by none": even_moments._BY_NONE,
    "attention, notes": attention._NOTES,
    "attention, talks": attention._TALKS,
    "last talks": metric_talks._LAST,
    "last talks with": metric_talks._LAST_WITH,
    "last one-to-one": metric_talks._LAST_ONE_ON_ONE,
    "talks since": metric_talks._SINCE_WITH,
    "talks ahead": metric_talks._CLARITY_AHEAD,
    "active goals": metric_work._ACTIVE_GOALS,
    "moved": month_deeds._MOVED,
    "kept": month_deeds._KEPT,
    "check-ins": month_deeds._CHECK_INS,
    "growth": month_deeds._GROWTH,
    "career talks": month_deeds._CAREER,
}
_LARGE = {"o", "r", "l", "observation", "observation_record", "observation_person", "paper"}
"""What there may be a hundred thousand of."""


@pytest.mark.parametrize("name", _STATEMENTS)
def test_no_reading_goes_through_every_note(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    steps = [str(row["detail"]) for row in found]
    scans = [step.removeprefix("SCAN ") for step in steps if step.startswith("SCAN ")]
    large = [scan for scan in scans if scan.split()[0] in _LARGE and " USING " not in scan]
    assert not large


@pytest.mark.parametrize("name", ["said", "second hand", "for the team"])
def test_the_wide_record_is_not_read_to_find_notes(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    steps = [str(row["detail"]) for row in found]
    assert [step for step in steps if " observation_record_" in step and "COVERING" in step] or [
        step for step in steps if "observation_record_for_team" in step
    ]


@pytest.mark.parametrize("name", ["of kinds", "unsaid in a month", "by yardstick", "by none"])
def test_days_are_a_range_of_numbers(office: Office, name: str) -> None:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {_STATEMENTS[name]}", _VALUES)
    steps = [str(row["detail"]) for row in found]
    assert [step for step in steps if "rowid>?" in step or "observation_key>?" in step]
