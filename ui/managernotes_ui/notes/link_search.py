"""Finds a note to link: the newest about the same people, or those with the words typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind
from managernotes.domain.search_query import SearchQuery, parse_typing
from managernotes.services.workspace import Workspace
from managernotes_ui.common.discreet_records import names_in
from managernotes_ui.common.session import Session

MOST_FOUND = 8
_READ = 40
_CHANNEL = "link-search"


@names_in("headline")
@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that could be linked."""

    id: NoteId
    kind: Kind
    occurred_on: date
    headline: str


class LinksNotes(Protocol):
    """What notes are linked to: another note, or a thread."""

    @property
    def id(self) -> UUID:
        """Its identity: a note is not linked to itself."""
        ...

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whom it is about."""
        ...

    @property
    def linked_notes(self) -> tuple[NoteId, ...]:
        """What is linked to it already."""
        ...


class LinkSearch(QObject):
    """Searches off the UI thread; `found` carries what the newest words found."""

    found = Signal(tuple)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def search(self, note: LinksNotes, text: str) -> None:
        """Look for notes about the same people that are not linked yet."""
        query = parse_typing(text, today(self._session.clock))

        def work(workspace: Workspace) -> tuple[FoundNote, ...]:
            return _linkable(workspace, note, _candidates(workspace, note, query))

        self._session.read(
            work,
            done=self.found.emit,
            failed=lambda _error: self.found.emit(()),
            channel=_CHANNEL,
        )


def _candidates(workspace: Workspace, note: LinksNotes, query: SearchQuery) -> list[NoteId]:
    if query.is_empty:
        about = note.people[0] if note.people else None
        return [row.id for row in workspace.notes.timeline(about, limit=_READ).rows]
    if not query.persons:
        names = (workspace.people.get(person).display_name for person in note.people)
        query = replace(query, persons=tuple(names))
    return [hit.id for hit in workspace.search.search(query, _READ)]


def _linkable(
    workspace: Workspace, note: LinksNotes, ids: Sequence[NoteId]
) -> tuple[FoundNote, ...]:
    """Return the notes that are not linked yet."""
    taken = {note.id, *note.linked_notes}
    free = [one for one in ids if one not in taken][:MOST_FOUND]
    return tuple(
        FoundNote(row.id, row.kind, row.occurred_on, row.headline)
        for row in workspace.notes.rows(free)
    )
