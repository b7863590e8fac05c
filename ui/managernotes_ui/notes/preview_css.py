"""The style of rendered Markdown, from the tokens of the theme (SPEC §2, editor and preview)."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor

from managernotes_ui.style.fonts import FAMILY, SEMIBOLD, Type
from managernotes_ui.style.theme import Theme

LIST_INDENT = 20
"""Pixels that a list stands in from the text."""

_HEADING = re.compile(r"<h[1-6][^>]*>")
_HEADING_END = re.compile(r"</h[1-6]>")


def preview_css(theme: Theme) -> str:
    """Return the style sheet of a preview document."""
    tokens, scale = theme.tokens, theme.scale
    line = theme.fonts.line(Type.EDITOR)
    title = scale.px(Type.HEADING.value.size)
    small, under = scale.px(Type.LIST.value.size), theme.fonts.line(Type.LIST)
    return f"""
    body, p, li, dt, dd, td, th {{ line-height: {line}px; }}
    p {{ margin: 0 0 8px 0; }}
    p.meta {{ color: {_hex(tokens.muted)}; font-size: {small}px; line-height: {under}px;
        margin: 0 0 8px 0; }}
    p.heading {{ font-weight: {SEMIBOLD}; margin: 16px 0 4px 0; }}
    p.title {{ font-weight: {SEMIBOLD}; font-size: {title}px; margin: 0 0 4px 0; }}
    p.part {{ font-weight: {SEMIBOLD}; font-size: {title}px; margin: 16px 0 4px 0; }}
    strong {{ font-weight: {SEMIBOLD}; }}
    ul, ol {{ margin: 0 0 8px 0; }}
    li ul, li ol {{ margin: 0; }}
    li {{ margin: 0; }}
    a {{ color: {_hex(tokens.accent)}; text-decoration: underline; }}
    code, pre {{ font-family: {FAMILY}; background-color: {_hex(tokens.neutral_soft)}; }}
    pre {{ margin: 0 0 8px 0; white-space: pre-wrap; }}
    pre code {{ background-color: transparent; }}
    hr {{ background-color: {_hex(tokens.line2)}; }}
    blockquote {{ color: {_hex(tokens.text2)}; margin: 0 0 8px {LIST_INDENT}px; }}
    table {{ margin: 0 0 8px 0; border-collapse: collapse; }}
    th, td {{ padding: 2px 8px 2px 8px; border: 1px solid {_hex(tokens.line2)}; }}
    th {{ font-weight: {SEMIBOLD}; }}
    del {{ text-decoration: line-through; color: {_hex(tokens.muted)}; }}
    """


def styled(html: str) -> str:
    """Return HTML of `markdown_to_html` as Qt shows it rightly.

    Qt enlarges h1 to h6 whatever their style says, and shows the line end before `</pre>`.
    """
    return _HEADING_END.sub("</p>", _HEADING.sub('<p class="heading">', html)).replace(
        "\n</code></pre>", "</code></pre>"
    )


def _hex(colour: QColor) -> str:
    return colour.name()
