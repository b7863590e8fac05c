"""Reading the metrics that stand on talks and people: M01, M12 and M14."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from managernotes.domain.attention import AttentionRow
from managernotes.domain.metric import Reading
from managernotes.domain.observation import Kind
from managernotes.practice.attention import first_day
from managernotes.practice.metrics.last_one_on_one import Standing, last_one_on_one
from managernotes.practice.metrics.my_attention import my_attention
from managernotes.practice.metrics.their_voice import LAST, their_voice
from managernotes.practice.rhythm import present_days
from managernotes.services.attention import attention_rows
from managernotes.services.metric_scope import MOST, MetricScope, is_there
from managernotes.services.note_items import note_items
from managernotes.services.rhythm import standing
from managernotes.storage import attention, metric_talks, month_notes

QUIET_FOR: Final = timedelta(days=30)
"""After so long without a note and a talk a question is fair (M12)."""


def read_last_one_on_one(scope: MetricScope) -> Reading:
    """Read M01: days since the last one-to-one."""
    return last_one_on_one(
        [
            Standing(
                person=member.id,
                rhythm=standing(member, scope.today),
                last=metric_talks.last_one_on_one(scope.db, member.key),
            )
            for member in scope.team
        ],
        scope.today,
    )


def read_my_attention(scope: MetricScope) -> Reading:
    """Read M12: notes and talks of sixty days; for one person, those themselves."""
    since = scope.today - QUIET_FOR
    notes = attention.notes_since(scope.db, since)
    talks = attention.talks_since(scope.db, since)
    quiet = {
        member.id
        for member in scope.team
        if not notes.get(member.key) and not talks.get(member.key)
        if is_there(member, scope.today)
        if present_days(max(since, member.known_since), scope.today, member.away)
    }
    reading = my_attention(_rows(scope), quiet)
    return _with_what_it_was(scope, reading) if scope.only else reading


def read_their_voice(scope: MetricScope) -> Reading:
    """Read M14: whether their words were written down in the last talks."""
    talks = metric_talks.last_held(scope.db, LAST, scope.key)
    return their_voice(talks, person=scope.person)


def _rows(scope: MetricScope) -> tuple[AttentionRow, ...]:
    return attention_rows(scope.db, scope.team, scope.today)


def _with_what_it_was(scope: MetricScope, reading: Reading) -> Reading:
    """Return the reading with the notes and talks it counted, newest first."""
    assert scope.only is not None
    since = first_day(scope.today)
    talks = metric_talks.held_since(scope.db, scope.only.key, since)
    notes = month_notes.of_kinds(scope.db, since, scope.today, Kind, scope.only.key)
    latest = notes[-MOST:]
    items = (*talks, *reversed(note_items(scope.db, latest)))
    return replace(reading, items=items or reading.items, more=len(notes) - len(latest))
