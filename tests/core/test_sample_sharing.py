"""Tests of how far a win or a concern of the sample has been said."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from managernotes.domain.observation import SHAREABLE_KINDS, Kind, ShareState
from managernotes.domain.share_rules import HEARD
from managernotes.services.sample_grammar import seeded
from managernotes.services.sample_sharing import said

TODAY = date(2026, 11, 24)


def states(kind: Kind, days_ago: int) -> Counter[ShareState | None]:
    chance = seeded(1)
    day = TODAY - timedelta(days=days_ago)
    return Counter(said(kind, day, TODAY, chance)[0] for _ in range(1_000))


def test_gives_no_state_to_what_waits_for_nobody() -> None:
    for kind in set(Kind) - SHAREABLE_KINDS:
        assert said(kind, TODAY - timedelta(days=3), TODAY, seeded(1)) == (None, None)


def test_leaves_more_unsaid_the_newer_it_is() -> None:
    unsaid = [states(Kind.WIN, ago)[ShareState.UNSAID] for ago in (1, 14, 40, 365)]
    assert unsaid == sorted(unsaid, reverse=True)
    assert unsaid[0] > 500
    assert unsaid[-1] < 60


def test_sees_a_change_only_after_a_concern_and_after_a_while() -> None:
    assert states(Kind.CONCERN, 200)[ShareState.CHANGE_SEEN] > 100
    assert states(Kind.CONCERN, 20)[ShareState.CHANGE_SEEN] == 0
    assert states(Kind.WIN, 200)[ShareState.CHANGE_SEEN] == 0


def test_gives_a_day_to_what_was_heard_and_only_to_that() -> None:
    chance = seeded(1)
    for ago in range(1, 366):
        day = TODAY - timedelta(days=ago)
        state, heard = said(Kind.CONCERN, day, TODAY, chance)
        assert (heard is not None) == (state in HEARD)
        assert heard is None or day <= heard < TODAY
