"""The five lists of the Today page in their grid, and how the keyboard goes between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.today.card_list import StepsOf
from managernotes_ui.today.column import LANE, ColumnView
from managernotes_ui.today.line_delegate import REACH
from managernotes_ui.today.line_list import LineList
from managernotes_ui.today.rows_view import RowsView
from managernotes_ui.today.today_rows import Column, Row, TodayRows
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

PADDING, NARROW_PADDING, NARROW = 32, 24, 960
GAP, NARROW_GAP = 24, 16
LOW_GAP, NARROW_LOW_GAP = 32, 24
AREA, NARROW_AREA = 396, 308
"""The columns with their heads are at most so high; then one scrolls (SPEC §5.1, 38a)."""
WIDEST = 3 * 360 + 2 * GAP
STACKED_BELOW = 560
"""A page narrower than this, at text scale 1, has everything under each other."""


class TodayLists(QScrollArea):
    """Three columns over two lists; one row at most is chosen in all five."""

    row_changed = Signal()

    def __init__(self, theme: Theme, steps_of: StepsOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        body = self._body = QWidget()
        self.setWidget(body)
        self.columns = {column: ColumnView(theme, column, steps_of, body) for column in Column}
        self.promises = LineList(theme, strings.PROMISES, ticks=True, parent=body)
        self.talks = LineList(theme, strings.ONE_ON_ONES, ticks=False, parent=body)
        self._no_promises = self._label(strings.NO_PROMISES)
        self._no_talks = self._label(strings.NO_TALKS)
        self._has_first_card = False
        self._top = QHBoxLayout()
        self._low = QHBoxLayout()
        self._build()
        self._connect()

    @property
    def lists(self) -> tuple[RowsView, ...]:
        """The lists from the left, the columns first."""
        return (*(column.list for column in self.columns.values()), self.promises, self.talks)

    @property
    def row(self) -> Row | None:
        """The one chosen row, if there is one."""
        return next((row for one in self.lists if (row := one.row) is not None), None)

    @property
    def column(self) -> Column | None:
        """The column with the chosen card."""
        return next((name for name, view in self.columns.items() if view.list.row), None)

    def show_rows(self, rows: TodayRows) -> None:
        """Show other rows; what was chosen stays so."""
        was_empty = all(view.list.is_empty for view in self.columns.values())
        for name, view in self.columns.items():
            view.show_number(rows.numbers.get(name, 0))
            view.list.show_rows(rows.columns.get(name, ()))
        for lines, below, nothing in (
            (self.promises, rows.promises, self._no_promises),
            (self.talks, rows.talks, self._no_talks),
        ):
            lines.show_rows(below)
            lines.setVisible(bool(below))
            nothing.setVisible(not below)
        if was_empty and any(rows.columns.values()) and not self.isVisible():
            self._has_first_card = True
        self._measure()

    def prefer_first_card(self) -> None:
        """Choose the first card if it came while the page was not seen and there was none."""
        card = next((view.list for view in self.columns.values() if not view.list.is_empty), None)
        if self._has_first_card and card is not None:
            card.choose_first()
            self._on_entered(card)
        self._has_first_card = False

    def enter(self) -> None:
        """Give the keyboard to the list with the chosen row, else to the first that has one."""
        chosen = next((one for one in self.lists if one.row is not None), None)
        first = next((one for one in self.lists if not one.is_empty), None)
        target = chosen or first
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep paddings and gaps of the width."""
        super().resizeEvent(event)
        self._measure()

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(strings.TITLE)
        calm_scrolling(self._theme, self)
        for view in self.columns.values():
            self._top.addWidget(view, 1)
        for head, note, lines, nothing in (
            (strings.PROMISES, strings.DUE_THIS_WEEK, self.promises, self._no_promises),
            (strings.ONE_ON_ONES, strings.THIS_WEEK, self.talks, self._no_talks),
        ):
            self._low.addLayout(self._low_column(head, note, lines, nothing), 1)
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(GAP)
        self._column.addLayout(self._top)
        self._column.addLayout(self._low)
        self._column.addStretch(1)

    def _label(self, words: str) -> TextLabel:
        return TextLabel(self._theme, words, Type.META, tone=Role.MUTED, parent=self._body)

    def _low_column(self, title: str, note: str, view: LineList, nothing: QLabel) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(REACH, 0, REACH, 12)
        head.setSpacing(8)
        head.addWidget(TextLabel(self._theme, title, Type.SECTION, parent=self._body))
        head.addWidget(self._label(note))
        head.addStretch(1)
        nothing.setContentsMargins(REACH, 0, REACH, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(view)
        column.addWidget(nothing)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        for number, one in enumerate(self.lists):
            one.entered.connect(partial(self._on_entered, one))
            one.left.connect(partial(self._on_left, number))
            one.passed.connect(partial(self._on_passed, number))
            one.row_changed.connect(self._on_row_changed)
        for view in self.columns.values():
            view.list.row_changed.connect(self._measure)
        self._theme.changed.connect(self._measure)

    def _on_entered(self, entered: RowsView) -> None:
        for one in self.lists:
            if one is not entered:
                one.rest()

    def _on_left(self, number: int, by: int) -> None:
        """Go to the next list beside that has something; the columns among themselves."""
        group = range(3) if number < len(self.columns) else range(3, 5)
        at = number + by
        while at in group:
            if not self.lists[at].is_empty:
                self.lists[at].enter()
                return
            at += by

    def _on_passed(self, number: int, by: int) -> None:
        """Go from the last card into the list below, and from the first line up again."""
        wanted: Sequence[int] = ()
        if number < len(self.columns) and by > 0:
            wanted = (4, 3) if number > 1 else (3, 4)
        elif number >= len(self.columns) and by < 0:
            wanted = (2, 1, 0) if number > len(self.columns) else (0, 1, 2)
        target = next((at for at in wanted if not self.lists[at].is_empty), None)
        if target is not None:
            self.lists[target].enter(from_below=by < 0)

    @Slot()
    def _on_row_changed(self) -> None:
        self._bring_into_view()
        self.row_changed.emit()

    def _bring_into_view(self) -> None:
        """Scroll the page so that the chosen row is seen: its list itself may be as high as it."""
        for one in self.lists:
            chosen = one.selectionModel().selectedIndexes()
            if chosen and one.hasFocus():
                rect = one.visualRect(chosen[0])
                top = one.viewport().mapTo(self._body, QPoint(0, rect.top()))
                self._show_part(QRect(top, rect.size()))

    def _show_part(self, rect: QRect) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value():
            bar.setValue(rect.top())
        elif rect.bottom() > bar.value() + height:
            bar.setValue(rect.bottom() - height)

    @Slot()
    def _measure(self) -> None:
        narrow = self.window().width() <= NARROW
        side = NARROW_PADDING if narrow else PADDING
        room = self.width() - 2 * side
        lane = self.width() - self.viewport().width()  # of its own scroll bar, while there is one
        right = side + max(0, room - WIDEST) - lane
        stacked = room / self._theme.scale.text < STACKED_BELOW
        direction = (
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._top.setDirection(direction)
        self._low.setDirection(direction)
        self._top.setContentsMargins(side, 0, right - LANE, 0)
        self._top.setSpacing(GAP if stacked else (NARROW_GAP if narrow else GAP) - LANE)
        self._low.setContentsMargins(side - REACH, 0, right - REACH, 0)
        low_gap = NARROW_LOW_GAP if narrow else LOW_GAP
        self._low.setSpacing(low_gap if stacked else low_gap - 2 * REACH)
        self._column.setContentsMargins(0, 0, 0, GAP)
        self._column.setSpacing(NARROW_GAP if narrow else GAP)
        self._measure_columns(self._theme.scale.px(NARROW_AREA if narrow else AREA), stacked)

    def _measure_columns(self, most: int, stacked: bool) -> None:  # noqa: FBT001 - of the width
        views = list(self.columns.values())
        highest = max(view.list.content_height for view in views)
        for view in views:
            wanted = view.list.content_height if stacked else highest
            view.set_area(min(wanted, most - view.head_height))
