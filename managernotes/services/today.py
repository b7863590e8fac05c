"""The start page: what has not been said, who waits for me, and what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from managernotes.domain.conversation import ConversationRow, ConversationType
from managernotes.domain.identity import PersonId
from managernotes.domain.today import Today, TodayColumn, TodayCounts, TodayTalk
from managernotes.practice.today import LOOSE_AFTER, MOST, end_of_week
from managernotes.services.ledger import Ledger
from managernotes.services.rhythm import standing
from managernotes.services.today_triad import come_back, loose, triad
from managernotes.storage import conversation_rows, rhythm, today_due
from managernotes.storage.rhythm import Member


class TodayService:
    """Reads the whole start page at once, with one cheap query for each list."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def today(self) -> Today:
        """Return what the start page shows now.

        Whoever is in the bin, left or moved on is on no card; who is away gets no nudge, and no
        one-to-one is due with them.
        """
        db, day = self._ledger.db, self._ledger.today()
        team = rhythm.team(db)
        thank, help_, raise_ = triad(db, team, day)
        i_owe, they_owe = self._promises(day)
        talks = self._planned(team, day) + self._due(team, day)
        follow_ups = today_due.to_look_at(db, day)
        again, jots = come_back(db, day), loose(db, self._ledger.now() - LOOSE_AFTER, day)
        counts = TodayCounts(
            thank=thank.total,
            help=help_.total,
            raise_=raise_.total,
            i_owe=i_owe.total,
            they_owe=they_owe.total,
            one_on_ones=sum(talk.on is None or talk.on <= day for talk in talks),
            follow_ups=len(follow_ups),
            come_back=again.total,
            loose=jots.total,
        )
        return Today(
            day=day,
            thank=thank,
            help=help_,
            raise_=raise_,
            i_owe=i_owe,
            they_owe=they_owe,
            one_on_ones=talks,
            follow_ups=TodayColumn(tuple(follow_ups[:MOST]), len(follow_ups[MOST:])),
            come_back=again,
            loose=jots,
            counts=counts,
        )

    def _promises(self, day: date) -> tuple[TodayColumn, TodayColumn]:
        db = self._ledger.db
        due = today_due.due_promises(db, end_of_week(day))
        shown = [*due.mine[:MOST], *due.theirs[:MOST]]
        cards = today_due.promise_cards(db, shown, due.untold, day)
        mine = len(due.mine[:MOST])
        return (
            TodayColumn(cards[:mine], len(due.mine[MOST:])),
            TodayColumn(cards[mine:], len(due.theirs[MOST:])),
        )

    def _planned(self, team: Sequence[Member], day: date) -> tuple[TodayTalk, ...]:
        """Return the talks of the week that are still to be held, whatever sort they are."""
        db = self._ledger.db
        last_on = {member.id: member.last_on for member in team}
        rows = conversation_rows.rows(db, today_due.talks_ahead(db, end_of_week(day)))
        return tuple(
            _talk(row, last_on) for row in rows if not last_on.keys().isdisjoint(row.people)
        )

    def _due(self, team: Sequence[Member], day: date) -> tuple[TodayTalk, ...]:
        """Return the one-to-ones that are due and have no day yet, A-Z (INV-13)."""
        planned = today_due.planned_with(self._ledger.db)
        stand = ((member, standing(member, day)) for member in team if member.key not in planned)
        return tuple(
            TodayTalk(
                conversation=None,
                type=ConversationType.ONE_ON_ONE,
                people=(member.id,),
                last_on=member.last_on,
                days_since=found.days,
                is_late=found.is_late,
                usual_at=member.usual.at,
            )
            for member, found in stand
            if found.is_due
        )


def _talk(row: ConversationRow, last_on: Mapping[PersonId, date | None]) -> TodayTalk:
    return TodayTalk(
        conversation=row.id,
        type=row.type,
        people=row.people,
        title=row.title or row.inner_title,
        on=row.planned_on,
        at=row.planned_at,
        minutes=row.minutes,
        moved_from=row.moved_from,
        their_topics=row.their_topics,
        concerns_planned=row.concerns_planned + bool(row.inner_title),
        is_brief_read=row.is_brief_read,
        last_on=next((last_on[who] for who in row.people if who in last_on), None),
    )
