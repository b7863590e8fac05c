"""Against the original: the lines that are one's own, and those taken out (SPEC §7.25)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from managernotes.domain.template import LineChange, LineSort
from managernotes.text.plain_words import without_marks
from managernotes.text.template_fill import variable_places
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.variable_chip import paint_variable, variable_size

_HEAD, _ROW, _SIDE, _ROWS = 35, 35, 32, 4
_LEGEND_BAR = QSize(2, 16)


class DifferenceStrip(QWidget):
    """A head of 36 and rows of 36, four at once; more of them scroll."""

    brought_back = Signal(LineChange)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._scroll = QScrollArea()
        self._same = TextLabel(theme, strings.SAME, Type.META, tone=Role.MUTED)
        self._shown: tuple[tuple[LineChange, ...], str, float] | None = None
        self._head = QWidget()
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(strings.AGAINST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build()

    def show_changes(self, changes: Sequence[LineChange], day: str, *, has_original: bool) -> None:
        """Show the lines that differ; `day` is when one's own were written."""
        self._same.setText(strings.SAME if has_original else strings.NO_ORIGINAL)
        self._same.setHidden(bool(changes))
        self._scroll.setVisible(bool(changes))
        wanted = (tuple(changes), day, self._theme.scale.text)
        self._head.setFixedHeight(self._theme.scale.grow(_HEAD, 20))
        if wanted != self._shown:
            self._shown = wanted
            self._fill(changes, day)
        rows = min(len(changes), _ROWS)
        self._scroll.setFixedHeight(rows * (self._theme.scale.grow(_ROW, 20) + 1))
        self.updateGeometry()

    def _build(self) -> None:
        theme = self._theme
        row = QHBoxLayout(self._head)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(theme, strings.AGAINST, Type.NAME))
        row.addStretch(1)
        row.addWidget(self._same)
        row.addWidget(_OwnBar(theme))
        row.addWidget(TextLabel(theme, strings.YOURS_LEGEND, Type.META, tone=Role.MUTED))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._rows.setProperty("ground", "none")
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(theme, self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(self._head)
        column.addWidget(self._scroll)

    def _fill(self, changes: Sequence[LineChange], day: str) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, change in enumerate(changes):
            self._column.insertWidget(2 * at, hairline())
            self._column.insertWidget(2 * at + 1, self._row(change, day))

    def _row(self, change: LineChange, day: str) -> QWidget:
        own = change.sort is LineSort.OWN
        line = QWidget()
        line.setFixedHeight(self._theme.scale.grow(_ROW, 20))
        row = QHBoxLayout(line)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(12)
        sign = GlyphLabel(self._theme, Icon.PLUS if own else Icon.MINUS, 14, Role.TEXT)
        row.addWidget(sign)
        row.addWidget(_Line(self._theme, change), 1)
        if own:
            words = strings.YOURS_ON.format(day=day) if day else strings.YOURS
            row.addWidget(TextLabel(self._theme, words, Type.META, tone=Role.MUTED))
        else:
            button = make_button(self._theme, strings.BRING_BACK, size=ButtonSize.TINY)
            button.clicked.connect(lambda _checked=False: self.brought_back.emit(change))
            button.setAccessibleName(f"{strings.BRING_BACK}: {without_marks(change.text)}")
            row.addWidget(button)
        return line


class _OwnBar(QWidget):
    """The bar of the legend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(_LEGEND_BAR)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.accent)
        painter.end()


class _Line(QWidget):
    """One line of a template without its marks, its variables as chips."""

    def __init__(self, theme: Theme, change: LineChange) -> None:
        super().__init__()
        self._theme = theme
        words = without_marks(change.text.strip())
        self._role = Role.TEXT if change.sort is LineSort.OWN else Role.MUTED
        self._parts = _parts(words)
        told = strings.ADDED if change.sort is LineSort.OWN else strings.TAKEN_OUT
        self.setAccessibleName(told.format(words=words))
        self.setToolTip(tooltip(words))
        self.setMinimumWidth(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw letters and chips until there is no room."""
        painter = QPainter(self)
        left, middle = 0.0, self.height() / 2
        for words, is_variable in self._parts:
            room = self.width() - left
            if room <= 1:
                break
            if is_variable:
                size = variable_size(self._theme, words)
                width = min(size.width(), room)
                chip = QRectF(left, middle - size.height() / 2, width, size.height())
                paint_variable(painter, chip, self._theme, words)
                left += width
            else:
                block = TextBlock(self._theme, words, Type.LIST, room, max_lines=1)
                block.paint(painter, QPointF(left, middle - block.height / 2), self._role)
                left += TextBlock(self._theme, words, Type.LIST).width + (
                    4 if words.endswith(" ") else 0
                )
        painter.end()


def _parts(words: str) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    last = 0
    for start, end, name in variable_places(words):
        parts += [(words[last:start], False), (name, True)]
        last = end
    parts.append((words[last:], False))
    return [part for part in parts if part[0]]
