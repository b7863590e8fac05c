"""Everything about a preparation that is chosen, not written: each choice is stored at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Unpack

from PySide6.QtCore import QObject, Signal

from managernotes.domain.identity import NoteId, PersonId, PreparationId, YardstickId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Source
from managernotes.domain.preparation import Step
from managernotes.domain.preparation_rules import PreparationChange
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.preparing.preparation_saver import PreparationSaver


@dataclass(frozen=True, slots=True)
class NewFact:
    """A moment that is no note yet."""

    text: str
    on: date
    source: Source


class PreparationChanges(QObject):
    """Changes the preparation on show; words being typed do not conflict with it."""

    refused = Signal(Exception)

    def __init__(
        self, session: Session, saver: Callable[[], PreparationSaver | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = saver

    def set(self, **facts: Unpack[PreparationChange]) -> None:
        """Store a choice: about, path, step, an answer of the gate, or what was ticked."""
        self._do(lambda w, it: w.preparations.change(it, **facts))

    def keep_step(self, step: Step) -> None:
        """Store which step is on show; nothing that another page shows depends on it."""
        self._do(lambda w, it: w.preparations.change(it, step=step), changes=Changed.NOTHING)

    def set_fact(self, note: NoteId, *, chosen: bool) -> None:
        """Make a note a fact of the talk, or no longer."""
        if chosen:
            self._do(lambda w, it: w.preparations.add_fact(it, note))
        else:
            self._do(lambda w, it: w.preparations.remove_fact(it, note))

    def add_fact(
        self, fact: NewFact, people: tuple[PersonId, ...], done: Callable[[], None]
    ) -> None:
        """Write down what was seen, as a concern of its own, and make it a fact of the talk."""
        new = NewObservation(
            text=NoteText(fact=fact.text),
            kind=Kind.CONCERN,
            people=people,
            occurred_on=fact.on,
            source=fact.source,
        )

        def work(workspace: Workspace, it: PreparationId) -> None:
            workspace.preparations.add_fact(it, workspace.notes.add(new).id)

        self._do(work, changes=Changed.NOTES_AND_TALKS, done=done)

    def set_yardstick(self, yardstick: YardstickId, *, linked: bool) -> None:
        """Say that the talk is about an expectation or a value, or is not."""
        if linked:
            self._do(lambda w, it: w.preparations.link_yardstick(it, yardstick))
        else:
            self._do(lambda w, it: w.preparations.unlink_yardstick(it, yardstick))

    def add_yardstick(
        self,
        kind: YardstickKind,
        title: str,
        people: tuple[PersonId, ...],
        done: Callable[[], None],
    ) -> None:
        """Write an expectation or a value down where it is missing, and link it."""

        def work(workspace: Workspace, it: PreparationId) -> None:
            made = workspace.yardsticks.add(kind, YardstickWords(title=title), people)
            workspace.preparations.link_yardstick(it, made.id)

        self._do(work, done=done)

    def talked_through(self, yardstick: YardstickId, person: PersonId, on: date | None) -> None:
        """Say when it was last talked through with somebody."""
        self._do(lambda w, _it: w.yardsticks.talked_through(yardstick, person, on))

    def set_day(self, on: date | None, at: time | None, minutes: int | None) -> None:
        """Plan the talk for a day and an hour."""
        saver = self._saver()
        if saver is not None:
            talk = saver.conversation
            self._do(lambda w, _it: w.talks.set_day(talk, on, at, minutes))

    def set_follow_up(self, on: date) -> None:
        """Say when it will be looked at again."""
        saver = self._saver()
        if saver is not None:
            talk = saver.conversation
            self._do(lambda w, _it: w.talks.plan_follow_up(talk, on))

    def mark_prepared(self) -> None:
        """Say that it is prepared; refused while something that must be there is open."""
        self._flush()
        self._do(lambda w, it: w.preparations.mark_prepared(it))

    def override(self, sentence: str) -> None:
        """Go in with something open, for a reason."""
        self._flush()
        self._do(lambda w, it: w.preparations.override(it, sentence))

    def _flush(self) -> None:
        saver = self._saver()
        if saver is not None:
            saver.flush()

    def _do(
        self,
        change: Callable[[Workspace, PreparationId], object],
        *,
        changes: Changed = Changed.TALKS,
        done: Callable[[], None] | None = None,
    ) -> None:
        saver = self._saver()
        if saver is None:
            return

        def work(workspace: Workspace) -> None:
            before = workspace.preparations.get(saver.preparation_id).revision
            change(workspace, saver.preparation_id)
            # What another window wrote in between must still be met as a conflict.
            if before == saver.known.number:
                after = workspace.preparations.get(saver.preparation_id).revision
                saver.known.raise_to(after)

        def committed(_nothing: None) -> None:
            if done is not None:
                done()

        self._session.write(work, changes=changes, done=committed, failed=self.refused.emit)
