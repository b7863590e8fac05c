"""The results on the screen: heads 36, notes 52, found letters marked (SPEC §5.13)."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from managernotes.domain.observation import SearchHit
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.hit_words import HitWords
from managernotes_ui.search.marked_text import marked_runs
from managernotes_ui.search.result_rows import (
    LINE_ROLE,
    HeadLine,
    HitLine,
    Index,
    MoreLine,
    ResultLine,
    ResultModel,
)
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, kind_width, paint_kind
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip

PADDING, GAP = 12, 8
DATE, KIND = 72, 104
HEAD, HIT, MORE, HIT_TOP = 36, 52, 32, 8
HEAD_BASE = 6
LEAST_TEXT = 220
"""Narrower than this at text scale 1, the kind moves into the second line."""
BATCH = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultDelegate(QStyledItemDelegate):
    """Draws heads, notes and "more"."""

    def __init__(self, theme: Theme, words: HitWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        grow = self._theme.scale.grow
        match index.data(LINE_ROLE):
            case HeadLine():
                return QSize(0, grow(HEAD, 20))
            case MoreLine():
                return QSize(0, grow(MORE, 16))
        return QSize(0, grow(HIT, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        rect: QRect = option.rect
        line: ResultLine = index.data(LINE_ROLE)
        inner = QRectF(rect).adjusted(PADDING, 0, -PADDING, 0)
        if isinstance(line, HeadLine):
            self._paint_head(painter, inner, line)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        hairline = isinstance(line, HitLine)
        paint_row_ground(
            painter,
            QRectF(rect),
            self._theme,
            hovered=hovered,
            selected=selected,
            hairline=hairline,
        )
        if isinstance(line, HitLine):
            self._paint_hit(painter, inner, line)
        else:
            block = TextBlock(self._theme, line.words, Type.META_MEDIUM, inner.width(), max_lines=1)
            at = QPointF(inner.left(), inner.center().y() - block.height / 2)
            block.paint(painter, at, Role.ACCENT)

    def _paint_head(self, painter: QPainter, rect: QRectF, line: HeadLine) -> None:
        room = rect.width() - self._theme.scale.px(60)
        name = TextBlock(self._theme, line.name, Type.NAME, room, max_lines=1)
        top = rect.bottom() - HEAD_BASE - name.height
        name.paint(painter, QPointF(rect.left(), top))
        if line.count is not None:
            count = TextBlock(self._theme, f"{line.count:,}", Type.META, tabular=True)
            at = QPointF(rect.left() + name.width + GAP, top + (name.height - count.height) / 2 + 1)
            count.paint(painter, at, Role.MUTED)

    def _paint_hit(self, painter: QPainter, rect: QRectF, line: HitLine) -> None:
        theme, hit = self._theme, line.hit
        px = theme.scale.px
        top = rect.top() + HIT_TOP
        date = TextBlock(theme, self._words.day(hit), Type.LIST, px(DATE), max_lines=1)
        date.paint(painter, QPointF(rect.left(), top), Role.MUTED)
        text_left, text = self._text(rect, hit)
        meta_left, meta_top = text_left, top + px(20)
        look = kind_look(hit.kind)
        if self.is_compact(rect.width()):
            kind = QRectF(text_left, meta_top, kind_width(theme, look), px(16))
            meta_left = kind.right() + GAP
        else:
            kind = QRectF(text_left - px(KIND), top, px(KIND) - GAP, px(20))
        paint_kind(painter, kind, theme, look)
        text.paint(painter, QPointF(text_left, top), Role.MUTED if hit.restricted else Role.TEXT)
        room = rect.right() - meta_left
        meta = TextBlock(theme, self._words.meta(hit), Type.META, room, max_lines=1)
        meta.paint(painter, QPointF(meta_left, meta_top), Role.MUTED)

    def _text(self, rect: QRectF, hit: SearchHit) -> tuple[float, TextBlock]:
        """Return where a note's words begin in a row, and the words in the room they have."""
        px = self._theme.scale.px
        left = rect.left() + px(DATE) + (0 if self.is_compact(rect.width()) else px(KIND))
        runs = marked_runs(self._words.text(hit), () if hit.restricted else hit.marks)
        return left, TextBlock(self._theme, runs, Type.BODY, rect.right() - left, max_lines=1)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the full date, and the words where they are cut."""
        line = index.data(LINE_ROLE)
        tip = ""
        if isinstance(line, HitLine):
            rect = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
            is_cut = self._text(rect, line.hit)[1].is_cut
            tip = self._words.tip(line.hit)
            tip += f": {self._words.text(line.hit)}" if is_cut else ""
        QToolTip.showText(event.globalPos(), tooltip(tip) if tip else "", view)
        return True

    def is_compact(self, width: float) -> bool:
        """Whether a row so wide, in pixels, has no column for the kind."""
        return width / self._theme.scale.text - DATE - KIND < LEAST_TEXT


class ResultList(QListView):
    """Enter or a click opens: a note, or the rest of a group; Up from the first row leaves."""

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(
        self, theme: Theme, model: ResultModel, words: HitWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._results = model
        self._kept: ResultLine | None = None
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(theme, words, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.RESULTS_NAME)
        calm_scrolling(theme, self)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def line(self) -> ResultLine | None:
        """The chosen line."""
        return self._results.line_at(self.currentIndex().row())

    def enter(self) -> bool:
        """Take the keyboard to the chosen line, or the first note; return whether there is one."""
        if self.line is None:
            first = self._step(-1, 1)
            if first is None:
                return False
            self._choose(first)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave upwards from the first row; letters are no search here."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in _ENTER and self.line is not None:
            self.opened.emit(self.line)
        elif event.key() in moves:
            wanted = self._step(at, moves[event.key()])
            if wanted is not None:
                self._choose(wanted)
            elif event.key() == Qt.Key.Key_Up:
                self.left_upwards.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rows for the new width."""
        super().resizeEvent(event)
        self.viewport().update()

    def _step(self, at: int, by: int) -> int | None:
        """Return the next line that can be chosen."""
        at += by
        while isinstance(self._results.line_at(at), HeadLine):
            at += by
        return at if self._results.line_at(at) is not None else None

    def _choose(self, line: int) -> None:
        index = self._results.index(line, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if line and isinstance(self._results.line_at(line - 1), HeadLine):
            self.scrollTo(self._results.index(line - 1, 0))
        self.scrollTo(index)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept = self.line

    @Slot()
    def _on_reset(self) -> None:
        kept, self._kept = self._kept, None
        if isinstance(kept, HitLine):
            line = self._results.number_of(kept.hit.id, kept.who)
        elif isinstance(kept, MoreLine):
            line = self._results.end_of(kept.who)
        else:
            return
        if line is not None:
            self._choose(line)

    @Slot()
    def _on_clicked(self, index: Index) -> None:
        line = self._results.line_at(index.row())
        if isinstance(line, HitLine | MoreLine):
            self.opened.emit(line)
