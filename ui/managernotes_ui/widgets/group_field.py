"""A small field for one group of the recovery code: its number before, a check behind (15)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent

from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_edit import LineEdit

_WIDTH, _HEIGHT, _LINE = 120, 36, 20
_PADDING, _GAP, _NUMBER = 10, 8, 8
_CHECK, _SPACING = 16, 2.0


class GroupField(LineEdit):
    """Knows its number from 1; `set_right` shows the check."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__(theme, strings.GROUP.format(number=number))
        self._number = number
        self._is_right = False
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        theme.changed.connect(self._on_scaled)
        self._on_scaled()

    def set_right(self, right: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the check, or take it away."""
        self._is_right = right
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its number in the room before the text, and the check."""
        super().paintEvent(event)
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self._theme.fonts.of(Type.META))
        painter.setPen(tokens.muted)
        room = QRectF(_PADDING, 0, self._number_width, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(self._number))
        if self._is_right:
            side = self._theme.icons.side(_CHECK)
            at = QPointF(self.width() - _PADDING - side, (self.height() - side) / 2)
            self._theme.icons.paint(painter, at, Icon.CHECK, _CHECK, tokens.accent)
        painter.end()

    @property
    def _number_width(self) -> int:
        return self._theme.scale.px(_NUMBER)

    @Slot()
    def _on_scaled(self) -> None:
        scale = self._theme.scale
        letters = QFont(self._theme.fonts.font(14, MEDIUM, tabular=True))
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SPACING)
        self.setFont(letters)
        self.setTextMargins(self._number_width + _GAP, 0, self._theme.icons.side(_CHECK), 0)
        self.setFixedSize(scale.px(_WIDTH), scale.grow(_HEIGHT, _LINE))
