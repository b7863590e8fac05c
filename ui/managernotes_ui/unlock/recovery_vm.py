"""The recovery code of a vault just made: typed back, or put off and reminded of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from managernotes.services.keys import SlotKind
from managernotes.services.protecting import note_event
from managernotes.services.slot_dates import SlotEvent
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.recovery.typed_back import TypedBack
from managernotes_ui.unlock.code_reminder import PREFERENCE, REMIND, TYPED_BACK


class RecoveryViewModel(TypedBack):
    """Keeps the code until the page is left; the vault is told to remind, until both are right."""

    done = Signal()

    def __init__(
        self,
        session: Session,
        groups: Sequence[str],
        asked: tuple[int, int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, groups, asked, parent)
        session.write(
            lambda workspace: workspace.preferences.keep(PREFERENCE, REMIND),
            changes=Changed.NOTHING,
        )

    def go_on(self) -> None:
        """Leave the page, once both groups are right."""
        if self.is_typed_back:
            self._session.write(remember_typed_back, changes=Changed.NOTHING)
            self.done.emit()

    def later(self) -> None:
        """Leave the page and be reminded."""
        self.done.emit()


def remember_typed_back(workspace: Workspace) -> None:
    """Keep in the vault that its code is on paper, and when that was shown."""
    workspace.preferences.keep(PREFERENCE, TYPED_BACK)
    note_event(workspace, SlotKind.RECOVERY, SlotEvent.CONFIRMED)
