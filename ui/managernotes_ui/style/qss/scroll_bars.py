"""Scroll bars: a 12 px lane with an 8 px handle (SPEC §4)."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.style.scale import Scale


def scroll_bars_qss(c: Mapping[str, str], _scale: Scale) -> str:
    """Return the lane and the handle; CalmScrollBar draws the handle only when it is of use."""
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {c["control"]}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
