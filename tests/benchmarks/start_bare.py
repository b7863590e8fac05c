"""A process: one bare window of the app's size, gone after its first picture."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.memory import peak_mebibytes


class BareWindow(QMainWindow):
    """A window with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        """Draw once, then end."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    """Show it."""
    app = QApplication([])
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    app.exec()
    sys.stdout.write(f"{peak_mebibytes()}")


if __name__ == "__main__":
    main()
