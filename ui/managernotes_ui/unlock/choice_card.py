"""One of a few choices, each with its reason (SPEC §7: choice card)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

_RADIUS = 8


class ChoiceCard(QFrame):
    """Radius 8, padding 12/16; chosen: selected ground, accent border. A click anywhere counts."""

    def __init__(self, theme: Theme, title: str, text: str, state: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.radio = QRadioButton()
        self._title = TextLabel(theme, title, Type.BODY_MEDIUM)
        self._state = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._text = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        self.radio.setAccessibleName(title)
        self.radio.toggled.connect(self._on_toggled)
        theme.changed.connect(self.update)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._text)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(self.radio)
        mark.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(mark)
        row.addLayout(words, 1)
        self.say(text, state)

    @property
    def words(self) -> str:
        """All that stands beside the title."""
        return self.radio.accessibleDescription()

    def say(self, text: str, state: str) -> None:
        """Say something else about the choice."""
        self._text.setText(text)
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self.radio.setAccessibleDescription(f"{state}. {text}" if state else text)

    def set_available(self, available: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Let it be chosen, or not; the reason stays legible."""
        self.radio.setEnabled(available)
        self._title.setEnabled(available)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the border."""
        tokens = self._theme.tokens
        chosen = self.radio.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent if chosen else tokens.line2, 1))
        painter.setBrush(tokens.selected if chosen else tokens.raised)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, _RADIUS, _RADIUS)
        painter.end()

    @Slot()
    def _on_toggled(self) -> None:
        self.update()
