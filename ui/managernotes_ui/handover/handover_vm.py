"""State behind the hand-over: at which step it is, who and what is ticked, the file's text."""

from __future__ import annotations

from collections.abc import Hashable
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.handover import Handover, HandoverFormat, HandoverItem
from managernotes.domain.identity import PersonId
from managernotes.errors import ManagerNotesError
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.handover.handover_saving import HandoverFile, HandoverSaving
from managernotes_ui.handover.handover_ticks import Ticks


class Step(IntEnum):
    """The four steps, in their order."""

    WHO = 0
    WHAT = 1
    LOOK = 2
    SAVE = 3


class HandoverViewModel(QObject):
    """`changed` follows when a step or a tick is another, `told` brings a sentence for the page."""

    changed = Signal()
    told = Signal(str)
    saved = Signal(str)

    def __init__(self, session: Session, directory: PeopleDirectory, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.saving = HandoverSaving(session, self)
        self.step = Step.WHO
        self.people: set[PersonId] = set()
        self.items: tuple[HandoverItem, ...] = ()
        self.ticks = Ticks()
        self.markdown = ""
        self.format = HandoverFormat.MARKDOWN
        self.before: tuple[Handover, ...] = ()
        self._is_saved = False
        self.saving.done.connect(self._on_saved)
        self.saving.failed.connect(self._on_not_saved)
        directory.changed.connect(self.changed)
        session.discreet.changed.connect(self._on_discreet)

    def begin(self, person: PersonId | None) -> None:
        """Go on with what was ticked, unless another person is named; offer what is known now.

        Ticks stay until a file is saved or the vault is closed: the page is left on the way.
        """
        if self._is_saved:
            self.people, self.ticks, self._is_saved = set(), Ticks(), False
        if person is not None and person not in self.people:
            self.people = {person}
        chose = self.step is not Step.WHO and bool(self.people)
        self.step, self.items, self.markdown = Step.WHO, (), ""
        self._read_before()
        if person is not None or chose:
            self.go_on()
        self.changed.emit()

    def turn_person(self, person: PersonId) -> None:
        """Turn who is handed over."""
        self.people ^= {person}
        self.told.emit("")
        self.changed.emit()

    def turn_item(self, key: Hashable) -> None:
        """Turn what goes with them."""
        for item in self.items:
            if item.key == key:
                self.ticks.turn(item)
        self.told.emit("")
        self.changed.emit()

    @property
    def ticked(self) -> int:
        """How many lines go."""
        return sum(self.ticks.is_on(item) for item in self.items)

    @Slot()
    def go_on(self) -> None:
        """Go to the next step, once this one has what it needs."""
        match self.step:
            case Step.WHO if not self.people:
                self.told.emit(strings.NOBODY)
            case Step.WHO:
                self._offer()
            case Step.WHAT if not self.ticked:
                self.told.emit(strings.NOTHING)
            case Step.WHAT:
                self._make()
            case Step.LOOK:
                self._go_to(Step.SAVE)
            case Step.SAVE:
                pass

    @Slot()
    def go_back(self) -> None:
        """Go to the step before; what is ticked stays so."""
        if self.step > Step.WHO:
            self._go_to(Step(self.step - 1))

    def save(self, path: Path) -> None:
        """Write the file and note it in the vault; `saved` or `told` follows."""
        if self.saving.is_busy or not self.markdown:
            return
        file = HandoverFile(
            markdown=self.markdown,
            format=self.format,
            people=tuple(self.people),
            items=self.ticks.applied(self.items),
            on=today(self._session.clock),
        )
        self.saving.write(path, file)
        self.changed.emit()

    # --- inside -------------------------------------------------------------------------------

    def _go_to(self, step: Step) -> None:
        self.step = step
        self.told.emit("")
        self.changed.emit()

    def _offer(self) -> None:
        people = tuple(self.people)
        self._session.read(
            lambda workspace: workspace.handovers.offer(people),
            done=self._on_offered,
            failed=self._on_refused,
            channel="handover-offer",
        )

    def _make(self) -> None:
        items = self.ticks.applied(self.items)
        self._session.read(
            lambda workspace: workspace.handovers.make(items),
            done=self._on_made,
            failed=self._on_refused,
            channel="handover-make",
            as_stored=True,
        )

    def _read_before(self) -> None:
        self._session.read(
            lambda workspace: workspace.handovers.made(),
            done=self._on_before,
            channel="handovers",
        )

    def _on_offered(self, items: tuple[HandoverItem, ...]) -> None:
        self.items = items
        if self.step is Step.WHO:
            self._go_to(Step.WHAT)
        else:
            self.changed.emit()

    def _on_made(self, content: bytes) -> None:
        self.markdown = content.decode()
        self._go_to(Step.LOOK)

    def _on_before(self, made: tuple[Handover, ...]) -> None:
        self.before = made
        self.changed.emit()

    @Slot(str)
    def _on_saved(self, name: str) -> None:
        self._is_saved = True
        self.saved.emit(strings.SAVED.format(name=name))
        self._read_before()

    @Slot(Exception)
    def _on_not_saved(self, error: Exception) -> None:
        self._on_refused(error)
        self.changed.emit()

    def _on_refused(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.told.emit(str(error) if known else strings.NOT_SAVED)

    @Slot()
    def _on_discreet(self) -> None:
        """Read the offer again: names and texts may be others."""
        if self.step is not Step.WHO:
            self._offer()
