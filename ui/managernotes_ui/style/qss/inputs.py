"""Fields that take text; `error` marks one that cannot be read, `measure` its height (SPEC §4)."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.style.scale import Scale


def inputs_qss(c: Mapping[str, str], s: Scale) -> str:
    """Return line edits and text areas: 1 px control border, 2 px accent when focused."""
    heights = "\n".join(
        f'QLineEdit[measure="{name}"] {{ min-height: {s.grow(height - 3, 20)}px; }}\n'
        f'QLineEdit[measure="{name}"]:focus {{ min-height: {s.grow(height - 5, 20)}px; }}'
        for name, height in (("small", 28), ("large", 40), ("search", 44))
    )
    snug = "\n".join(
        f'QTextEdit[snug="{high}"] {{ padding: {high - 1}px {wide}px {high + 1}px {wide}px; }}\n'
        f'QTextEdit[snug="{high}"]:focus {{'
        f" padding: {high - 2}px {wide - 1}px {high}px {wide - 1}px; }}"
        for high, wide in ((8, 12), (9, 12), (10, 14))
    )
    return f"""
QLineEdit {{
    background: {c["raised"]}; border: 1px solid {c["control"]}; border-radius: 6px;
    color: {c["text"]}; padding: 0 8px 1px 8px; font-size: {s.px(14)}px;
    min-height: {s.grow(29, 20)}px; placeholder-text-color: {c["muted"]};
    selection-background-color: {c["g1"]}; selection-color: {c["text"]}; }}
QLineEdit:focus {{
    border: 2px solid {c["accent"]}; padding: 0 7px 1px 7px;
    min-height: {s.grow(27, 20)}px; }}
{heights}
QLineEdit[error="true"] {{ border-color: {c["danger"]}; }}
QLineEdit:disabled {{
    background: {c["sunken"]}; border-color: {c["line2"]}; color: {c["disabled"]}; }}
QLineEdit[bare="true"] {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QPlainTextEdit[area="true"], QTextEdit[area="true"] {{
    background: {c["raised"]}; border: 1px solid {c["control"]}; border-radius: 8px;
    padding: 13px 16px 15px 16px; }}
QPlainTextEdit[area="true"]:focus, QTextEdit[area="true"]:focus {{
    border: 2px solid {c["accent"]}; padding: 12px 15px 14px 15px; }}
QPlainTextEdit[area="true"]:disabled, QTextEdit[area="true"]:disabled {{
    background: {c["sunken"]}; border-color: {c["line2"]}; color: {c["disabled"]}; }}
{snug}
PlainEditor {{ placeholder-text-color: transparent; }}
QPlainTextEdit[error="true"], QTextEdit[error="true"] {{ border-color: {c["danger"]}; }}
"""
