"""A page in its frame: the footer under it, and its right panel beside both (SPEC §8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.focus_round import go_round, holds
from managernotes_ui.shell.footer import Footer
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page
from managernotes_ui.shell.scrim import Scrim
from managernotes_ui.widgets.splitter import Splitter

PANEL_OVER_BELOW = 1100
"""Narrower windows lay the right panel over the page instead of beside it (SPEC §3)."""
PANEL_WIDTH, PANEL_LEAST, PANEL_MOST = 344, 296, 480
NARROW = 960
PADDING, NARROW_PADDING = 32, 24


class PageFrame(QWidget):
    """Holds one page; shows its panel when the page asks for it, and keeps the panel's width."""

    def __init__(self, page: Page, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self._panel = page.panel
        self._footer = Footer(desk.theme, desk.session)
        self.splitter = Splitter(desk.theme, Qt.Orientation.Horizontal, strings.RIGHT_PANEL)
        self._cover = Scrim(desk.theme, self)
        self._wanted = False
        self._width = PANEL_WIDTH
        self._build()
        self._connect()

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes round: the page's panes and the open panel, or what covers them."""
        panel = self._panel
        if panel is None or panel.isHidden():
            return list(self.page.panes)
        return [panel] if self.is_covered else [*self.page.panes, panel]

    @property
    def is_covered(self) -> bool:
        """Whether the panel lies over the page."""
        return self._cover.isVisibleTo(self)

    def take_focus(self) -> None:
        """Put the keyboard where work begins: on the page, or in the panel that lies over it."""
        if self.is_covered:
            self._enter_panel()
        else:
            self.page.take_focus()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Keep Tab in the panel while it lies over the page (SPEC §8)."""
        if self._panel is None or not self.is_covered:
            return super().focusNextPrevChild(next)
        go_round(self._panel, forwards=next)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding of the width, and the panel beside or over the page."""
        super().resizeEvent(event)
        narrow = self.window().width() <= NARROW
        self._footer.set_padding(NARROW_PADDING if narrow else PADDING)
        self._place_panel()

    def _build(self) -> None:
        # From the outside in, the page last: each time a page moves, all of it is styled anew.
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        column_widget = QWidget(self.splitter)
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.splitter.addWidget(column_widget)
        column.addWidget(self.page, 1)
        column.addWidget(self._footer)
        self._footer.setVisible(self.page.has_footer)
        self.splitter.setStretchFactor(0, 1)
        if self._panel is not None:
            self._panel.setMinimumWidth(PANEL_LEAST)
            self._panel.setMaximumWidth(PANEL_MOST)
            self._panel.hide()

    def _connect(self) -> None:
        self.page.footer_items_changed.connect(self._on_items)
        self.page.panel_wanted.connect(self._on_panel_wanted)
        self._cover.pressed.connect(self.page.close_panel)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._on_items(self.page.footer_items)

    @Slot(list)
    def _on_items(self, items: Sequence[FooterItem | str]) -> None:
        self._footer.set_items(items)

    @Slot(bool)
    def _on_panel_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - the answer of a toggle
        self._wanted = wanted
        self._place_panel()

    @Slot()
    def _on_splitter_moved(self) -> None:
        if self._panel is not None:
            self._width = self._panel.width()

    def _place_panel(self) -> None:
        panel = self._panel
        if panel is None:
            return
        focus = QApplication.focusWidget()
        here, inside = holds(self, focus), holds(panel, focus)
        over = self.window().width() < PANEL_OVER_BELOW
        self._cover.setVisible(self._wanted and over)
        if over:
            self._lay_over(panel)
        elif panel.parent() is not self.splitter:
            self.splitter.addWidget(panel)
        panel.setVisible(self._wanted)
        if self._wanted and not over:
            width = min(self._width, panel.maximumWidth())
            self.splitter.setSizes([self.width() - width, width])
        if here and self.is_covered:
            self._enter_panel()
        elif inside and not holds(panel, QApplication.focusWidget()):
            self.page.take_focus()

    def _lay_over(self, panel: QWidget) -> None:
        self._cover.setGeometry(self.rect())
        if panel.parent() is not self:
            panel.setParent(self)
        width = min(self._width, panel.maximumWidth())
        panel.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        self._cover.raise_()
        panel.raise_()

    def _enter_panel(self) -> None:
        """Bring the keyboard out of the page that is covered; the panel has no ring of its own."""
        panel = self._panel
        if panel is not None and not holds(panel, QApplication.focusWidget()):
            panel.setFocus(Qt.FocusReason.OtherFocusReason)
