"""What a row of a list of talks says: its day, what it is about, how far it has got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from managernotes.domain.conversation import (
    ONE_ON_ONES,
    PREPARED_TYPES,
    ConversationRow,
    ConversationState,
    ConversationType,
)
from managernotes.domain.identity import PersonId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import talks as strings
from managernotes_ui.style.icons import Icon

_SEPARATOR = "; "
_NEAR_DAYS = 1
"""A brief that was not read is worth saying the day before."""
_SHARES = frozenset({ConversationType.FEEDBACK, ConversationType.PRAISE})


class Group(Enum):
    """The three parts of a list, in their order."""

    TO_FOLLOW_UP = auto()
    PLANNED = auto()
    HELD = auto()


class NextStep(Enum):
    """What the primary button of a chosen row does."""

    PREPARE = auto()
    BRIEF = auto()
    START = auto()
    GO_ON = auto()
    WRITE_DOWN = auto()
    FOLLOW_UP = auto()
    RECAP_SENT = auto()


STEP_WORDS = {
    NextStep.PREPARE: strings.PREPARE,
    NextStep.BRIEF: strings.BRIEF,
    NextStep.START: strings.START,
    NextStep.GO_ON: strings.GO_ON,
    NextStep.WRITE_DOWN: strings.WRITE_DOWN,
    NextStep.FOLLOW_UP: strings.WRITE_DOWN,
    NextStep.RECAP_SENT: strings.RECAP_SENT,
}


@dataclass(frozen=True, slots=True)
class StateWords:
    """How far a talk has got; strong is what still waits for the manager."""

    icon: Icon
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One row, in words."""

    row: ConversationRow
    group: Group
    day: str
    """"Today", or the weekday."""
    date: str
    """The figure after it, muted."""
    full_day: str
    time: str
    name: str
    text: str
    state: StateWords
    step: NextStep | None


