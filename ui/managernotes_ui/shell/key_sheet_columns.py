"""Groups of keys side by side in columns, on the screen and on paper (SPEC §5.40)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from managernotes_ui.shell.key_sheet_chord import paint_chord
from managernotes_ui.shell.key_sheet_groups import KeyEntry, KeyGroup
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel

ROW, KEY_COLUMN, GAP, BELOW_GROUP = 28, 116, 40, 20
LEAST_COLUMN = 270
MOST_COLUMNS = 3


def columns_of(
    groups: Sequence[KeyGroup], columns: int, height: int, row: int
) -> list[list[KeyGroup]]:
    """Return the groups in at most so many columns, in order, each about `height` high.

    All units are pixels. A column grows beyond the height only when everything would not fit.
    """
    while True:
        found: list[list[KeyGroup]] = [[]]
        used = 0
        for group in groups:
            wanted = _rows(group) * row + BELOW_GROUP
            if found[-1] and used + wanted - BELOW_GROUP > height:
                found.append([])
                used = 0
            found[-1].append(group)
            used += wanted
        if len(found) <= columns:
            return found
        height += row


def column_height(column: Sequence[KeyGroup], row: int) -> int:
    """Return the height of a column in pixels."""
    return sum(_rows(group) * row + BELOW_GROUP for group in column)


def _rows(group: KeyGroup) -> int:
    return len(group.entries) + 1


class KeyLine(QWidget):
    """One key and what it does, under a hairline."""

    def __init__(self, theme: Theme, entry: KeyEntry) -> None:
        super().__init__()
        self._theme = theme
        self._entry = entry
        self.setAccessibleName(f"{entry.keys}: {entry.words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a row's height."""
        return QSize(0, self._theme.scale.grow(ROW, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, caps and words; a wide chord pushes the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.tokens.line)
        middle = (self.height() + 1) / 2
        end = paint_chord(painter, 0, middle, theme, self._entry.keys)
        left = max(float(theme.scale.px(KEY_COLUMN)), end + 8)
        words = TextBlock(theme, self._entry.words, Type.LIST, self.width() - left, max_lines=1)
        words.paint(painter, QPointF(left, middle - words.height / 2), Role.TEXT2)
        painter.end()


class KeyColumns(QWidget):
    """Shows groups in one to three columns, as the width has room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: Sequence[KeyGroup] = ()
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._on_theme_changed)

    def show_groups(self, groups: Sequence[KeyGroup], width: int, height: int) -> None:
        """Show groups in a width and, if they fit, a height, in pixels."""
        self._groups = groups
        scale = self._theme.scale
        columns = min(max((width + GAP) // (scale.px(LEAST_COLUMN) + GAP), 1), MOST_COLUMNS)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        filled = columns_of(groups, columns, height, scale.grow(ROW, 20))
        for column in filled:
            row.addWidget(self._column_of(column), 1)
        for _ in range(columns - len(filled)):
            row.addWidget(QWidget(), 1)
        self._replace(content)

    def _column_of(self, groups: Sequence[KeyGroup]) -> QWidget:
        widget = QWidget()
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in groups:
            column.addLayout(self._head_of(group))
            for entry in group.entries:
                column.addWidget(KeyLine(self._theme, entry))
            column.addSpacing(BELOW_GROUP)
        column.addStretch(1)
        return widget

    def _head_of(self, group: KeyGroup) -> QHBoxLayout:
        head = QHBoxLayout()
        title = TextLabel(self._theme, group.title, Type.NAME)
        title.setFixedHeight(self._theme.scale.grow(ROW, 20))
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        if group.note:
            note = TextLabel(self._theme, group.note, Type.META, tone=Role.MUTED)
            note.setContentsMargins(0, 2, 0, 0)
            head.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _replace(self, content: QWidget) -> None:
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._column.addWidget(content)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
