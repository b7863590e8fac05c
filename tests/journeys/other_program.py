"""Another program beside the app: it takes the keyboard, and sees what a bystander sees.

Run as a script on an X display. Each line of stdin is answered on stdout: "look FILE" keeps a
picture of the whole screen.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Another program"


class Bystander(QObject):
    """Answers what is asked on stdin."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(TITLE)
        self.label.setWindowTitle(TITLE)
        self.label.setGeometry(1300, 820, 90, 40)
        self.label.show()
        self._lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._lines.activated.connect(self._on_line)

    @Slot()
    def _on_line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QGuiApplication.quit()
            return
        screen = QGuiApplication.primaryScreen()
        screen.grabWindow(0).save(line.split(maxsplit=1)[1].strip())
        sys.stdout.write("done\n")
        sys.stdout.flush()


def main() -> int:
    """Run until stdin ends."""
    app = QApplication([TITLE])
    bystander = Bystander()
    return app.exec() if bystander.label.isVisible() else 1


if __name__ == "__main__":
    sys.exit(main())
