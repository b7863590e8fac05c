"""Grounds, labels and the tone of text."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.style.scale import Scale

_TONES = ("text", "text2", "muted", "accent", "danger", "disabled")
_GROUNDS = ("bg", "side", "raised", "sunken")


def base_qss(c: Mapping[str, str], _scale: Scale) -> str:
    """Return the rules for any widget: `tone` colours a label, `ground` fills a plain widget."""
    tones = "\n".join(f'QLabel[tone="{tone}"] {{ color: {c[tone]}; }}' for tone in _TONES)
    grounds = "\n".join(
        f'QWidget[ground="{ground}"] {{ background: {c[ground]}; }}' for ground in _GROUNDS
    )
    return f"""
QMainWindow, QDialog {{ background: {c["bg"]}; }}
QLabel {{ background: transparent; }}
QLabel:disabled {{ color: {c["disabled"]}; }}
{tones}
{grounds}
QFrame[surface="card"] {{
    background: {c["raised"]}; border: 1px solid {c["line"]}; border-radius: 8px; }}
QFrame[surface="sunken"] {{
    background: {c["sunken"]}; border: 1px solid {c["line"]}; border-radius: 8px; }}
QFrame[surface="note"] {{
    background: {c["note"]}; border: 1px solid {c["note_line"]}; border-radius: 8px; }}
QFrame[surface="info"] {{
    background: {c["info"]}; border: 1px solid {c["info_line"]}; border-radius: 8px; }}
QFrame[surface="tip"] {{ background: {c["tip"]}; border: none; border-radius: 8px; }}
QFrame[surface="hairline"] {{
    background: {c["line"]}; border: none; min-height: 1px; max-height: 1px; }}
QFrame[surface="upright"] {{
    background: {c["line"]}; border: none; min-width: 1px; max-width: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] {{
    background: transparent; border: none; }}
QAbstractItemView {{
    background: transparent; border: none; outline: none;
    selection-background-color: {c["selected"]}; selection-color: {c["text"]}; }}
QTextBrowser, QTextEdit, QPlainTextEdit {{
    background: transparent; border: none;
    selection-background-color: {c["g1"]}; selection-color: {c["text"]}; }}
QProgressBar {{
    background: {c["line2"]}; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }}
QProgressBar::chunk {{ background: {c["accent"]}; border-radius: 2px; }}
"""
