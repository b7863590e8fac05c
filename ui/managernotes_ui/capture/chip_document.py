"""A document with chips in it, as the line of letters that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type under which chips stand in a document."""

_LETTERS = QTextFormat.Property.UserProperty.value + 1
_OBJECT = "\ufffc"
_BLOCK_END = "\u2029"
_LINE_ENDS = ("\r\n", "\r", _BLOCK_END, "\ufdd0", "\ufdd1")
"""What Qt takes for the end of a line; the last two are its own marks and no characters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of the line, `start` to `end`, which the document has from `place` to `after`.

    Places are Qt's: they count UTF-16 units, and a chip is one whatever it stands for.
    """

    letters: str
    start: int
    end: int
    place: int
    after: int
    is_chip: bool


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
                inside = 0 if piece.is_chip else _letters_in(piece.letters, place - piece.place)
                return piece.start + inside
        return len(self.line)

    def place_of(self, index: int) -> int:
        """Return Qt's place of an index in the line; inside a chip it is the place after it."""
        place = 0
        for piece in self.pieces:
            if index < piece.end:
                if piece.is_chip:
                    return piece.place + (index > piece.start)
                return piece.place + _units(piece.letters[: index - piece.start])
            place = piece.after
        return place

    def letters_between(self, place: int, other: int) -> str:
        """Return the letters between two of Qt's places, for the clipboard."""
        return self.line[self.index_of(min(place, other)) : self.index_of(max(place, other))]


def read_document(document: QTextDocument) -> WrittenLine:
    """Return what is written in a document."""
    raw = document.toRawText().replace(_BLOCK_END, "\n")
    chips = _chips_of(document, raw)
    parts: list[tuple[str, bool]] = []
    text_from = read_to = place = 0
    while (found := raw.find(_OBJECT, read_to)) >= 0:
        place += _units(raw[read_to:found])
        if place in chips:
            parts += [(raw[text_from:found], False), (chips[place], True)]
            text_from = found + 1
        read_to, place = found + 1, place + 1
    parts.append((raw[text_from:], False))
    pieces: list[Piece] = []
    start = place = 0
    for letters, is_chip in parts:
        end, after = start + len(letters), place + (1 if is_chip else _units(letters))
        if letters:
            pieces.append(Piece(letters, start, end, place, after, is_chip))
        start, place = end, after
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


def _chips_of(document: QTextDocument, raw: str) -> dict[int, str]:
    """Return the letters of each chip by its place; not every object character is a chip.

    Chips that touch and stand for the same letters come as one fragment of Qt's.
    """
    chips: dict[int, str] = {}
    found = raw.find(_OBJECT)
    while found >= 0:
        block = document.findBlock(_units(raw[:found]))
        for entry in cast("Iterable[QTextBlock.iterator]", block):
            fragment = entry.fragment()
            made = fragment.charFormat()
            if made.objectType() == CHIP:
                for place in range(fragment.position(), fragment.position() + fragment.length()):
                    chips[place] = letters_of(made)
        block_end = raw.find("\n", found)
        found = raw.find(_OBJECT, block_end) if block_end >= 0 else -1
    return chips


def _units(letters: str) -> int:
    """Return how many of Qt's places letters take."""
    return len(letters.encode("utf-16-le", "surrogatepass")) // 2


def _letters_in(letters: str, units: int) -> int:
    """Return how many letters stand before a place among them."""
    before = letters.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", "ignore"))
