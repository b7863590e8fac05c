"""The small window in which a note to link is found (Ctrl+E)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.link_search import MOST_FOUND, FoundNote, LinkSearch, LinksNotes
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.popup_row import ROW_ROLE, Index, PopupRow, PopupRowDelegate
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import RowCover

_WIDTH, _ROW, _PADDING, _RADIUS = 480, 36, 8, 8


class _Row(PopupRowDelegate):
    """A row as wide as the list: long words end in an ellipsis, and the day stays in view."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the row's height and no width of its own."""
        return QSize(0, super().sizeHint(option, index).height())


class LinkPicker(QWidget):
    """Typing searches, arrows choose, Enter links, Esc closes; `picked` carries the note's id."""

    picked = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords, search: LinkSearch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._dates = dates
        self._search = search
        self._note: LinksNotes | None = None
        self._today = date.min
        self._found: tuple[FoundNote, ...] = ()
        self._items = QStandardItemModel(self)
        self._field = LineEdit(theme, strings.PICK_NAME, strings.PICK_HINT, icon=Icon.SEARCH)
        self._list = QListView()
        self._none = TextLabel(theme, strings.PICK_NONE, Type.LIST, tone=Role.MUTED, lines=0)
        round_window(self, _RADIUS)
        self._build()
        self._connect()

    @property
    def found(self) -> tuple[FoundNote, ...]:
        """The notes on show."""
        return self._found

    def open_for(self, note: LinksNotes, today: date, corner: QPoint) -> None:
        """Open with the newest notes, its lower left corner at a global point."""
        self._note = note
        self._today = today
        self._field.clear()
        self._search.search(note, "")
        self.resize(self.sizeHint())
        room = self.screen().availableGeometry()
        left = min(corner.x(), room.right() - self.width())
        self.move(max(left, room.left()), max(corner.y() - self.height(), room.top()))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        """Return room for the field and the most rows."""
        scale = self._theme.scale
        rows = MOST_FOUND * scale.grow(_ROW, 20)
        field = self._field.sizeHint().height()
        return QSize(scale.px(_WIDTH), field + rows + 3 * _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice from the field, or link."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._found:
            step = -1 if key == Qt.Key.Key_Up else 1
            row = (self._list.currentIndex().row() + step) % len(self._found)
            self._list.setCurrentIndex(self._items.index(row, 0))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(self._list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of a menu."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.line2, 1))
        painter.setBrush(self._theme.tokens.raised)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.end()

    def _build(self) -> None:
        self._list.setModel(self._items)
        rows = _Row(self._theme, _ROW, self._list)
        rows.set_cover(RowCover(self._theme, self._list))
        self._list.setItemDelegate(rows)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(strings.PICK_FOUND)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_PADDING)
        column.addWidget(self._field)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._field.textEdited.connect(self._on_text_edited)
        self._list.clicked.connect(lambda index: self._pick(index.row()))
        self._search.found.connect(self._on_found)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.close()
            self.picked.emit(self._found[row].id)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if self._note is not None:
            self._search.search(self._note, text)

    @Slot(tuple)
    def _on_found(self, found: tuple[FoundNote, ...]) -> None:
        self._found = found
        self._items.clear()
        for note in found:
            self._items.appendRow(self._item(note))
        self._none.setText(strings.PICK_NONE if self._field.text() else strings.PICK_NOTHING)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        self._list.setCurrentIndex(self._items.index(0, 0))

    def _item(self, note: FoundNote) -> QStandardItem:
        look = shown_look(self._theme, kind_look(note.kind))
        words = note.headline or strings.NO_WORDS
        told = COVERED if self._theme.cover.texts else words
        day = self._dates.day(note.occurred_on, self._today)
        item = QStandardItem(f"{told}, {look.word}, {day}")
        row = PopupRow(words, look.icon, day, icon_role=look.role, holds_text=True)
        item.setData(row, ROW_ROLE)
        item.setEditable(False)
        return item
