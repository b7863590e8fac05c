"""Measures a note by an expectation or value with two keys, and takes it back (S20)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from managernotes.domain.identity import NoteId, YardstickId
from managernotes.domain.yardstick import Yardstick, YardstickKind
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import measuring as strings
from managernotes_ui.notes.standard_menu import Choice, StandardMenu
from managernotes_ui.shell.page import Navigate, PageName, Place
from managernotes_ui.style.theme import Theme


@dataclass(frozen=True, slots=True)
class _Offered:
    """What a note can be measured by, and what it is measured by now."""

    offered: tuple[Yardstick, ...]
    linked: frozenset[YardstickId]


class StandardLinks(QObject):
    """Belongs to the page over which its menu opens."""

    done = Signal(str, object)
    """What was done, in words, and a callable that takes it back."""

    def __init__(self, theme: Theme, session: Session, navigate: Navigate, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._navigate = navigate
        self._over = parent

    def offer(self, note: NoteId, corner: QPoint) -> StandardMenu:
        """Open the menu; expectations stand before values, each A-Z."""
        menu = StandardMenu(self._theme, self._over)
        menu.popup(corner)

        def fill(read: _Offered) -> None:
            if isValid(menu):
                choices = [self._choice(note, one, read.linked) for one in read.offered]
                menu.fill(choices, self._write)

        self._session.read(
            lambda workspace: _offered(workspace, note), done=fill, channel="measuring"
        )
        return menu

    def unlink(self, note: NoteId, yardstick: YardstickId) -> None:
        """Say that a note is not about it; `done` offers the way back."""
        self._set(note, yardstick, on=False)

    def _choice(self, note: NoteId, one: Yardstick, linked: frozenset[YardstickId]) -> Choice:
        is_on = one.id in linked
        return Choice(
            one.words.title,
            is_on,
            partial(self._set, note, one.id, on=not is_on),
        )

    def _set(self, note: NoteId, yardstick: YardstickId, *, on: bool) -> None:
        words = strings.LINKED if on else strings.UNLINKED
        self._write_link(
            note,
            yardstick,
            on=on,
            done=lambda: self.done.emit(
                words, lambda: self._write_link(note, yardstick, on=not on)
            ),
        )

    def _write_link(
        self,
        note: NoteId,
        yardstick: YardstickId,
        *,
        on: bool,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        def store(workspace: Workspace) -> None:
            service = workspace.yardsticks
            (service.link_note if on else service.unlink_note)(yardstick, note)

        self._session.write(store, changes=Changed.NOTES_AND_TALKS, done=lambda _nothing: done())

    def _write(self) -> None:
        self._navigate(Place(PageName.STANDARDS))


def _offered(workspace: Workspace, note: NoteId) -> _Offered:
    linked = workspace.yardsticks.of_note(note)
    found = {one.id: one for one in linked}
    for person in workspace.notes.get(note).people:
        found |= {one.id: one for one in workspace.yardsticks.list(person)}
    if not found:
        found = {one.id: one for one in workspace.yardsticks.list()}
    everything = sorted(found.values(), key=_order)
    return _Offered(tuple(everything), frozenset(one.id for one in linked))


def _order(one: Yardstick) -> tuple[bool, str]:
    return one.kind is YardstickKind.VALUE, one.words.title.casefold()
