"""A chip editor with the real grammar behind it, and no vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import PersonId
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.text.capture_line import read_line
from managernotes.text.note_text import MAX_TEXT
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.capture.chip_looks import ChipLooks
from managernotes_ui.common.dates import DateWords
from managernotes_ui.style.theme import Theme
from tests.ui.capture_bench import show
from tests.ui.style_bench import dressed

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody the line can name."""

    id: PersonId
    display_name: str
    alias: str | None = None


PEOPLE = tuple(
    Named(PersonId(UUID(int=number)), name)
    for number, name in enumerate(("Dana Whitfield", "Ana Prado", "Andrew Low", "אורי לוי"))
)


class EditBench:
    """An editor whose line is read after each change, as its view-model does."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.theme = theme
        self.window = QWidget()
        self.edit = ChipEdit(self.theme, "New note", "What did you see?", too_long)
        self.looks = ChipLooks(name_of, DateWords())
        self.edit.line_changed.connect(self.read)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.edit)
        self.window.resize(700, 120)
        show(qtbot, self.window)
        self.edit.setFocus()

    def read(self, line: str) -> None:
        """Show the tokens of a line."""
        said = read_line(line, PEOPLE, TODAY)
        self.edit.show_tokens(self.looks.chip_tokens(said, TODAY))

    @property
    def chips(self) -> list[str]:
        """The letters of the chips on show."""
        return [chip.letters for chip in self.edit._written.chips]

    @property
    def shown(self) -> str:
        """The line with each chip in brackets and the caret as a bar."""
        parts: list[str] = []
        caret = self.edit.textCursor().position()
        for piece in self.edit._written.pieces:
            if piece.place == caret:
                parts.append("|")
            if piece.is_chip:
                parts.append(f"[{piece.letters}]")
                continue
            inside = self.edit._written.index_of(caret) - piece.start
            is_inside = piece.place < caret < piece.after
            letters = piece.letters
            parts.append(f"{letters[:inside]}|{letters[inside:]}" if is_inside else letters)
        text = "".join(parts)
        return text if "|" in text else f"{text}|"


@contextmanager
def edit_bench(qtbot: QtBot, qapp: QApplication) -> Iterator[EditBench]:
    """Show an editor, and hide it in the end."""
    with dressed(qapp) as theme:
        bench = EditBench(qtbot, theme)
        yield bench
        bench.window.hide()


def name_of(person: PersonId) -> str:
    """Return a name."""
    return next(who.display_name for who in PEOPLE if who.id == person)


def too_long(line: str) -> ManagerNotesError | None:
    """Refuse what no note holds."""
    return InvalidInputError("Too long.") if len(line) > MAX_TEXT else None
