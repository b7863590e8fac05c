"""Reading the metrics that stand on notes: M02, M03, M04 and M11."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from managernotes.domain.metric import Item, Reading
from managernotes.domain.observation import Kind
from managernotes.practice import rhythm as practice
from managernotes.practice.metrics import recognition, time_to_talk
from managernotes.practice.metrics.feedback_rhythm import Told, feedback_rhythm
from managernotes.practice.metrics.recognition import recognition_and_correction
from managernotes.practice.metrics.time_to_talk import Raised
from managernotes.practice.metrics.unsaid import Pile, Waiting, unsaid
from managernotes.services.metric_scope import MOST, MetricScope, is_there
from managernotes.services.note_items import note_items, with_items
from managernotes.storage import month_notes, rhythm, unsaid_notes
from managernotes.storage.month_notes import DatedNote
from managernotes.storage.note_keys import day_of_key

_DAY = timedelta(days=1)
_GIVEN = (Kind.FEEDBACK_GIVEN, Kind.PRAISE_GIVEN)


def read_feedback_rhythm(scope: MetricScope) -> Reading:
    """Read M02: what was said in the last eight weeks."""
    since = practice.first_day_of_dots(scope.today)
    told = [
        Told(
            person=member.id,
            on=rhythm.told_on(scope.db, member.id, since),
            away=member.away,
            is_there=is_there(member, scope.today),
        )
        for member in scope.team
    ]
    db, last, key = scope.db, scope.today, scope.key
    notes = _newest_first(
        [
            *month_notes.of_kinds(db, since, last, _GIVEN, key),
            *month_notes.said(db, since, last, Kind.WIN, key),
            *month_notes.said(db, since, last, Kind.CONCERN, key),
        ]
    )
    items = note_items(db, notes[:MOST])
    return feedback_rhythm(told, items, scope.today, more=len(notes) - len(items))


def read_unsaid(scope: MetricScope) -> Reading:
    """Read M03: thanks and concerns that nobody plans to say."""
    thanks, concerns = (_pile(scope, kind) for kind in (Kind.WIN, Kind.CONCERN))
    was_any = unsaid_notes.was_any(scope.db, scope.key)
    return unsaid(thanks, concerns, scope.today, was_any=was_any)


def read_recognition(scope: MetricScope) -> Reading:
    """Read M04: thanks and concerns said in 90 days."""
    db, key, last = scope.db, scope.key, scope.today
    since = last - recognition.LOOKED_BACK + _DAY
    thanks = [
        *month_notes.said(db, since, last, Kind.WIN, key),
        *month_notes.of_kinds(db, since, last, [Kind.PRAISE_GIVEN], key),
    ]
    concerns = month_notes.said(db, since, last, Kind.CONCERN, key)
    _, waiting = unsaid_notes.oldest(db, Kind.CONCERN, 1, key)
    return recognition_and_correction(
        len(thanks),
        len(concerns),
        note_items(db, _newest_first([*thanks, *concerns])[:MOST]),
        unsaid_concerns=waiting,
        person=scope.person,
    )


def read_time_to_talk(scope: MetricScope) -> Reading:
    """Read M11: what is open, and what was said in 90 days."""
    db, key, last = scope.db, scope.key, scope.today
    oldest, total = unsaid_notes.oldest(db, Kind.CONCERN, MOST, key)
    still = [*oldest, *unsaid_notes.planned(db, Kind.CONCERN, MOST, key)]
    since = last - timedelta(days=time_to_talk.LOOKED_BACK - 1)
    said = month_notes.said(db, since, last, Kind.CONCERN, key)
    latest = said[-MOST:]
    raised = [
        *(_raised(scope, note, item, None) for note, item in with_items(scope.db, still)),
        *(_raised(scope, note, item, note.on) for note, item in with_items(scope.db, latest)),
    ]
    more_open, more_said = total - len(oldest), len(said) - len(latest)
    return time_to_talk.time_to_talk(raised, last, more_open=more_open, more_said=more_said)


def _pile(scope: MetricScope, kind: Kind) -> Pile:
    notes, total = unsaid_notes.oldest(scope.db, kind, MOST, scope.key)
    oldest = [
        Waiting(
            item=item,
            seen_on=note.on,
            away=scope.away_of(item.person),
            is_there=scope.is_there(item.person),
        )
        for note, item in with_items(scope.db, notes)
    ]
    return Pile(oldest=oldest, total=total)


def _raised(scope: MetricScope, note: DatedNote, item: Item, said_on: date | None) -> Raised:
    return Raised(
        item=item,
        name=scope.name_of(item.person),
        seen_on=day_of_key(note.key),
        said_on=said_on,
        away=scope.away_of(item.person),
        is_there=scope.is_there(item.person),
    )


def _newest_first(notes: Iterable[DatedNote]) -> list[DatedNote]:
    return sorted(notes, key=lambda note: (note.on, note.key), reverse=True)
