"""State and commands behind a person's page: who it is, their notes, and the year by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState, TimelineRow
from managernotes.domain.person import Person
from managernotes.domain.timeline import MonthCount, TimelineOutline
from managernotes.errors import NotFoundError, PersonNotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.people.timeline_model import TimelineModel
from managernotes_ui.people.timeline_shape import TimelineShape
from managernotes_ui.people.timeline_words import TimelineWords
from managernotes_ui.sharing.share_control import SharedNote

MONTHS = 12
STRIP_KINDS = (Kind.WIN, Kind.LESSON, Kind.CONCERN, Kind.SUPPORT_GIVEN)
"""The kinds of the strip, from the bottom; also what the keys 1 to 4 filter by."""

_NEAREST = 20
"""Talks of a person among which the next one is looked for; those to come stand first."""
_SOON = timedelta(days=7)
_STILL_TO_SAY = frozenset({ShareState.UNSAID, ShareState.PLANNED})


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """What the head of the page tells: all of it read in one go."""

    person: Person
    notes: int
    unsaid: int
    first_on: date | None
    last_on: date | None
    months: Sequence[MonthCount]
    last_met: date | None = None
    """The last one-to-one that was held."""
    next_talk: date | None = None
    owed: int = 0
    """Promises of mine to them that are due within a week, and the first of their days."""
    owed_on: date | None = None
    weeks: tuple[bool, ...] = ()
    """The last eight weeks, the oldest first: whether something was said to them (M02)."""


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """What the timeline is narrowed to; a month is its first day."""

    kind: Kind | None = None
    month: date | None = None


class PersonViewModel(QObject):
    """Loads a person's page off the UI thread and says what changed."""

    summary_changed = Signal()
    timeline_changed = Signal()
    gone = Signal()
    moved_to_bin = Signal(object)
    said = Signal(object)
    marked = Signal(object, bool)
    failed = Signal(Exception)

    def __init__(self, session: Session, dates: DateWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = TimelineWords(dates, self.today, lambda: session.discreet.is_on)
        self.timeline = TimelineModel(self.words, self)
        self.summary: PersonSummary | None = None
        self.filter = TimelineFilter()
        self._person: PersonId | None = None
        self.timeline.texts_wanted.connect(self._on_texts_wanted)
        self._resting = False
        session.notes_changed.connect(self._on_notes_changed)
        session.people_changed.connect(self.reload)
        session.talks_changed.connect(self._on_talks_changed)
        session.discreet.changed.connect(self._on_discreet)

    @property
    def person(self) -> PersonId | None:
        """Whose page it is."""
        return self._person

    @property
    def covers_kinds(self) -> bool:
        """Whether kinds are covered (SPEC §8)."""
        return self._session.discreet.is_on

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def show_person(self, person: PersonId) -> None:
        """Show somebody's page; the filter begins anew with each person."""
        if person != self._person:
            self._person = person
            self.summary = None
            self.filter = TimelineFilter()
            self.timeline.show(TimelineShape(TimelineOutline(())))  # never another one's notes
        self._resting = False
        self.reload()

    def rest(self) -> None:
        """Read nothing until somebody is shown again: the page is not on show."""
        self._resting = True

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Narrow the timeline; asking for the same again widens it."""
        if wanted != self.filter:
            self.filter = wanted
            self._load_timeline()

    def toggle_kind(self, kind: Kind) -> None:
        """Show one kind only, or all of them again."""
        chosen = None if self.filter.kind is kind else kind
        self.set_filter(TimelineFilter(chosen, self.filter.month))

    def toggle_month(self, month: date) -> None:
        """Show one month only, or all of them again."""
        chosen = None if self.filter.month == month else month
        self.set_filter(TimelineFilter(self.filter.kind, chosen))

    @Slot()
    def reload(self) -> None:
        """Read summary and timeline again."""
        if self._person is not None:
            self._load_summary()
            self._load_timeline()

    def bin(self, note: NoteId) -> None:
        """Move a note to the bin; `moved_to_bin` offers the way back."""
        self._session.write(
            lambda workspace: workspace.notes.bin(note),
            changes=Changed.NOTES,
            done=lambda _done: self.moved_to_bin.emit(note),
            failed=self.failed.emit,
        )

    def restore(self, note: NoteId) -> None:
        """Bring a note back from the bin."""
        self._session.write(
            lambda workspace: workspace.notes.restore(note),
            changes=Changed.NOTES,
            failed=self.failed.emit,
        )

    def can_say(self, note: NoteId) -> bool:
        """Whether a note on show is a win or a concern that has not been said yet."""
        row = self.timeline.text_of(note)
        return row is not None and row.share_state in _STILL_TO_SAY

    def shared_note(self, note: NoteId) -> SharedNote | None:
        """Return what the steps of a note on show depend on; None for one that has none."""
        row = self.timeline.text_of(note)
        if row is None or row.share_state is None:
            return None
        people = row.people or _only(self._person)
        return SharedNote(note, row.share_state, people, is_thanks=row.kind is Kind.WIN)

    def say(self, note: NoteId) -> None:
        """Mark what waits to be said as shared today; `said` offers the way back."""
        day = self.today()

        def done(was_said: object) -> None:
            if was_said:
                self.said.emit(note)

        self._session.write(
            lambda workspace: _say(workspace, note, day),
            changes=Changed.NOTES_AND_TALKS,
            done=done,
            failed=self.failed.emit,
        )

    def unsay(self, note: NoteId) -> None:
        """Take "said it" back."""
        self._session.write(
            lambda workspace: workspace.sharing.unsay(note),
            changes=Changed.NOTES_AND_TALKS,
            failed=self.failed.emit,
        )

    def can_tell_team(self, note: NoteId) -> bool:
        """Whether a note on show may be marked as fit to tell the team: never a concern (S33)."""
        row = self.timeline.text_of(note)
        return row is not None and row.kind is not Kind.CONCERN

    def is_for_team(self, note: NoteId) -> bool:
        """Whether a note on show is marked as fit to tell the team."""
        row = self.timeline.text_of(note)
        return row is not None and row.is_for_team

    def mark_for_team(self, note: NoteId, *, fit: bool) -> None:
        """Mark a note as fit to tell the team, or not; `marked` offers the way back."""
        self._session.write(
            lambda workspace: workspace.team.mark(note, fit=fit),
            changes=Changed.NOTES,
            done=lambda _note: self.marked.emit(note, fit),
            failed=self.failed.emit,
        )

    @Slot()
    def _on_notes_changed(self) -> None:
        if not self._resting:
            self.reload()

    @Slot()
    def _on_talks_changed(self) -> None:
        if not self._resting:
            self._load_summary()

    def _load_summary(self) -> None:
        person, now = self._person, self.today()
        if person is not None:
            self._session.read(
                lambda workspace: _summary(workspace, person, now),
                done=self._on_summary,
                failed=self._on_summary_failed,
                channel="person-summary",
            )

    def _load_timeline(self) -> None:
        person, wanted = self._person, self.filter
        until = _last_day(wanted.month) if wanted.month else None

        def shape(workspace: Workspace) -> TimelineShape:
            kinds = (wanted.kind,) if wanted.kind else ()
            outline = workspace.notes.timeline_outline(
                person, kinds=kinds, since=wanted.month, until=until
            )
            return TimelineShape(outline)

        self._session.read(shape, done=self._on_shape, channel="person-timeline")

    def _on_summary(self, summary: PersonSummary) -> None:
        if summary.person.id == self._person:
            self.summary = summary
            self.summary_changed.emit()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn; what is read again follows."""
        self.timeline.forget_texts()
        if self.summary is not None:
            self.summary = self._session.discreet.shown(self.summary)
            self.summary_changed.emit()

    def _on_summary_failed(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._person = None
            self.gone.emit()
        else:
            self.failed.emit(error)

    def _on_shape(self, shape: TimelineShape) -> None:
        self.timeline.show(shape)
        self.timeline_changed.emit()

    @Slot(list)
    def _on_texts_wanted(self, notes: list[NoteId]) -> None:
        self._session.read(lambda workspace: workspace.notes.rows(notes), done=self._on_texts)

    def _on_texts(self, rows: list[TimelineRow]) -> None:
        self.timeline.take_texts(rows)


def _summary(workspace: Workspace, identity: PersonId, now: date) -> PersonSummary:
    overview = {entry.id: entry for entry in workspace.people.overview()}
    if identity not in overview:
        raise PersonNotFoundError
    owed = _owed(workspace, identity, now)
    return PersonSummary(
        person=workspace.people.get(identity),
        notes=workspace.notes.count(identity),
        unsaid=overview[identity].unsaid,
        first_on=workspace.notes.first_day(identity),
        last_on=overview[identity].last_note_on,
        months=workspace.notes.month_counts(identity, MONTHS),
        last_met=overview[identity].last_one_on_one,
        next_talk=_next_talk(workspace, identity, now),
        owed=len(owed),
        owed_on=min(owed, default=None),
        weeks=workspace.rhythm.weeks(identity).dots,
    )


def _next_talk(workspace: Workspace, person: PersonId, now: date) -> date | None:
    rows = workspace.talks.of_person(person, _NEAREST)
    days = (row.planned_on for row in rows if row.held_on is None and row.within is None)
    return min((day for day in days if day is not None and day >= now), default=None)


def _owed(workspace: Workspace, person: PersonId, now: date) -> list[date]:
    """Return the days of my promises to somebody that are due within a week."""
    mine = workspace.promises.due(now + _SOON).mine
    return [one.due_on for one in mine if person in one.people and one.due_on is not None]


def _only(person: PersonId | None) -> tuple[PersonId, ...]:
    return () if person is None else (person,)


def _say(workspace: Workspace, note: NoteId, day: date) -> bool:
    """Mark a note as shared, unless nobody waits for it or they have heard it already."""
    found = workspace.notes.get(note)
    if found.share_state not in _STILL_TO_SAY:
        return False
    workspace.sharing.said(note, day, found.planned_in)
    return True


def _last_day(month: date) -> date:
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)
