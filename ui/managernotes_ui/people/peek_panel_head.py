"""The head of the panel: kind, day, and the way up, down and out (39a)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.observation import Observation
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import peek as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.kind_look import GAP, kind_look
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip


class PeekHead(QWidget):
    """Tells which note it is."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, dates: DateWords) -> None:
        super().__init__()
        self._dates = dates
        self._sign = GlyphLabel(theme, Icon.STICKY_NOTE, 14)
        self._kind = TextLabel(theme, "", Type.META_MEDIUM)
        self._day = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._above = _quiet(theme, Icon.CHEVRON_UP, strings.NOTE_ABOVE, "Up")
        self._below = _quiet(theme, Icon.CHEVRON_DOWN, strings.NOTE_BELOW, "Down")
        self._close = _quiet(theme, Icon.X, strings.CLOSE, "Esc")
        self._build()
        self._above.clicked.connect(lambda: self.stepped.emit(-1))
        self._below.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.closed)
        self.show_note(None, date.min)

    def show_note(self, note: Observation | None, today: date) -> None:
        """Show kind and day of a note, or only the way out."""
        for part in (self._sign, self._kind, self._day, self._above, self._below):
            part.setVisible(note is not None)
        if note is None:
            return
        look = kind_look(note.kind)
        self._sign.show_icon(look.icon, look.role)
        self._kind.setText(look.word)
        self._kind.set_tone(look.role)
        self._day.setText(self._dates.weekday_and_day(note.occurred_on, today))
        self._day.setToolTip(tooltip(self._dates.full(note.occurred_on)))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sign)
        row.addSpacing(GAP)
        row.addWidget(self._kind)
        row.addSpacing(12)
        row.addWidget(self._day)
        row.addStretch(1)
        for button in (self._above, self._below, self._close):
            row.addSpacing(4)
            row.addWidget(button)


def _quiet(theme: Theme, icon: Icon, name: str, key: str) -> Button:
    return icon_button(
        theme, icon, name, key=key, role=ButtonRole.QUIET, size=ButtonSize.ICON_SMALL
    )
