"""The lines of the results: a person's head, notes, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import SearchHit
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.found import Somebody
from managernotes_ui.search.hit_words import HitWords
from managernotes_ui.widgets.covered_line import COVERED

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
SHOWN = 3
"""Notes of a group that is not open."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HeadLine:
    """Whom the notes below are about, and how many there are in all."""

    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class HitLine:
    """A found note, under one of the people it is about."""

    who: Somebody
    hit: SearchHit


@dataclass(frozen=True, slots=True)
class MoreLine:
    """How many more there are of a group; choosing it opens the group."""

    who: Somebody
    words: str


ResultLine: TypeAlias = HeadLine | HitLine | MoreLine


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """One person's notes: those that were read, newest first, and how many there are."""

    who: Somebody
    name: str
    hits: Sequence[SearchHit]
    count: int | None
    is_open: bool

    def lines(self) -> list[ResultLine]:
        """Return head, notes, and what is left."""
        shown = self.hits if self.is_open else self.hits[:SHOWN]
        lines: list[ResultLine] = [HeadLine(self.name, self.count)]
        lines += [HitLine(self.who, hit) for hit in shown]
        left = (len(self.hits) if self.count is None else self.count) - len(shown)
        if left > 0:
            first = self.name.split()[0]
            named = strings.more_without(left) if self.who is None else None
            lines.append(MoreLine(self.who, named or strings.more_from(first, left)))
        return lines


class ResultModel(QAbstractListModel):
    """The groups as a flat list of lines."""

    def __init__(self, words: HitWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[ResultLine] = []
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a note's words may be told; else it is only said to be covered."""
        self._tells = tells

    @property
    def lines(self) -> Sequence[ResultLine]:
        """Every line in order."""
        return self._lines

    def show(self, groups: Sequence[ResultGroup]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._lines = [line for group in groups for line in group.lines()]
        self.endResetModel()

    def line_at(self, number: int) -> ResultLine | None:
        """Return a line, or None where there is none."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def number_of(self, note: NoteId, who: Somebody) -> int | None:
        """Return the line of a note under a person, or None."""
        return next(
            (
                at
                for at, line in enumerate(self._lines)
                if isinstance(line, HitLine) and line.hit.id == note and line.who == who
            ),
            None,
        )

    def end_of(self, who: Somebody) -> int | None:
        """Return the first line behind the notes of a closed group, or None."""
        shown = [
            at
            for at, line in enumerate(self._lines)
            if isinstance(line, HitLine) and line.who == who
        ]
        return shown[min(SHOWN, len(shown) - 1)] if shown else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that notes and "more" can be chosen, heads cannot."""
        if isinstance(self.line_at(index.row()), HeadLine):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or what it says."""
        line = self.line_at(index.row())
        if role == LINE_ROLE:
            return line
        is_aloud = role == Qt.ItemDataRole.AccessibleTextRole
        if line is None or not (is_aloud or role == Qt.ItemDataRole.DisplayRole):
            return None
        match line:
            case HeadLine(name, _):
                return name
            case MoreLine(_, words):
                return words
            case HitLine(_, hit) if is_aloud:
                return self._words.aloud(hit, tells=self._tells())
            case HitLine(_, hit):
                return self._words.text(hit) if self._tells() else COVERED
