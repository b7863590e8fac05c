"""A document with chips in it, as the line of letters that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from managernotes_ui.notes.utf16 import to_index, to_units

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type under which chips stand in a document."""

_LETTERS = QTextFormat.Property.UserProperty.value + 1
_OBJECT = "\ufffc"
_LINE_ENDS = ("\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1")
"""What Qt takes for the end of a line; the last two are its own marks and no characters at all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of the line from `start` on; in the document they begin at Qt's place `place`."""

    letters: str
    start: int
    place: int
    is_chip: bool

    @property
    def end(self) -> int:
        """Where its letters end in the line."""
        return self.start + len(self.letters)

    @property
    def units(self) -> int:
        """How many of Qt's places it takes."""
        return 1 if self.is_chip else to_units(self.letters, len(self.letters))


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """What stands in a document: the line, letter for letter, and where the chips are."""

    line: str
    pieces: tuple[Piece, ...]

    @property
    def chips(self) -> tuple[Piece, ...]:
        """The chips, in their order."""
        return tuple(piece for piece in self.pieces if piece.is_chip)

    def index_of(self, place: int) -> int:
        """Return the index in the line of one of Qt's places."""
        for piece in self.pieces:
            if place < piece.place + piece.units:
                inside = 0 if piece.is_chip else to_index(piece.letters, place - piece.place)
                return piece.start + inside
        return len(self.line)

    def place_of(self, index: int) -> int:
        """Return Qt's place of an index in the line; inside a chip it is the place after it."""
        place = 0
        for piece in self.pieces:
            if index < piece.end:
                if piece.is_chip:
                    return piece.place + (index > piece.start)
                return piece.place + to_units(piece.letters, index - piece.start)
            place = piece.place + piece.units
        return place


def read_document(document: QTextDocument) -> WrittenLine:
    """Return what is written in a document."""
    pieces: list[Piece] = []
    start = 0
    block = document.begin()
    while block.isValid():
        for letters, place, is_chip in _parts(block):
            pieces.append(Piece(letters, start, place, is_chip))
            start += len(letters)
        block = block.next()
    return WrittenLine("".join(piece.letters for piece in pieces), tuple(pieces))


def plain(text: str) -> str:
    """Return text as a document holds it: with line feeds as line ends, else letter for letter."""
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text


def insert_chip(cursor: QTextCursor, letters: str) -> None:
    """Put a chip in place of the cursor's selection."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(_LETTERS, letters)
    cursor.insertText(_OBJECT, made)


def insert_letters(cursor: QTextCursor, letters: str) -> None:
    """Put plain letters in place of the cursor's selection."""
    cursor.insertText(plain(letters), QTextCharFormat())


def letters_of(made: QTextFormat) -> str:
    """Return the letters that the chip with this format stands for."""
    return str(made.property(_LETTERS))


def chip_before(cursor: QTextCursor) -> str:
    """Return the letters of the chip before the cursor; empty when there is none."""
    made = cursor.charFormat()
    is_chip = made.objectType() == CHIP and not cursor.atBlockStart()
    return letters_of(made) if is_chip else ""


def _parts(block: QTextBlock) -> Iterator[tuple[str, int, bool]]:
    """Yield the letters, Qt's place and the sort of each part of a block, its line feed last."""
    text, place = block.text(), block.position()
    cursor = QTextCursor(block)
    waiting = ""
    waiting_from = place
    for part in _split_at_objects(text):
        after = place + to_units(part, len(part))
        if part == _OBJECT:
            cursor.setPosition(after)
            chip = chip_before(cursor)
            if chip:
                if waiting:
                    yield waiting, waiting_from, False
                yield chip, place, True
                waiting, waiting_from = "", after
                place = after
                continue
        waiting += part
        place = after
    if block.next().isValid():
        waiting += "\n"
    if waiting:
        yield waiting, waiting_from, False


def _split_at_objects(text: str) -> Iterator[str]:
    first, *others = text.split(_OBJECT)
    if first:
        yield first
    for other in others:
        yield _OBJECT
        if other:
            yield other
