"""State behind the list of talks: what is read, what is let through, who has no talk planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation import (
    PREPARED_TYPES,
    ConversationRow,
    ConversationType,
    TalkFilter,
    TalkLists,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.person import PersonStatus
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.talks.talk_model import Line, TalkHead
from managernotes_ui.talks.talk_words import Group, TalkWords

NEAR = timedelta(days=14)
"""What the list shows of planned and held talks before they are asked for on their own."""
_HERE = frozenset({PersonStatus.JOINING, PersonStatus.ACTIVE})
_LOOKED_THROUGH = 30
"""Rows of a person among which the hard talk within another is looked for."""
_NEWEST = 8
"""Rows of a person among which the last talk held is looked for."""


class Shown(IntEnum):
    """The segments, in their order."""

    ALL = 0
    TO_FOLLOW_UP = 1
    PLANNED = 2
    HELD = 3


_GROUPS = {
    Shown.ALL: tuple(Group),
    Shown.TO_FOLLOW_UP: (Group.TO_FOLLOW_UP,),
    Shown.PLANNED: (Group.PLANNED,),
    Shown.HELD: (Group.HELD,),
}


@dataclass(frozen=True, slots=True)
class Unplanned:
    """Somebody who is here and has no talk ahead, and when the last one was."""

    person: PersonId
    last_on: date | None


@dataclass(frozen=True, slots=True)
class TalksRead:
    """One answer of the vault."""

    lists: TalkLists
    unplanned: tuple[Unplanned, ...]
    inner: Mapping[ConversationId, ConversationId]
    """The hard talk within a planned one."""


class TalksViewModel(QObject):
    """`changed` comes whenever other lines, or another footer, are to be shown."""

    changed = Signal()
    binned = Signal(object)

    def __init__(
        self, session: Session, directory: PeopleDirectory, dates: DateWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self._dates = dates
        self._words = TalkWords(dates, self.today, directory.name_of)
        self._read: TalksRead | None = None
        self._shown = Shown.ALL
        self._filter = TalkFilter(since=self.usual_since())
        self._resting = False
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self.reload)
        directory.changed.connect(self.changed)
        session.discreet.changed.connect(self.changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def usual_since(self) -> date:
        """Return the first day of the month before: "Since October" in November."""
        return (self.today().replace(day=1) - timedelta(days=1)).replace(day=1)

    @property
    def is_read(self) -> bool:
        """Whether the vault has been read."""
        return self._read is not None

    @property
    def shown(self) -> Shown:
        """The segment that is chosen."""
        return self._shown

    @property
    def has_filter(self) -> bool:
        """Whether anything but the segment narrows the list."""
        return self._filter != TalkFilter(since=self.usual_since())

    @property
    def lines(self) -> list[Line]:
        """Heads and rows, in the order of the page; a group with nothing in it has no head."""
        if self._read is None:
            return []
        lines: list[Line] = []
        lists = self._session.discreet.shown(self._read.lists)
        for group in _GROUPS[self._shown]:
            rows = self._rows(lists, group)
            if rows:
                lines.append(self._head(group))
                lines += [self._words.line(row, group) for row in rows]
        return lines

    @property
    def footer(self) -> str:
        """Who has no talk planned, or an empty text."""
        unplanned = self._read.unplanned if self._read is not None else ()
        names = [self._directory.name_of(one.person).partition(" ")[0] for one in unplanned]
        names = [name for name in names if name]
        if not names:
            return ""
        last = unplanned[0].last_on
        met = "" if last is None else self._dates.weekday_and_day(last, self.today())
        return strings.nobody_planned(names, met)

    def hard_talk(self, row: ConversationRow) -> ConversationId | None:
        """Return what is to be prepared of a talk to come: itself, or the hard one within it."""
        if row.held_on is not None:
            return None
        if row.type in PREPARED_TYPES:
            return row.id
        return self._read.inner.get(row.id) if self._read is not None else None

    def show(self, shown: Shown) -> None:
        """Choose a segment."""
        if shown is not self._shown:
            self._shown = shown
            self.changed.emit()

    def set_person(self, person: PersonId | None) -> None:
        """Show the talks with one person, or with everyone."""
        self._set(replace(self._filter, person=person))

    def set_type(self, sort: ConversationType | None) -> None:
        """Show one sort of talk, or all."""
        self._set(replace(self._filter, types=() if sort is None else (sort,)))

    def set_since(self, since: date | None) -> None:
        """Show what was held since a day."""
        self._set(replace(self._filter, since=since))

    def show_everything(self) -> None:
        """Take every filter away."""
        self._shown = Shown.ALL
        self._set(TalkFilter(since=self.usual_since()))

    def rest(self) -> None:
        """Read nothing until asked again: the page is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read the lists from the vault."""
        self._resting = False
        wanted = self._filter
        self._session.read(
            lambda workspace: _read(workspace, wanted),
            done=self._on_read,
            channel="talks",
            as_stored=True,
        )

    def recap_sent(self, talk: ConversationId) -> None:
        """Say that the recap was sent today."""
        day = self.today()
        self._session.write(
            lambda workspace: workspace.talks.recap_sent(talk, day), changes=Changed.TALKS
        )

    def bin(self, talk: ConversationId) -> None:
        """Move a talk to the bin; `binned` follows."""
        self._session.write(
            lambda workspace: workspace.talks.bin(talk),
            changes=Changed.TALKS,
            done=lambda _done: self.binned.emit(talk),
        )

    def restore(self, talk: ConversationId) -> None:
        """Take a talk out of the bin."""
        self._session.write(lambda workspace: workspace.talks.restore(talk), changes=Changed.TALKS)

    def _set(self, wanted: TalkFilter) -> None:
        self._filter = wanted
        self.reload()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_read(self, read: TalksRead) -> None:
        self._read = read
        self.changed.emit()

    def _rows(self, lists: TalkLists, group: Group) -> tuple[ConversationRow, ...]:
        """Return the rows of a group; with all on show, of planned and held ones the near ones."""
        near = self._shown is Shown.ALL
        if group is Group.TO_FOLLOW_UP:
            return tuple(sorted(lists.to_follow_up, key=_urgency))
        if group is Group.PLANNED:
            last = self.today() + NEAR
            return tuple(
                row
                for row in lists.planned
                if not near or row.planned_on is None or row.planned_on <= last
            )
        first = self.today() - NEAR
        near = near and self._filter.since == self.usual_since()
        return tuple(row for row in lists.held if not near or (row.held_on or date.max) >= first)

    def _head(self, group: Group) -> TalkHead:
        if group is Group.TO_FOLLOW_UP:
            return TalkHead(talk_strings.TO_FOLLOW_UP, talk_strings.TO_FOLLOW_UP_NOTE)
        near = self._shown is Shown.ALL
        if group is Group.PLANNED:
            note = talk_strings.PLANNED_NOTE if near else strings.PLANNED_ALL
            return TalkHead(talk_strings.PLANNED, note)
        since = self._filter.since
        if near and since == self.usual_since():
            return TalkHead(talk_strings.HELD, talk_strings.HELD_NOTE)
        if since is None:
            return TalkHead(talk_strings.HELD, strings.HELD_ALL)
        month = self._dates.month_and_year(since)
        return TalkHead(talk_strings.HELD, strings.HELD_SINCE.format(month=month))


def _urgency(row: ConversationRow) -> tuple[bool, bool, date]:
    """Put what is not written down first, then the days to look again, then the open recaps."""
    return row.is_logged, row.follow_up_on is None, row.follow_up_on or row.held_on or date.max


def _read(workspace: Workspace, wanted: TalkFilter) -> TalksRead:
    lists = workspace.talks.lists(wanted)
    is_narrow = wanted.person is not None or bool(wanted.types)
    everything = workspace.talks.lists(TalkFilter(held_limit=1)) if is_narrow else lists
    ahead = {person for row in everything.planned for person in row.people}
    missing = [
        one.id for one in workspace.people.overview() if one.status in _HERE and one.id not in ahead
    ]
    unplanned = tuple(Unplanned(one, _last(workspace, one)) for one in missing)
    return TalksRead(lists, unplanned, _inner(workspace, lists))


def _inner(workspace: Workspace, lists: TalkLists) -> dict[ConversationId, ConversationId]:
    with_hard = {row.people[0] for row in lists.planned if row.inner_title}
    return {
        row.within: row.id
        for person in with_hard
        for row in workspace.talks.of_person(person, _LOOKED_THROUGH)
        if row.within is not None and row.held_on is None
    }


def _last(workspace: Workspace, person: PersonId) -> date | None:
    rows = workspace.talks.of_person(person, _NEWEST)
    return max((row.held_on for row in rows if row.held_on is not None), default=None)
