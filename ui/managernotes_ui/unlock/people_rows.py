"""The people as they were read from a pasted list: name, role, day (36)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from managernotes.domain.person import NewPerson
from managernotes_ui.common.dates import DateWords
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run, TextBlock

PERSON_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT, _LINE, _META = 28, 20, 16
_NAME_SHARE, _DAY, _GAP = 0.4, 88, 12

Index = QModelIndex | QPersistentModelIndex


class PeopleRowsModel(QAbstractListModel):
    """Nobody can be changed here: the list above is what is edited."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._dates = DateWords()
        self._people: Sequence[NewPerson] = ()

    def show_people(self, people: Sequence[NewPerson]) -> None:
        """Show these people instead."""
        if tuple(people) != tuple(self._people):
            self.beginResetModel()
            self._people = tuple(people)
            self.endResetModel()

    def day_words(self, person: NewPerson) -> str:
        """Return the starting day with its year, or an empty text."""
        day = person.started_on
        if day is None:
            return ""
        words = self._dates.day(day, self._today)
        return words if str(day.year) in words else f"{words} {day.year}"

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, or the person."""
        person = self._people[index.row()]
        if role == PERSON_ROLE:
            return person
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (person.display_name, person.role or "", self.day_words(person))
            return ", ".join(part for part in parts if part)
        return None


class PeopleRowDelegate(QStyledItemDelegate):
    """Draws a row of 28 with a hairline above: name 13 medium, role and day 12 muted."""

    def __init__(self, theme: Theme, model: PeopleRowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one person."""
        person: NewPerson = index.data(PERSON_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        line = QRectF(rect.left(), rect.top(), rect.width(), 1)
        painter.fillRect(line, self._theme.tokens.line)
        name_width = rect.width() * _NAME_SHARE - _GAP
        day_width = self._theme.scale.px(_DAY)
        role_left = rect.left() + rect.width() * _NAME_SHARE
        role_width = rect.right() - role_left - day_width - _GAP
        name = [Run(person.display_name, weight=MEDIUM)]
        self._write(painter, name, Type.LIST, QRectF(rect.left(), rect.top(), name_width, 0), rect)
        role = [Run(person.role or "", role=Role.MUTED)]
        self._write(painter, role, Type.META, QRectF(role_left, 0, role_width, 0), rect)
        day = [Run(self._model.day_words(person), role=Role.MUTED, tabular=True)]
        room = QRectF(rect.right() - day_width, 0, day_width, 0)
        self._write(painter, day, Type.META, room, rect, right=True)
        painter.restore()

    def _write(  # noqa: PLR0913 - what, how and where
        self,
        painter: QPainter,
        words: list[Run],
        style: Type,
        room: QRectF,
        row: QRectF,
        *,
        right: bool = False,
    ) -> None:
        block = TextBlock(self._theme, words, style, room.width(), max_lines=1)
        left = room.right() - block.width if right else room.left()
        block.paint(painter, QPointF(left, row.top() + (row.height() - block.height) / 2))


def row_height(theme: Theme) -> int:
    """Return the height of one row in pixels."""
    return theme.scale.grow(_HEIGHT, _LINE)
