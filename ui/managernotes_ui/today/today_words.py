"""Puts what waits today into words and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from managernotes.domain.identity import (
    NoteId,
    PersonId,
)
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import CardType, Today, TodayCard, TodayColumn
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import today as strings
from managernotes_ui.today.due_words import DueWords, NameOf, target_of, text_of
from managernotes_ui.today.today_rows import (
    CardRow,
    Column,
    More,
    TodayRows,
)
from managernotes_ui.widgets.kind_look import COVERED as COVERED_KIND
from managernotes_ui.widgets.kind_look import kind_look


class TodayWords:
    """Words for one day; names come from the directory, so that they may be initials."""

    def __init__(self, dates: DateWords, name_of: NameOf, covers_kinds: Callable[[], bool]) -> None:
        self._dates = dates
        self._name_of = name_of
        self._covers_kinds = covers_kinds
        self._due = DueWords(dates, name_of)

    def rows(self, today: Today) -> TodayRows:
        """Return everything the page shows."""
        columns = {
            Column.THANK: today.thank,
            Column.HELP: today.help,
            Column.RAISE: today.raise_,
        }
        return TodayRows(
            columns={name: self._column(name, column, today) for name, column in columns.items()},
            numbers={name: column.total for name, column in columns.items()},
            promises=tuple(self._due.promises(today)),
            talks=tuple(self._due.talks(today)),
            loose=tuple(NoteId(card.id) for card in today.loose.cards),
            loose_number=today.loose.total,
        )

    def _column(
        self, name: Column, column: TodayColumn, today: Today
    ) -> tuple[CardRow | More, ...]:
        cards = tuple(self._card(name, card, today.day) for card in column.cards)
        if not column.more:
            return cards
        return (*cards, More(strings.MORE.format(number=column.more), name))

    def _card(self, column: Column, card: TodayCard, today: date) -> CardRow:
        name = self._names(card.people)
        text = text_of(card)
        kind = Kind(card.kind) if card.type is CardType.NOTE else None
        age = self._age(card, today)
        full = self._dates.full(card.occurred_on)
        look = kind_look(kind) if kind is not None else COVERED_KIND
        word = COVERED_KIND.word if self._covers_kinds() else look.word
        return CardRow(
            column=column,
            target=target_of(card),
            name=name,
            age=age,
            text=text,
            kind=kind,
            icon=look.icon,
            word=look.word,
            day=self._dates.weekday_and_day(card.occurred_on, today),
            aloud=", ".join(part for part in (word, full, name, text, age) if part),
            tip="\n".join(part for part in (text, full) if part),
            also=card.also,
            planned_in=card.planned_in,
            is_planned=card.state == ShareState.PLANNED,
        )

    def _age(self, card: TodayCard, today: date) -> str:
        if card.state == ShareState.PLANNED and card.planned_for is not None:
            return strings.PLANNED.format(day=self._dates.near(card.planned_for, today))
        if card.state == ShareState.PLANNED:
            return strings.PLANNED_SOME_DAY
        if card.age_days <= 0:
            return strings.TODAY.lower()
        return strings.YESTERDAY if card.age_days == 1 else count(card.age_days, "day")

    def _names(self, people: Iterable[PersonId]) -> str:
        return ", ".join(name for name in map(self._name_of, people) if name)
