"""What Qt lays out in one go without holding up the window, measured; the rest is shown plainly."""

from __future__ import annotations

from html import escape

from managernotes.text.markdown_html import PLAIN_MARK

MOST_ITEMS = 1_000
"""Items of one list: Qt takes quadratic time for them, and 40 ms for these."""

MOST_CELLS = 250
"""Cells of all tables together: 0.2 to 0.4 ms each, 90 ms for these at worst."""

MOST_BESIDE_TABLES = 60_000
"""Letters of HTML beside a table: with one the whole text is laid out at once, in 60 ms."""


class LayoutLimits:
    """Lets pieces of one text through, in their order, as long as they are quick to lay out."""

    def __init__(self, letters: int) -> None:
        self._cells = MOST_CELLS if letters <= MOST_BESIDE_TABLES else 0

    def quick(self, text: str, html: str) -> str:
        """Return the HTML of a piece, or its text without formatting when it would be slow."""
        cells = html.count("<td") + html.count("<th>") + html.count("<th ")
        if html.count("<li") > MOST_ITEMS or cells > self._cells:
            return f"{PLAIN_MARK}<pre>{escape(text, quote=False)}</pre>"
        self._cells -= cells
        return html
