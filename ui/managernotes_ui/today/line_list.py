"""The two lists below the columns: promises with a box to tick, talks with their next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.today.line_delegate import GAP, REACH, LineDelegate
from managernotes_ui.today.rows_model import ROW_ROLE
from managernotes_ui.today.rows_view import RowsView
from managernotes_ui.today.today_rows import PromiseRow, Row, TalkRow
from managernotes_ui.widgets.button import ButtonSize, make_button


class LineList(RowsView):
    """As high as its rows; a click on a box ticks it."""

    ticked = Signal(object)
    step_wanted = Signal(object)

    def __init__(
        self, theme: Theme, name: str, *, ticks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, takes_space=not ticks, parent=parent)
        self._look = LineDelegate(theme, self, self.cover)
        self.setItemDelegate(self._look)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button = make_button(theme, "", size=ButtonSize.TINY, parent=self.viewport())
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.hide()
        self.is_built = True
        self.button.clicked.connect(self._on_button)
        self.row_changed.connect(self._place_button)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        super().show_rows(rows)
        self._place_button()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(0, sum(map(self._look.height, self.rows)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick when the box is pressed."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE) if index.isValid() else None
        if not isinstance(row, PromiseRow):
            return
        box = self._look.box_of(QRectF(self.visualRect(index)))
        if box.adjusted(-REACH, -REACH, REACH, REACH).contains(event.position()):
            self.ticked.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its row; narrow rows are higher."""
        super().resizeEvent(event)
        self.updateGeometry()
        self._place_button()

    def on_laid_out(self) -> None:
        """Keep the button in its row."""
        self._place_button()

    @property
    def _with_button(self) -> tuple[int, TalkRow] | None:
        """The chosen talk, else the first of today."""
        talks = [(at, row) for at, row in enumerate(self.rows) if isinstance(row, TalkRow)]
        chosen = self.row
        here = [
            pair for pair in talks if pair[1] is chosen or (chosen is None and pair[1].is_today)
        ]
        return next((pair for pair in here if pair[1].button), None)

    @Slot()
    def _place_button(self) -> None:
        found = self._with_button
        self._look.with_button = None
        self.button.setVisible(found is not None)
        if found is not None:
            at, row = found
            self.button.setText(row.button)
            self.button.setAccessibleName(f"{row.button}: {row.who}")
            size = self.button.sizeHint()
            rect = self.visualRect(self._rows.index(at, 0))
            first = self._look.first_line(rect)
            top = first.top() + (first.height() - size.height()) // 2
            self.button.setGeometry(
                rect.right() + 1 - REACH - size.width(), top, size.width(), size.height()
            )
            self._look.with_button, self._look.button_room = row, size.width() + GAP
        self.viewport().update()

    @Slot()
    def _on_button(self) -> None:
        if self._look.with_button is not None:
            self.step_wanted.emit(self._look.with_button)
