"""State behind the tab "Month look-back": five answers that save themselves, done, skipped."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.look_back import LookBackState, LookBackWords, Month
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.text_saver import TextSaver
from managernotes_ui.reviews.look_back_reading import (
    FIELDS,
    Answers,
    MonthRead,
    read_answers,
    read_month,
    save_answer,
)


@dataclass(frozen=True, slots=True)
class Ended:
    """A month that was just done or skipped, and how that is taken back."""

    month: Month
    state: LookBackState
    undo: Callable[[], None]


class LookBackViewModel(QObject):
    """One month is on show; its answers are the manager's alone (S45, INV-11)."""

    changed = Signal()
    """The list of months, or what the month was made of."""
    answers_changed = Signal()
    ended = Signal(object)
    """An Ended."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._month = Month.of(self.today())
        self._read: MonthRead | None = None
        self._answers: Answers | None = None
        self._saver = TextSaver(session, _save, self)
        self._resting = True
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self._on_changed)
        session.discreet.changed.connect(self._on_discreet)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def month(self) -> Month:
        """The month on show."""
        return self._month

    @property
    def read(self) -> MonthRead | None:
        """The lists; None before the vault has answered."""
        return self._read

    @property
    def is_read(self) -> bool:
        """Whether the answers of the month on show have come."""
        return self._answers is not None

    @property
    def state(self) -> LookBackState:
        """How the month on show stands."""
        return self._answers.state if self._answers is not None else LookBackState.OPEN

    @property
    def answers(self) -> Mapping[str, str]:
        """What stands in the fields: what was typed, else what is stored."""
        words = self._answers.words if self._answers is not None else LookBackWords()
        typed = {field: self._saver.text_of((self._month, field)) for field in FIELDS}
        return {
            field: getattr(words, field) if text is None else text for field, text in typed.items()
        }

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer is in memory only, because the vault could not be written."""
        return self._saver.is_stuck

    def show(self, month: Month | None) -> None:
        """Show a month, this one when none is named; one to come is not shown."""
        this = Month.of(self.today())
        wanted = min(month or self._month, this)
        if wanted != self._month:
            self._saver.flush()
            self._month = wanted
            self._answers = None
        self.reload()

    def step(self, by: int) -> None:
        """Show a month before or after, among those of the list."""
        rows = self._read.rows if self._read is not None else ()
        wanted = self._month.plus(by)
        if any(row.month == wanted for row in rows):
            self.show(wanted)

    def put(self, field: str, text: str) -> None:
        """Take an answer; it is saved in a second, unless more is typed."""
        if self._answers is not None:
            self._saver.put((self._month, field), text)

    def flush(self) -> None:
        """Hand what is typed to the vault."""
        self._saver.flush()

    def rest(self) -> None:
        """Hand what is typed to the vault, and read nothing until asked again."""
        self._saver.flush()
        self._resting = True

    def finish(self, try_by: date | None, failed: Callable[[Exception], None]) -> None:
        """Say that the month is done; with a day, the one thing becomes a promise to myself."""
        self._end(
            LookBackState.DONE,
            lambda workspace, month: workspace.look_backs.finish(month, try_by),
            failed,
        )

    def skip(self) -> None:
        """Let the month go; nothing is said about it."""
        self._end(
            LookBackState.SKIPPED,
            lambda workspace, month: workspace.look_backs.skip(month),
            self._session.failed.emit,
        )

    def reopen(self) -> None:
        """Open the month on show again."""
        self._reopen(self._month)

    @Slot()
    def reload(self) -> None:
        """Read the month from the vault."""
        self._resting = False
        month = self._month
        self._session.read(
            lambda workspace: read_month(workspace, month),
            done=self._on_read,
            channel="look-back",
        )
        self._session.read(
            lambda workspace: read_answers(workspace, month),
            done=self._on_answers,
            channel="look-back-answers",
            as_stored=True,
        )

    def _end(
        self,
        state: LookBackState,
        work: Callable[[Workspace, Month], object],
        failed: Callable[[Exception], None],
    ) -> None:
        self._saver.flush()
        month = self._month
        ended = Ended(month, state, lambda: self._reopen(month))
        self._session.write(
            lambda workspace: work(workspace, month),
            changes=Changed.TALKS,
            done=lambda _done: self.ended.emit(ended),
            failed=failed,
        )

    def _reopen(self, month: Month) -> None:
        self._session.write(
            lambda workspace: workspace.look_backs.reopen(month), changes=Changed.TALKS
        )

    def _on_read(self, read: MonthRead) -> None:
        self._read = read
        self.changed.emit()

    def _on_answers(self, answers: Answers) -> None:
        if answers.month == self._month:
            self._answers = answers
            self.answers_changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names on show in the same turn; what is read again follows."""
        if self._read is not None:
            self._read = self._session.discreet.shown(self._read)
            self.changed.emit()


def _save(workspace: Workspace, record: Hashable, text: str) -> None:
    assert isinstance(record, tuple)
    month, field = record
    save_answer(workspace, month, field, text)
