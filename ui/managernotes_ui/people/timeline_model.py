"""A timeline as a Qt model: every row is known, texts come as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, TimelineRow
from managernotes.domain.timeline import OutlineRow, TimelineOutline
from managernotes_ui.people.timeline_shape import Head, TimelineShape
from managernotes_ui.people.timeline_words import TimelineWords
from managernotes_ui.widgets.covered_line import COVERED

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
PAGE = 50
MOST_PAGES = 40
"""Pages of texts kept; those looked at longest ago go first, and are read again when needed."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note's row; `row` is None for the moment until its text has been read."""

    outline: OutlineRow
    row: TimelineRow | None


class TimelineModel(QAbstractListModel):
    """Asks for pages of texts by `texts_wanted`; the view-model answers with `take_texts`."""

    texts_wanted = Signal(list)

    def __init__(self, words: TimelineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._shape = TimelineShape(TimelineOutline(()))
        self._texts: dict[NoteId, TimelineRow] = {}
        self._asked: dict[int, None] = {}  # the page looked at last stands last
        self._tells: Callable[[], bool] = _always

    @property
    def shape(self) -> TimelineShape:
        """Heads and notes as they stand now."""
        return self._shape

    def show(self, shape: TimelineShape) -> None:
        """Show another timeline, or the same one after a change; known texts stay on show."""
        self.beginResetModel()
        self._shape = shape
        self._asked.clear()
        if len(self._texts) > MOST_PAGES * PAGE:
            self._texts.clear()
        self.endResetModel()

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a note's words may be told; else it is only said to be covered."""
        self._tells = tells

    def forget_texts(self) -> None:
        """Let go of every text, whatever names are in it; those in view are asked for again."""
        self._texts.clear()
        self._asked.clear()

    def take_texts(self, rows: Sequence[TimelineRow]) -> None:
        """Take the texts that were asked for."""
        self._texts.update((row.id, row) for row in rows)
        if self._shape.outline:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def note_in(self, row: int) -> NoteId | None:
        """Return the note in a row, or None for a month head or no row."""
        if not 0 <= row < len(self._shape) or self._shape.head_at(row) is not None:
            return None
        return self._shape.outline[self._shape.note_at(row)].id

    def kind_in(self, row: int) -> Kind | None:
        """Return the kind of the note in a row, or None for a month head or no row."""
        if self.note_in(row) is None:
            return None
        return self._shape.outline[self._shape.note_at(row)].kind

    def is_for_team_in(self, row: int) -> bool:
        """Return whether the note in a row is marked as fit to tell the team."""
        note = self.note_in(row)
        text = self.text_of(note) if note is not None else None
        return text is not None and text.is_for_team

    def row_of(self, wanted: NoteId) -> int:
        """Return the row of a note, or -1."""
        number = self._shape.outline.position(wanted)
        return -1 if number is None else self._shape.row_of(number)

    def text_of(self, note: NoteId) -> TimelineRow | None:
        """Return what is known of a note's row."""
        return self._texts.get(note)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are, heads included."""
        return 0 if parent.isValid() else len(self._shape)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that notes can be chosen and month heads cannot."""
        if self._shape.head_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or what it says in words."""
        if not index.isValid():
            return None
        head = self._shape.head_at(index.row())
        if head is not None:
            return self._head_data(head, role)
        return self._note_data(self._note_row(index.row()), role)

    def _head_data(self, head: Head, role: int) -> object:
        if role == ROW_ROLE:
            return head
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words.month(head.month)
        return None

    def _note_data(self, note: NoteRow, role: int) -> object:
        if role == ROW_ROLE:
            return note
        if note.row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.headline(note.row) if self._tells() else COVERED
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.aloud(note.row, tells=self._tells())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words.tip(note.row)
        return None

    def _note_row(self, row: int) -> NoteRow:
        number = self._shape.note_at(row)
        page = number // PAGE
        is_new = page not in self._asked
        self._asked[page] = self._asked.pop(page, None)
        if is_new:
            self._forget_oldest()
            self.texts_wanted.emit([entry.id for entry in self._entries(page)])
        entry = self._shape.outline[number]
        return NoteRow(entry, self._texts.get(entry.id))

    def _entries(self, page: int) -> Sequence[OutlineRow]:
        return self._shape.outline[page * PAGE : (page + 1) * PAGE]

    def _forget_oldest(self) -> None:
        while len(self._asked) > MOST_PAGES:
            oldest = next(iter(self._asked))
            del self._asked[oldest]
            for entry in self._entries(oldest):
                self._texts.pop(entry.id, None)


def _always() -> bool:
    return True
