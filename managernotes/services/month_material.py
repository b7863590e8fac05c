"""Reading what a month was made of, for its look-back (S06, S33, S45)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from managernotes.domain.look_back import Month
from managernotes.domain.metric import Item
from managernotes.domain.month_material import Material, OneThing
from managernotes.domain.observation import Kind
from managernotes.services.ledger import Ledger
from managernotes.services.note_items import note_items
from managernotes.storage import look_backs, month_deeds, month_notes
from managernotes.storage.month_notes import DatedNote
from managernotes.vault.connection import Connection

_GROWING = (Kind.SUPPORT_GIVEN, Kind.GROWTH)


def material_of(ledger: Ledger, month: Month) -> Material:
    """Return the lists of a month; what nothing belongs to is empty."""
    db, first, last = ledger.db, month.first, month.last
    thanks = [
        *month_notes.of_kinds(db, first, last, [Kind.PRAISE_GIVEN]),
        *month_notes.said(db, first, last, Kind.WIN),
    ]
    waited = month_notes.waited_longest(db, last)
    return Material(
        month=month,
        thanks_said=note_items(db, sorted(thanks, key=_by_day)),
        good_work_unsaid=note_items(
            db, month_notes.unsaid(db, first, last, Kind.WIN), are_open=True
        ),
        hard_things_said=note_items(db, month_notes.said(db, first, last, Kind.CONCERN)),
        waited_longest=note_items(db, [waited] if waited else [], are_open=True),
        promises_moved=tuple(month_deeds.promises_moved(db, first, last)),
        told_me=note_items(db, month_notes.of_kinds(db, first, last, [Kind.THEIR_FEEDBACK_TO_ME])),
        kept_running=_kept_running(db, first, last),
        grew_people=_grew_people(db, first, last),
        fit_to_tell=note_items(db, month_notes.for_team(db, first, last)),
        last_one_thing=_last_one_thing(db, month),
    )


def _kept_running(db: Connection, first: date, last: date) -> tuple[Item, ...]:
    """Return what the manager in me did: check-ins, promises kept, what was agreed (S06)."""
    agreed = month_notes.of_kinds(db, first, last, [Kind.AGREEMENT_NOTE])
    return _oldest_first(
        [
            *month_deeds.check_ins(db, first, last),
            *month_deeds.promises_kept(db, first, last),
            *note_items(db, agreed),
        ]
    )


def _grew_people(db: Connection, first: date, last: date) -> tuple[Item, ...]:
    """Return what the leader in me did: support, growth, its steps, career talks (S06)."""
    return _oldest_first(
        [
            *note_items(db, month_notes.of_kinds(db, first, last, _GROWING)),
            *month_deeds.growth_steps(db, first, last),
            *month_deeds.career_talks(db, first, last),
        ]
    )


def _last_one_thing(db: Connection, month: Month) -> OneThing | None:
    for one in look_backs.look_backs(db):
        if one.month < month and one.words.one_thing.strip():
            return OneThing(month=one.month, text=one.words.one_thing.strip())
    return None


def _oldest_first(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.on or date.min, item.id)))


def _by_day(note: DatedNote) -> tuple[date, int]:
    return note.on, note.key
