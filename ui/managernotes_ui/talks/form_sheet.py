"""A sheet with a few fields: Enter does it, Esc puts it away, what is wrong stands at the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from managernotes_ui.common.strings import plan_talk as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, TOP, MARGIN, PADDING = 480, 88, 24, 24
_RING = 4
"""Room for the focus ring, which lies outside the field it belongs to."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormSheet(Overlay):
    """Title, rows of fields, one line for trouble, two buttons; a subclass adds the rows."""

    submitted = Signal()

    def __init__(self, desk: Desk, title: str, yes: str, parent: QWidget) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        self.title = TextLabel(desk.theme, title, Type.SECTION, lines=0)
        self._trouble = TextLabel(desk.theme, "", Type.META, tone=Role.DANGER, lines=0)
        self._trouble.hide()
        self.yes = make_button(desk.theme, yes, role=ButtonRole.PRIMARY, key="Enter", tip=yes)
        self.no = make_button(desk.theme, strings.CANCEL, key="Esc")
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._scroll = QScrollArea()
        self._buttons = QWidget()
        self._build(title)
        self.yes.clicked.connect(self.submitted)
        self.no.clicked.connect(self.close_sheet)

    def add_row(self, *parts: QWidget, shares: Sequence[int] = ()) -> None:
        """Lay parts side by side under what is there; `shares` of the width, else alike."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for number, part in enumerate(parts):
            row.addWidget(part, shares[number] if shares else 1)
        self._rows.insertLayout(self._rows.count() - 2, row)

    def tell(self, sentence: str) -> None:
        """Say what stands in the way; an empty sentence takes it back."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        if self.isVisible():
            self.place_sheet()

    def place_sheet(self) -> None:
        """Centre the sheet, nearer to the top in a low window; then its fields scroll."""
        width = min(self._theme.scale.px(WIDTH), self.width() - 2 * MARGIN)
        wanted = max(self._rows.heightForWidth(width - 2), self._rows.sizeHint().height())
        buttons = self._buttons.sizeHint().height()
        height = min(wanted + buttons + 2, self.height() - 2 * MARGIN)
        top = max(MARGIN, min(TOP, self.height() - MARGIN - height))
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it with Enter from any field of one line; on a button Enter presses it."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif not isinstance(focus, QTextEdit):
            self.submitted.emit()
        event.accept()

    def _build(self, title: str) -> None:
        self.sheet.setAccessibleName(title)
        self._rows.setContentsMargins(PADDING, PADDING, PADDING, _RING)
        self._rows.setSpacing(12)
        self._rows.addWidget(self.title)
        self._rows.addWidget(self._trouble)
        self._rows.addStretch(1)
        self._body.setProperty("ground", "none")
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self._scroll)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(PADDING, 16, PADDING, PADDING)
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    @Slot()
    def refit(self) -> None:
        """Give the sheet the height of what it holds now."""
        if self.isVisible():
            self.place_sheet()
