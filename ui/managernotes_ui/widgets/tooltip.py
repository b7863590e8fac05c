"""Tooltips: the words, then the key in a cap."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

# The palette's bright-text role is the muted colour of tooltips (style/palette.py), so a tooltip
# that was set in one theme is right in the other.
_KEY = (
    '<td style="border: 1px solid palette(bright-text); color: palette(bright-text);'
    ' padding: 0 4px;">{key}</td>'
)
_TIP = '<table cellspacing="0" cellpadding="0"><tr><td style="padding-right: 8px;">{text}</td>{key}</tr></table>'  # noqa: E501


def tooltip(text: str, key: str = "") -> str:
    """Return what to give to setToolTip; `key` as people read it ("Ctrl+N")."""
    words = escape(text)
    if not key:
        return f"<span>{words}</span>"
    cap = _KEY.format(key=escape(key.replace("+", " ")).replace(" ", "&nbsp;"))
    return _TIP.format(text=words.replace(" ", "&nbsp;"), key=cap)


def set_tip(widget: QWidget, text: str, key: str = "") -> None:
    """Give a control its tooltip, and the plain words to a screen reader."""
    widget.setToolTip(tooltip(text, key))
    if key:
        widget.setAccessibleDescription(key)
