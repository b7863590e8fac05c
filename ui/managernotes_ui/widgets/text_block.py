"""Text set on the exact line heights of SPEC §2, wrapped, cut with an ellipsis, and marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from managernotes.text.covered_words import COVER, is_covered
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import paint_covered_line

_ELLIPSIS = "…"
_ENDLESS = 1e6
_MARK_RADIUS = 2.0
_COVERED_LETTER = "n"
"""As wide as letters are on the whole; measured in place of each covered one."""


class Run(NamedTuple):
    """A stretch of text; what is None comes from the block. `ground` is for found letters."""

    text: str
    weight: int | None = None
    role: Role | None = None
    ground: Role | None = None
    tabular: bool = False


class TextBlock:
    """A laid out text: measure it, then paint it; made anew when the theme changes.

    `max_lines` 0 wraps freely; otherwise the last line ends in an ellipsis when `is_cut`.
    Covered words (core, `covered_words`) are drawn as bars; `covers` draws any text so.
    """

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        text: str | Sequence[Run],
        style: Type,
        width: float | None = None,
        *,
        max_lines: int = 0,
        tabular: bool = False,
        covers: bool = False,
    ) -> None:
        runs = [Run(text)] if isinstance(text, str) else list(text)
        self.covers = covers or any(is_covered(run.text) for run in runs)
        runs = [run._replace(text=run.text.replace(COVER, _COVERED_LETTER)) for run in runs]
        self._theme = theme
        self._style = style
        self._tabular = tabular
        self._font = theme.fonts.of(style, tabular=tabular)
        self._line = float(theme.fonts.line(style))
        self._runs = runs
        self._wraps = max_lines != 1 and width is not None
        self._room = _ENDLESS if width is None else max(width, 0.0)
        self.is_cut = False
        whole = "".join(run.text for run in runs).replace("\n", "\u2028")
        if max_lines == 1:
            whole = whole.replace("\u2028", " ")
        self._lay_out(whole)
        if max_lines and (self._layout.lineCount() > max_lines or self._overflows()):
            self._cut(whole, max_lines)

    @property
    def height(self) -> float:
        """Height of all lines in pixels."""
        return self._layout.lineCount() * self._line

    @property
    def width(self) -> float:
        """Width of the widest line in pixels."""
        return max((line.naturalTextWidth() for line in self._lines()), default=0.0)

    def paint(self, painter: QPainter, at: QPointF, role: Role = Role.TEXT) -> None:
        """Draw the text with its top left corner at a point, or the bars that cover it."""
        if self.covers:
            for line in self._lines():
                place = at + QPointF(0.0, line.y() - (self._line - line.height()) / 2)
                size = (line.naturalTextWidth(), self._line)
                paint_covered_line(painter, place, self._theme, size, self._style)
            return
        painter.setPen(self._theme.tokens.of(role))
        self._paint_marks(painter, at)
        self._layout.draw(painter, at)

    def _lines(self) -> list[QTextLine]:
        return [self._layout.lineAt(i) for i in range(self._layout.lineCount())]

    def _overflows(self) -> bool:
        return any(line.naturalTextWidth() > self._room + 0.5 for line in self._lines())

    def _lay_out(self, text: str) -> None:
        # PySide frees a layout's text with the layout, so the old one is dropped only here.
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if self._wraps
            else QTextOption.WrapMode.NoWrap
        )
        layout.setTextOption(option)
        layout.setFormats(self._formats(len(text)))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._room if self._wraps else _ENDLESS)
            line.setPosition(QPointF(0.0, top + (self._line - line.height()) / 2))
            top += self._line
        layout.endLayout()
        self._layout = layout

    def _cut(self, text: str, max_lines: int) -> None:
        self.is_cut = True
        last = self._layout.lineAt(min(max_lines, self._layout.lineCount()) - 1)
        start = last.textStart()
        rest = text[start:].replace("\u2028", " ")
        metrics = QFontMetricsF(self._font)
        tail = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._room)
        if not tail.endswith(_ELLIPSIS):
            tail += _ELLIPSIS
        self._lay_out(text[:start] + tail)
        # A bold run is wider than the metrics knew: give back letters until it fits.
        while len(tail) > 1 and (self._layout.lineCount() > max_lines or self._overflows()):
            tail = tail[:-2].rstrip() + _ELLIPSIS
            self._lay_out(text[:start] + tail)

    def _formats(self, length: int) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for run in self._runs:
            end = min(start + len(run.text), length)
            if end > start and (run.weight or run.role or run.tabular):
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = start, end - start, self._format(run)
                formats.append(span)
            start += len(run.text)
        return formats

    def _format(self, run: Run) -> QTextCharFormat:
        char_format = QTextCharFormat()
        if run.weight is not None or run.tabular:
            char_format.setFont(self._run_font(run))
        if run.role is not None:
            char_format.setForeground(QBrush(self._theme.tokens.of(run.role)))
        return char_format

    def _run_font(self, run: Run) -> QFont:
        size, _, weight, spacing = self._style.value
        return self._theme.fonts.font(
            size, run.weight or weight, tabular=run.tabular or self._tabular, spacing=spacing
        )

    def _paint_marks(self, painter: QPainter, at: QPointF) -> None:
        start = 0
        for run in self._runs:
            end = start + len(run.text)
            if run.ground is not None:
                self._paint_mark(painter, at, start, end, run.ground)
            start = end

    def _paint_mark(
        self, painter: QPainter, at: QPointF, start: int, end: int, ground: Role
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.of(ground))
        for line in self._lines():
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                box = QRectF(min(left, right), line.y(), abs(right - left), line.height())
                painter.drawRoundedRect(box.translated(at), _MARK_RADIUS, _MARK_RADIUS)
        painter.restore()


def _x(line: QTextLine, position: int) -> float:
    # The stubs know neither the pair that comes back nor that its first part is the place.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
