"""The reminder that the recovery code was put off: once an unlock, until it is on paper (15)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.trouble_bar import ABOVE, SIDE
from managernotes_ui.style.icons import Icon
from managernotes_ui.unlock.code_reminder import PREFERENCE, REMIND, TYPED_BACK
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button


class ReminderBar(QWidget):
    """Asks the vault whether to remind; what is answered is kept there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = desk.session
        have_it = make_button(desk.theme, strings.CODE_ON_PAPER, size=ButtonSize.SMALL)
        later = make_button(desk.theme, strings.CODE_LATER, size=ButtonSize.SMALL)
        banner = Banner(
            desk.theme,
            BannerKind.INFO,
            Icon.SCROLL_TEXT,
            strings.CODE_PUT_OFF,
            strings.CODE_PUT_OFF_TEXT,
            buttons=(have_it, later),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(banner)
        have_it.clicked.connect(self._on_on_paper)
        later.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show the reminder if the vault says so."""
        self._session.read(lambda w: w.preferences.read(PREFERENCE), done=self._on_answer)

    def _on_answer(self, answer: str) -> None:
        self.setVisible(answer == REMIND)

    @Slot()
    def _on_on_paper(self) -> None:
        self.hide()
        self._session.write(
            lambda w: w.preferences.keep(PREFERENCE, TYPED_BACK), changes=Changed.NOTHING
        )
