"""Tabs of a person's page that other screens supply: built when they are first looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import Tab, TabBody


class PersonMore:
    """Keeps their bodies in the page's stack, and tells them what the page is told."""

    def __init__(self, desk: Desk, tabs: Sequence[Tab], stack: QStackedWidget) -> None:
        self.tabs = tuple(tabs)
        self._desk = desk
        self._stack = stack
        self._bodies: dict[str, TabBody] = {}
        self._padding = (0, 0)

    @property
    def shown(self) -> TabBody | None:
        """The body on show, if one of these is."""
        body = self._stack.currentWidget()
        return body if isinstance(body, TabBody) else None

    @property
    def has_unsaved(self) -> bool:
        """Whether one of them holds text that is in memory only."""
        return any(body.has_unsaved for body in self._bodies.values())

    def number_of(self, name: str) -> int | None:
        """Return the number among these of the tab that a place's query names."""
        return next((n for n, tab in enumerate(self.tabs) if tab.name == name), None)

    def bring(self, number: int, place: Place) -> None:
        """Show a tab's body, with the person of a place."""
        tab = self.tabs[number]
        if tab.name not in self._bodies:
            body = self._bodies[tab.name] = tab.factory(self._desk)
            self._stack.addWidget(body)
            body.set_padding(*self._padding)
        if self.shown is not self._bodies[tab.name]:
            self.rest()
        self._stack.setCurrentWidget(self._bodies[tab.name])
        self._bodies[tab.name].show_place(place)

    def rest(self) -> None:
        """Let the body on show save and rest: what is not seen reads nothing."""
        if self.shown is not None:
            self.shown.leave()

    def show_place(self, place: Place) -> None:
        """Hand on whom the page shows to the body on show; the others ask when they are brought."""
        if self.shown is not None:
            self.shown.show_place(place)

    def leave(self) -> None:
        """Hand what is typed in them to the vault."""
        for body in self._bodies.values():
            body.leave()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding."""
        self._padding = (left, right)
        for body in self._bodies.values():
            body.set_padding(left, right)

    def keep(self) -> None:
        """Hand what is typed in any of them to the vault, and stay."""
        for body in self._bodies.values():
            body.keep()
