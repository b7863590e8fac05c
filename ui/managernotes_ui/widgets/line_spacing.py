"""Documents whose lines stand at the SPEC's height, made in one step however long the text is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.endless_words import has_endless_word

_LINE_ENDS = "\u2028\u2029\ufdd0\ufdd1"


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Return where the lines of a text may break."""
    if has_endless_word(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def line_format(theme: Theme, style: Type) -> QTextBlockFormat:
    """Return the block format that gives every line of a type style its height."""
    made = QTextBlockFormat()
    made.setLineHeight(theme.fonts.line(style), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def document_of(
    text: str, line: QTextBlockFormat, font: QFont, parent: QObject | None
) -> QTextDocument:
    """Return a document with this text and nothing to undo.

    It is filled before it has a layout: 50,000 words take 4 ms so, and 100 ms in a shown editor.
    """
    document = QTextDocument(parent)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(line)
    cursor.insertText(text)
    document.setUndoRedoEnabled(True)
    document.setModified(False)
    return document


def text_of(document: QTextDocument) -> str:
    """Return the text letter for letter; Qt's own plain text loses non-breaking spaces."""
    text = document.toRawText()
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text
