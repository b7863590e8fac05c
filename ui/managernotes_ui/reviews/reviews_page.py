"""Even hand and month look-back: a page of tabs, each with its panel at the right (SPEC §7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import reviews as strings
from managernotes_ui.reviews.review_panel import OVER_BELOW, ReviewPanel
from managernotes_ui.reviews.tabs import TABS
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.tab_body import Tab
from managernotes_ui.shell.tabbed_page import PageWords, TabbedPage
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.button import icon_button

PANEL = ActionSpec(
    name="review-panel",
    title=strings.PANEL_TIP,
    section=Section.HERE,
    keys=("Ctrl+Alt+P",),
    sheet="right panel",
    icon=Icon.PANEL_RIGHT,
    in_palette=False,
)
_WORDS = PageWords(strings.TITLE, strings.TABS, strings.MORE)


class ReviewsPage(TabbedPage):
    """The panel is open beside the page; in a narrow window it waits until it is asked for."""

    def __init__(
        self, desk: Desk, tabs: Sequence[Tab] = TABS, parent: QWidget | None = None
    ) -> None:
        self._side = ReviewPanel(desk.theme)
        super().__init__(desk, tabs, _WORDS, parent)
        self._wanted = {False: True, True: False}
        self._was_narrow: bool | None = None
        self.toggle = icon_button(
            desk.theme, Icon.PANEL_RIGHT, strings.PANEL_TIP, key="Ctrl+Alt+P", checkable=True
        )
        self._head_row.addWidget(self.toggle)
        self.toggle.clicked.connect(self.toggle_panel)
        self._side.closed.connect(self.close_panel)
        desk.actions.add(PANEL, self, self.toggle_panel)
        desk.theme.changed.connect(self._follow_width)

    @property
    def panel(self) -> QWidget:
        """What the tab on show says beside itself."""
        return self._side

    @Slot()
    def toggle_panel(self) -> None:
        """Open the panel, or put it away."""
        self._set_open(not self._wanted[self._is_narrow])

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away and give the keyboard back to the page."""
        if self._wanted[self._is_narrow]:
            self._set_open(is_open=False)
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Open or close the panel where the window becomes wide or narrow."""
        super().resizeEvent(event)
        self._follow_width()

    @property
    def _is_narrow(self) -> bool:
        """Whether page and panel have no room side by side, at this text scale."""
        return self.window().width() / self._desk.theme.scale.text < OVER_BELOW

    @Slot()
    def _follow_width(self) -> None:
        if self._is_narrow is not self._was_narrow:
            self._was_narrow = self._is_narrow
            QTimer.singleShot(0, self, self._tell_panel)

    def _set_open(self, is_open: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        self._wanted[self._is_narrow] = is_open
        self._tell_panel()

    @Slot()
    def _tell_panel(self) -> None:
        is_open = self._wanted[self._is_narrow]
        self.toggle.setChecked(is_open)
        self.toggle.setVisible(self._is_narrow or not is_open)
        self.panel_wanted.emit(is_open)

    def _show_tab(self) -> None:
        content = self.body.panel
        if content is not None:
            self._side.show_content(content)
            self._side.setMaximumWidth(content.maximumWidth())
        super()._show_tab()
        self._tell_panel()
