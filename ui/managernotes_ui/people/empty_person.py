"""What stands on the page of somebody about whom nothing is written yet (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes.domain.observation import Kind
from managernotes_ui.common.strings import person as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.chip import ChipLook, chip_size, date_chip, kind_chip, paint_chip
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.text_block import TextBlock

GAP = 4


def empty_person(theme: Theme, write: Callable[[], None]) -> EmptyState:
    """Return the column that teaches what goes here; its button begins the first note."""
    first = make_button(theme, strings.FIRST_NOTE, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="N")
    first.clicked.connect(write)
    return EmptyState(
        theme,
        Icon.STAR,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=ExampleLine(theme),
        primary=first,
    )


class ExampleLine(QWidget):
    """A capture line as it would look: a kind, words, a day; only to be read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = (strings.EXAMPLE_START, strings.EXAMPLE_END, strings.EXAMPLE_DAY)
        self.setAccessibleName(" ".join((kind_look(Kind.WIN).word, *words)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(320, 2 * self._theme.fonts.line(Type.EDITOR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw chip and words, word by word, so that they wrap as in the composer."""
        painter = QPainter(self)
        parts: list[ChipLook | str] = [kind_chip(kind_look(Kind.WIN))]
        parts += f"{strings.EXAMPLE_START} {strings.EXAMPLE_END}".split()
        parts.append(date_chip(strings.EXAMPLE_DAY))
        line = self._theme.fonts.line(Type.EDITOR)
        left, top = 0.0, 0.0
        for part in parts:
            width = self._width(part)
            if left + width > self.width():
                left, top = 0.0, top + line
            self._draw(painter, QRectF(left, top, width, line), part)
            left += width + GAP
        painter.end()

    def _width(self, part: ChipLook | str) -> float:
        if isinstance(part, ChipLook):
            return chip_size(self._theme, part).width()
        return TextBlock(self._theme, part, Type.BODY).width

    def _draw(self, painter: QPainter, room: QRectF, part: ChipLook | str) -> None:
        if isinstance(part, ChipLook):
            height = chip_size(self._theme, part).height()
            top = room.top() + (room.height() - height) / 2
            chip = QRectF(room.left(), top, room.width(), height)
            paint_chip(painter, chip, self._theme, part)
            return
        block = TextBlock(self._theme, part, Type.BODY)
        at = QPointF(room.left(), room.top() + (room.height() - block.height) / 2)
        block.paint(painter, at, Role.TEXT)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
