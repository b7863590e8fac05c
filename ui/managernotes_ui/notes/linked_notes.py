"""What the note belongs to: linked notes, its talks, promises, threads; the row to link one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.links import Link, Links
from managernotes.domain.observation import TimelineRow
from managernotes.domain.yardstick import Yardstick
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import measuring
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.chain_rows import chain_rows
from managernotes_ui.notes.link_row import LINK_ROLE, ROW, LinkRow, LinkRowDelegate
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.uncover import RowCover

_MOST_ROWS = 8
_NO_CHAIN = Links()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
Index = QModelIndex | QPersistentModelIndex
Target = NoteId | Yardstick | Link | None
"""What a row leads to; None invites to link something."""


class LinkModel(QAbstractListModel):
    """The linked notes, and last the row that links one more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[LinkRow, ...] = ()
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a note's words may be told; else they are only said to be covered."""
        self._tells = tells

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """Replace what is on show."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its words for a screen reader."""
        row = self.rows[index.row()]
        if role == LINK_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.words(tells=self._tells())
        return None


class LinkedNotes(QListView):
    """Enter opens a linked note, Delete takes the link away, the last row links one more."""

    opened = Signal(object)
    chain_opened = Signal(Link)
    unlinked = Signal(object)
    link_wanted = Signal()
    standard_opened = Signal(object)
    standard_unlinked = Signal(object)
    standard_wanted = Signal()

    def __init__(self, theme: Theme, dates: DateWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._targets: tuple[Target, ...] = ()
        self._model = LinkModel(self)
        self.setModel(self._model)
        rows = LinkRowDelegate(theme, self)
        self.setItemDelegate(rows)
        cover = RowCover(theme, self)
        rows.set_cover(cover)
        self._model.set_cover(lambda: cover.tells)
        self.setAccessibleName(strings.LINKED_NOTES)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._on_chosen)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        theme.changed.connect(self._fit)
        self.show_links((), date.min)

    def show_links(
        self,
        linked: Sequence[TimelineRow],
        today: date,
        chain: Links = _NO_CHAIN,
        standards: Sequence[Yardstick] = (),
    ) -> None:
        """Show these notes, then what it is measured by, its talks, promises and threads."""
        ends = chain_rows(chain, self._dates, today)
        rows: list[tuple[LinkRow, Target]] = [(self._row(row, today), row.id) for row in linked]
        rows += [(_standard_row(one), one) for one in standards]
        rows += ends
        rows.append((LinkRow(strings.LINK_A_NOTE, "", Icon.PLUS, key="Ctrl+E"), None))
        measure = LinkRow(measuring.MEASURE_ROW, "", Icon.TARGET, key=measuring.KEY)
        rows.append((measure, None))
        self._targets = tuple(target for _, target in rows)
        self._model.show_rows([row for row, _ in rows])
        self.setCurrentIndex(self._model.index(0, 0))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, unlink, or move."""
        if event.key() in _ENTER:
            self._on_chosen(self.currentIndex())
        elif event.key() in _DELETE and self._can_unlink(self.currentIndex()):
            self._unlink(self._target(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _invite(self, row: int) -> None:
        """Measure it by something (the last row), or link a note."""
        is_last = row == len(self._targets) - 1
        (self.standard_wanted if is_last else self.link_wanted).emit()

    def _row(self, row: TimelineRow, today: date) -> LinkRow:
        day = self._dates.day(row.occurred_on, today)
        words = strings.LINKED.format(day=day, headline=row.headline or strings.NO_WORDS)
        kind = kind_look(row.kind, covered=self._theme.cover.kinds).word
        return LinkRow(words, kind, Icon.LINK)

    def _target(self, index: Index) -> Target:
        return self._targets[index.row()] if index.isValid() else None

    def _can_unlink(self, index: Index) -> bool:
        return isinstance(self._target(index), UUID | Yardstick)

    def _unlink(self, target: Target) -> None:
        if isinstance(target, Yardstick):
            self.standard_unlinked.emit(target.id)
        else:
            self.unlinked.emit(target)

    @Slot()
    def _fit(self) -> None:
        height = self._theme.scale.grow(ROW, 20)
        self.setFixedHeight(min(len(self._model.rows), _MOST_ROWS) * height)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        target = self._target(index)
        if isinstance(target, UUID):
            self.opened.emit(target)
        elif isinstance(target, Yardstick):
            self.standard_opened.emit(target.id)
        elif isinstance(target, Link):
            self.chain_opened.emit(target)
        elif index.isValid():
            self._invite(index.row())

    @Slot(QPoint)
    def _on_menu_wanted(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not self._can_unlink(index):
            return
        target = self._target(index)
        words = measuring.UNLINK if isinstance(target, Yardstick) else strings.UNLINK
        menu = Menu(self._theme, self)
        menu.add_item(words, Icon.X, "Del", lambda: self._unlink(target))
        menu.popup(self.viewport().mapToGlobal(point))

    def sizeHint(self) -> QSize:
        """Return the height of its rows."""
        return QSize(super().sizeHint().width(), self.maximumHeight())


def _standard_row(one: Yardstick) -> LinkRow:
    return LinkRow(one.words.title, measuring.KINDS[one.kind], Icon.TARGET)
