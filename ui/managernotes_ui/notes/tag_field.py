"""Where one more tag is typed, with the tags in use under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from managernotes.domain.folding import folded
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.popup_list import PopupList
from managernotes_ui.widgets.popup_row import PopupRow

_WIDTH, _LIST_WIDTH, _MOST_ROWS = 120, 200, 6


class TagField(LineEdit):
    """Enter or a row takes the tag; Esc or leaving the field closes it."""

    tag_typed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme, strings.ADD_TAG_NAME, strings.TAG_HINT, measure=Measure.SMALL, parent=parent
        )
        self._tags: tuple[str, ...] = ()
        self._list = PopupList(theme, self, strings.ADD_TAG_NAME)
        self.setFixedWidth(theme.scale.px(_WIDTH))
        self.textEdited.connect(self._on_text_edited)
        self._list.picked.connect(self._on_picked)

    def offer(self, tags: Sequence[str]) -> None:
        """Tell which tags may be completed."""
        self._tags = tuple(tags)

    def open(self) -> None:
        """Show the empty field and put the keyboard in it."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take a tag, or close."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._list.isVisible():
            self._list.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close without taking anything."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list along."""
        super().hideEvent(event)
        self._list.hide()

    def _take(self) -> None:
        typed = self.text().strip().lstrip("#")
        if self._list.isVisible() and self._list.current_row() >= 0:
            typed = self._list.rows[self._list.current_row()].words.lstrip("#")
        if typed:
            self.tag_typed.emit(typed)
        self.closed.emit()

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        wanted = folded(text.lstrip("#"))
        found = [tag for tag in self._tags if wanted and folded(tag).startswith(wanted)]
        typed = [tag for tag in (text.strip().lstrip("#"),) if tag and tag not in found]
        rows = [PopupRow(f"#{tag}", Icon.TAG) for tag in (typed + found)[:_MOST_ROWS]]
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        self._list.show_rows(rows if found else [], corner, self._theme.scale.px(_LIST_WIDTH))

    @Slot(int)
    def _on_picked(self, row: int) -> None:
        self.tag_typed.emit(self._list.rows[row].words.lstrip("#"))
        self.closed.emit()
