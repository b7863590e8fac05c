"""Push buttons and segments: `role` says what a button is, `measure` how large (SPEC §4)."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.style.scale import Scale


def buttons_qss(c: Mapping[str, str], s: Scale) -> str:
    """Return the grounds, borders and text colours of buttons in every state."""
    disabled = f"background: transparent; border-color: {c['line']}; color: {c['disabled']};"
    on = f"background: {c['selected']}; border-color: {c['accent']}; color: {c['text']};"
    return f"""
QPushButton {{
    background: {c["raised"]}; border: 1px solid {c["line2"]}; border-radius: 6px;
    color: {c["text"]}; padding: 0 12px; font-size: {s.px(13)}px; font-weight: 500;
    min-height: {s.grow(30, 20)}px; }}
QPushButton:hover {{ background: {c["hover"]}; }}
QPushButton:pressed {{ background: {c["line"]}; }}
QPushButton:checked {{ {on} }}
QPushButton:disabled {{ {disabled} }}
QPushButton[measure="small"] {{
    padding: 0 10px; font-size: {s.px(12)}px; min-height: {s.grow(26, 20)}px; }}
QPushButton[measure="tiny"] {{
    padding: 0 8px; font-size: {s.px(12)}px; min-height: {s.grow(22, 16)}px; }}
QPushButton[measure="icon"], QPushButton[measure="icon-small"], QPushButton[measure="line"] {{
    padding: 0; min-height: 0; }}
QPushButton[role="primary"] {{
    background: {c["accent"]}; border-color: {c["accent"]}; color: {c["on_accent"]}; }}
QPushButton[role="primary"]:hover {{
    background: {c["accent_hover"]}; border-color: {c["accent_hover"]}; }}
QPushButton[role="primary"]:pressed {{
    background: {c["accent_press"]}; border-color: {c["accent_press"]}; }}
QPushButton[role="primary"]:disabled {{ {disabled} }}
QPushButton[role="quiet"] {{
    background: transparent; border-color: transparent; color: {c["text2"]}; }}
QPushButton[role="quiet"]:hover {{ background: {c["hover"]}; }}
QPushButton[role="quiet"]:pressed {{ background: {c["line"]}; }}
QPushButton[role="quiet"]:checked {{ {on} }}
QPushButton[role="quiet"]:disabled {{ {disabled} border-color: transparent; }}
QPushButton[role="link"] {{
    background: transparent; border-color: transparent; padding: 0; color: {c["accent"]}; }}
QPushButton[role="link"]:hover {{ color: {c["accent_hover"]}; }}
QPushButton[role="link"]:pressed {{ color: {c["accent_press"]}; }}
QPushButton[role="link"]:disabled {{ color: {c["disabled"]}; }}
QPushButton[role="tip"] {{
    background: transparent; border: none; padding: 0; color: {c["tip_text"]};
    font-weight: 600; min-height: {s.px(20)}px; }}
QPushButton[role="danger"] {{ color: {c["danger"]}; }}
QPushButton[role="danger"]:disabled {{ {disabled} }}
"""
