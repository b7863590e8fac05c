"""What the look at the vault after an unlock found: copies beside it have a banner here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.clock import today
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import shell as shell_strings
from managernotes_ui.common.strings import vault_state as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.opening_check import OpeningCheck
from managernotes_ui.shell.trouble_bar import ABOVE, SIDE
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button

if TYPE_CHECKING:
    from managernotes.services.vault_copies import ConflictCopy
    from managernotes.services.verifying import VaultReport


class CopiesBar(QWidget):
    """Shows the copies that were found until it is put away; damage is said as a failure."""

    trouble_found = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = desk.session.clock
        self._dates = DateWords()
        close = make_button(desk.theme, shell_strings.PUT_AWAY, size=ButtonSize.SMALL)
        self.banner = Banner(desk.theme, BannerKind.INFO, Icon.COPY, "", buttons=(close,))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(self.banner)
        close.clicked.connect(self.hide)
        self.check = OpeningCheck(desk.session, self)
        self.check.copies_found.connect(self.tell)
        self.check.damaged.connect(self._on_damaged)
        self.hide()

    @Slot(object)
    def tell(self, copies: Sequence[ConflictCopy]) -> None:
        """Name them."""
        now = today(self._clock)
        days = [self._dates.day(copy.changed_at.astimezone().date(), now) for copy in copies]
        lines = strings.copies_lines(copies, days)
        self.banner.say(strings.copies_title(len(copies)), strings.copies_text(lines))
        self.show()

    @Slot(object)
    def _on_damaged(self, report: VaultReport) -> None:
        text = strings.DAMAGED_TEXT.format(problem=report.problems[0])
        self.trouble_found.emit(strings.DAMAGED, text)
