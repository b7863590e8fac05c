"""The one table of what can be done; it feeds keys, menus, tooltips, the palette and the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.menu import set_glyph, set_key_words


class Section(StrEnum):
    """The headings of the key sheet and of the menu, in their order."""

    HERE = "here"
    EVERYWHERE = "everywhere"
    PRIVACY = "privacy"
    PERSON = "person"
    NOTE = "note"
    QUICK_LINE = "quick_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """What an action is called and how it is reached.

    `keys` are portable key sequences ("Ctrl+K"); `shown` replaces them on the key sheet where one
    entry stands for several keys ("1…5"). `sheet` is the lower-case phrase of the key sheet;
    without it the title stands there. An action without `in_palette` is bound to a selection.
    """

    name: str
    title: str
    section: Section
    keys: tuple[str, ...] = ()
    shown: str = ""
    sheet: str = ""
    icon: str = ""
    in_palette: bool = True
    on_sheet: bool = True


class Actions(QObject):
    """Every action of the window that is alive, by name and in the order it was added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, tuple[ActionSpec, QAction]] = {}

    def add(
        self,
        spec: ActionSpec,
        owner: QWidget,
        run: Callable[[], None],
        *,
        scope: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> QAction:
        """Make the action, hang it on its widget, and list it until that widget is gone."""
        action = QAction(spec.title, owner)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(scope)
        if spec.shown and not spec.keys:
            set_key_words(action, spec.shown)
        if spec.icon:
            set_glyph(action, Icon(spec.icon))
        action.triggered.connect(lambda _checked=False: run())
        owner.addAction(action)
        self._entries[spec.name] = (spec, action)
        owner.destroyed.connect(lambda _gone=None: self._entries.pop(spec.name, None))
        return action

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return iter(tuple(self._entries.values()))

    def get(self, name: str) -> QAction:
        """Return a live action by name; raises KeyError for a name that was never added."""
        return self._entries[name][1]

    def key_text(self, name: str) -> str:
        """Return the action's first key as people write it, or an empty text."""
        spec, action = self._entries[name]
        return spec.shown or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
