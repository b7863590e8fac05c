"""A page of tabs: the title, the buttons of the tab on show, and the tabs below (SPEC §7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.shell.tab_body import Tab, TabBody
from managernotes_ui.style.fonts import Type
from managernotes_ui.widgets.tab_bar import TabBar
from managernotes_ui.widgets.text_label import TextLabel

NARROW = 960
PADDING, NARROW_PADDING = 32, 24
WIDEST = 1120
_HEAD = 32
PART = ":"
"""Parts the name of a tab from what is wanted in it, in a place's query."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the page is called, what its tabs are called aloud, and what leads to those cut off."""

    title: str
    tabs: str
    more: str


class TabbedPage(Page):
    """Title, buttons of the tab on show, tabs; each tab is built when it is first looked at."""

    def __init__(
        self, desk: Desk, tabs: Sequence[Tab], words: PageWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = tuple(tabs)
        self._bodies: dict[str, TabBody] = {}
        self._place: Place | None = None
        self._padding = (PADDING, PADDING)
        self.header = QWidget()
        self.tabs = TabBar(desk.theme, [tab.title for tab in tabs], more_word=words.more)
        self.tabs.setAccessibleName(words.tabs)
        self._stack = QStackedWidget()
        self._buttons = QHBoxLayout()
        self._build(words.title)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def body(self) -> TabBody:
        """The tab on show."""
        return self._body(self._known[max(self.tabs.currentIndex(), 0)])

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the tab that the place's query names, and in it what the place names."""
        self._place = place
        name, _, _part = place.query.partition(PART)
        wanted = next((n for n, tab in enumerate(self._known) if tab.name == name), 0)
        if wanted == self.tabs.currentIndex():
            self._show_tab()
        else:
            self.tabs.setCurrentIndex(wanted)

    @property
    def tab_bar(self) -> TabBar:
        """The tabs under the title."""
        return self.tabs

    def take_focus(self) -> None:
        """Put the keyboard into the tab."""
        self.body.take_focus()

    def leave(self) -> None:
        """Hand what is typed in any tab to the vault."""
        for body in self._bodies.values():
            body.leave()

    def keep(self) -> None:
        """Hand what is typed in any tab to the vault, and stay."""
        for body in self._bodies.values():
            body.keep()

    @property
    def to_prepare(self) -> Place | None:
        """What is chosen in the tab on show."""
        return self.body.to_prepare

    @property
    def has_unsaved(self) -> bool:
        """Whether a tab holds text that is in memory only."""
        return any(body.has_unsaved for body in self._bodies.values())

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What the tab on show says."""
        return self.body.footer_items if self._bodies else ()

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the tabs, and the parts of the tab on show."""
        return (self.header, self.tabs, *self.body.panes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing at 1120 (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        spare = max(0, self.width() - 2 * side - WIDEST)
        self._padding = (side, side + spare)
        self._head.setContentsMargins(side, 0, side + spare, 0)
        for body in self._bodies.values():
            body.set_padding(*self._padding)

    # --- inside -------------------------------------------------------------------------------

    def _build(self, title: str) -> None:
        row = self._head_row = QHBoxLayout(self.header)
        row.setSpacing(8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self._desk.theme, title, Type.TITLE), 1)
        self._buttons.setSpacing(8)
        row.addLayout(self._buttons)
        self.header.setMinimumHeight(_HEAD)
        self._head = QVBoxLayout()
        self._head.setSpacing(16)
        self._head.addWidget(self.header)
        self._head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def _body(self, tab: Tab) -> TabBody:
        if tab.name not in self._bodies:
            body = self._bodies[tab.name] = tab.factory(self._desk)
            body.footer_items_changed.connect(lambda items: self._on_footer(body, items))
            self._stack.addWidget(body)
            for button in body.header_buttons:
                self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            body.set_padding(*self._padding)
        return self._bodies[tab.name]

    def _show_tab(self) -> None:
        """Bring the tab on show before the others, with its buttons and its footer."""
        shown, before = self.body, self._stack.currentWidget()
        if isinstance(before, TabBody) and before is not shown:
            before.leave()  # what is not seen reads nothing
        self._stack.setCurrentWidget(shown)
        for body in self._bodies.values():
            for button in body.header_buttons:
                button.setVisible(body is shown)
        shown.show_place(self._place_here())
        self.footer_items_changed.emit(list(shown.footer_items))

    def _place_here(self) -> Place:
        """Return the place that was gone to, or the same page with the tab chosen by hand."""
        name = self._known[max(self.tabs.currentIndex(), 0)].name
        place = self._place
        assert place is not None
        if place.query.partition(PART)[0] == name or (
            not place.query and name == self._known[0].name
        ):
            return place
        return Place(place.page, query=name)

    @Slot(int)
    def _on_tab(self, _tab: int) -> None:
        if self._place is not None:
            self._show_tab()

    def _on_footer(self, body: TabBody, items: Sequence[FooterItem | str]) -> None:
        if body is self.body:
            self.footer_items_changed.emit(list(items))
