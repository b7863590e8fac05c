"""What can be done on the page of vision, values and roles; each change one write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from managernotes.domain.identity import PersonId, VisionLineId, YardstickId
from managernotes.domain.vision import VisionLine
from managernotes.domain.yardstick import Scope, YardstickKind, YardstickWords
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import standards as strings


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStandard:
    """What the sheet asks for."""

    kind: YardstickKind
    title: str
    role: str = ""
    level: str = ""
    person: PersonId | None = None


class StandardsChanges(QObject):
    """`save_first` hands over what is typed, so that no change goes before it."""

    added = Signal(object)
    retired = Signal(object)
    line_gone = Signal(object)
    """The lines as they stood before."""
    refused = Signal(str)

    def __init__(self, session: Session, save_first: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._save_first = save_first

    def add(self, new: NewStandard) -> None:
        """Store a new expectation or value; `added` or `refused` follows."""
        scope = Scope(role=new.role or None, level=new.level or None)
        people = () if new.person is None else (new.person,)
        self._session.write(
            lambda workspace: workspace.yardsticks.add(
                new.kind, YardstickWords(title=new.title), people, scope
            ),
            changes=Changed.TALKS,
            done=lambda one: self.added.emit(one.id),
            failed=self._on_failed,
        )

    def set_scope(self, yardstick: YardstickId, change: Callable[[Scope], Scope]) -> None:
        """Say whose it is, what it is about, what it serves; `refused` when that cannot be."""

        def store(workspace: Workspace) -> object:
            scope = workspace.yardsticks.get(yardstick).scope
            return workspace.yardsticks.set_scope(yardstick, change(scope))

        self._write(store)

    def retire(self, yardstick: YardstickId) -> None:
        """Say that it counts no longer; `retired` offers the way back."""
        self._session.write(
            lambda workspace: workspace.yardsticks.retire(yardstick),
            changes=Changed.TALKS,
            done=lambda _one: self.retired.emit(yardstick),
        )

    def bring_back(self, yardstick: YardstickId) -> None:
        """Say that it counts again."""
        self._write(lambda workspace: workspace.yardsticks.bring_back(yardstick))

    def add_line(self, text: str) -> None:
        """Put one more line into the vision."""

        def store(workspace: Workspace) -> object:
            vision = workspace.vision.now()
            words = ("", ()) if vision is None else (vision.words.text, vision.words.lines)
            return workspace.vision.save(words[0], (*words[1], text))

        self._write(store)

    def remove_line(self, line: VisionLineId) -> None:
        """Take a line out of the vision; what served it asks for another."""

        def store(workspace: Workspace) -> tuple[VisionLine, ...]:
            vision = workspace.vision.now()
            before = () if vision is None else vision.words.lines
            kept = [one for one in before if one.id != line]
            workspace.vision.save("" if vision is None else vision.words.text, kept)
            return before

        self._write(store, done=self.line_gone.emit)

    def put_lines(self, lines: tuple[VisionLine, ...]) -> None:
        """Put the lines back as they stood."""

        def store(workspace: Workspace) -> object:
            vision = workspace.vision.now()
            return workspace.vision.save("" if vision is None else vision.words.text, lines)

        self._write(store)

    def _write(
        self,
        work: Callable[[Workspace], object],
        done: Callable[[object], None] = lambda _nothing: None,
    ) -> None:
        self._save_first()
        self._session.write(work, changes=Changed.TALKS, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.refused.emit(str(error) if known else strings.NOT_STORED)
