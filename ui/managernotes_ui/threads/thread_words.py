"""What the list of threads and the lines of one say, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.promise import PromiseOwner
from managernotes.domain.thread import (
    ThreadItem,
    ThreadItemSort,
    ThreadKind,
    ThreadRow,
    ThreadState,
)
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.talk_look import talk_look
from managernotes_ui.widgets.kind_look import COVERED, KindLook, kind_look
from managernotes_ui.widgets.line_list import ListLine
from managernotes_ui.widgets.two_line_rows import TwoLines

_SEPARATOR = " · "
_HEARD = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})
_PLAIN = {ThreadKind.STRENGTH, ThreadKind.PROJECT}
_SETBACK = KindLook(Icon.FLAG, strings.SETBACK, Role.CONCERN, Role.CONCERN_SOFT)
_THEIR_WORDS = KindLook(Icon.MESSAGE_SQUARE, strings.THEIR_WORDS, Role.FEEDBACK, Role.FEEDBACK_SOFT)
_TO_YOU = KindLook(Icon.MESSAGE_SQUARE, strings.TO_YOU, Role.FEEDBACK, Role.FEEDBACK_SOFT)
_YOU_OWE = KindLook(Icon.HANDSHAKE, strings.YOU_OWE, Role.MUTED, Role.NEUTRAL_SOFT)
_THEY_OWE = KindLook(Icon.HANDSHAKE, strings.THEY_OWE, Role.MUTED, Role.NEUTRAL_SOFT)
_AHEAD = KindLook(Icon.CALENDAR, strings.AHEAD, Role.MUTED, Role.NEUTRAL_SOFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RailLine(ListLine):
    """A line of a thread."""

    item: ThreadItem
    day: str
    look: KindLook
    detail: str


class ThreadWords:
    """Puts threads and their lines into words, as of today."""

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

    def lines(self, rows: Sequence[ThreadRow]) -> list[TwoLines]:
        """Return heads and threads in the order of the page."""
        lines: list[TwoLines] = []
        for kind, head in strings.KINDS.items():
            of_kind = [row for row in rows if row.kind is kind]
            if of_kind:
                lines.append(TwoLines(key=None, text=head))
                lines += [self._line(row) for row in of_kind]
        return lines

    def meta(self, row: ThreadRow) -> str:
        """Return whose thread it is, of what sort, and since when."""
        day = self.long_day(row.opened_on)
        return strings.META.format(
            name=self._name_of(row.person), kind=strings.ONE[row.kind], day=day
        )

    def long_day(self, day: date) -> str:
        """Return "12 September", with the year when it is not this year."""
        month, _, year = self._dates.month_and_year(day).rpartition(" ")
        words = f"{day.day} {month}"
        return words if day.year == self._today().year else f"{words} {year}"

    def short_day(self, day: date) -> str:
        """Return "Fri 27 Nov"."""
        return self._dates.weekday_and_day(day, self._today())

    def rail(self, items: Sequence[ThreadItem], kind: ThreadKind) -> list[RailLine]:
        """Return the lines of a thread."""
        return [self._rail_line(at, item, kind) for at, item in enumerate(items)]

    def _line(self, row: ThreadRow) -> TwoLines:
        first = self._name_of(row.person).partition(" ")[0]
        detail = _SEPARATOR.join(filter(None, (first, self._state(row))))
        return TwoLines(key=row.id, text=row.title, after=detail, detail=detail)

    def _state(self, row: ThreadRow) -> str:
        if row.closed_on is not None:
            day = self._dates.day(row.closed_on, self._today())
            return strings.CLOSED_ON.format(state=strings.STATES[row.state], day=day)
        if row.state is ThreadState.NOTICED:
            return strings.NOT_RAISED
        if row.kind in _PLAIN:
            month, _, year = self._dates.month_and_year(row.opened_on).rpartition(" ")
            same = row.opened_on.year == self._today().year
            return strings.SINCE.format(when=month if same else f"{month} {year}")
        return strings.STATES[row.state]

    def _rail_line(self, at: int, item: ThreadItem, kind: ThreadKind) -> RailLine:
        look, text = self._look(item, kind), item.text
        told = COVERED if self._covers_kinds() else look
        if item.restricted:
            text = strings.RESTRICTED
        elif look is _THEIR_WORDS and text:
            text = strings.QUOTED.format(words=text.strip('“”"'))
        detail = _SEPARATOR.join(filter(None, self._details(item, kind)))
        return RailLine(
            key=at,
            text=text,
            before=f"{told.word}, {self._dates.full(item.on)}",
            after=detail,
            item=item,
            day=self._dates.day(item.on, self._today()),
            look=look,
            detail=detail,
        )

    def _look(self, item: ThreadItem, kind: ThreadKind) -> KindLook:
        if item.sort is ThreadItemSort.AHEAD:
            return _AHEAD
        if item.sort is ThreadItemSort.PROMISE:
            return _YOU_OWE if item.promise_owner is PromiseOwner.ME else _THEY_OWE
        if item.talk_type is not None:
            return _THEIR_WORDS if item.has_their_words else talk_look(item.talk_type)
        assert item.kind is not None
        if item.is_event and kind is ThreadKind.SETBACK:
            return _SETBACK
        return _TO_YOU if item.kind is Kind.THEIR_FEEDBACK_TO_ME else kind_look(item.kind)

    def _details(self, item: ThreadItem, kind: ThreadKind) -> list[str]:
        if item.sort is ThreadItemSort.PROMISE:
            return (
                [] if item.due_on is None else [strings.DUE.format(day=self.short_day(item.due_on))]
            )
        if item.talk_type is not None:
            sort = talk_look(item.talk_type).word if item.has_their_words else ""
            agreed = strings.AGREED.format(words=item.detail) if item.detail else ""
            return [sort, agreed]
        return [self._role(item, kind), item.detail, self._shared(item), self._answer(item)]

    def _role(self, item: ThreadItem, kind: ThreadKind) -> str:
        if item.is_event and kind is ThreadKind.SETBACK:
            return strings.HAPPENED
        return strings.DID if item.kind is Kind.SUPPORT_GIVEN else ""

    def _shared(self, item: ThreadItem) -> str:
        if item.share_state is None:
            return ""
        if item.share_state not in _HEARD or item.shared_on is None:
            return strings.UNSAID if item.share_state is ShareState.UNSAID else ""
        if item.shared_on == item.on:
            return strings.SHARED_SAME_DAY
        return strings.SHARED.format(day=self._dates.day(item.shared_on, self._today()))

    def _answer(self, item: ThreadItem) -> str:
        return strings.ANSWERED.format(words=item.answer) if item.answer else ""
