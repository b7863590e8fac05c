"""The recovery code, shown once: its groups, the two that are typed back, and the reminder."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from managernotes.clock import today
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.unlock.code_sheet import CodeSheet

PREFERENCE = "recovery_code"
"""The vault's own note of whether its code was typed back: one of the two values below."""
REMIND = "remind"
TYPED_BACK = "typed back"


class GroupState(Enum):
    """How far a group is that is being typed back."""

    OPEN = auto()
    RIGHT = auto()
    WRONG = auto()


class RecoveryViewModel(QObject):
    """Keeps the code until the page is left; the vault is told to remind, until both are right."""

    changed = Signal()
    done = Signal()

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
        self._remember(REMIND)

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

    def go_on(self) -> None:
        """Leave the page, once both groups are right."""
        if self.is_typed_back:
            self._remember(TYPED_BACK)
            self.done.emit()

    def later(self) -> None:
        """Leave the page and be reminded."""
        self.done.emit()

    def _remember(self, value: str) -> None:
        self._session.write(
            lambda workspace: workspace.preferences.keep(PREFERENCE, value),
            changes=Changed.NOTHING,
        )
