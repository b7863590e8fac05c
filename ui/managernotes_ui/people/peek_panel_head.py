"""The head of the panel: kind, day, and the way up, down and out (39a)."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.observation import Observation
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import peek as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.kind_look import COVERED as COVERED_KIND
from managernotes_ui.widgets.kind_look import GAP, kind_look, shown_look
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip

_HEIGHT, _BETWEEN = 32, 12


class PeekHead(QWidget):
    """Tells which note it is.

    With large text the day stands on a line of its own, and then the ways up and down go: the
    list's own keys do the same.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, dates: DateWords) -> None:
        super().__init__()
        self._theme = theme
        self._dates = dates
        self._has_note = False
        self._sign = GlyphLabel(theme, Icon.STICKY_NOTE, 14)
        self._kind = TextLabel(theme, "", Type.META_MEDIUM)
        self._day = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._day_below = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._above = _quiet(theme, Icon.CHEVRON_UP, strings.NOTE_ABOVE, "Up")
        self._below = _quiet(theme, Icon.CHEVRON_DOWN, strings.NOTE_BELOW, "Down")
        self._close = _quiet(theme, Icon.X, strings.CLOSE, "Esc")
        self._build()
        self._above.clicked.connect(lambda: self.stepped.emit(-1))
        self._below.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.closed)
        theme.changed.connect(self._fit)
        self.show_note(None, date.min)

    def show_note(self, note: Observation | None, today: date) -> None:
        """Show kind and day of a note, or only the way out."""
        self._has_note = note is not None
        for part in (self._sign, self._kind):
            part.setVisible(self._has_note)
        if note is None:
            self._fit()
            return
        look = kind_look(note.kind)
        # The room of the word stays when it is covered, so that nothing beside it moves.
        widths = (
            TextBlock(self._theme, word, Type.META_MEDIUM).width
            for word in (look.word, COVERED_KIND.word)
        )
        self._kind.setFixedWidth(math.ceil(max(widths)))
        look = shown_look(self._theme, look)
        self._sign.show_icon(look.icon, look.role)
        self._kind.setText(look.word)
        self._kind.set_tone(look.role)
        for label in (self._day, self._day_below):
            label.setText(self._dates.weekday_and_day(note.occurred_on, today))
            label.setToolTip(tooltip(self._dates.full(note.occurred_on)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether the day still has room beside the kind."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._row.setFixedHeight(self._theme.scale.grow(_HEIGHT, 20))
        steps = (self._above, self._below)
        buttons = sum(part.sizeHint().width() + 4 for part in (*steps, self._close))
        kind = self._sign.width() + GAP + self._kind.minimumWidth() + _BETWEEN
        room = self.width() - buttons
        beside = kind + self._day.sizeHint().width() <= room
        self._day.setVisible(self._has_note and beside)
        self._day_below.setVisible(self._has_note and not beside)
        for button in steps:
            button.setVisible(self._has_note and kind <= room)

    def _build(self) -> None:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sign)
        row.addSpacing(GAP)
        row.addWidget(self._kind)
        row.addSpacing(_BETWEEN)
        row.addWidget(self._day)
        row.addStretch(1)
        for button in (self._above, self._below, self._close):
            row.addSpacing(4)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._day_below)


def _quiet(theme: Theme, icon: Icon, name: str, key: str) -> Button:
    return icon_button(
        theme, icon, name, key=key, role=ButtonRole.QUIET, size=ButtonSize.ICON_SMALL
    )
