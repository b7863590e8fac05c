"""With what a preparation can begin: a person's concerns, talks under way, or a kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.domain.conversation import (
    PREPARED_TYPES,
    ConversationState,
    ConversationType,
    NewConversation,
)
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.preparation import About, Preparation
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.discreet_records import names_in
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import preparing as strings

MOST_CONCERNS = 12
_READ = 200
_UNDER_WAY = frozenset(
    {ConversationState.DRAFTING, ConversationState.PREPARED, ConversationState.POSTPONED}
)
_WAITING = frozenset({ShareState.UNSAID, ShareState.PLANNED})


@names_in("words")
@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """One thing to begin with: a concern, a talk under way, or only what it is about."""

    note: NoteId | None = None
    on: date | None = None
    conversation: ConversationId | None = None
    about: About | None = None
    words: str = ""


class Beginnings(QObject):
    """Reads what somebody's talk could begin with, and begins it."""

    found = Signal(tuple)
    begun = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_beginning = False

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    def ask(self, person: PersonId) -> None:
        """Look what there is; `found` follows."""
        self._session.read(
            lambda workspace: beginnings_of(workspace, person),
            done=self.found.emit,
            channel="beginnings",
        )

    def begin(self, person: PersonId, beginning: Beginning) -> None:
        """Begin with it; `begun` follows, or `failed` with a sentence."""
        if self._is_beginning:
            return
        self._is_beginning = True
        self._session.write(
            lambda workspace: _begun(workspace, person, beginning),
            changes=Changed.NOTES_AND_TALKS,
            done=self._on_begun,
            failed=self._on_failed,
        )

    def _on_begun(self, preparation: Preparation) -> None:
        self._is_beginning = False
        self.begun.emit(preparation)

    def _on_failed(self, error: Exception) -> None:
        self._is_beginning = False
        is_known = isinstance(error, ManagerNotesError)
        self.failed.emit(str(error) if is_known else strings.NOT_BEGUN)


def beginnings_of(workspace: Workspace, person: PersonId) -> tuple[Beginning, ...]:
    """Return somebody's unsaid concerns, the newest first, and the talks being prepared."""
    rows = workspace.notes.timeline(person, limit=_READ, kinds=(Kind.CONCERN,)).rows
    concerns = [
        Beginning(note=row.id, on=row.occurred_on, words=row.headline)
        for row in rows
        if row.share_state in _WAITING
    ]
    talks = [
        Beginning(conversation=row.id, words=row.title)
        for row in workspace.talks.of_person(person)
        if row.type in PREPARED_TYPES and row.state in _UNDER_WAY
    ]
    return (*concerns[:MOST_CONCERNS], *talks)


def _begun(workspace: Workspace, person: PersonId, beginning: Beginning) -> Preparation:
    if beginning.note is not None:
        return workspace.preparations.from_note(beginning.note, person=person)
    if beginning.conversation is not None:
        return workspace.preparations.begin(beginning.conversation)
    new = NewConversation(type=ConversationType.TOUGH, people=(person,))
    talk = workspace.talks.plan(new)
    preparation = workspace.preparations.begin(talk.id)
    return workspace.preparations.change(preparation.id, about=beginning.about or About.OTHER)
