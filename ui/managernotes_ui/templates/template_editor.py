"""The source of a template: Markdown in which {{variables}} stand as one object each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from managernotes.text.template_fill import variable_places
from managernotes_ui.capture.chip_document import (
    CHIP,
    WrittenLine,
    put_chip,
    put_letters,
    read_document,
)
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.notes.markdown_highlighter import MarkdownHighlighter
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.templates.variable_completer import VariableCompleter
from managernotes_ui.templates.variable_object import VariableObject
from managernotes_ui.widgets.plain_editor import PlainEditor

_OPENING = "{{"


class TemplateEditor(PlainEditor):
    """`{{` offers the variables; Backspace behind one gives its letters back."""

    edited = Signal()

    def __init__(self, theme: Theme, names: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(
            theme, strings.EDITOR_NAME, strings.PLACEHOLDER, style=Type.EDITOR, parent=parent
        )
        self._names = frozenset(names)
        self._is_settling = False
        self._objects = VariableObject(theme)
        self.document().documentLayout().registerHandler(CHIP, self._objects)
        self._colours = MarkdownHighlighter(self.document(), theme)
        self.completer = VariableCompleter(theme, self, tuple(names))
        self.completer.taken.connect(self._complete)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)

    @property
    def written(self) -> WrittenLine:
        """The text with its variables, and where they stand."""
        return read_document(self.document())

    @property
    def source(self) -> str:
        """The text, letter for letter."""
        return self.written.line

    def show_source(self, text: str) -> None:
        """Show another text; it begins a new undo history."""
        self._is_settling = True
        self.setPlainText(text)
        self.document().setUndoRedoEnabled(False)
        self._put_objects(caret=None)
        self.document().setUndoRedoEnabled(True)
        self._is_settling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def replace_source(self, text: str) -> None:
        """Put another text in the place of this one, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()

    def insert_variable(self, name: str) -> None:
        """Put a variable at the caret, and the caret behind it."""
        cursor = self.textCursor()
        cursor.removeSelectedText()
        self._put_variable(cursor.position(), cursor.position(), name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def line_rects(self) -> list[QRect]:
        """Return where each line of the text stands in the viewport."""
        rects = []
        block = self.document().begin()
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        while block.isValid():
            rect = layout.blockBoundingRect(block).toRect().translated(0, -scrolled)
            rect.setHeight(max(block.layout().lineCount(), 1) * self._theme.fonts.line(self._style))
            rects.append(rect)
            block = block.next()
        return rects

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the open completer have its keys, and give letters back; the rest types."""
        if self.completer.takes(event) or self._gives_letters_back(event):
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy variables as their letters."""
        cursor = self.textCursor()
        written = self.written
        return private_text(written.letters_between(cursor.anchor(), cursor.position()))

    def _gives_letters_back(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if event.key() != Qt.Key.Key_Backspace or cursor.hasSelection() or event.modifiers():
            return False
        chip = self.written.chip_before(cursor.position())
        if chip is None:
            return False
        self._is_settling = True
        put_letters(self.document(), chip.place, chip.after, chip.letters)
        self._is_settling = False
        self._on_text()
        return True

    def _put_variable(self, place: int, after: int, name: str) -> None:
        self._is_settling = True
        put_chip(self.document(), place, after, f"{{{{{name}}}}}")
        self._is_settling = False
        cursor = self.textCursor()
        cursor.setPosition(place + 1)
        self.setTextCursor(cursor)
        self._on_text()

    def _put_objects(self, caret: int | None) -> None:
        """Turn every known variable that the caret is not in into its object, the last first."""
        written = self.written
        for piece in reversed(written.pieces):
            if piece.is_chip:
                continue
            for start, end, name in reversed(variable_places(piece.letters)):
                place = written.place_of(piece.start + start)
                after = place + (end - start)
                if name in self._names and (caret is None or not place <= caret <= after):
                    put_chip(self.document(), place, after, f"{{{{{name}}}}}")

    def _begun(self) -> tuple[int, str] | None:
        """Return where a variable was begun before the caret, and the letters of its name."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return None
        before = cursor.block().text()[: cursor.positionInBlock()]
        opened = before.rfind(_OPENING)
        name = before[opened + len(_OPENING) :].lstrip()
        if opened < 0 or not (not name or name.isidentifier()):
            return None
        return cursor.block().position() + opened, name

    @Slot()
    def _on_text(self) -> None:
        if self._is_settling:
            return
        begun = self._begun()
        if begun is None or not self.hasFocus():
            self.completer.hide()
        else:
            corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.completer.offer(begun[1], corner + QPoint(0, 4))
        self.edited.emit()

    @Slot()
    def _on_caret(self) -> None:
        if self._is_settling:
            return
        if self._begun() is None:
            self.completer.hide()
        if self.document().isRedoAvailable():
            return  # a step back was taken: a change now would throw the steps ahead away
        if any(
            variable_places(piece.letters) for piece in self.written.pieces if not piece.is_chip
        ):
            self._is_settling = True
            joined = self.textCursor()
            joined.joinPreviousEditBlock()
            self._put_objects(caret=self.textCursor().position())
            joined.endEditBlock()
            self._is_settling = False

    @Slot(str)
    def _complete(self, name: str) -> None:
        begun = self._begun()
        if begun is not None:
            self._put_variable(begun[0], self.textCursor().position(), name)
