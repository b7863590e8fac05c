"""Which actions of the window the palette offers, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.shell.palette_vm import Command

FIRST = (
    "new-note",
    "quick-note",
    "add-person",
    "search",
    "lock",
    "discreet",
    "settings",
    "keys",
)
"""Actions that stand before the others while nothing is typed."""


def live_commands(actions: Actions) -> list[Command]:
    """Return the actions that could be run now: those of the page on show first."""
    found = [
        (spec, Command(spec.name, spec.title, spec.icon, actions.key_text(spec.name)))
        for spec, action in actions
        if spec.in_palette and action.isEnabled() and _is_on_show(action.parent())
    ]
    return [command for _, command in sorted(found, key=lambda pair: _place(pair[0]))]


def _is_on_show(owner: QObject | None) -> bool:
    return isinstance(owner, QWidget) and owner.isVisible()


def _place(spec: ActionSpec) -> int:
    if spec.section not in {Section.EVERYWHERE, Section.PRIVACY}:
        return -1
    return FIRST.index(spec.name) if spec.name in FIRST else len(FIRST)
