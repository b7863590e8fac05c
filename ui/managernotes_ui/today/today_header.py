"""The head of the Today page: title, the day, and what can be done (SPEC §5.1)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.text_label import TextLabel

_BASELINE = 3
"""Pixels by which the day stands lower, so that it shares the title's baseline."""


class TodayHeader(QWidget):
    """One line of 32."""

    note_wanted = Signal()
    prepare_wanted = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._day = TextLabel(theme, "", Type.BODY, tone=Role.MUTED)
        self.note = make_button(
            theme, strings.NOTE, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="Ctrl+N"
        )
        self.prepare = make_button(theme, strings.PREPARE, key="Ctrl+P")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(theme, strings.TITLE, Type.TITLE))
        row.addSpacing(4)
        row.addWidget(self._day, 1)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.prepare, 0, Qt.AlignmentFlag.AlignTop)
        self._day.setContentsMargins(0, _BASELINE, 0, 0)
        self.note.clicked.connect(self.note_wanted)
        self.prepare.clicked.connect(self.prepare_wanted)

    def show_day(self, today: date) -> None:
        """Show which day it is: "Tuesday 24 November"."""
        self._day.setText(self._dates.full(today).removesuffix(f" {today.year}"))

    def offer_preparing(self, offered: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the way to prepare a talk where there is one."""
        self.prepare.setVisible(offered)

    def set_teaching(self, teaching: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Give the primary to the empty page's own button (SPEC §5.17)."""
        self.note.set_role(ButtonRole.PLAIN if teaching else ButtonRole.PRIMARY)
