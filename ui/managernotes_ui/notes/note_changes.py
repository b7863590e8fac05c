"""Everything about a note that can be changed beside its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, Observation, Source
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.notes.note_saver import NoteSaver

Done = Callable[[], None]


class NoteChanges(QObject):
    """Changes the note that is on show; words being typed do not conflict with it."""

    erased = Signal()

    def __init__(
        self, session: Session, saver: Callable[[], NoteSaver | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = saver

    def set_kind(self, kind: Kind) -> None:
        """Make it another sort of note."""
        self._change(lambda w, note: w.notes.change(note, kind=kind))

    def set_day(self, day: date) -> None:
        """Move it to the day it happened."""
        self._change(lambda w, note: w.notes.change(note, occurred_on=day))

    def set_source(self, source: Source) -> None:
        """Say how it is known."""
        self._change(lambda w, note: w.notes.change(note, source=source))

    def share(
        self, note: NoteId, work: Callable[[Workspace, NoteId], Observation], done: Done
    ) -> None:
        """Take a step of its way to the person, or take one back; this note, or one left behind."""
        saver = self._saver()
        if saver is not None and saver.note_id == note:
            self._change(work, Changed.NOTES_AND_TALKS, done)
            return
        self._session.write(
            lambda workspace: work(workspace, note),
            changes=Changed.NOTES_AND_TALKS,
            done=lambda _note: done(),
        )

    def set_tags(self, tags: Sequence[str]) -> None:
        """Give it these tags."""
        chosen = tuple(tags)
        self._change(lambda w, note: w.notes.change(note, tags=chosen))

    def mark_for_team(self, *, fit: bool) -> None:
        """Say whether it is fit to tell the team."""
        self._change(lambda w, note: w.team.mark(note, fit=fit))

    def confirm(self) -> None:
        """Take a note that was sealed while locked for one's own."""
        self._change(lambda w, note: w.unconfirmed.confirm(note))

    def link(self, other: NoteId) -> None:
        """Link another note."""
        self._do(lambda w, note: w.notes.link(note, other))

    def unlink(self, other: NoteId) -> None:
        """Take a link away."""
        self._do(lambda w, note: w.notes.unlink(note, other))

    def bin(self) -> None:
        """Move the note to the bin, its last words saved."""
        saver = self._saver()
        if saver is not None:
            saver.flush()
        self._do(lambda w, note: w.notes.bin(note))

    def restore(self) -> None:
        """Take the note out of the bin."""
        self._do(lambda w, note: w.notes.restore(note))

    def erase(self) -> None:
        """Remove the note for good."""
        saver = self._saver()
        if saver is not None:
            note_id = saver.note_id
            self._session.write(
                lambda workspace: workspace.notes.erase(note_id),
                changes=Changed.NOTES,
                done=lambda _none: self.erased.emit(),
            )

    def _do(self, change: Callable[[Workspace, NoteId], None]) -> None:
        def work(workspace: Workspace, note_id: NoteId) -> Observation:
            change(workspace, note_id)
            return workspace.notes.get(note_id)

        self._change(work)

    def _change(
        self,
        change: Callable[[Workspace, NoteId], Observation],
        changes: Changed = Changed.NOTES,
        done: Done | None = None,
    ) -> None:
        saver = self._saver()
        if saver is None:
            return

        def work(workspace: Workspace) -> None:
            before = workspace.notes.get(saver.note_id).revision
            after = change(workspace, saver.note_id)
            # What another window wrote in between must still be met as a conflict.
            if before == saver.known.number:
                saver.known.raise_to(after.revision)

        self._session.write(
            work, changes=changes, done=lambda _none: done() if done is not None else None
        )
