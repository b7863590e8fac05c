"""Copies out of a note: marked as private, and gone before the process ends."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from managernotes_ui.common.private_copy import OURS, forget_private_copy, private_text

_COPIES = """
from managernotes_ui.common.private_copy import forget_private_copy, private_text
from PySide6.QtWidgets import QApplication
qt = QApplication([])
qt.clipboard().setMimeData(private_text("a copy"))
forget_private_copy(qt.clipboard())
"""


def test_a_process_that_copied_something_ends_in_peace() -> None:
    ended = subprocess.run([sys.executable, "-c", _COPIES], check=False, timeout=60)

    assert ended.returncode == 0


def test_only_a_copy_of_ours_is_taken_off_the_clipboard(qapp: QApplication) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("somebody else's")
    forget_private_copy(clipboard)
    assert clipboard.text() == "somebody else's"

    clipboard.setMimeData(private_text("ours"))
    assert clipboard.mimeData().hasFormat(OURS)
    forget_private_copy(clipboard)
    assert clipboard.text() == ""
