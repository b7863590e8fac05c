"""What is copied out of a note asks clipboard histories not to keep it (SECURITY-DESIGN §5.5)."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QClipboard

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


def forget_private_copy(clipboard: QClipboard) -> None:
    """Empty the clipboard if what is on it came from here; at the end of the app, a must.

    X11's selection too. Qt destroys a clipboard's content after Python has ended, and what Python
    made must not be touched then: the process would die of it.
    """
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        content = clipboard.mimeData(mode)
        if content and content.hasFormat(OURS):  # some platforms have none
            clipboard.clear(mode)
