"""The line at the foot of a page: what it holds, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from managernotes.clock import today
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import SaveKind, SaveState, Session
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.discreet_line import DiscreetLine
from managernotes_ui.shell.footer_line import FooterItem, FooterLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

HEIGHT = 36
ICON = 14


class Footer(QFrame):
    """36 px with a hairline across the page, 12 muted; the save state is its last item."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._dates = DateWords()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._items = FooterLine(theme)
        self._discreet = DiscreetLine(theme)
        self._left = QStackedWidget()
        self._icon = QLabel()
        self._state = TextLabel(theme, "", Type.META)
        self._build()
        session.save_state_changed.connect(self._on_save_state)
        theme.changed.connect(self._dress)
        theme.cover_changed.connect(self._on_cover_changed)
        self._on_cover_changed()
        self._dress()

    def set_items(self, items: Sequence[FooterItem | str]) -> None:
        """Show what the page says about itself, left to right."""
        self._items.set_items(items)

    def set_padding(self, side: int) -> None:
        """Keep the page's own left and right padding."""
        self._row.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline across the page."""
        super().paintEvent(event)
        QPainter(self).fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)

    def _build(self) -> None:
        self.set_padding(32)
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._icon)
        saved.addWidget(self._state)
        for line in (self._items, self._discreet):
            self._left.addWidget(line)
        self._left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._left, 1)
        self._row.addLayout(saved)
        self._state.setAccessibleName(strings.SAVE_STATE_NAME)

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(HEIGHT, 16))
        self._on_save_state(self._session.save_state)

    @Slot()
    def _on_cover_changed(self) -> None:
        self._left.setCurrentIndex(int(self._theme.cover.kinds))

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        lost = state.kind is SaveKind.NOT_SAVED
        tokens = self._theme.tokens
        icon = Icon.HARD_DRIVE if lost else Icon.CHECK
        colour = tokens.text if lost else tokens.muted
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap(icon, ICON, colour, dpr))
        self._state.setText(self._words(state))
        self._state.set_style(Type.META_MEDIUM if lost else Type.META)
        self._state.set_tone(Role.TEXT if lost else Role.MUTED)

    def _words(self, state: SaveState) -> str:
        if state.kind is SaveKind.SAVING:
            return strings.SAVING
        same_day = state.since.date() == today(self._session.clock)
        when = self._dates.time(state.since)
        if not same_day:
            when = self._dates.moment(state.since, today(self._session.clock))
        form = strings.NOT_SAVED_SINCE if state.kind is SaveKind.NOT_SAVED else strings.SAVED_AT
        return form.format(when=when)
