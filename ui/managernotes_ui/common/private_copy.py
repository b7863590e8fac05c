"""What is copied out of a note asks clipboard histories not to keep it (SECURITY-DESIGN §5.5)."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

OURS = "application/x-manager-notes"
"""Marks a clipboard as filled by the app, so that locking can empty it."""

_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"0",
    "CanUploadToCloudClipboard": b"0",
    "org.nspasteboard.ConcealedType": b"1",
    OURS: b"1",
}


def private_text(text: str) -> QMimeData:
    """Return plain text for the clipboard, with the hints that each desktop understands."""
    data = QMimeData()
    data.setText(text)
    for format_name, value in _HINTS.items():
        data.setData(format_name, QByteArray(value))
    return data
