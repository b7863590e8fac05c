"""A section of the settings: a heading, and rows below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel


class Section(QWidget):
    """What one entry of the list shows; subclasses add to `column`."""

    def __init__(
        self, theme: Theme, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("ground", "none")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 24)
        self.column.setSpacing(0)
        self.column.addWidget(TextLabel(theme, title, Type.SECTION, lines=0))
        if text:
            self.column.addSpacing(4)
            self.column.addWidget(TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0))
        self.column.addSpacing(12)

    @property
    def footer(self) -> tuple[str, ...]:
        """What the page's footer says while this section is on show."""
        return ()

    def look_again(self) -> None:
        """Read again what may have changed since the section was last on show."""
