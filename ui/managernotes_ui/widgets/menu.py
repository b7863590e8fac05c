"""Menus: rows of 32 with icon and key (SPEC §4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.fade import fade_in
from managernotes_ui.widgets.key_cap import key_words
from managernotes_ui.widgets.popup_row import PopupRow, paint_popup_row, popup_row_width

_RADIUS = 8
_PADDING, _BORDER = 4, 1
_GLYPH = "glyph"
_DANGER = "danger"
_KEY = "key-words"


class Menu(QMenu):
    """A QMenu that takes any QAction and draws it like every other popup row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowFlags(
            Qt.WindowType.Popup
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        round_window(self, _RADIUS)

    def add_item(
        self,
        text: str,
        icon: Icon | None = None,
        key: str = "",
        run: Callable[[], None] | None = None,
    ) -> QAction:
        """Add a row; `key` is only shown, the key itself belongs to the page's own action."""
        action = self.addAction(f"{text}\t{key}" if key else text)
        if icon is not None:
            set_glyph(action, icon)
        if run is not None:
            action.triggered.connect(lambda _checked=False: run())
        return action

    def showEvent(self, event: QShowEvent) -> None:
        """Appear in 120 ms."""
        fade_in(self, self._theme)
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Return a width in which every row is whole."""
        rows = [row_of(action) for action in self.actions() if not action.isSeparator()]
        widest = max((popup_row_width(self._theme, row) for row in rows), default=0.0)
        wanted = max(round(widest) + 2 * (_PADDING + _BORDER), self.minimumWidth())
        return QSize(wanted, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the rows."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line2, _BORDER))
        painter.setBrush(tokens.raised)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, _RADIUS - 0.5, _RADIUS - 0.5)
        for action in self.actions():
            place = self.actionGeometry(action)
            edge = _PADDING + _BORDER
            rect = QRectF(edge, place.top(), self.width() - 2 * edge, place.height())
            if action.isSeparator():
                middle = round(rect.center().y())
                painter.fillRect(QRectF(rect.left(), middle, rect.width(), 1), tokens.line)
            elif action.isVisible():
                paint_popup_row(
                    painter,
                    rect,
                    self._theme,
                    row_of(action),
                    chosen=action is self.activeAction() and action.isEnabled(),
                    enabled=action.isEnabled(),
                )
        painter.end()


def set_glyph(action: QAction, icon: Icon) -> None:
    """Give an action the icon that menus draw in the theme's colours."""
    action.setProperty(_GLYPH, icon.value)


def set_key_words(action: QAction, words: str) -> None:
    """Tell the key of an action that a widget answers by itself ("Enter")."""
    action.setProperty(_KEY, words)


def set_danger(action: QAction) -> None:
    """Mark an action that erases: its row is drawn in danger."""
    action.setProperty(_DANGER, True)


def row_of(action: QAction) -> PopupRow:
    """Return the popup row of an action: its icon or check, its words, its key."""
    words, _, key = action.text().partition("\t")
    words = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
    if not key:
        key = action.property(_KEY) or ""
    if not key:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    glyph = action.property(_GLYPH)
    icon = Icon(glyph) if glyph else None
    if action.isCheckable() and action.isChecked():
        icon = Icon.CHECK
    role = Role.DANGER if action.property(_DANGER) else Role.TEXT
    icon_role = Role.DANGER if action.property(_DANGER) else Role.MUTED
    return PopupRow(words, icon, key_words(key) if key else "", role, icon_role)
