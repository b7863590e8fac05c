"""Which tokens of a line stand as chips: those that are whole and that the caret has left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from managernotes_ui.capture.chip_document import (
    WrittenLine,
    put_chip,
    put_letters,
    read_document,
)
from managernotes_ui.widgets.chip import ChipLook


class ChipToken(NamedTuple):
    """A token that can stand as a chip: `start` to `end` of the line, its look, its tooltip."""

    start: int
    end: int
    letters: str
    look: ChipLook
    tip: str


def settle(document: QTextDocument, tokens: Iterable[ChipToken], caret: int | None) -> bool:
    """Turn tokens into chips, and chips that are no tokens any more into letters.

    `caret` is its index in the line, None when the line is not being typed in: the token that
    the caret touches stays letters. One step to undo; returns whether anything was turned.
    """
    written = read_document(document)
    line = written.line
    places = {
        (token.start, token.end): token
        for token in tokens
        if line[token.start : token.end] == token.letters
    }
    broken = [chip for chip in written.chips if (chip.start, chip.end) not in places]
    if not broken and not _whole(written, places, caret):
        return False
    step = QTextCursor(document)
    step.beginEditBlock()
    for chip in reversed(broken):
        put_letters(document, chip.place, chip.after, chip.letters)
    written = read_document(document)
    for token in reversed(_whole(written, places, caret)):
        place, after = written.place_of(token.start), written.place_of(token.end)
        put_chip(document, place, after, token.letters)
    step.endEditBlock()
    return True


def _whole(
    written: WrittenLine, places: dict[tuple[int, int], ChipToken], caret: int | None
) -> list[ChipToken]:
    chips = {(chip.start, chip.end) for chip in written.chips}
    return [
        token
        for place, token in sorted(places.items())
        if place not in chips and (caret is None or not token.start <= caret <= token.end)
    ]
