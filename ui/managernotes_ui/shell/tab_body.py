"""One tab of a page: what lies under the tab's name, and what the page asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Place


class TabBody(QWidget):
    """Fills a tab; the page above it draws title, tabs and the buttons that it names."""

    footer_items_changed = Signal(list)

    def show_place(self, place: Place) -> None:
        """Read what the place names and show it."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins on this tab."""

    def begin(self) -> None:
        """Put it there once there is something to work on, unless it walks along the tabs."""
        if not isinstance(QApplication.focusWidget(), QTabBar):
            self.take_focus()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; a chosen row reaches 12 px into it."""

    def leave(self) -> None:
        """Hand unsaved text to the vault; called before another page comes and before a lock."""

    def keep(self) -> None:
        """Hand unsaved text to the vault and stay; called before the window is covered."""

    @property
    def has_unsaved(self) -> bool:
        """Whether text of this tab is in memory only."""
        return False

    @property
    def to_prepare(self) -> Place | None:
        """What "Prepare…" begins with while this tab is on show."""
        return None

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """The buttons beside the title while this tab is on show, the primary first."""
        return ()

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What the footer says at first; later changes come by `footer_items_changed`."""
        return ()

    @property
    def panel(self) -> QWidget | None:
        """What stands in the page's right panel while this tab is on show."""
        return None

    @property
    def panes(self) -> Sequence[QWidget]:
        """The parts that F6 goes round, below the tabs."""
        return (self,)


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of a page: `name` is what a place's query calls it, `title` what is read."""

    name: str
    title: str
    factory: Callable[[Desk], TabBody]
