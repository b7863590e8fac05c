"""A recovery code that is shown once: its groups, and the two of them that are typed back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes.errors import ManagerNotesError
from managernotes.services.private_export import write_private_file
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.recovery.code_saving import pdf_of
from managernotes_ui.recovery.code_sheet import CodeSheet

GroupChoice = Callable[[int], tuple[int, int]]
"""Chooses two of so many groups, by their places from 0."""


def two_by_chance(groups: int) -> tuple[int, int]:
    """Return two different groups, drawn by chance, the first one first."""
    first, second = sorted(secrets.SystemRandom().sample(range(groups), 2))
    return first, second


class GroupState(Enum):
    """How far a group is that is being typed back."""

    OPEN = auto()
    RIGHT = auto()
    WRONG = auto()


class TypedBack(QObject):
    """Keeps the code until it is let go of; `saved` says what came of writing the sheet."""

    changed = Signal()
    saved = Signal(str)

    def __init__(
        self,
        session: Session,
        groups: Sequence[str],
        asked: tuple[int, int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.groups = tuple(groups)
        self.asked = asked
        self._typed = dict.fromkeys(asked, "")

    @property
    def text(self) -> str:
        """The code in one line, for the clipboard."""
        return "-".join(self.groups)

    @property
    def sheet(self) -> CodeSheet:
        """What is printed."""
        return CodeSheet(self.groups, today(self._session.clock))

    @property
    def is_typed_back(self) -> bool:
        """Whether both groups were typed as they stand on the page."""
        return all(self.state(group) is GroupState.RIGHT for group in self.asked)

    def type_group(self, group: int, typed: str) -> str:
        """Take what was typed for a group and return how it reads: capitals, nothing between."""
        read = "".join(sign for sign in typed.upper() if sign.isalnum())[: len(self.groups[group])]
        self._typed[group] = read
        self.changed.emit()
        return read

    def state(self, group: int) -> GroupState:
        """Return how far a group is; it is wrong as soon as it cannot become right."""
        typed, wanted = self._typed[group], self.groups[group]
        if typed == wanted:
            return GroupState.RIGHT
        return GroupState.OPEN if wanted.startswith(typed) else GroupState.WRONG

    def save(self, path: Path) -> None:
        """Write the sheet to a new file, unencrypted, off this thread."""
        content = pdf_of(self.sheet)
        self._session.read(
            lambda _workspace: write_private_file(path, content),
            done=lambda _none: self.saved.emit(strings.SAVED.format(name=path.name)),
            failed=self._on_not_saved,
        )

    def _on_not_saved(self, error: Exception) -> None:
        self.saved.emit(str(error) if isinstance(error, ManagerNotesError) else strings.NOT_SAVED)
