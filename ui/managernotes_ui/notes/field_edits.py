"""Edits of a Markdown text through a cursor, each one step to undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCursor

from managernotes_ui.notes.emphasis import Rewrite, toggled
from managernotes_ui.notes.list_lines import on_enter
from managernotes_ui.notes.utf16 import to_index, to_units
from managernotes_ui.widgets.line_spacing import text_of

_KEEP = QTextCursor.MoveMode.KeepAnchor


def break_line(cursor: QTextCursor) -> bool:
    """Continue or end the list at the cursor; False where Enter is an ordinary line end."""
    block = cursor.block()
    line = block.text()
    enter = None
    if not cursor.hasSelection():
        enter = on_enter(line, to_index(line, cursor.positionInBlock()))
    if enter is None:
        return False
    with _one_step(cursor):
        if enter.ends_list:
            _select(cursor, block.position(), block.position() + block.length() - 1)
            cursor.removeSelectedText()
        else:
            cursor.insertBlock()
            cursor.insertText(enter.prefix)
    return True


def toggle_emphasis(cursor: QTextCursor, sign: str) -> None:
    """Put the sign round the selection or the word at the cursor, line by line, or take it off."""
    lines = list(_chosen_lines(cursor))
    with _one_step(cursor):
        for block, start, end in reversed(lines):
            _rewrite(cursor, block, toggled(block.text(), start, end, sign))


def replace_words(cursor: QTextCursor, text: str) -> None:
    """Make the whole document say `text`, touching only what differs."""
    present = text_of(cursor.document())
    start = _alike(present, text)
    end = _alike(present[start:][::-1], text[start:][::-1])
    if start == len(present) == len(text):
        return
    with _one_step(cursor):
        _select(cursor, to_units(present, start), to_units(present, len(present) - end))
        cursor.insertText(text[start : len(text) - end])


def _chosen_lines(cursor: QTextCursor) -> Iterator[tuple[QTextBlock, int, int]]:
    """Yield each line of the selection that says something, with the part chosen in it."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() <= end:
        line, place = block.text(), block.position()
        begin = to_index(line, max(start - place, 0))
        finish = to_index(line, min(end - place, block.length() - 1))
        if start == end or line[begin:finish].strip():
            yield block, begin, finish
        block = block.next()


def _rewrite(cursor: QTextCursor, block: QTextBlock, change: Rewrite) -> None:
    line, place = block.text(), block.position()
    _select(cursor, place + to_units(line, change.start), place + to_units(line, change.end))
    cursor.insertText(change.text)
    line = line[: change.start] + change.text + line[change.end :]
    _select(cursor, place + to_units(line, change.anchor), place + to_units(line, change.caret))


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(i for i in range(shorter) if one[i] != other[i])


@contextmanager
def _one_step(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()
