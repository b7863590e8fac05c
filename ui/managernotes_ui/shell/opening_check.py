"""After an unlock: every page's seal is checked, and copies beside the vault are looked for.

Both beside the work, on a thread and a connection of their own (SECURITY-DESIGN §2.2, §5 no. 23).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes_ui.common.session import Session
from managernotes_ui.common.work_beside import WorkBeside

if TYPE_CHECKING:  # loaded when the look begins
    from managernotes.services.verifying import VaultReport

AFTER_MS = 2_000
"""So long after the unlock: the first rows come first."""


class OpeningCheck(QObject):
    """Tells only what is not as it should be: `damaged` a VaultReport, `copies_found` copies."""

    damaged = Signal(object)
    copies_found = Signal(object)

    def __init__(
        self, session: Session, parent: QObject | None = None, *, after_ms: int = AFTER_MS
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._beside = WorkBeside(session, self)
        self.is_done = False
        self._soon = QTimer(self, interval=after_ms, singleShot=True)
        self._soon.timeout.connect(self.look)
        session.closing.connect(self._soon.stop)

    def begin(self) -> None:
        """Begin, in a moment."""
        self._soon.start()

    @Slot()
    def look(self) -> None:
        """Look now."""
        from managernotes.services.vault_copies import copies_beside
        from managernotes.services.verifying import quick_look

        self._session.read(
            lambda w: copies_beside(w.files.database), done=self._on_copies, failed=_leave
        )
        self._beside.run(quick_look, done=self._on_checked, failed=self._on_not_checked)

    def _on_checked(self, report: VaultReport) -> None:
        self.is_done = True
        if not report.ok:
            self.damaged.emit(report)

    def _on_not_checked(self, _error: Exception) -> None:
        """Say nothing: a vault that is busy or gone is told of elsewhere."""
        self.is_done = True

    def _on_copies(self, copies: object) -> None:
        if copies:
            self.copies_found.emit(copies)


def _leave(_error: Exception) -> None:
    """Say nothing: the next unlock looks again."""
