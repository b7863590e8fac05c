"""The three columns of the start page, and the cards of notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from managernotes.domain.away import is_away
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, TimelineRow
from managernotes.domain.today import Ask, CardType, NoteToSay, TodayCard, TodayColumn
from managernotes.practice.today import (
    ASKED_WITHIN,
    MOST,
    Raise,
    is_old,
    to_help,
    to_raise,
    to_thank,
)
from managernotes.storage import note_reading, today_notes
from managernotes.storage.lists import id_list
from managernotes.storage.rhythm import Member
from managernotes.vault.connection import Connection


def triad(
    db: Connection, team: Sequence[Member], day: date
) -> tuple[TodayColumn, TodayColumn, TodayColumn]:
    """Return Thank, Help and Raise as of a day, about whoever is in the team (S41)."""
    known = {member.key: member.id for member in team}
    since = day - ASKED_WITHIN
    planned = today_notes.planned(db, known, day)
    wins, all_wins = today_notes.unsaid(db, Kind.WIN, known, MOST)
    concerns, all_concerns = today_notes.unsaid(db, Kind.CONCERN, known, MOST)
    thanks, raises = to_thank([*wins, *planned], day), to_raise([*concerns, *planned])
    helped_on = today_notes.helped(db, known, since)
    asks = to_help(today_notes.asked(db, known, since, helped_on), helped_on)
    shown = [note.id for note in thanks[:MOST]]
    shown += [entry.note.id for entry in raises[:MOST]]
    shown += [ask.id for ask in asks[:MOST]]
    cards = note_cards(db, shown, day)
    there = frozenset(member.id for member in team if not is_away(member.away, day))
    return (
        _column(
            (_to_say(note, cards, there, day) for note in thanks[:MOST]),
            len(thanks) + all_wins - len(wins),
        ),
        _column((_to_help(ask, cards) for ask in asks[:MOST]), len(asks)),
        _column(
            (_to_raise(entry, cards, there, day) for entry in raises[:MOST]),
            len(raises) + all_concerns - len(concerns),
        ),
    )


def come_back(db: Connection, day: date) -> TodayColumn:
    """Return the notes whose day to come back to them has come, the earliest day first."""
    notes, total = today_notes.to_come_back(db, day, MOST)
    days = today_notes.days_to_come_back(db, id_list(notes))
    cards = note_cards(db, notes, day)
    return _column((replace(cards[note], due_on=days[note]) for note in notes), total)


def loose(db: Connection, written_before: datetime, day: date) -> TodayColumn:
    """Return the jots that have waited for their kind since before a moment."""
    notes, total = today_notes.loose(db, written_before, MOST)
    cards = note_cards(db, notes, day)
    return _column((cards[note] for note in notes), total)


def note_cards(db: Connection, notes: Sequence[NoteId], day: date) -> dict[NoteId, TodayCard]:
    """Return the cards of these notes."""
    return {row.id: _card(row, day) for row in note_reading.rows_by_id(db, notes)}


def _column(cards: Iterable[TodayCard], total: int) -> TodayColumn:
    shown = tuple(cards)
    return TodayColumn(shown, total - len(shown))


def _to_say(
    note: NoteToSay, cards: Mapping[NoteId, TodayCard], there: frozenset[PersonId], day: date
) -> TodayCard:
    ahead = note.is_planned_ahead
    return replace(
        cards[note.id],
        people=note.people,
        planned_in=note.planned_in if ahead else None,
        planned_for=note.planned_for if ahead else None,
        is_old=is_old(note.kind, note.on, day) and not there.isdisjoint(note.people),
    )


def _to_raise(
    entry: Raise, cards: Mapping[NoteId, TodayCard], there: frozenset[PersonId], day: date
) -> TodayCard:
    card = _to_say(entry.note, cards, there, day)
    return replace(card, also=tuple(note.id for note in entry.also))


def _to_help(ask: Ask, cards: Mapping[NoteId, TodayCard]) -> TodayCard:
    return replace(cards[ask.id], people=ask.people)


def _card(row: TimelineRow, day: date) -> TodayCard:
    return TodayCard(
        id=row.id,
        type=CardType.NOTE,
        people=row.people,
        kind=row.kind.value,
        text=row.headline,
        occurred_on=row.occurred_on,
        age_days=(day - row.occurred_on).days,
        state=row.share_state.value if row.share_state else "",
        is_restricted=row.restricted,
    )
