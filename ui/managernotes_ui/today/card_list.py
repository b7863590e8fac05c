"""The cards of one column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.today.card_buttons import CardButtons, Step
from managernotes_ui.today.card_delegate import GAP, CardDelegate
from managernotes_ui.today.rows_view import RowsView
from managernotes_ui.today.today_rows import CardRow, Row
from managernotes_ui.widgets.scroll_bar import calm_scrolling

StepsOf = Callable[[CardRow], Sequence[Step]]


class CardList(RowsView):
    """Cards under each other; the chosen one carries its next steps as buttons."""

    step_wanted = Signal(str)

    def __init__(
        self, theme: Theme, name: str, steps_of: StepsOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, takes_space=True, parent=parent)
        self._steps_of = steps_of
        self.buttons = CardButtons(theme, self.viewport())
        self._look = CardDelegate(theme, self, self.cover, self.buttons)
        self.setItemDelegate(self._look)
        calm_scrolling(theme, self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.buttons.hide()
        self.is_built = True
        self.buttons.wanted.connect(self.step_wanted)
        self.row_changed.connect(self._on_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._lay_buttons)

    @property
    def content_height(self) -> int:
        """How high all its cards are together, without the gap below the last."""
        rows = range(self.model().rowCount())
        heights = [self.sizeHintForIndex(self.model().index(row, 0)).height() for row in rows]
        return max(sum(heights) - GAP, 0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other cards."""
        super().show_rows(rows)
        self._on_row_changed()

    def sizeHint(self) -> QSize:
        """Return the height of all cards."""
        return QSize(0, self.content_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their card."""
        super().resizeEvent(event)
        self._lay_buttons()

    def on_laid_out(self) -> None:
        """Keep the buttons in their card."""
        self._lay_buttons()

    @Slot()
    def _on_row_changed(self) -> None:
        row = self.row
        self.buttons.show_steps(self._steps_of(row) if isinstance(row, CardRow) else ())
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self._lay_buttons()

    @Slot()
    def _lay_buttons(self) -> None:
        chosen = self.selectionModel().selectedIndexes()
        if not chosen or not isinstance(self.row, CardRow):
            self.buttons.hide()
            return
        self._look.lay_buttons(QRectF(self.visualRect(chosen[0])))
        self.buttons.show()
