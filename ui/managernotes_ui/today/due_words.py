"""Words for what is due: promises, talks of the week, what to look at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from managernotes.domain.conversation import ONE_ON_ONES, PREPARED_TYPES
from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    PromiseId,
    ThreadId,
)
from managernotes.domain.promise import PromiseState
from managernotes.domain.today import CardType, Today, TodayCard, TodayTalk
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import today as strings
from managernotes_ui.today.today_rows import (
    Head,
    PromiseRow,
    Sort,
    TalkRow,
    Target,
)

NameOf = Callable[[PersonId], str]

_MINE = "i_owe"
_NEAR_DAYS = 1
"""A day so close is set in the text colour."""


class DueWords:
    """Rows of the two lower lists."""

    def __init__(self, dates: DateWords, name_of: NameOf) -> None:
        self._dates = dates
        self._name_of = name_of

    def promises(self, today: Today) -> Iterable[PromiseRow | Head]:
        """Yield what I owe, what they owe, and notes to come back to."""
        groups = (
            (strings.I_OWE, today.i_owe),
            (strings.THEY_OWE, today.they_owe),
            (strings.COME_BACK, today.come_back),
        )
        for title, column in groups:
            if column.total:
                yield Head(title)
                yield from (self._promise(card, today.day) for card in column.cards)
                if column.more:
                    yield Head(strings.MORE.format(number=column.more))

    def _promise(self, card: TodayCard, today: date) -> PromiseRow:
        who = ", ".join(_first(self._name_of(person)) for person in card.people)
        if card.kind == _MINE and not card.people:
            who = strings.MYSELF
        text = text_of(card)
        due = self._dates.near(card.due_on, today) if card.due_on else ""
        if card.is_untold:
            due = strings.UNTOLD
        near = card.is_untold or (card.due_on is not None and _is_near(card.due_on, today))
        full = self._dates.full(card.due_on) if card.due_on else ""
        return PromiseRow(
            target=target_of(card),
            text=text,
            who=who,
            due=due,
            is_near=near,
            aloud=", ".join(part for part in (who, full, text, due) if part),
            tip="\n".join(part for part in (text, full) if part),
            is_untold=card.is_untold,
            is_dropped=card.state == PromiseState.DROPPED,
            come_back_on=card.due_on if card.type is CardType.NOTE else None,
        )

    def talks(self, today: Today) -> Iterable[TalkRow | Head]:
        """Yield the talks of the week, those due without a day, and what to look at again."""
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
            _sort_of(talk),
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
            button=_button_of(talk, is_today=is_today),
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
        text = text_of(card)
        return TalkRow(
            target=target_of(card),
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


def text_of(card: TodayCard) -> str:
    """Return what a card or a line says; a restricted note says nothing of itself."""
    if card.is_restricted:
        return strings.RESTRICTED
    text = without_marks(card.text)
    return f"{text} {strings.also(len(card.also))}" if card.also else text


def target_of(card: TodayCard) -> Target:
    """Return what a card or a line leads to."""
    person = card.people[0] if card.people else None
    match card.type:
        case CardType.PROMISE:
            return Target(Sort.PROMISE, person=person, promise=PromiseId(card.id))
        case CardType.CONVERSATION:
            return Target(Sort.FOLLOW_UP, person=person, conversation=ConversationId(card.id))
        case CardType.THREAD:
            return Target(Sort.THREAD, person=person, thread=ThreadId(card.id))
        case CardType.PERSON:
            return Target(Sort.RHYTHM, person=person)
        case _:
            return Target(Sort.NOTE, person=person, note=NoteId(card.id))


def _sort_of(talk: TodayTalk) -> Sort:
    if talk.conversation is None:
        return Sort.RHYTHM
    if talk.type in PREPARED_TYPES:
        return Sort.TO_PREPARE
    if talk.type in ONE_ON_ONES and not talk.is_brief_read:
        return Sort.ONE_ON_ONE
    return Sort.TALK


def _button_of(talk: TodayTalk, *, is_today: bool) -> str:
    if talk.conversation is None:
        return strings.PLAN_TALK
    return strings.START if is_today and _sort_of(talk) is Sort.TALK else strings.PREPARE_TALK


def _first(name: str) -> str:
    return name.split(" ", 1)[0] if name else ""


def _is_near(day: date, today: date) -> bool:
    return (day - today).days <= _NEAR_DAYS
