"""A question before something that cannot be taken back, or that leaves the app."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _GAP = 440, 24, 16


class AskDialog(QDialog):
    """Title, text and two buttons; Cancel has the focus, so that Enter does no harm."""

    def __init__(  # noqa: PLR0913 - what it asks, by keyword
        self,
        theme: Theme,
        title: str,
        text: str,
        yes: str,
        *,
        danger: bool = False,
        extra: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.yes = make_button(theme, yes, role=ButtonRole.DANGER if danger else ButtonRole.PRIMARY)
        self.no = make_button(theme, strings.CANCEL)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        words = TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, title, Type.SECTION, lines=0))
        column.addWidget(words)
        buttons = QHBoxLayout()
        if extra is not None:
            buttons.addWidget(extra)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        width = theme.scale.px(_WIDTH)
        self.setFixedSize(width, column.heightForWidth(width))
        self.no.setFocus()
