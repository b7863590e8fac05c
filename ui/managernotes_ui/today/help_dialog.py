"""One line about what was done for somebody; it becomes a note of support."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _GAP = 440, 24, 16


class HelpDialog(QDialog):
    """Asks what was done; `words` hold the answer once it was accepted."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        question = strings.WHAT_DID_YOU_DO.format(name=name)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.field = LineEdit(theme, question, strings.WHAT_DID_YOU_DO_HINT)
        self.yes = make_button(theme, strings.WRITE_IT, role=ButtonRole.PRIMARY, key="Enter")
        no = make_button(theme, strings.CANCEL, key="Esc")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, question, Type.SECTION, lines=0))
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.setFixedWidth(theme.scale.px(_WIDTH))
        self.yes.setEnabled(False)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self.field.textChanged.connect(self._on_typed)
        self.field.setFocus()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    @Slot()
    def _on_typed(self) -> None:
        self.yes.setEnabled(bool(self.words))
