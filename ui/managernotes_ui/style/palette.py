"""The tokens as a QPalette, so that every plain widget and rich text has the right colours."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from managernotes_ui.style.tokens import Tokens

_ROLE = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a theme; `palette(bright-text)` is the tooltip's muted colour."""
    palette = QPalette()
    for role, colour in (
        (_ROLE.Window, tokens.bg),
        (_ROLE.WindowText, tokens.text),
        (_ROLE.Base, tokens.raised),
        (_ROLE.AlternateBase, tokens.sunken),
        (_ROLE.Text, tokens.text),
        (_ROLE.PlaceholderText, tokens.muted),
        (_ROLE.Button, tokens.raised),
        (_ROLE.ButtonText, tokens.text),
        (_ROLE.BrightText, tokens.tip_muted),
        (_ROLE.Highlight, tokens.g1),
        (_ROLE.HighlightedText, tokens.text),
        (_ROLE.Accent, tokens.accent),
        (_ROLE.Link, tokens.accent),
        (_ROLE.LinkVisited, tokens.accent),
        (_ROLE.ToolTipBase, tokens.tip),
        (_ROLE.ToolTipText, tokens.tip_text),
        (_ROLE.Light, tokens.raised),
        (_ROLE.Midlight, tokens.hover),
        (_ROLE.Mid, tokens.line2),
        (_ROLE.Dark, tokens.control),
        (_ROLE.Shadow, tokens.line),
    ):
        palette.setColor(role, colour)
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.disabled)
    return palette
