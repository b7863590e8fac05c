"""Keeps Tab inside one part of the window, for what lies over the page (SPEC §5.5, §8)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_round(part: QWidget, *, forwards: bool) -> None:
    """Move the keyboard to the next control of a part, from its last one to its first."""
    stops = [stop for stop in _chain(part) if _takes_tab(stop)]
    if not stops:
        return
    focus = QApplication.focusWidget()
    at = stops.index(focus) if focus in stops else -1 if forwards else 0
    wanted = stops[(at + (1 if forwards else -1)) % len(stops)]
    tab, backtab = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(tab if forwards else backtab)


def holds(part: QWidget, focus: QWidget | None) -> bool:
    """Return whether the keyboard is in a part."""
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def _chain(part: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    widget: QWidget | None = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def _takes_tab(widget: QWidget) -> bool:
    policy = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return policy and widget.isVisible() and widget.isEnabled()
