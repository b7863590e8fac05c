"""The tick boxes beside the results: kinds, people, how far it was said (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.found import Somebody
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
ROW, HEAD, HEAD_BELOW, BOX, GAP = 28, 38, 6, 16, 8
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Facet:
    """One tick box; `count` is None where it is not known."""

    tick: Kind | ShareState | Somebody
    words: str
    count: int | None
    is_ticked: bool


FacetLine: TypeAlias = str | Facet
"""A head, or a tick box."""


class FacetModel(QAbstractListModel):
    """Heads and tick boxes as a flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FacetLine] = []

    @property
    def lines(self) -> Sequence[FacetLine]:
        """Every line in order."""
        return self._lines

    def show(self, lines: Sequence[FacetLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def facet_at(self, number: int) -> Facet | None:
        """Return the tick box of a line, or None."""
        line = self._lines[number] if 0 <= number < len(self._lines) else None
        return line if isinstance(line, Facet) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that tick boxes can be chosen, heads cannot."""
        if self.facet_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, its words, whether it is ticked."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words if line.count is None else f"{line.words}, {line.count}"
        return None


class FacetDelegate(QStyledItemDelegate):
    """Draws heads and tick boxes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, line: FacetLine) -> int:
        """Return a line's height in pixels."""
        grow = self._theme.scale.grow
        return grow(HEAD, 16) if isinstance(line, str) else grow(ROW, 20)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        return QSize(0, self.height(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: FacetLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, str):
            head = TextBlock(self._theme, line, Type.META_MEDIUM, rect.width(), max_lines=1)
            at = QPointF(rect.left(), rect.bottom() - HEAD_BELOW - head.height)
            head.paint(painter, at, Role.MUTED)
        else:
            self._paint_facet(painter, rect, line)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole name where it is cut."""
        line = index.data(LINE_ROLE)
        is_cut = isinstance(line, Facet) and self._words(QRectF(option.rect), line)[1].is_cut
        QToolTip.showText(event.globalPos(), tooltip(line.words) if is_cut else "", view)
        return True

    def _words(self, rect: QRectF, facet: Facet) -> tuple[float, TextBlock]:
        """Return where the words of a box begin, and the words in the room they have."""
        theme = self._theme
        left = rect.left() + theme.scale.icon(BOX) + GAP
        if isinstance(facet.tick, Kind):
            left += theme.icons.side(14) + GAP
        right = rect.right()
        if facet.count is not None:
            right -= self._count(facet.count).width + GAP
        return left, TextBlock(theme, facet.words, Type.LIST, right - left, max_lines=1)

    def _count(self, count: int) -> TextBlock:
        return TextBlock(self._theme, f"{count:,}", Type.META, tabular=True)

    def _paint_facet(self, painter: QPainter, rect: QRectF, facet: Facet) -> None:
        theme = self._theme
        side, middle = theme.scale.icon(BOX), rect.center().y()
        box = QRectF(rect.left(), round(middle - side / 2), side, side)
        paint_check(painter, box, theme, on=facet.is_ticked)
        if isinstance(facet.tick, Kind):
            look = kind_look(facet.tick)
            at = QPointF(box.right() + GAP, round(middle - theme.icons.side(14) / 2))
            theme.icons.paint(painter, at, look.icon, 14, theme.tokens.of(look.role))
        if facet.count is not None:
            count = self._count(facet.count)
            at = QPointF(rect.right() - count.width, middle - count.height / 2)
            count.paint(painter, at, Role.MUTED)
        left, words = self._words(rect, facet)
        words.paint(painter, QPointF(left, middle - words.height / 2), Role.TEXT2)


class FacetList(QListView):
    """Space or a click ticks; the arrows go from box to box."""

    toggled = Signal(object)

    def __init__(self, theme: Theme, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = model
        self._look = FacetDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._look)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.FACETS_NAME)
        calm_scrolling(theme, self)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_lines(self, lines: Sequence[FacetLine]) -> None:
        """Show other lines; the box that the keyboard is on stays the same one."""
        if list(lines) == list(self._facets.lines):
            return
        kept = self._facets.facet_at(self.currentIndex().row())
        self._facets.show(lines)
        self.updateGeometry()
        if kept is not None:
            same = (
                at
                for at, line in enumerate(lines)
                if isinstance(line, Facet) and (line.tick, line.words) == (kept.tick, kept.words)
            )
            self._choose(next(same, None))

    def sizeHint(self) -> QSize:
        """Return the height of every line, so that what follows stands right below."""
        return QSize(0, sum(map(self._look.height, self._facets.lines)))

    def minimumSizeHint(self) -> QSize:
        """Return a head and two boxes; the rest scrolls."""
        return QSize(0, min(self.sizeHint().height(), 100))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first box."""
        if self._facets.facet_at(self.currentIndex().row()) is None:
            self._choose(self._step(-1, 1))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, move with the arrows; letters are no search here."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        facet = self._facets.facet_at(at)
        if event.key() == Qt.Key.Key_Space and facet is not None:
            self.toggled.emit(facet.tick)
        elif event.key() in moves:
            self._choose(self._step(at, moves[event.key()]))
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, at: int, by: int) -> int | None:
        at += by
        while 0 <= at < self._facets.rowCount():
            if self._facets.facet_at(at) is not None:
                return at
            at += by
        return None

    def _choose(self, line: int | None) -> None:
        if line is not None:
            index = self._facets.index(line, 0)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)

    @Slot()
    def _on_clicked(self, index: Index) -> None:
        facet = self._facets.facet_at(index.row())
        if facet is not None:
            self.toggled.emit(facet.tick)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
