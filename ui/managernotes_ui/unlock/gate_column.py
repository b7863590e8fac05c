"""The one column of a page before the vault is open: centred, and scrolled when it has no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

_SIDE, _EDGE, _FOOT_GAP = 24, 16, 12
_LANE = 12
"""What the scroll bar takes on the right, so that as much is left free on the left."""


class GateColumn(QScrollArea):
    """`width` and `top` in design pixels; the top gives way before anything scrolls."""

    def __init__(
        self, theme: Theme, width: int, top: int, foot: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted_width = width
        self._wanted_top = top
        self._top = QSpacerItem(0, top)
        self._rows = QVBoxLayout()
        self._content = QWidget()
        self._foot = TextLabel(theme, foot, Type.META, tone=Role.MUTED)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._foot.setVisible(bool(foot))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the width, that the height, and that the bar, for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(theme, self)
        self._lay_page_out()
        self._content.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def content(self) -> QWidget:
        """What the column holds; give it a layout without margins."""
        return self._content

    def set_top(self, top: int) -> None:
        """Begin higher or lower, in pixels from the window's top."""
        self._wanted_top = top
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle again when the content wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Settle in the new room."""
        super().resizeEvent(event)
        self._settle()

    def _lay_page_out(self) -> None:
        page = QWidget()
        page.setProperty("ground", "none")
        page.setLayout(self._rows)
        rows = self._rows
        rows.setContentsMargins(_LANE + _SIDE, 0, _SIDE, _EDGE)
        rows.setSpacing(0)
        rows.addSpacerItem(self._top)
        centre = QHBoxLayout()
        centre.setSpacing(0)
        centre.addStretch(1)
        centre.addWidget(self._content, 1000)
        centre.addStretch(1)
        rows.addLayout(centre)
        rows.addStretch(1)
        rows.addSpacing(_FOOT_GAP)
        rows.addWidget(self._foot)
        self.setWidget(page)

    def _settle(self) -> None:
        layout = self._content.layout()
        if layout is None:
            return
        width = min(self._content.maximumWidth(), self.viewport().width() - _LANE - 2 * _SIDE)
        wanted = self._content.sizeHint().height()
        if layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(width)
        foot = _EDGE + _FOOT_GAP
        if self._foot.text():
            foot += self._foot.sizeHint().height()
        room = self.viewport().height() - wanted - foot
        top = max(_EDGE, min(self._wanted_top, room))
        if top != self._top.sizeHint().height():  # else each layout would ask for the next one
            self._top.changeSize(0, top)
            self._rows.invalidate()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._content.setMaximumWidth(self._theme.scale.px(self._wanted_width))
        self._settle()
