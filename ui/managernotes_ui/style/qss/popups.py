"""Menus, completer lists and tooltips."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.style.scale import Scale


def popups_qss(c: Mapping[str, str], s: Scale) -> str:
    """Return the rules of everything that opens above the page (SPEC §4).

    Qt counts the left padding of a tooltip twice, so 1 and 4 make the 6 and 8 of the SPEC.
    """
    return f"""
QMenu {{
    background: {c["raised"]}; border: 1px solid {c["line2"]}; border-radius: 8px; padding: 4px;
    font-size: {s.px(13)}px; }}
QMenu::item {{
    padding: 0 20px 0 {s.icon(14) + 16}px; border-radius: 6px; color: {c["text"]};
    min-height: {s.grow(32, 20)}px; background: transparent; }}
QMenu::item:selected {{ background: {c["selected"]}; }}
QMenu::item:disabled {{ color: {c["disabled"]}; }}
QMenu::separator {{ height: 1px; background: {c["line"]}; margin: 4px 0; }}
QListView[popup="true"] {{
    background: {c["raised"]}; border: 1px solid {c["line2"]}; border-radius: 8px; padding: 4px; }}
QToolTip {{
    background: {c["tip"]}; color: {c["tip_text"]}; border: none; border-radius: 6px;
    padding: 1px 4px; font-size: {s.px(12)}px; }}
"""
