"""A document made of rendered pieces, of which a change replaces only those that differ (G14)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import takewhile

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

_KEEP = QTextCursor.MoveMode.KeepAnchor
_LEADER = "<p>.</p>"
"""Qt drops the format of the first block that is inserted, so a block goes before it."""

_TABLE = "<table"


class SectionDocument:
    """Keeps a QTextDocument in step with a list of HTML pieces, each of which begins a block.

    Pieces with a table are set all at once: Qt crashes when tables come and go in one edit.
    """

    def __init__(self, document: Callable[[], QTextDocument]) -> None:
        self._current = document
        self._shown: list[str] = []
        self._blocks: list[int] = []
        self._waiting: deque[str] = deque()
        self._place = 0
        self._is_whole = False

    @property
    def _document(self) -> QTextDocument:
        """The document, asked for each time: PySide may take a kept wrapper of it for deleted."""
        return self._current()

    @property
    def shown(self) -> Sequence[str]:
        """The pieces that the document holds."""
        return tuple(self._shown)

    @property
    def is_whole(self) -> bool:
        """Whether the pieces were set all at once."""
        return self._is_whole

    def show(self, pieces: Sequence[str], budget_ms: int) -> bool:
        """Go over to these pieces; return whether all are there before the time is up.

        What is missing then comes by `advance`.
        """
        if any(_TABLE in piece for piece in pieces):
            self._show_whole(pieces)
            return True
        if self._is_whole:
            self._show_whole(())
            self._is_whole = False
        with self._one_layout():
            self._want(pieces)
            return self._fill(budget_ms)

    def advance(self, budget_ms: int) -> bool:
        """Insert more of the missing pieces; return whether all are there."""
        with self._one_layout():
            return self._fill(budget_ms)

    def _show_whole(self, pieces: Sequence[str]) -> None:
        if not self._is_whole or list(pieces) != self._shown:
            self._document.setHtml("".join(pieces))
        self._shown, self._blocks = list(pieces), []
        self._waiting.clear()
        self._is_whole = True

    @contextmanager
    def _one_layout(self) -> Iterator[None]:
        """Have the document laid out once for all that happens inside."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def _want(self, pieces: Sequence[str]) -> None:
        before = _alike(self._shown, pieces)
        rest = min(len(self._shown), len(pieces)) - before
        after = min(rest, _alike(self._shown[::-1], pieces[::-1]))
        self._remove(before, len(self._shown) - after)
        self._place = before
        self._waiting = deque(pieces[before : len(pieces) - after])

    def _fill(self, budget_ms: int) -> bool:
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < budget_ms:
            self._insert(self._waiting.popleft())
        return not self._waiting

    def _remove(self, first: int, end: int) -> None:
        if first == end:
            return
        start = self._document.findBlockByNumber(sum(self._blocks[:first])).position()
        follower = self._document.findBlockByNumber(sum(self._blocks[:end]))
        cursor = QTextCursor(self._document)
        if follower.isValid():
            cursor.setPosition(start)
            cursor.setPosition(follower.position(), _KEEP)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(max(start - 1, 0), _KEEP)
        cursor.removeSelectedText()
        if not first and not follower.isValid():
            cursor.setBlockFormat(QTextBlockFormat())
        del self._shown[first:end], self._blocks[first:end]

    def _insert(self, piece: str) -> None:
        former = self._document.blockCount() if self._shown else 0
        cursor = self._open_block(self._place)
        start = cursor.position()
        cursor.insertHtml(_LEADER + piece)
        self._drop_leader(cursor, start)
        self._shown.insert(self._place, piece)
        self._blocks.insert(self._place, self._document.blockCount() - former)
        self._place += 1

    def _open_block(self, place: int) -> QTextCursor:
        """Return a cursor in an empty block where the piece belongs."""
        cursor = QTextCursor(self._document)
        follower = self._document.findBlockByNumber(sum(self._blocks[:place]))
        if not self._shown:
            return cursor
        if place == len(self._shown):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        else:
            cursor.setPosition(follower.position())
            cursor.insertBlock(follower.blockFormat(), follower.charFormat())
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.setBlockFormat(QTextBlockFormat())
            cursor.setBlockCharFormat(QTextCharFormat())
        return cursor

    def _drop_leader(self, cursor: QTextCursor, start: int) -> None:
        leader = self._document.findBlock(start)
        cursor.setPosition(start)
        cursor.setPosition(leader.next().position(), _KEEP)
        cursor.removeSelectedText()


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces two lists have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
