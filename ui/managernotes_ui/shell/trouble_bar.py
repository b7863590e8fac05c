"""The banner for what failed and has no better place: what happened, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.errors import ManagerNotesError
from managernotes.quiet import crash_report
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button

SIDE, ABOVE = 32, 16


class TroubleBar(QWidget):
    """Shows the last failure until it is put away; a fault of the app's own offers its report."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ""
        self._shown = desk.session.discreet.text
        self._said = ("", "")
        self._copy = make_button(desk.theme, strings.COPY_REPORT, size=ButtonSize.SMALL)
        close = make_button(desk.theme, strings.PUT_AWAY, size=ButtonSize.SMALL)
        self._banner = Banner(
            desk.theme, BannerKind.NOTE, Icon.TRIANGLE_ALERT, "", buttons=(self._copy, close)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(self._banner)
        self._copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.hide)
        desk.session.failed.connect(self.tell)
        desk.session.discreet.changed.connect(self._say_again)
        desk.settings.failed.connect(self.tell)
        self.hide()

    @Slot(Exception)
    def tell(self, error: Exception) -> None:
        """Say what failed; the words of an unexpected error stay out, they may quote a note."""
        if isinstance(error, ManagerNotesError):
            self.say(error.title, error.advice)
        else:
            self._report = crash_report(type(error), error.__traceback__)
            self.say(strings.OWN_FAULT, strings.OWN_FAULT_ADVICE)
            self._copy.show()

    def say(self, title: str, advice: str) -> None:
        """Say what happened, and what is safe and to be done; never a name that is hidden."""
        self._said = (title, advice)
        self._say_again()
        self._copy.hide()
        self.show()

    @Slot()
    def _say_again(self) -> None:
        title, advice = self._said
        self._banner.say(self._shown(title), self._shown(advice))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
