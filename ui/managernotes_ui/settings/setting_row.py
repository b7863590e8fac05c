"""One setting: what it is, what it means, and its control at the right (SPEC §5.16)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.text_label import TextLabel

HEIGHT, GAP, LEAST_WORDS = 48, 16, 240


class SettingRow(QWidget):
    """A hairline, then words and control; a narrow row puts the control below."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        control: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(TextLabel(theme, title, Type.BODY, lines=0))
        if text:
            words.addWidget(TextLabel(theme, text, Type.META, tone=Role.MUTED, lines=0))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(GAP)
        self._row.addLayout(words, 1)
        if control is not None:
            control.setParent(self)
            self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
            control.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words, or below them."""
        super().resizeEvent(event)
        if self._control is None:
            return
        least = self._theme.scale.px(LEAST_WORDS) + GAP + self._control.sizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = beside if self.width() >= least else below
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(GAP if wanted == beside else GAP // 2)
