"""The agenda of a talk in words: theirs, carried over, yours, to say, promises both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from uuid import UUID

from managernotes.domain.conversation import (
    TIMES_CARRIED_TO_DECIDE,
    Conversation,
    Topic,
    TopicState,
)
from managernotes.domain.links import Link, LinkSort
from managernotes.domain.observation import Kind
from managernotes.domain.promise import Promise, PromiseOwner, PromiseState
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import links as link_strings
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.talk_reading import NoteToSay, TalkRead

_SEPARATOR = " · "
_ENDINGS = {
    TopicState.TALKED: strings.TALKED,
    TopicState.DECIDED: strings.DECIDED,
    TopicState.LET_GO: strings.LET_GO,
}


class Sort(Enum):
    """What a row of the agenda is."""

    TOPIC = auto()
    NOTE = auto()
    PROMISE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class AgendaHead:
    """The head over a part of the agenda."""

    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row: a check, words, a line under them."""

    sort: Sort
    id: UUID
    text: str
    meta: str
    strong: str = ""
    """What of the line under it still waits for the manager."""
    is_done: bool = False
    waits: bool = False
    """A topic that was given a day; its check takes that back."""
    must_decide: bool = False
    kind: Kind | None = None
    link: LinkSort | None = None


Line = AgendaHead | AgendaRow


class AgendaWords:
    """Puts what was read into rows, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def lines(self, read: TalkRead) -> list[Line]:
        """Return heads and rows in the order of the page; a part with nothing has no head."""
        name = read.people[0].display_name.partition(" ")[0]
        agenda = read.agenda
        return [
            *_part(strings.THEIRS, strings.THEIRS_NOTE, map(self._topic, agenda.theirs)),
            *_part(strings.CARRIED, strings.CARRIED_NOTE, map(self._topic, agenda.carried)),
            *_part(strings.MINE, strings.MINE_NOTE, map(self._topic, agenda.mine)),
            *_part(strings.TO_SAY, strings.TO_SAY_NOTE, map(self._note, read.to_say)),
            *_part(strings.PROMISES, "", self._promises(read, name)),
            *_part(strings.CAME_OF, "", self._links(read)),
        ]

    def _topic(self, topic: Topic) -> AgendaRow:
        is_open = topic.state is TopicState.OPEN
        waits = topic.wait_until is not None and topic.wait_until > self._today()
        return AgendaRow(
            sort=Sort.TOPIC,
            id=topic.id,
            text=topic.text,
            meta=self._topic_meta(topic),
            is_done=waits or topic.state is not TopicState.OPEN,
            waits=waits,
            must_decide=is_open and not waits and topic.carried >= TIMES_CARRIED_TO_DECIDE,
        )

    def _topic_meta(self, topic: Topic) -> str:
        today = self._today()
        if topic.wait_until is not None and topic.wait_until > today:
            return strings.WAITS.format(day=self._dates.weekday_and_day(topic.wait_until, today))
        if topic.state in {TopicState.DECIDED, TopicState.LET_GO}:
            return _ENDINGS[topic.state]
        if topic.carried:
            return strings.FIRST_ON.format(
                day=self._dates.day(topic.first_on, today),
                days=count((today - topic.first_on).days, "day"),
                times=strings.times(topic.carried),
            )
        if topic.first_on == today:
            return strings.ADDED_AT.format(time=self._dates.time(topic.created_at))
        return strings.SINCE.format(day=self._dates.weekday_and_day(topic.first_on, today))

    def _note(self, found: NoteToSay) -> AgendaRow:
        note = found.note
        words = note.text.title or note.text.fact.strip().partition("\n")[0]
        said = strings.UNSAID
        if found.is_said and found.said_on is not None:
            said = strings.SAID.format(day=self._near(found.said_on))
        day = self._dates.weekday_and_day(note.occurred_on, self._today())
        return AgendaRow(
            sort=Sort.NOTE,
            id=found.id,
            text=without_marks(words),
            meta=_SEPARATOR.join((day, said)),
            is_done=found.is_said,
            kind=found.kind,
        )

    def _promises(self, read: TalkRead, name: str) -> Iterator[AgendaRow]:
        for promise in (*read.promises.mine, *read.promises.theirs, *read.promises.kept):
            yield self._promise(promise, name)

    def _promise(self, promise: Promise, name: str) -> AgendaRow:
        mine = promise.owner is PromiseOwner.ME
        who = strings.YOU_TO if mine else strings.TO_YOU
        is_open = promise.state is PromiseState.OPEN
        untold = mine and promise.is_untold
        return AgendaRow(
            sort=Sort.PROMISE,
            id=promise.id,
            text=promise.words.text,
            meta=_SEPARATOR.join((who.format(name=name), self._standing(promise))),
            strong=strings.NOT_TOLD if untold else "",
            is_done=not is_open,
        )

    def _standing(self, promise: Promise) -> str:
        day = promise.ended_on if promise.state is not PromiseState.OPEN else promise.due_on
        if day is None:
            return strings.NO_DUE
        words = {
            PromiseState.OPEN: strings.DUE,
            PromiseState.DROPPED: strings.DROPPED,
        }.get(promise.state, strings.KEPT)
        return words.format(day=self._near(day))

    def _links(self, read: TalkRead) -> Iterator[AgendaRow]:
        """Yield where a held talk came from and what it led to (S26); promises stand above."""
        if read.is_ahead:
            return
        for way, links in (
            (link_strings.CAME_FROM, read.links.came_from),
            (link_strings.LED_TO, read.links.led_to),
        ):
            for link in links:
                if link.sort is not LinkSort.PROMISE:
                    yield self._link(way, link)

    def _link(self, way: str, link: Link) -> AgendaRow:
        parts = [way, link_strings.SORTS[link.sort]]
        if link.on is not None:
            parts.append(self._dates.weekday_and_day(link.on, self._today()))
        return AgendaRow(
            sort=Sort.LINK,
            id=link.id,
            text=without_marks(link.text) or link_strings.COVERED,
            meta=_SEPARATOR.join(parts),
            link=link.sort,
        )

    def _near(self, day: date) -> str:
        today = self._today()
        if abs((day - today).days) <= 1:
            return self._dates.near(day, today)
        return self._dates.weekday_and_day(day, today)


def when_words(dates: DateWords, talk: Conversation, today: date) -> str:
    """Return "today 14:00, 45 minutes", as far as it is known."""
    day = talk.held_on or talk.planned_on
    at = talk.began_at or talk.planned_at
    parts = [] if day is None else [dates.near(day, today)]
    if day is not None and abs((day - today).days) > 1:
        parts = [dates.weekday_and_day(day, today)]
    if at is not None and parts:
        parts.append(f"{at:%H:%M}")
    words = " ".join(parts)
    minutes = count(talk.minutes, "minute") if talk.minutes else ""
    return ", ".join(filter(None, (words, minutes)))


def minutes_in(talk: Conversation, now: datetime) -> int | None:
    """Return how many minutes a talk has been going on, None before it began and after its day."""
    if talk.began_at is None or talk.held_on is not None:
        return None
    began = now.replace(hour=talk.began_at.hour, minute=talk.began_at.minute, second=0)
    minutes = int((now - began).total_seconds() // 60)
    return minutes if minutes >= 0 else None


def _part(title: str, note: str, rows: Iterator[AgendaRow] | Sequence[AgendaRow]) -> list[Line]:
    found = list(rows)
    return [AgendaHead(title, note), *found] if found else []
