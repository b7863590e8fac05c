"""The capture line as it is typed: plain text in which whole tokens turn into chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.capture.chip_document import read_document
from managernotes_ui.capture.chip_object import ChipObject
from managernotes_ui.capture.settling import ChipToken, settle
from managernotes_ui.capture.splices import Splice
from managernotes_ui.capture.typed_line import TypedLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.tooltip import tooltip

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIER = Qt.KeyboardModifier
_UNDERLINE = 2


class ChipEdit(TypedLine):
    """A token becomes a chip when the caret leaves it by typing on, or the line loses the focus.

    Backspace behind a chip, and Delete before it, give the letters back.
    """

    focus_changed = Signal(bool)
    submitted = Signal()
    escaped = Signal()

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        hint: str,
        refusal: Callable[[str], ManagerNotesError | None],
        *,
        style: Type = Type.EDITOR,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        chips = ChipObject(theme, tall=tall)
        super().__init__(theme, name, hint, refusal, chips, style=style, parent=parent)
        self._tokens: tuple[ChipToken, ...] = ()
        self._marked: tuple[int, int] | None = None
        self._is_settling = False
        theme.changed.connect(self._on_theme_changed)

    def set_caret(self, index: int) -> None:
        """Put the caret at an index of the line, and leave the token it was in."""
        self.select(index, index)
        self._settle()
        self.ensureCursorVisible()

    def show_tokens(self, tokens: Sequence[ChipToken]) -> None:
        """Take the tokens of the present line; the whole ones turn into chips."""
        self._tokens = tuple(tokens)
        if self._chips.show_looks({token.letters: token.look for token in tokens}):
            self.document().markContentsDirty(0, self.document().characterCount())
        self._settle()

    def mark(self, part: tuple[int, int] | None) -> None:
        """Underline the token that is being completed, in accent; None underlines nothing."""
        self._marked = part
        selections = []
        if part is not None:
            marked = QTextEdit.ExtraSelection()
            marked.cursor = QTextCursor(self.document())
            marked.cursor.setPosition(self._written.place_of(part[0]))
            # A letter that was just deleted is still in the reading, until the next one.
            last = self.document().characterCount() - 1
            after = min(self._written.place_of(part[1]), last)
            marked.cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
            marked.format.setForeground(self._theme.tokens.accent)
            selections.append(marked)
        self.setExtraSelections(selections)

    def is_chip(self, start: int) -> bool:
        """Whether a chip begins at an index."""
        return any(chip.start == start for chip in self._written.chips)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of SPEC §5.4, and those that meet a chip; the rest types."""
        if event.key() in _ENTER_KEYS:
            self._on_enter(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._step(self.document().undo)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._step(self.document().redo)
        elif not self._gives_letters_back(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is being typed in."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Turn the token at the caret into a chip too."""
        super().focusOutEvent(event)
        self._settle()
        self.focus_changed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the 2 px line under the token that is being completed."""
        super().paintEvent(event)
        # The text may have grown shorter since; the next reading marks it anew.
        last_place = self.document().characterCount() - 1
        if self._marked is not None and self._written.place_of(self._marked[1]) <= last_place:
            first, last = (self.rect_of(index) for index in self._marked)
            if first.top() == last.top():
                left, right = sorted((first.left(), last.left()))
                under = QRect(left, first.bottom() - _UNDERLINE, right - left, _UNDERLINE)
                painter = QPainter(self.viewport())
                painter.fillRect(under, self._theme.tokens.accent)
                painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the chip under the pointer: the full day, or what is unclear."""
        if event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        help_event = cast("QHelpEvent", event)
        tip = self.tip_at(help_event.pos().x(), help_event.pos().y())
        QToolTip.showText(help_event.globalPos(), tooltip(tip) if tip else "", self)
        return True

    def tip_at(self, x: int, y: int) -> str:
        """Return the tooltip of the chip at a point of the viewport; empty where there is none."""
        for token in self._tokens:
            if self.is_chip(token.start):
                first, last = self.rect_of(token.start), self.rect_of(token.end)
                if first.united(last).contains(x, y):
                    return token.tip
        return ""

    def _on_enter(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~_MODIFIER.KeypadModifier
        if modifiers == _MODIFIER.NoModifier:
            self.submitted.emit()
        elif modifiers == _MODIFIER.ShiftModifier:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            event.ignore()

    def _gives_letters_back(self, event: QKeyEvent) -> bool:
        """Turn the chip that Backspace or Delete meets into its letters; else do nothing."""
        cursor = self.textCursor()
        if cursor.hasSelection() or event.modifiers() != _MODIFIER.NoModifier:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            chip = self._written.chip_before(cursor.position())
        elif event.key() == Qt.Key.Key_Delete:
            chip = self._written.chip_after(cursor.position())
        else:
            return False
        if chip is None:
            return False
        caret = self.caret()
        self.splice(Splice(chip.start, chip.end, chip.letters))
        self.select(caret, caret)
        return True

    def _step(self, step: Callable[[], None]) -> None:
        """Undo or redo, and put the caret behind what changed.

        Where only letters and chips change places it stays. Qt's own step is not used: it looks
        for a place of its own, which is out of range when chips have shortened the text.
        """
        line, caret = self.line(), self.caret()
        step()
        now = self.line()
        if now != line:
            caret = _end_of_change(line, now)
        self.select(caret, caret)
        self.ensureCursorVisible()

    def _settle(self) -> None:
        """Turn tokens into chips, unless there is something to redo: that would be lost."""
        if self._is_settling or self.document().isRedoAvailable():
            return
        cursor = self.textCursor()
        anchor = self._written.index_of(cursor.anchor())
        caret = self._written.index_of(cursor.position())
        self._is_settling = True
        turned = settle(self.document(), self._tokens, caret if self.hasFocus() else None)
        self._is_settling = False
        if turned:
            self._written = read_document(self.document())
            self.select(anchor, caret)

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self._is_settling:
            super()._on_contents_changed()

    @Slot()
    def _on_cursor_moved(self) -> None:
        if not self._is_settling:
            super()._on_cursor_moved()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.document().defaultFont() != self._theme.fonts.of(self._style):
            caret = self.caret()
            self.set_line(self.line())
            self.set_caret(caret)


def _end_of_change(before: str, after: str) -> int:
    """Return where the part ends that makes a line another one."""
    same = 0
    for old, new in zip(reversed(before), reversed(after), strict=False):
        if old != new:
            break
        same += 1
    return len(after) - same
