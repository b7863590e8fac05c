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

HEIGHT, GAP, LEAST_WORDS, HINT_GAP = 48, 16, 240, 7


class SettingRow(QWidget):
    """A hairline, then words and control; a narrow row puts the control below.

    The text stands below the title, or as a `hint` of a few words on its line. A `tight` row is
    44 high instead of 48.
    """

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        title: str,
        text: str = "",
        control: QWidget | None = None,
        *,
        hint: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self._hint = hint
        self._title = TextLabel(theme, title, Type.BODY, lines=1 if hint else 0)
        self._text = TextLabel(theme, text, Type.META, tone=Role.MUTED, lines=0)
        words = self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._title)
        if text:
            words.addWidget(self._text, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, *((8, 0, 7) if tight else (10, 0, 9)))
        self._row.setSpacing(GAP)
        if not tight:
            self.setMinimumHeight(HEIGHT)
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

    def set_text(self, text: str) -> None:
        """Say something else; only a row that had a text before has room for one."""
        self._text.setText(text)
        if self._control is not None:
            self._control.setAccessibleDescription(text)
        if self._hint:
            self._place_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside the words, or below them."""
        super().resizeEvent(event)
        if self._hint:
            self._place_hint()
        if self._control is None:
            return
        least = self._theme.scale.px(LEAST_WORDS) + GAP + self._control.sizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = beside if self.width() >= least else below
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(GAP if wanted == beside else GAP // 2)

    def _place_hint(self) -> None:
        """Put the hint on the title's line where both have room, else below it."""
        control = self._control.sizeHint().width() + GAP if self._control is not None else 0
        words = self._title.sizeHint().width() + HINT_GAP + self._text.sizeHint().width()
        beside = words + control <= self.width()
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._words.setSpacing(HINT_GAP if beside else 0)
