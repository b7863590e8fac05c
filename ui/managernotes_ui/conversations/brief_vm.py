"""State behind the brief: what is read, and the one line that is written in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.brief import Brief
from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import ConversationId
from managernotes.domain.person import Person
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.conversations.talk_fields import TalkFields, fields_of
from managernotes_ui.conversations.talk_saver import TalkSaver


@dataclass(frozen=True, slots=True)
class BriefRead:
    """One answer of the vault."""

    talk: Conversation
    brief: Brief
    person: Person


class BriefViewModel(QObject):
    """`changed` comes with another brief, `wish_shown` when the line is to be shown afresh."""

    changed = Signal()
    wish_shown = Signal()
    begun = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: ConversationId | None = None
        self._read: BriefRead | None = None
        self._saver: TalkSaver | None = None
        self._shown = TalkFields()
        self._resting = False
        self.wish = ""
        session.talks_changed.connect(self._on_changed)
        session.notes_changed.connect(self._on_changed)
        session.people_changed.connect(self._on_changed)
        session.discreet.changed.connect(self.changed)

    @property
    def read(self) -> BriefRead | None:
        """What is on show as it may be shown, or None before the first."""
        return None if self._read is None else self._session.discreet.shown(self._read)

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    @property
    def has_unsaved(self) -> bool:
        """Whether the line is in memory only, because the vault refused it."""
        return self._saver is not None and self._saver.is_stuck

    def show_brief(self, talk: ConversationId) -> None:
        """Read the brief of a talk and show it; it counts as read today."""
        self._resting = False
        if talk != self._wanted:
            self._put_away()
            self._wanted = talk
        self._session.write(  # and read once that is announced
            lambda workspace: workspace.talks.read_brief(talk),
            changes=Changed.TALKS,
            failed=lambda _error: self._reread(),
        )

    def typed(self, wish: str) -> None:
        """Take the line as it is typed."""
        self.wish = wish
        if self._saver is not None:
            self._saver.touch()

    @Slot()
    def save_now(self) -> None:
        """Save the line without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def leave(self) -> None:
        """Save before another page comes or the vault is locked."""
        self._resting = True
        self.save_now()

    def begin(self) -> None:
        """Start the talk's clock; `begun` follows with it."""
        talk = self._wanted
        if talk is None:
            return
        self.save_now()
        self._session.write(
            lambda workspace: workspace.talks.begin(talk),
            changes=Changed.TALKS,
            done=lambda begun: self.begun.emit(begun.id),
        )

    def _fields(self) -> TalkFields:
        return replace(self._shown, wish=self.wish)

    def _put_away(self) -> None:
        saver, self._saver = self._saver, None
        self._read = None
        if saver is not None:
            saver.freeze()
            saver.flush()

    def _reread(self) -> None:
        talk = self._wanted
        if talk is not None:
            self._session.read(
                lambda workspace: _read(workspace, talk),
                done=self._on_read,
                channel="brief",
                as_stored=True,
            )

    def _on_read(self, read: BriefRead) -> None:
        if read.talk.id != self._wanted:
            return
        self._read = read
        stored = fields_of(read.talk.words)
        if self._saver is None:
            self._saver = TalkSaver(self._session, read.talk, self._fields, self)
            self._saver.failed.connect(self._session.failed)
            self._show(stored)
        elif not self._saver.is_busy and stored != self._fields():
            self._saver.began_with(stored)
            self._show(stored)
        self.changed.emit()

    def _show(self, fields: TalkFields) -> None:
        self._shown, self.wish = fields, fields.wish
        self.wish_shown.emit()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self._reread()


def _read(workspace: Workspace, talk_id: ConversationId) -> BriefRead:
    talk = workspace.talks.get(talk_id)
    return BriefRead(talk, workspace.briefs.brief(talk_id), workspace.people.get(talk.people[0]))
