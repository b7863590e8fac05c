"""Reading what a month was made of, for its look-back (S06, S33, S45)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from managernotes.domain.look_back import Month
from managernotes.domain.metric import Item
from managernotes.domain.month_material import Material, OneThing
from managernotes.domain.observation import Kind
from managernotes.services.ledger import Ledger
from managernotes.services.note_items import note_items
from managernotes.storage import look_backs, month_deeds, month_notes
from managernotes.storage.month_notes import DatedNote
from managernotes.vault.connection import Connection

MOST: Final = 50
"""Lines of one list; a month of a team has fewer."""

_GROWING = (Kind.SUPPORT_GIVEN, Kind.GROWTH)


def material_of(ledger: Ledger, month: Month) -> Material:
    """Return the lists of a month; what nothing belongs to is empty."""
    db, lists = ledger.db, _Lists(ledger.db)
    first, last = month.first, month.last
    thanks = [
        *month_notes.of_kinds(db, first, last, [Kind.PRAISE_GIVEN]),
        *month_notes.said(db, first, last, Kind.WIN),
    ]
    waited = month_notes.waited_longest(db, last)
    unsaid = month_notes.unsaid(db, first, last, Kind.WIN)
    hard = month_notes.said(db, first, last, Kind.CONCERN)
    told = month_notes.of_kinds(db, first, last, [Kind.THEIR_FEEDBACK_TO_ME])
    agreed = month_notes.of_kinds(db, first, last, [Kind.AGREEMENT_NOTE])
    grown = month_notes.of_kinds(db, first, last, _GROWING)
    return Material(
        month=month,
        thanks_said=lists.of("thanks_said", thanks),
        good_work_unsaid=lists.of("good_work_unsaid", unsaid, are_open=True),
        hard_things_said=lists.of("hard_things_said", hard),
        waited_longest=note_items(db, [waited] if waited else [], are_open=True),
        promises_moved=lists.of("promises_moved", [], month_deeds.promises_moved(db, first, last)),
        told_me=lists.of("told_me", told),
        kept_running=lists.of("kept_running", agreed, _kept_running(db, first, last)),
        grew_people=lists.of("grew_people", grown, _grew_people(db, first, last)),
        fit_to_tell=lists.of("fit_to_tell", month_notes.for_team(db, first, last)),
        last_one_thing=_last_one_thing(db, month),
        cut=frozenset(lists.cut),
    )


class _Lists:
    """Cuts each list to its first lines, and remembers which of them go on."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self.cut: set[str] = set()

    def of(
        self,
        name: str,
        notes: Sequence[DatedNote],
        deeds: Sequence[Item] = (),
        *,
        are_open: bool = False,
    ) -> tuple[Item, ...]:
        """Return the first of some notes and deeds, by the day that counts."""
        earliest = sorted(notes, key=_by_day)[:MOST]
        found = [*note_items(self._db, earliest, are_open=are_open), *deeds]
        shown = sorted(found, key=lambda item: item.on or date.min)[:MOST]
        if len(notes) + len(deeds) > len(shown):
            self.cut.add(name)
        return tuple(shown)


def _kept_running(db: Connection, first: date, last: date) -> list[Item]:
    """Return what the manager in me did beside notes: check-ins, and promises kept (S06)."""
    return [
        *month_deeds.check_ins(db, first, last),
        *month_deeds.promises_kept(db, first, last),
    ]


def _grew_people(db: Connection, first: date, last: date) -> list[Item]:
    """Return what the leader in me did beside notes: growth steps, and career talks (S06)."""
    return [
        *month_deeds.growth_steps(db, first, last),
        *month_deeds.career_talks(db, first, last),
    ]


def _last_one_thing(db: Connection, month: Month) -> OneThing | None:
    for one in look_backs.look_backs(db):
        if one.month < month and one.words.one_thing.strip():
            return OneThing(month=one.month, text=one.words.one_thing.strip())
    return None


def _by_day(note: DatedNote) -> tuple[date, int]:
    return note.on, note.key
