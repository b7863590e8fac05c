"""A document with chips in it, as the line of letters that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from managernotes_ui.notes.utf16 import to_index, to_units

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type under which chips stand in a document."""

_LETTERS = QTextFormat.Property.UserProperty.value + 1
_OBJECT = "\ufffc"
_LINE_ENDS = ("\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1")
"""What Qt takes for the end of a line; the last two are its own marks and no characters."""


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
    def after(self) -> int:
        """Qt's place behind it."""
        return self.place + (1 if self.is_chip else to_units(self.letters, len(self.letters)))


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """What stands in a document: the line, letter for letter, and where the chips are."""

    line: str
    pieces: tuple[Piece, ...]

    @property
    def chips(self) -> tuple[Piece, ...]:
        """The chips, in their order."""
        return tuple(piece for piece in self.pieces if piece.is_chip)

    def chip_before(self, place: int) -> Piece | None:
        """Return the chip that ends at one of Qt's places."""
        return next((chip for chip in self.chips if chip.after == place), None)

    def chip_after(self, place: int) -> Piece | None:
        """Return the chip that begins at one of Qt's places."""
        return next((chip for chip in self.chips if chip.place == place), None)

    def index_of(self, place: int) -> int:
        """Return the index in the line of one of Qt's places."""
        for piece in self.pieces:
            if place < piece.after:
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
            place = piece.after
        return place

    def letters_between(self, place: int, other: int) -> str:
        """Return the letters between two of Qt's places, for the clipboard."""
        return self.line[self.index_of(min(place, other)) : self.index_of(max(place, other))]


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
    """Return text as a document holds it: line feeds as line ends, else letter for letter."""
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text


def put_chip(document: QTextDocument, place: int, after: int, letters: str) -> None:
    """Put a chip in the place of the letters that it stands for."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(_LETTERS, letters)
    _between(document, place, after).insertText(_OBJECT, made)


def put_letters(document: QTextDocument, place: int, after: int, letters: str) -> None:
    """Put plain letters between two of Qt's places."""
    _between(document, place, after).insertText(plain(letters), QTextCharFormat())


def letters_of(made: QTextFormat) -> str:
    """Return the letters that the chip with this format stands for."""
    return str(made.property(_LETTERS))


def _between(document: QTextDocument, place: int, after: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _parts(block: QTextBlock) -> Iterator[tuple[str, int, bool]]:
    """Yield the letters, Qt's place and whether it is a chip, for each part of a block.

    Chips that touch and stand for the same letters come as one fragment of Qt's.
    """
    text = block.text()
    if _OBJECT in text:
        for entry in cast("Iterable[QTextBlock.iterator]", block):
            fragment = entry.fragment()
            made, place = fragment.charFormat(), fragment.position()
            if made.objectType() == CHIP:
                for following in range(fragment.length()):
                    yield letters_of(made), place + following, True
            else:
                yield fragment.text(), place, False
    elif text:
        yield text, block.position(), False
    if block.next().isValid():
        yield "\n", block.position() + block.length() - 1, False