class TalkWords:
    """Puts rows into words, as of today."""

    def __init__(
        self, dates: DateWords, today: Callable[[], date], name_of: Callable[[PersonId], str]
    ) -> None:
        self._dates = dates
        self._today = today
        self._name_of = name_of

    def line(self, row: ConversationRow, group: Group) -> TalkLine:
        """Return one row in words."""
        day = _day_of(row, group)
        weekday, figure = self._day(day, ahead=group is Group.PLANNED)
        at = row.began_at or row.planned_at
        return TalkLine(
            row=row,
            group=group,
            day=weekday,
            date=figure,
            full_day="" if day is None else self._dates.full(day),
            time="" if at is None or group is Group.TO_FOLLOW_UP else f"{at:%H:%M}",
            name=", ".join(filter(None, map(self._name_of, row.people))),
            text=self.text(row, group),
            state=self._state(row, group),
            step=_step(row, group),
        )

    def text(self, row: ConversationRow, group: Group) -> str:
        """Return what the talk is about: of a held one what was said, of a planned one its topics.

        The app stores no gender (INV-02), so topics are "theirs".
        """
        if group is not Group.PLANNED:
            return row.title or row.said if group is Group.TO_FOLLOW_UP else row.said or row.title
        parts = []
        if row.their_topics:
            parts.append(strings.their_topics(row.their_topics))
        if row.carried:
            parts.append(strings.carried(row.carried))
        words = [", ".join(parts)]
        if row.inner_title:
            words.append(row.inner_title)
        elif row.concerns_planned:
            many = strings.CONCERNS_TO_RAISE.format(count=row.concerns_planned)
            words.append(strings.CONCERN_TO_RAISE if row.concerns_planned == 1 else many)
        about = _SEPARATOR.join(filter(None, words))
        if row.title or about:
            return row.title or about[0].upper() + about[1:]
        return strings.NOTHING_YET if row.moved_from is None else strings.MOVED_ONCE

    def _day(self, day: date | None, *, ahead: bool = False) -> tuple[str, str]:
        """Return weekday and date; among days ahead, one that has passed has its month."""
        today = self._today()
        if day is None:
            return strings.NO_DAY, ""
        if day == today:
            return strings.TODAY, ""
        same_month = (day.year, day.month) == (today.year, today.month)
        same_month = same_month and not (ahead and day < today)
        return self._dates.weekday(day), str(day.day) if same_month else self._dates.day(day, today)

    def _short(self, day: date) -> str:
        return " ".join(filter(None, self._day(day)))

    def _state(self, row: ConversationRow, group: Group) -> StateWords:
        match group:
            case Group.TO_FOLLOW_UP:
                return self._follow_up(row)
            case Group.PLANNED:
                return self._planned(row)
            case Group.HELD:
                return _held(row)

    def _follow_up(self, row: ConversationRow) -> StateWords:
        today = self._today()
        due = row.follow_up_on
        if not row.is_logged and (due is None or due > today):
            return StateWords(Icon.CIRCLE_DASHED, strings.NOT_WRITTEN, strong=True)
        if due is None:
            return StateWords(Icon.COPY, strings.RECAP_OPEN, strong=True)
        words = strings.LOOK_AGAIN_SINCE if due < today else strings.LOOK_AGAIN
        day = self._short(due) if due != today else strings.TODAY.lower()
        return StateWords(Icon.CORNER_DOWN_RIGHT, words.format(day=day), strong=due <= today)

    def _planned(self, row: ConversationRow) -> StateWords:
        unready = self._unready(row)
        if unready is not None:
            return unready
        if row.moved_from is not None:
            day = self._dates.day(row.moved_from, self._today())
            return StateWords(Icon.REPEAT, strings.MOVED_FROM.format(day=day))
        if row.state is ConversationState.PREPARED or row.still_open == 0:
            return StateWords(Icon.CIRCLE_CHECK, strings.PREPARED)
        return StateWords(Icon.CALENDAR, strings.PLANNED_STATE)

    def _unready(self, row: ConversationRow) -> StateWords | None:
        """Return what is missing before the talk, or None."""
        if row.state is ConversationState.POSTPONED:
            return StateWords(Icon.REPEAT, strings.POSTPONED)
        is_late = row.planned_on is not None and row.planned_on < self._today()
        if is_late or row.began_at is not None:
            late = strings.DAY_PASSED if row.began_at is None else strings.NOT_ENDED
            return StateWords(Icon.CIRCLE_DASHED, late, strong=True)
        if _lacks_preparation(row):
            return StateWords(Icon.CIRCLE_DASHED, strings.NOT_PREPARED, strong=True)
        if row.still_open:
            return StateWords(Icon.LIST_CHECKS, strings.still_open(row.still_open))
        if self._waits_for_brief(row):
            return StateWords(Icon.CIRCLE_DASHED, strings.BRIEF_NOT_READ, strong=True)
        return None

    def _waits_for_brief(self, row: ConversationRow) -> bool:
        if row.type not in ONE_ON_ONES or row.is_brief_read or row.planned_on is None:
            return False
        return (row.planned_on - self._today()).days < _NEAR_DAYS


def _lacks_preparation(row: ConversationRow) -> bool:
    """Whether a hard thing is to be said that nothing was prepared for."""
    if row.still_open is None:
        return bool(row.concerns_planned) or row.type in PREPARED_TYPES - _SHARES
    return False


def _held(row: ConversationRow) -> StateWords:
    if row.open_promises:
        return StateWords(Icon.HANDSHAKE, strings.promises_open(row.open_promises))
    if row.type in _SHARES:
        return StateWords(Icon.CHECK, strings.SHARED)
    words = {
        ConversationState.CLOSED: strings.CLOSED,
        ConversationState.FOLLOWED_UP: strings.FOLLOWED_UP,
    }
    return StateWords(Icon.CHECK, words.get(row.state, strings.HELD_STATE))


def _step(row: ConversationRow, group: Group) -> NextStep | None:
    """Return what is to be done next with a talk, or None when nothing waits."""
    if group is Group.HELD:
        return None
    if group is Group.TO_FOLLOW_UP:
        if not row.is_logged:
            return NextStep.WRITE_DOWN
        return NextStep.FOLLOW_UP if row.follow_up_on is not None else NextStep.RECAP_SENT
    ahead = row.began_at is None
    if ahead and row.type in PREPARED_TYPES and row.state is not ConversationState.PREPARED:
        return NextStep.PREPARE
    if ahead and row.type in ONE_ON_ONES and not row.is_brief_read:
        return NextStep.BRIEF
    return NextStep.START if ahead else NextStep.GO_ON


def _day_of(row: ConversationRow, group: Group) -> date | None:
    if group is Group.PLANNED:
        return row.planned_on
    if group is Group.TO_FOLLOW_UP and row.is_logged and row.follow_up_on is not None:
        return row.follow_up_on
    return row.held_on
