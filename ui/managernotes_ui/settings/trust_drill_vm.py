"""The recovery drill as the dialog sees it: eight groups, one try at a time, an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.errors import ManagerNotesError
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import trust as strings
from managernotes_ui.common.trust_vm import TrustViewModel

if TYPE_CHECKING:
    from managernotes.services.trust_drill import DrillFinding
    from managernotes.services.workspace import Workspace

GROUPS, GROUP_LETTERS = 8, 4


class DrillViewModel(QObject):
    """Keeps the code only while it is typed; `changed` follows each letter and each outcome."""

    changed = Signal()

    def __init__(
        self, session: Session, trust: TrustViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._trust = trust
        self._typed = [""] * GROUPS
        self._began: datetime = session.clock.now()
        self.is_busy = False
        self.problem = ""
        self.finding: DrillFinding | None = None

    @property
    def groups(self) -> Sequence[str]:
        """What is typed so far."""
        return tuple(self._typed)

    @property
    def can_begin(self) -> bool:
        """Whether all groups are typed and nothing is under way."""
        whole = all(len(group) == GROUP_LETTERS for group in self._typed)
        return whole and not self.is_busy and self.finding is None

    def type_group(self, number: int, text: str) -> int:
        """Take what was typed or pasted into a group; what is more goes on into the next ones.

        Return the group where typing goes on.
        """
        letters = "".join(sign for sign in text.upper() if sign.isalnum())
        self.problem = ""
        self._typed[number] = letters[:GROUP_LETTERS]
        rest = letters[GROUP_LETTERS:]
        if rest and number + 1 < GROUPS:
            return self.type_group(number + 1, rest)
        self.changed.emit()
        is_whole = len(self._typed[number]) == GROUP_LETTERS
        return min(number + 1, GROUPS - 1) if is_whole else number

    @Slot()
    def begin(self) -> None:
        """Try the code on the newest backup."""
        if not self.can_begin:
            return
        self.is_busy, self.problem = True, ""
        code = "-".join(self._typed)
        self._session.read(partial(_drilled, code), done=self._on_done, failed=self._on_failed)
        self.changed.emit()

    def forget(self) -> None:
        """Drop what was typed."""
        self._typed = [""] * GROUPS
        self.changed.emit()

    def _on_done(self, finding: DrillFinding) -> None:
        from managernotes.services.trust_memory import Drilled

        self.is_busy, self.finding = False, finding
        self._trust.remember_drill(
            Drilled(began=self._began, at=self._session.clock.now(), finding=finding)
        )
        self.forget()

    def _on_failed(self, error: Exception) -> None:
        self.is_busy = False
        if isinstance(error, ManagerNotesError):
            self.problem = str(error)
        else:
            self.problem = strings.DIALOG_UNCHANGED
            self._session.failed.emit(error)
        self.changed.emit()


def _drilled(code: str, workspace: Workspace) -> DrillFinding:
    from managernotes.services.trust_drill import drill
    from managernotes.services.trust_subject import backup_folders, subject_of

    return drill(workspace.files.database, backup_folders(subject_of(workspace)), code)
