"""Tooltips: the words, then the key in a cap."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

_ONE_LINE = 64
_WIDE = 420
_TABLE = '<table cellspacing="0" cellpadding="0"{width}><tr>{cells}</tr></table>'
_WORDS = '<td style="padding-right: 8px;">{words}</td>'
# The palette's bright-text role is the muted colour of tooltips (style/palette.py), so a tooltip
# that was set in one theme is right in the other.
_KEY = (
    '<td style="border: 1px solid palette(bright-text); color: palette(bright-text);'
    ' padding: 0 4px;">{key}</td>'
)


def tooltip(text: str, key: str = "") -> str:
    """Return what to give to setToolTip; `key` as people read it ("Ctrl+N").

    Qt breaks rich text at will and plain text never: short words stay on one line, long ones
    are set in a column.
    """
    if len(text) > _ONE_LINE or "\n" in text:
        words = escape(text).replace("\n", "<br>")
        return _TABLE.format(width=f' width="{_WIDE}"', cells=f"<td>{words}</td>")
    words = _unbroken(text)
    if not key:
        return f"<span>{words}</span>"
    cap = _KEY.format(key=_unbroken(key if len(key) == 1 else key.replace("+", " ")))
    return _TABLE.format(width="", cells=_WORDS.format(words=words) + cap)


def set_tip(widget: QWidget, text: str, key: str = "") -> None:
    """Give a control its tooltip, and the key to a screen reader."""
    widget.setToolTip(tooltip(text, key))
    if key:
        widget.setAccessibleDescription(key)


def _unbroken(text: str) -> str:
    return escape(text).replace(" ", "&nbsp;").replace("-", "&#8209;")
