"""What stands on the key sheet: the action table by heading, this page first (SPEC §5.40)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import keys as strings
from managernotes_ui.shell.page import PageName
from managernotes_ui.shell.palette_matching import beginnings

_ON_EVERY_PAGE = (Section.EVERYWHERE, Section.PRIVACY)
_QUICK_NOTE = "quick-note"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A key and what it does."""

    keys: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under a heading; `note` stands at its right."""

    title: str
    entries: tuple[KeyEntry, ...]
    note: str = ""


def key_groups(actions: Actions, page: PageName | None) -> tuple[KeyGroup, ...]:
    """Return every key there is: the page on show, everywhere, privacy, the rest, the line."""
    listed = [pair for pair in actions if pair[0].on_sheet]
    here = [pair for pair in listed if _is_here(*pair)]
    rest = [pair for pair in listed if not _is_here(*pair)]
    groups: list[KeyGroup] = []
    if page is not None:
        title = strings.HERE.format(page=strings.PAGES[page])
        groups.append(KeyGroup(title, _entries(actions, here), strings.THIS_PAGE))
    for section in (*_ON_EVERY_PAGE, *(one for one in Section if one not in _ON_EVERY_PAGE)):
        found = [pair for pair in rest if pair[0].section is section]
        groups.append(KeyGroup(strings.SECTIONS[section], _entries(actions, found)))
    return (*(group for group in groups if group.entries), _grammar(actions))


def narrowed(groups: Sequence[KeyGroup], typed: str) -> tuple[KeyGroup, ...]:
    """Return the groups with what begins with the typed words; empty ones vanish."""
    found = (
        replace(
            group,
            entries=tuple(
                entry for entry in group.entries if beginnings(typed, entry.words) is not None
            ),
        )
        for group in groups
    )
    return tuple(group for group in found if group.entries)


def _is_here(spec: ActionSpec, action: QAction) -> bool:
    owner = action.parent()
    on_show = isinstance(owner, QWidget) and owner.isVisible()
    return on_show and spec.section not in _ON_EVERY_PAGE


def _entries(actions: Actions, pairs: Iterable[tuple[ActionSpec, QAction]]) -> tuple[KeyEntry, ...]:
    return tuple(
        KeyEntry(keys, spec.sheet or spec.title)
        for spec, _ in pairs
        if (keys := actions.key_text(spec.name))
    )


def _grammar(actions: Actions) -> KeyGroup:
    entries = tuple(KeyEntry(sign, words) for sign, words in strings.GRAMMAR)
    known = any(spec.name == _QUICK_NOTE for spec, _ in actions)
    keys = actions.key_text(_QUICK_NOTE).replace("+", " ") if known else ""
    note = strings.FROM_ANYWHERE.format(keys=keys) if keys else ""
    return KeyGroup(strings.SECTIONS[Section.QUICK_LINE], entries, note)
