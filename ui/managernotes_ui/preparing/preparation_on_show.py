"""What the page for preparing shows of one talk, by the words as they stand in its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import PreparationWords, Step
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.preparing.preparation_reading import OpenPreparation
from managernotes_ui.preparing.questions import Question, questions_of, steps_of
from managernotes_ui.preparing.standing import NOTHING_READ, Standing, standing_of

T = TypeVar("T")


class PreparationOnShow(QObject):
    """What was read, at which step one is, what is open; `words` are the view-model's to hold.

    `changed` says that anything but the words is different, `standing_changed` that something
    was opened or put in place.
    """

    changed = Signal()
    standing_changed = Signal()
    step_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: ConversationId | None = None
        self._stored: OpenPreparation | None = None
        self._open: OpenPreparation | None = None
        self._step = Step.RIGHT_TALK
        self._standing = NOTHING_READ
        session.discreet.changed.connect(self._on_discreet)

    @property
    def read(self) -> OpenPreparation | None:
        """What is on show, with initials for names in discreet mode."""
        return self._open

    @property
    def conversation(self) -> ConversationId | None:
        """The talk that is prepared."""
        return self._wanted

    @property
    def words(self) -> PreparationWords:
        """The words as they are written, saved or not."""
        raise NotImplementedError

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the path that was chosen."""
        return () if self._open is None else steps_of(self._open.desk.preparation.path)

    @property
    def standing(self) -> Standing:
        """What is open and what is in place, by the words as they stand now."""
        return self._standing

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    def questions(self, step: Step) -> tuple[Question, ...]:
        """Return what a step asks."""
        if self._open is None:
            return ()
        preparation = self._open.desk.preparation
        called = self._open.called
        return questions_of(step, preparation.about, preparation.path, called)

    def neighbour(self, by: int) -> Step | None:
        """Return the step before (-1) or after (1) the one on show, if there is one."""
        if self._step not in self.steps:
            return None
        place = self.steps.index(self._step) + by
        return self.steps[place] if 0 <= place < len(self.steps) else None

    def look_up(
        self,
        work: Callable[[Workspace], T],
        *,
        done: Callable[[T], None],
        channel: str,
    ) -> None:
        """Ask the vault something for a part of the page; a newer question overtakes it."""
        self._session.read(work, done=done, channel=channel)

    def shown_text(self, text: str) -> str:
        """Return a text of the vault as it may be shown now (SPEC §8)."""
        return self._session.discreet.text(text)

    def _show(self, read: OpenPreparation | None) -> None:
        """Take what was read as what is on show."""
        self._stored = read
        self._open = None if read is None else self._shown(read)

    def _shown(self, read: OpenPreparation) -> OpenPreparation:
        """Return what stands beside the words that are edited as it may be shown (SPEC §8)."""
        shown = self._session.discreet.shown(read)
        preparation = replace(shown.desk.preparation, words=read.desk.preparation.words)
        return replace(shown, desk=replace(shown.desk, preparation=preparation))

    def _judge(self) -> None:
        standing = NOTHING_READ
        if self._stored is not None:
            desk, shown = self._stored.desk, self._session.discreet.text
            standing = standing_of(desk.hand, desk.checks, self.words, shown)
        if standing != self._standing:
            self._standing = standing
            self.standing_changed.emit()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn."""
        if self._stored is not None:
            self._open = self._shown(self._stored)
            self.changed.emit()
            self._judge()
