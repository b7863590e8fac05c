"""The right side after a talk: what the lines become, as they are typed (SPEC §5.9)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.becomes_made import BecomesMade
from managernotes_ui.meeting.becomes_promises import BecomesPromises
from managernotes_ui.meeting.becomes_then import BecomesThen
from managernotes_ui.meeting.recap_box import RecapBox
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_SIDE, _TOP, _HEAD = 24, 20, 28


class BecomesPanel(QWidget):
    """Sunken, 440 wide where there is room, with a hairline at its left; scrolls as a whole."""

    def __init__(self, theme: Theme, vm: AfterViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vm = vm
        inner = QWidget()
        inner.setProperty("ground", "none")
        uncover = Uncover(theme, inner, None)
        self.promises = BecomesPromises(theme, vm, uncover)
        self.made = BecomesMade(theme, vm, uncover)
        self.then = BecomesThen(theme, vm)
        self._nothing = TextLabel(theme, strings.NOTHING_YET, Type.LIST, tone=Role.MUTED, lines=0)
        self.recap = RecapBox(theme, vm)
        self._lay_out(theme, inner)
        vm.changed.connect(self.refresh)
        vm.shown.connect(self.refresh)
        theme.changed.connect(self.update)

    @Slot()
    def refresh(self) -> None:
        """Show what is written as what it becomes."""
        for part in (self.promises, self.made, self.then, self.recap):
            part.refresh()
        self._nothing.setVisible(not self._vm.sheet.rows)
        self.recap.setVisible(not self._vm.sheet.is_later)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.sunken)
        painter.fillRect(QRect(0, 0, 1, self.height()), self._theme.tokens.line)
        painter.end()

    def _lay_out(self, theme: Theme, inner: QWidget) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, area)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        head = QHBoxLayout()
        head.addWidget(TextLabel(theme, strings.BECOMES, Type.SECTION), 1)
        head.addWidget(TextLabel(theme, strings.AS_YOU_TYPE, Type.META, tone=Role.MUTED))
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE - 1, _TOP + 4, _SIDE, _TOP)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        for part in (self._nothing, self.promises, self.made, self.then, self.recap):
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(inner)
