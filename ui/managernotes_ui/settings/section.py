"""A section of the settings: a heading, and rows below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

ROW_REACH = 12
"""Pixels by which a chosen row of a list reaches into the margins."""


class Section(QWidget):
    """What one entry of the list shows; `control` stands beside the heading.

    Subclasses add to `column`.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        parent: QWidget | None = None,
        *,
        control: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("ground", "none")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 6, 0, 24)
        self._outer.setSpacing(0)
        self.column = self._new_column()
        words = QVBoxLayout()
        words.setSpacing(4)
        self._title = TextLabel(theme, title, Type.SECTION, lines=0)
        self._text = TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        if control is not None:
            head.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addSpacing(12)
        self._text.setHidden(not text)

    def say(self, title: str, text: str) -> None:
        """Show another heading, and another sentence under it."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def add_wide(self, part: QWidget) -> None:
        """Add a list whose chosen row reaches into the margins; `column` goes on below it."""
        self._outer.addWidget(part)
        self.column = self._new_column()

    def _new_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(ROW_REACH, 0, ROW_REACH, 0)
        column.setSpacing(0)
        self._outer.addLayout(column)
        return column

    @property
    def footer(self) -> tuple[str, ...]:
        """What the page's footer says while this section is on show."""
        return ()

    def look_again(self) -> None:
        """Read again what may have changed since the section was last on show."""
