"""The lines of the command palette: what they show, and what each one does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind
from managernotes.text.covered_words import spoken
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.palette_matching import Marks
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.covered_line import COVERED

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """Go to a person's page."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class WriteAbout:
    """Go to a person's page and begin to write."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Go to a note; `person` is whose page Back leads to."""

    note: NoteId
    person: PersonId | None


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Go to where a talk, a promise or a thread is shown."""

    place: Place


@dataclass(frozen=True, slots=True)
class SayNote:
    """Mark a win or a concern as said today."""

    note: NoteId


@dataclass(frozen=True, slots=True)
class RunAction:
    """Do what an action of the window does."""

    name: str


@dataclass(frozen=True, slots=True)
class SearchAll:
    """Go to the search page with a query."""

    query: str


Deed: TypeAlias = OpenPerson | WriteAbout | OpenNote | OpenPlace | SayNote | RunAction | SearchAll


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One thing that was found; `more` are the actions on it, which Tab lists."""

    text: str
    sign: Icon | Kind
    deed: Deed
    marks: Marks = ()
    detail: str = ""
    keys: str = ""
    more: tuple[PaletteRow, ...] = ()
    is_covered: bool = False
    holds_text: bool = False
    """Whether the text is a note's own, which is covered in discreet mode (SPEC §8)."""

    def aloud(self, *, tells: bool = True) -> str:
        """Return what a screen reader says."""
        detail = spoken(self.detail, COVERED)
        parts = (self.words(tells=tells), detail, self.keys)
        return ", ".join(part for part in parts if part)

    def words(self, *, tells: bool) -> str:
        """Return the text, or that it is covered."""
        return self.text if tells or not self.holds_text else COVERED


@dataclass(frozen=True, slots=True)
class PaletteGroup:
    """Rows under a label; an empty group is left out."""

    title: str
    rows: tuple[PaletteRow, ...]


Line: TypeAlias = str | PaletteRow
"""A group's label, or a row."""


class PaletteModel(QAbstractListModel):
    """The groups as a flat list of lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a note's words may be told; else they are only said to be covered."""
        self._tells = tells

    @property
    def lines(self) -> tuple[Line, ...]:
        """Labels and rows, in their order."""
        return self._lines

    def show(self, groups: tuple[PaletteGroup, ...]) -> None:
        """Show other groups."""
        self.beginResetModel()
        lines: list[Line] = []
        for group in groups:
            if group.rows:
                lines += [group.title, *group.rows]
        self._lines = tuple(lines)
        self.endResetModel()

    def row_at(self, number: int) -> PaletteRow | None:
        """Return the row on a line, or None for a label or no line."""
        line = self._lines[number] if 0 <= number < len(self._lines) else None
        return line if isinstance(line, PaletteRow) else None

    def line_of(self, deed: Deed) -> int | None:
        """Return the line of the row that does something, if it is there."""
        return next(
            (
                at
                for at, line in enumerate(self._lines)
                if isinstance(line, PaletteRow) and line.deed == deed
            ),
            None,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen and labels cannot."""
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line itself, or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else line.words(tells=self._tells())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line if isinstance(line, str) else line.aloud(tells=self._tells())
        return None
