"""One column of the brief: a short list that never scrolls (SPEC §7.22)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from managernotes_ui.conversations.brief_delegate import BriefDelegate
from managernotes_ui.conversations.brief_fitting import (
    BriefHead,
    BriefMore,
    Line,
    fitted,
    lines_of,
)
from managernotes_ui.conversations.brief_lines import BriefRow, BriefSection, BriefText
from managernotes_ui.conversations.brief_model import BriefModel, Index
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.uncover import RowCover

_ABOVE = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BriefColumn(QListView):
    """Shows as many rows as fit; told to flow, it is as high as all of them."""

    opened = Signal(object)
    thanks_way_wanted = Signal()
    left_sideways = Signal(int)

    def __init__(
        self, theme: Theme, name: str, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setViewportMargins(0, _ABOVE, 0, 0)
        self._theme = theme
        self._model = BriefModel()
        self._model.setParent(self)
        self._sections: Sequence[BriefSection] = ()
        self._flows = False
        self._rows = BriefDelegate(theme, self, small=small)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        cover = RowCover(theme, self)
        self._rows.set_cover(cover)
        self._model.set_cover(lambda: cover.tells)
        self._dress(name)
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self._refit)

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are on show."""
        return self._model.lines

    def show_sections(self, sections: Sequence[BriefSection]) -> None:
        """Show other sections."""
        self._sections = tuple(sections)
        self._refit()

    def set_flow(self, flows: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show every row, and let the page scroll; or only those that fit."""
        if flows != self._flows:
            self._flows = flows
            self._refit()

    def sizeHint(self) -> QSize:
        """Return the height of everything."""
        height = sum(map(self._rows.height_of, lines_of(self._sections)))
        return QSize(240, height + _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Return the same while the page scrolls, else next to nothing."""
        return self.sizeHint() if self._flows else QSize(160, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._refit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row, sideways to the next column; Enter opens."""
        at = self.currentIndex().row()
        moves: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        sideways: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain:
            self._on_opened(self.currentIndex())
        elif event.key() in moves and plain:
            self._choose(self._step(at, moves[event.key()]))
        elif event.key() in sideways and plain:
            self.left_sideways.emit(sideways[event.key()])
        elif event.text().isprintable() and event.text() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light a row."""
        super().focusInEvent(event)
        at = self.currentIndex().row()  # Qt has chosen the first line by then, which is a head
        if at < 0 or isinstance(self._model.line_at(at), BriefHead | BriefMore):
            self._choose(self._step(at, 1))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the light out."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _dress(self, name: str) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    def _step(self, at: int, by: int) -> int:
        wanted = at + by
        while isinstance(self._model.line_at(wanted), BriefHead | BriefMore):
            wanted += by
        return wanted if self._model.line_at(wanted) is not None else at

    def _choose(self, row: int) -> None:
        if row >= 0:
            index = self._model.index(row, 0)
            light = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, light)

    @Slot()
    def _refit(self) -> None:
        chosen = self.currentIndex().row()
        every = lines_of(self._sections)
        room = self.viewport().height()
        lines = every if self._flows else fitted(self._sections, room, self._rows.height_of)
        self._model.show_lines(lines)
        if self.hasFocus() and not self.currentIndex().isValid():
            self._choose(self._step(min(chosen, len(lines)) - 1, 1))
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _on_opened(self, index: Index) -> None:
        line = self._model.line_at(index.row())
        if isinstance(line, BriefRow) and line.leads_to is not None:
            self.opened.emit(line.leads_to)
        elif isinstance(line, BriefText) and line.is_thanks_way:
            self.thanks_way_wanted.emit()
