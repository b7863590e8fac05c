"""What another program finds on the clipboard of an X display: a line of JSON, and it ends.

"formats" are offered to everybody; "text" and "selection" are what it may paste.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

app = QApplication([])
board = app.clipboard()
found = {
    "formats": board.mimeData().formats(),
    "text": board.text(),
    "selection": board.text(QClipboard.Mode.Selection),
}
sys.stdout.write(json.dumps(found))
