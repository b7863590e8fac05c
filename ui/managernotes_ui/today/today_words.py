"""Puts what waits today into words and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from managernotes.domain.conversation import ONE_ON_ONES
from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    PromiseId,
    ThreadId,
)
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import CardType, Today, TodayCard, TodayColumn, TodayTalk
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.today.today_rows import (
    CardRow,
    Column,
    Head,
    More,
    PromiseRow,
    Sort,
    TalkRow,
    Target,
    TodayRows,
)
from managernotes_ui.widgets.kind_look import COVERED as COVERED_KIND
from managernotes_ui.widgets.kind_look import kind_look

NameOf = Callable[[PersonId], str]

_NEAR_DAYS = 1
"""A day so close is set in the text colour."""


class TodayWords:
    """Words for one day; names come from the directory, so that they may be initials."""

    def __init__(self, dates: DateWords, name_of: NameOf, covers_kinds: Callable[[], bool]) -> None:
        self._dates = dates
        self._name_of = name_of
        self._covers_kinds = covers_kinds

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
            promises=tuple(self._promises(today)),
            talks=tuple(self._talks(today)),
            loose=tuple(NoteId(card.id) for card in today.loose.cards),
            loose_number=today.loose.total,
        )

    def _column(
        self, name: Column, column: TodayColumn, today: Today
    ) -> tuple[CardRow | More, ...]:
        cards = tuple(self._card(card, today.day) for card in column.cards)
        if not column.more:
            return cards
        return (*cards, More(strings.MORE.format(number=column.more), name))

    def _card(self, card: TodayCard, today: date) -> CardRow:
        name = self._names(card.people)
        text = self._text(card)
        kind = Kind(card.kind) if card.type is CardType.NOTE else None
        age = self._age(card, today)
        full = self._dates.full(card.occurred_on)
        look = kind_look(kind) if kind is not None else COVERED_KIND
        word = COVERED_KIND.word if self._covers_kinds() else look.word
        return CardRow(
            target=_target(card),
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

    def _text(self, card: TodayCard) -> str:
        if card.is_restricted:
            return strings.RESTRICTED
        text = without_marks(card.text)
        return f"{text} {strings.also(len(card.also))}" if card.also else text

    def _age(self, card: TodayCard, today: date) -> str:
        if card.state == ShareState.PLANNED and card.planned_for is not None:
            return strings.PLANNED.format(day=self._dates.near(card.planned_for, today))
        if card.state == ShareState.PLANNED:
            return strings.PLANNED_SOME_DAY
        if card.age_days <= 0:
            return strings.TODAY.lower()
        return strings.YESTERDAY if card.age_days == 1 else count(card.age_days, "day")

    # --- the lists below ----------------------------------------------------------------------

    def _promises(self, today: Today) -> Iterable[PromiseRow | Head]:
        groups = (
            (strings.I_OWE, today.i_owe, True),
            (strings.THEY_OWE, today.they_owe, True),
            (strings.COME_BACK, today.come_back, False),
        )
        for title, column, ticks in groups:
            if column.total:
                yield Head(title)
                yield from (self._promise(card, today.day, ticks=ticks) for card in column.cards)
                if column.more:
                    yield Head(strings.MORE.format(number=column.more))

    def _promise(self, card: TodayCard, today: date, *, ticks: bool) -> PromiseRow:
        who = ", ".join(_first(self._name_of(person)) for person in card.people)
        text = self._text(card)
        due = self._dates.near(card.due_on, today) if card.due_on else ""
        if card.is_untold:
            due = strings.UNTOLD
        near = card.is_untold or (card.due_on is not None and _is_near(card.due_on, today))
        full = self._dates.full(card.due_on) if card.due_on else ""
        return PromiseRow(
            target=_target(card),
            text=text,
            who=who,
            due=due,
            is_near=near,
            aloud=", ".join(part for part in (who, full, text, due) if part),
            tip="\n".join(part for part in (text, full) if part),
            can_tick=ticks,
            icon=None if ticks else Icon.CALENDAR,
        )

    def _talks(self, today: Today) -> Iterable[TalkRow | Head]:
        if today.one_on_ones:
            yield Head(strings.THEIRS_FIRST)
            yield from (self._talk(talk, today.day) for talk in today.one_on_ones)
        if today.follow_ups.total:
            yield Head(strings.FOLLOW_UPS)
            yield from (self._follow_up(card, today.day) for card in today.follow_ups.cards)
            if today.follow_ups.more:
                yield Head(strings.MORE.format(number=today.follow_ups.more))

    def _talk(self, talk: TodayTalk, today: date) -> TalkRow:
        who = ", ".join(_first(self._name_of(person)) for person in talk.people)
        text = self._what_it_brings(talk)
        day, is_today = self._day_of(talk.on, today)
        target = Target(
            Sort.RHYTHM if talk.conversation is None else Sort.ONE_ON_ONE,
            person=talk.people[0] if talk.people else None,
            conversation=talk.conversation,
        )
        full = self._dates.full(talk.on) if talk.on else ""
        at = talk.at.strftime("%H:%M") if talk.at else ""
        return TalkRow(
            target=target,
            day=day,
            time=at,
            who=who,
            text=text,
            is_today=is_today,
            aloud=", ".join(part for part in (full, at, who, text) if part),
            button=strings.PLAN_TALK if talk.conversation is None else strings.PREPARE_TALK,
        )

    def _what_it_brings(self, talk: TodayTalk) -> str:
        if talk.conversation is None:
            return strings.last_held(talk.days_since if talk.last_on else None)
        parts = []
        if talk.their_topics:
            parts.append(strings.topics(talk.their_topics))
        if talk.concerns_planned:
            parts.append(strings.concerns(talk.concerns_planned))
        if not parts and talk.moved_from is not None:
            parts.append(strings.MOVED_ONCE)
        if not parts and talk.type not in ONE_ON_ONES and talk.title:
            parts.append(talk.title)
        return ", ".join(parts)

    def _follow_up(self, card: TodayCard, today: date) -> TalkRow:
        who = ", ".join(_first(self._name_of(person)) for person in card.people)
        day, is_today = self._day_of(card.due_on, today)
        text = self._text(card)
        return TalkRow(
            target=Target(
                Sort.FOLLOW_UP,
                person=card.people[0] if card.people else None,
                conversation=ConversationId(card.id),
            ),
            day=day,
            time="",
            who=who,
            text=text,
            is_today=is_today,
            aloud=", ".join(part for part in (day, who, text) if part),
            button=strings.FOLLOW_UP,
        )

    def _day_of(self, day: date | None, today: date) -> tuple[str, bool]:
        if day is None:
            return strings.NO_DAY, False
        if day <= today:
            return (strings.TODAY if day == today else self._dates.day(day, today)), True
        return f"{self._dates.weekday(day)} {day.day}", False

    def _names(self, people: Iterable[PersonId]) -> str:
        return ", ".join(name for name in map(self._name_of, people) if name)


def _target(card: TodayCard) -> Target:
    person = card.people[0] if card.people else None
    match card.type:
        case CardType.PROMISE:
            return Target(Sort.PROMISE, person=person, promise=PromiseId(card.id))
        case CardType.CONVERSATION:
            return Target(Sort.TALK, person=person, conversation=ConversationId(card.id))
        case CardType.THREAD:
            return Target(Sort.THREAD, person=person, thread=ThreadId(card.id))
        case CardType.PERSON:
            return Target(Sort.RHYTHM, person=person)
        case _:
            return Target(Sort.NOTE, person=person, note=NoteId(card.id))


def _first(name: str) -> str:
    return name.split(" ", 1)[0] if name else ""


def _is_near(day: date, today: date) -> bool:
    return (day - today).days <= _NEAR_DAYS
