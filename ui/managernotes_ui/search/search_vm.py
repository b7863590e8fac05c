"""What the search page finds while its line is typed, ticked and opened (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, SearchHit, ShareState
from managernotes.domain.search_query import SearchQuery, parse_typing
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes.text.capture_people import find_person
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.found import MOST, Found, Somebody, Ticks, count, look_for, narrowed
from managernotes_ui.search.query_tokens import finished_part, is_somebody, problem_in
from managernotes_ui.search.result_rows import ResultGroup

PAUSE_MS = 30
"""How long typing rests before the vault is asked."""


class SearchViewModel(QObject):
    """`changed` follows each answer, `problem_changed` each judgement of the line."""

    changed = Signal()
    problem_changed = Signal()

    def __init__(
        self, session: Session, directory: PeopleDirectory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self._text = ""
        self._opened: dict[Somebody, Sequence[SearchHit]] = {}
        self.query = SearchQuery()
        self.ticks = Ticks()
        self.found = Found()
        self.problem: ManagerNotesError | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        session.notes_changed.connect(self._on_vault_changed)
        directory.changed.connect(self._on_vault_changed)
        session.discreet.changed.connect(self._on_discreet)

    @property
    def today(self) -> date:
        """This day."""
        return today(self._session.clock)

    @property
    def text(self) -> str:
        """The line as it is typed."""
        return self._text

    @property
    def covers_kinds(self) -> bool:
        """Whether kinds are covered (SPEC §8)."""
        return self._session.discreet.is_on

    def name_behind(self, words: str) -> str:
        """Return the name that initials on show stand for; a typed name is itself."""
        return self._session.discreet.person_called(words) or words

    def shown_text(self, text: str) -> str:
        """Return a text with initials where names must not stand now."""
        return self._session.discreet.text(text)

    def problem_with(self, text: str) -> ManagerNotesError | None:
        """Return what is wrong with a line, or None; initials on show name somebody."""
        return problem_in(text, self.today, self._directory.known, self.name_behind)

    def type(self, text: str) -> None:
        """Take a line that is being typed; the search follows a short pause."""
        self._text = text
        self._opened.clear()
        self._judge(finished_part(text))
        if text.strip():
            self._pause.start()
        else:
            self.take_off()

    def submit(self) -> None:
        """Take the line as finished, its last word too."""
        self._judge(self._text)
        self.search()

    def tick(self, tick: Kind | ShareState | Somebody) -> None:
        """Tick, or take a tick off."""
        self.ticks = self.ticks.toggled(tick)
        self._opened.clear()
        self.search()

    def take_off(self) -> None:
        """Take off every tick."""
        self.ticks = Ticks()
        self.search()

    def open_group(self, who: Somebody) -> None:
        """Show every note of a group; those that were not read yet are read now."""
        known = self._hits_of(who)
        self._opened[who] = known
        wanted = self.found.kept.people.get(who, 0)
        if who is None or wanted <= len(known) or self.found.looked_at:
            self.changed.emit()
            return
        query = replace(
            narrowed(self.query, self.ticks, self._names()),
            persons=(self._names()[who],),
        )
        ticks, most = self.ticks, len(known) + MOST
        self._session.read(
            lambda workspace: _more(workspace, query, ticks, most),
            done=lambda hits: self._on_more(who, hits),
            channel="search-more",
        )

    @Slot()
    def search(self) -> None:
        """Ask the vault for what is typed and ticked now."""
        self._pause.stop()
        people = self._directory.known
        query = parse_typing(self._text, self.today)
        named = (self.name_behind(name) for name in query.persons)
        known = tuple(name for name in named if is_somebody(name, people))
        self.query = query = replace(query, persons=known)
        if query.is_empty:
            self._on_found(Found())
            return
        ticks, names = self.ticks, self._names()

        def answered(found: Found) -> None:
            self._on_found(found)
            if not found.is_counted:
                self._read(lambda workspace: count(workspace, query, ticks, names, found))

        self._read(lambda workspace: look_for(workspace, query, ticks, names), answered)

    @property
    def groups(self) -> tuple[ResultGroup, ...]:
        """What was found by person, A to Z, and last what names no one."""
        counts = self.found.kept.people
        shown = [
            (person.id, person.display_name)
            for person in self._directory.people
            if counts.get(person.id) and self._is_wanted(person.id)
        ]
        groups = [self._group(who, name) for who, name in shown]
        if self._hits_of(None) and (not self.ticks.people or None in self.ticks.people):
            groups.append(self._group(None, strings.NO_ONE_HEAD))
        if len(groups) == 1:
            return (replace(groups[0], is_open=True),)
        return tuple(groups)

    def _read(
        self, work: Callable[[Workspace], Found], done: Callable[[Found], None] | None = None
    ) -> None:
        """Ask on the one channel of the page, so that a newer line overtakes the counting too."""
        self._session.read(
            work, done=done or self._on_found, failed=self._on_failed, channel="search"
        )

    def _group(self, who: Somebody, name: str) -> ResultGroup:
        hits = self._opened.get(who) or self._hits_of(who)
        known = self.found.kept.people.get(who) if self.found.is_counted else None
        return ResultGroup(who, name, hits, known, who in self._opened)

    def _hits_of(self, who: Somebody) -> Sequence[SearchHit]:
        if who is None:
            return [hit for hit in self.found.hits if not hit.people]
        return [hit for hit in self.found.hits if who in hit.people]

    def _is_wanted(self, who: PersonId) -> bool:
        """Whether a note's other people are left out because one person was asked for."""
        if self.ticks.people:
            return who in self.ticks.people
        people = self._directory.known
        named = {find_person(name, people).id for name in self.query.persons}
        return not named or who in named

    def _names(self) -> dict[PersonId, str]:
        return {person.id: person.display_name for person in self._directory.known}

    def _judge(self, text: str) -> None:
        problem = self.problem_with(text)
        if str(problem) != str(self.problem):
            self.problem = problem
            self.problem_changed.emit()

    def _on_found(self, found: Found) -> None:
        self.found = found
        self.changed.emit()

    def _on_more(self, who: Somebody, hits: Sequence[SearchHit]) -> None:
        if who in self._opened:
            self._opened[who] = hits
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._on_found(Found())
        self._session.failed.emit(error)

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn; what is found again follows."""
        self._on_found(self._session.discreet.shown(self.found))

    @Slot()
    def _on_vault_changed(self) -> None:
        if self._text.strip():
            self._opened = dict.fromkeys(self._opened, ())
            self.search()


def _more(workspace: Workspace, query: SearchQuery, ticks: Ticks, most: int) -> Sequence[SearchHit]:
    return [hit for hit in workspace.search.search(query, most) if ticks.take(hit)]
