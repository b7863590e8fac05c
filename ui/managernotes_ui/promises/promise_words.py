"""What a row of the list of promises says: what, from where, whose, by when, how far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import PersonId
from managernotes.domain.promise import Promise, PromiseOwner, PromiseState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.talks.talk_look import talk_look

_SEPARATOR = " · "
_KEPT = frozenset({PromiseState.KEPT, PromiseState.KEPT_LATE})


class Step(Enum):
    """What a button of a chosen row does."""

    TOLD = auto()
    PLAN_TO_SAY = auto()
    KEEP = auto()
    MOVE = auto()


@dataclass(frozen=True, slots=True)
class StateWords:
    """How far a promise has got; strong is what still waits for the manager."""

    icon: Icon
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One row, in words."""

    promise: Promise
    text: str
    source: str
    who: str
    due: str
    is_near: bool
    first: str
    full_day: str
    state: StateWords
    steps: tuple[Step, ...]

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.promise.state is PromiseState.OPEN

    @property
    def is_kept(self) -> bool:
        """Whether its box is ticked."""
        return self.promise.state in _KEPT


@dataclass(frozen=True, slots=True)
class PromiseHead:
    """The head over a group, and one line of what it holds."""

    title: str
    note: str = ""


Line = PromiseHead | PromiseLine


class PromiseLines:
    """Puts promises into words, as of today."""

    def __init__(
        self,
        dates: DateWords,
        today: Callable[[], date],
        name_of: Callable[[PersonId], str],
        covers_kinds: Callable[[], bool],
    ) -> None:
        self._dates = dates
        self._today = today
        self._name_of = name_of
        self._covers_kinds = covers_kinds

    def line(self, promise: Promise) -> PromiseLine:
        """Return one row in words; the app stores no gender, so people are "them" (INV-02)."""
        due, is_open = promise.due_on, promise.state is PromiseState.OPEN
        distance = (due - self._today()).days if due is not None else None
        return PromiseLine(
            promise=promise,
            text=promise.words.text,
            source=self._source(promise),
            who=self._who(promise),
            due=self._due(due, near=is_open),
            is_near=is_open and distance is not None and distance <= 1,
            first=self._first(promise),
            full_day="" if due is None else self._dates.full(due),
            state=self._state(promise),
            steps=_steps(promise),
        )

    def _source(self, promise: Promise) -> str:
        if promise.made_in_type is None:
            day = self._dates.day(promise.made_on, self._today())
            parts = [strings.WRITTEN_ON.format(day=day)]
        else:
            sort = ConversationType(promise.made_in_type)
            talk = talk_look(sort, covered=self._covers_kinds()).word
            on = self._dates.day(promise.made_in_on or promise.made_on, self._today())
            parts = [strings.SOURCE.format(talk=talk, day=on)]
        if promise.words.help:
            parts.append(strings.HELP.format(help=promise.words.help))
        return _SEPARATOR.join(parts)

    def _who(self, promise: Promise) -> str:
        if promise.owner is PromiseOwner.OTHER and promise.words.other_name:
            return promise.words.other_name
        if promise.is_to_myself:
            return strings.MYSELF
        names = [self._name_of(who).partition(" ")[0] for who in promise.people]
        name = ", ".join(filter(None, names))
        ended = promise.state is not PromiseState.OPEN
        mine = promise.owner is PromiseOwner.ME
        return strings.TO.format(name=name) if ended and mine and name else name

    def _due(self, due: date | None, *, near: bool) -> str:
        if due is None:
            return strings.NO_DAY
        if near and abs((due - self._today()).days) <= 1:
            return self._dates.near(due, self._today())
        return self._dates.weekday_and_day(due, self._today())

    def _first(self, promise: Promise) -> str:
        first = promise.original_due_on
        if first is None:
            return ""
        if first == promise.due_on:
            return strings.AS_FIRST_SAID
        return strings.FIRST_SAID.format(day=self._dates.weekday_and_day(first, self._today()))

    def _state(self, promise: Promise) -> StateWords:
        match promise.state:
            case PromiseState.KEPT:
                return StateWords(Icon.CHECK, strings.KEPT_STATE)
            case PromiseState.KEPT_LATE:
                told = promise.told_on is not None
                return StateWords(Icon.CHECK, strings.KEPT_LATE_TOLD if told else strings.KEPT_LATE)
            case PromiseState.DROPPED:
                return self._dropped(promise)
            case PromiseState.OPEN:
                return self._open(promise)

    def _open(self, promise: Promise) -> StateWords:
        if not promise.moves:
            return StateWords(Icon.CIRCLE_DASHED, strings.OPEN_STATE)
        told_on = promise.moves[-1].told_on
        mine = promise.owner is PromiseOwner.ME
        if told_on is None:
            return StateWords(Icon.CIRCLE_DASHED, strings.MOVED_UNTOLD, strong=mine)
        words = strings.MOVED_TOLD if mine else strings.MOVED_THEY_TOLD
        day = self._dates.day(told_on, self._today())
        return StateWords(Icon.CHECK, words.format(day=day))

    def _dropped(self, promise: Promise) -> StateWords:
        if promise.owner is not PromiseOwner.ME:
            return StateWords(Icon.X, strings.DROPPED)
        if promise.told_on is None:
            return StateWords(Icon.X, strings.DROPPED_UNTOLD, strong=True)
        day = self._dates.day(promise.told_on, self._today())
        return StateWords(Icon.X, strings.DROPPED_TOLD.format(day=day))


def _steps(promise: Promise) -> tuple[Step, ...]:
    """Return the buttons of a chosen row, the primary first."""
    if promise.is_untold and promise.owner is PromiseOwner.ME:
        return (Step.TOLD, Step.PLAN_TO_SAY)
    if promise.state is PromiseState.OPEN:
        return (Step.KEEP, Step.MOVE)
    return ()
