"""Qt's own messages are dropped: some quote the text or the path that they are about."""

from __future__ import annotations

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


def keep_qt_quiet() -> None:
    """Print nothing of what Qt has to say from now on."""
    qInstallMessageHandler(_drop)


def _drop(_kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
    """Say nothing."""
