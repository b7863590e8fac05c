"""What a capture line says, whether it is kept, and how it becomes a note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today as day_of_clock
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, Observation
from managernotes.errors import (
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
    PersonExistsError,
    VaultPlaceLostError,
)
from managernotes.text.capture_line import CaptureLine, parse_line, read_line
from managernotes_ui.capture.choices import Choices, choices_at
from managernotes_ui.capture.draft_keeper import DraftKeeper
from managernotes_ui.capture.known_names import KnownNames
from managernotes_ui.capture.splices import Splice, day_splice, kind_splice
from managernotes_ui.common.session import Session

RETRY_MS = 5_000
"""A text that could not be saved is tried again so often (SPEC §5.18a)."""

_NOT_THE_DISK = (InvalidInputError, NotFoundError, PersonExistsError)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line was not taken; with `place`, the start and end of the token that is meant."""

    title: str
    advice: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """That the vault could not be written; so many characters are in memory only.

    What is wrong with the vault's place is `told_above` every page.
    """

    title: str
    advice: str
    characters: int
    told_above: bool = False


class CaptureViewModel(QObject):
    """One capture line, which is a draft in the vault until it is a note there.

    It begins with `open`. `saved` brings the stored Observation, `problem_found` a Problem;
    `line_replaced` follows when the line becomes another one without being typed.
    """

    line_replaced = Signal(str)
    reading_changed = Signal()
    saved = Signal(object)
    problem_found = Signal(object)
    unsaved_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.names = KnownNames(session, self)
        self._slot = ""
        self._person: PersonId | None = None
        self._line = ""
        self._reading = read_line("", (), self.today)
        self._attempt: object | None = None
        self._wanted = ""
        self._failure: ManagerNotesError | None = None
        self._drafts = DraftKeeper(session, self)
        self._again = QTimer(self, interval=RETRY_MS)
        self.names.changed.connect(self._on_names_changed)
        self.names.person_refused.connect(self._on_failed)
        self._drafts.found.connect(self._on_draft_found)
        self._drafts.kept.connect(self._on_draft_kept)
        self._drafts.failed.connect(self._on_failed)
        self._again.timeout.connect(self.try_again)
        session.place_changed.connect(self._on_place_changed)

    @property
    def line(self) -> str:
        """The line as typed."""
        return self._line

    @property
    def reading(self) -> CaptureLine:
        """What the line says so far."""
        return self._reading

    @property
    def today(self) -> date:
        """The day on which it is typed."""
        return day_of_clock(self._session.clock)

    @property
    def unsaved(self) -> Unsaved | None:
        """Set while the vault cannot be written."""
        if self._failure is None:
            return None
        characters = 0 if self._drafts.is_kept else len(self._line)
        told = isinstance(self._failure, VaultPlaceLostError)
        return Unsaved(self._failure.title, self._failure.advice, characters, told_above=told)

    def open(self, person: PersonId | None = None) -> None:
        """Turn to the line of a person, whom all its notes are about, or to the quick one.

        What was typed before is kept in its own place, and what was left in this one comes back.
        """
        slot = f"capture:{person}" if person else "capture"
        if slot == self._slot:
            return
        self._slot, self._person = slot, person
        self._attempt, self._wanted = None, ""
        self._read("")
        self.line_replaced.emit("")
        self.reading_changed.emit()
        self._drafts.open(slot)

    def type(self, line: str) -> None:
        """Take the line as it is now."""
        if line == self._line:
            return
        self._read(line)
        self._drafts.type(line)
        self.reading_changed.emit()
        if self._failure is not None:
            self.unsaved_changed.emit()

    @Slot()
    def keep_draft(self) -> None:
        """Hand the line to the vault now: before a lock, and when its place is left."""
        self._drafts.write()

    @Slot()
    def save(self) -> None:
        """Make the line a note; `saved` or `problem_found` follows, or it is tried again."""
        if not self._line.strip() or self._attempt is not None:
            return
        try:
            said = parse_line(self._line, self.names.people, self.today)
        except ManagerNotesError as error:
            self._refuse(error)
            return
        implied = () if self._person is None else (self._person,)
        note = replace(said, people=tuple(dict.fromkeys(implied + said.people)))
        attempt = self._attempt = object()
        self._wanted = self._line
        self._drafts.become_note(
            lambda workspace, slot: workspace.notes.capture(note, draft=slot),
            done=partial(self._on_saved, attempt),
            failed=partial(self._on_not_saved, attempt),
        )

    @Slot()
    def try_again(self) -> None:
        """Save what could not be saved: the note, while the line is as it was, else the draft."""
        if self._wanted and self._wanted == self._line:
            self.save()
        else:
            self._drafts.write()

    def choices(self, caret: int) -> Choices | None:
        """Return what to offer at the caret."""
        names = self.names
        found = choices_at(caret, self._line, self._reading, names.people, names.tags)
        is_answered = found is not None and names.adding and found.new_name == names.adding
        return None if is_answered else found

    def kind_splice(self, kind: Kind) -> Splice:
        """Return how the line comes to say a kind."""
        return kind_splice(self._line, self._reading, kind)

    def day_splice(self, day: date) -> Splice:
        """Return how the line comes to say the day it happened."""
        return day_splice(self._line, self._reading, day, self.today)

    def _read(self, line: str) -> None:
        self._line = line
        self._reading = read_line(line, self.names.people, self.today)

    def _replace(self, line: str) -> None:
        self._read(line)
        self._drafts.type(line)
        self.line_replaced.emit(line)
        self.reading_changed.emit()

    def _refuse(self, error: ManagerNotesError) -> None:
        meant = next((token for token in self._reading.tokens if token.problem), None)
        place = (meant.start, meant.end) if meant else None
        advice = "" if isinstance(error, NotFoundError) else error.advice  # the popup asks
        shown = self.names.shown
        self.problem_found.emit(Problem(shown(error.title), shown(advice), place))

    def _set_failure(self, failure: ManagerNotesError | None) -> None:
        if failure is None and self._failure is None:
            return
        self._failure = failure
        if failure is None:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()
        self.unsaved_changed.emit()

    def _on_saved(self, attempt: object, note: Observation) -> None:
        if self._attempt is attempt:
            self._attempt, self._wanted = None, ""
            self._replace(self._drafts.text)
        self._set_failure(None)
        self.saved.emit(note)

    def _on_not_saved(self, attempt: object, error: Exception) -> None:
        if self._attempt is attempt:
            self._attempt = None
        self._on_failed(error)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, _NOT_THE_DISK):
            self._wanted = ""
            self._refuse(error)
        elif isinstance(error, ManagerNotesError):
            self._set_failure(error)
        else:
            self._session.failed.emit(error)

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        if lost is None and self._failure is not None:
            self.try_again()

    @Slot()
    def _on_names_changed(self) -> None:
        self._read(self._line)
        self.reading_changed.emit()

    @Slot(str)
    def _on_draft_found(self, draft: str) -> None:
        if draft != self._line:
            self._replace(f"{draft}\n{self._line}" if self._line else draft)

    @Slot()
    def _on_draft_kept(self) -> None:
        if not self._wanted or self._wanted != self._line:
            self._set_failure(None)
        elif self._failure is not None:
            self.unsaved_changed.emit()
