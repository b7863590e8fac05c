"""When a save amends the version before it, and when the words before are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.revision_rule import OpenVersion, amends
from tests.core.office import NOON

BEFORE = ("Ran the rollback", "calm")
AFTER = ("Ran the rollback calmly", "calm")
OPEN = OpenVersion(began_at=NOON, revision=4)


@pytest.mark.parametrize("seconds", [0, 1, 299.999])
def test_a_save_within_five_minutes_amends_what_this_session_began(seconds: float) -> None:
    now = NOON + timedelta(seconds=seconds)
    assert amends(OPEN, now=now, current=4, before=BEFORE, after=AFTER)


@pytest.mark.parametrize("seconds", [300, 86_400, -1])
def test_after_five_minutes_or_with_the_clock_gone_back_the_words_are_kept(
    seconds: float,
) -> None:
    now = NOON + timedelta(seconds=seconds)
    assert not amends(OPEN, now=now, current=4, before=BEFORE, after=AFTER)


def test_what_another_session_wrote_is_kept() -> None:
    assert not amends(None, now=NOON, current=4, before=BEFORE, after=AFTER)
    assert not amends(OPEN, now=NOON, current=5, before=BEFORE, after=AFTER)


def test_words_are_kept_when_more_than_half_of_them_are_thrown_away() -> None:
    half = ("x" * 7, "x" * 3)
    assert amends(OPEN, now=NOON, current=4, before=("x" * 20,), after=half)
    assert not amends(OPEN, now=NOON, current=4, before=("x" * 21,), after=half)
