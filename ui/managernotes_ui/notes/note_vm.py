"""Which note the editor shows, its words, and whether they are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import NoteText, Observation
from managernotes_ui.common.session import Session
from managernotes_ui.notes.note_changes import NoteChanges
from managernotes_ui.notes.note_reading import OpenNote, read_note
from managernotes_ui.notes.note_saver import NoteSaver

_CHANNEL = "note"
_TAGS_CHANNEL = "note-tags"


class NoteViewModel(QObject):
    """One note at a time; one that could not be saved stays alive behind it until it is.

    `words_shown` asks the fields to show `words` afresh; `words_replaced` to take them as an edit
    that Undo takes back; `changed` says that anything but the words is different.
    """

    words_shown = Signal()
    words_replaced = Signal()
    changed = Signal()
    problem_changed = Signal()
    erased = Signal()
    tags_known = Signal(list)

    def __init__(
        self, session: Session, fields: Callable[[], NoteText], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._fields = fields
        self._wanted: NoteId | None = None
        self._open: OpenNote | None = None
        self._saver: NoteSaver | None = None
        self._behind: dict[NoteId, NoteSaver] = {}
        self._person: PersonId | None = None
        self._words = NoteText()
        self._replacing = False
        self._resting = False
        self._problem: Exception | None = None
        self.changes = NoteChanges(session, lambda: self._saver, self)
        self.changes.erased.connect(self._on_erased)
        session.notes_changed.connect(self._on_notes_changed)
        session.discreet.changed.connect(self._on_discreet)

    @property
    def open_note(self) -> OpenNote | None:
        """What is on show, or None before the first note and after one was erased."""
        return self._open

    @property
    def person(self) -> PersonId | None:
        """The first person the note is about; remembered when the note itself is gone."""
        return self._person

    @property
    def words(self) -> NoteText:
        """What the fields are to show after `words_shown` or `words_replaced`."""
        return self._words

    @property
    def problem(self) -> Exception | None:
        """Why the text is not saved, or None."""
        return self._problem

    @property
    def has_unsaved(self) -> bool:
        """Whether words of this or an earlier note are in memory only."""
        savers = (self._saver, *self._behind.values())
        return any(saver is not None and saver.is_stuck for saver in savers)

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    def show_note(self, note_id: NoteId) -> None:
        """Read a note and show it; what was on show is saved first."""
        self._resting = False
        if note_id != self._wanted:
            self._put_away()
            self._wanted = note_id
            self._session.read(
                lambda workspace: workspace.notes.tags(),
                done=self.tags_known.emit,
                channel=_TAGS_CHANNEL,
            )
        self._reread()

    def typed(self) -> None:
        """Take note that the words in the fields changed."""
        if self._saver is not None and not self._replacing:
            self._saver.touch()

    def save_now(self) -> None:
        """Save what is unsaved without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def leave(self) -> None:
        """Save for good before another page comes or the vault is locked."""
        self._resting = True
        for saver in (self._saver, *self._behind.values()):
            if saver is not None:
                saver.leave()

    def keep_mine(self) -> None:
        """Answer a conflict: this window's text becomes a new revision."""
        if self._saver is not None:
            self._set_problem(None)
            self._saver.keep_mine()

    def show_theirs(self) -> None:
        """Answer a conflict: show what the other window wrote; Undo brings this text back."""
        if self._wanted is not None:
            note_id = self._wanted
            self._session.read(
                lambda workspace: read_note(workspace, note_id),
                done=self._on_theirs,
                as_stored=True,
            )

    def _put_away(self) -> None:
        """Let the fields go; words that are not on disk yet are kept behind and saved there."""
        saver, self._saver = self._saver, None
        self._open = None
        self._set_problem(None)
        if saver is None:
            return
        saver.freeze()
        saver.leave()
        self._behind[saver.note_id] = saver
        self._drop_saved()

    def _drop_saved(self) -> None:
        for note_id, saver in list(self._behind.items()):
            if not saver.unsaved:
                del self._behind[note_id]
                saver.deleteLater()

    def _reread(self) -> None:
        note_id = self._wanted
        if note_id is None:
            return
        self._session.read(
            lambda workspace: read_note(workspace, note_id),
            done=self._on_read,
            failed=self._on_lost,
            channel=_CHANNEL,
            as_stored=True,
        )

    def _on_read(self, read: OpenNote) -> None:
        if read.note.id != self._wanted:
            return
        self._open = self._beside(read)
        self._person = read.note.people[0] if read.note.people else None
        if self._saver is None:
            self._begin(read.note)
        elif read.note.revision > self._saver.known.number:
            self._catch_up(self._saver, read.note)
        self.changed.emit()

    def _beside(self, read: OpenNote) -> OpenNote:
        """Return what stands beside the text that is edited as it may be shown (SPEC §8)."""
        shown = self._session.discreet.shown
        return replace(
            read,
            people=shown(read.people),
            linked=shown(read.linked),
            chain=shown(read.chain),
        )

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn."""
        if self._open is not None:
            self._open = self._beside(self._open)
            self.changed.emit()

    def _begin(self, note: Observation) -> None:
        saver = self._behind.pop(note.id, None)
        if saver is None:
            saver = NoteSaver(self._session, note, self._fields, self)
            saver.saved.connect(self._on_saved)
            saver.failed.connect(self._on_failed)
            self._words = note.text
        else:
            self._words = saver.words
        self._replacing = True
        self.words_shown.emit()
        self._replacing = False
        saver.thaw(self._fields)
        self._saver = saver

    def _catch_up(self, saver: NoteSaver, note: Observation) -> None:
        """Take in what another window wrote; unsaved words wait for the conflict to be answered."""
        if note.text == saver.saved_words:
            saver.known.raise_to(note.revision)
        elif not saver.unsaved:
            saver.reread(note)
            self._replace(note.text)

    def _on_theirs(self, read: OpenNote) -> None:
        if self._saver is None or read.note.id != self._wanted:
            return
        self._open = self._beside(read)
        self._replace(read.note.text)
        self._saver.take_theirs(read.note)
        self._set_problem(None)
        self.changed.emit()

    def _replace(self, words: NoteText) -> None:
        self._words = words
        self._replacing = True
        self.words_replaced.emit()
        self._replacing = False

    def _on_lost(self, error: Exception) -> None:
        self._open = None
        self._set_problem(error)
        self.changed.emit()

    @Slot()
    def _on_erased(self) -> None:
        self._saver = None
        self._wanted = None
        self._open = None
        self.erased.emit()

    @Slot()
    def _on_notes_changed(self) -> None:
        if not self._resting:
            self._reread()

    @Slot(Observation)
    def _on_saved(self, _note: Observation) -> None:
        if self.sender() is self._saver:
            self._set_problem(None)
        self._drop_saved()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._saver:
            self._set_problem(error)

    def _set_problem(self, problem: Exception | None) -> None:
        if problem is not self._problem:
            self._problem = problem
            self.problem_changed.emit()
