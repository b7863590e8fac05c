"""Pages are loaded before they are visited, and after the first rows."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
import managernotes_ui.shell.open_vault
from managernotes_ui.shell.warm_up import WarmUp

PAGES = ("people.person_page", "notes.note_page", "search.search_page", "settings.settings_page")
loaded = lambda: sum(f"managernotes_ui.{page}" in sys.modules for page in PAGES)
app = QCoreApplication([])
warm_up = WarmUp(app)
warm_up.start()
print(loaded(), warm_up.is_done)
look = QTimer(app, interval=50)
look.timeout.connect(lambda: app.quit() if warm_up.is_done else None)
look.start()
app.exec()
print(loaded(), warm_up.is_done)
"""


def test_the_pages_that_opening_leaves_out_are_loaded_a_little_later() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["0 False", "4 True"]
