"""A sheet that begins something new with its button, and whose words of old save themselves."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import deeds as strings
from managernotes_ui.common.text_saver import TextSaver
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.deed_sheet import DeedSheet
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

SaveWord = Callable[[Workspace, Hashable, str, str], object]
"""Takes a record, the name of one of its words, and the words themselves."""


class SavingSheet(DeedSheet):
    """With a record, words are saved a second after typing, and days and choices when left.

    A subclass names its words by `hold_words`, its other fields by `hold_value`, and says how
    those are read and stored.
    """

    def __init__(self, desk: Desk, title: str, yes: str, save: SaveWord, parent: QWidget) -> None:
        super().__init__(desk, title, yes, parent)
        self._begin_words = (title, yes)
        self._record: Hashable | None = None
        self._stored: object = None
        self._filling = False
        self._words: dict[str, LineEdit | TextArea] = {}
        self._hint = TextLabel(
            desk.theme, strings.SAVES_ITSELF, Type.META, tone=Role.MUTED, lines=0
        )

        def save_it(workspace: Workspace, key: Hashable, words: str) -> object:
            record, name = cast("tuple[Hashable, str]", key)
            return save(workspace, record, name, words)

        self.saver = TextSaver(desk.session, save_it, self)

    @property
    def record(self) -> Hashable | None:
        """What is being edited; None while something new is written."""
        return self._record

    def hold_words(self, name: str, edit: LineEdit | TextArea) -> None:
        """Take note that a field holds one of the record's words."""
        self._words[name] = edit
        edit.textChanged.connect(lambda *_words: self._on_typed(name))

    def hold_value(self, edit: LineEdit | Select) -> None:
        """Take note that a field holds a day, a number or a choice."""
        if isinstance(edit, LineEdit):
            edit.editingFinished.connect(self._on_left)
        else:
            edit.activated.connect(self._on_left)

    def words_of(self, name: str) -> str:
        """Return what stands in a field of words."""
        edit = self._words[name]
        words = edit.text() if isinstance(edit, LineEdit) else edit.toPlainText()
        return words.strip()

    def fill(self, record: Hashable | None, words: object, title: str = "") -> None:
        """Show the words of a record, or empty fields for a new one; then the values are shown."""
        self._filling = True
        self._record = record
        for name, edit in self._words.items():
            text = "" if words is None else str(getattr(words, name))
            if isinstance(edit, LineEdit):
                edit.setText(text)
            else:
                edit.setPlainText(text)
                edit.moveCursor(QTextCursor.MoveOperation.End)  # one goes on where it ends
        self._filling = False
        new_title, yes = self._begin_words
        self.title.setText(new_title if record is None else title)
        self.yes.setText(yes if record is None else strings.DONE)
        self.yes.setToolTip(self.yes.text())
        self.no.setVisible(record is None)
        self._hint.setVisible(record is not None)
        self._stored = None
        self.tell("")

    def add_hint(self) -> None:
        """Say under the fields that they save themselves."""
        self.add_row(self._hint)

    def read_values(self) -> object:
        """Return days, numbers and choices; InvalidInputError when one cannot be read."""
        raise NotImplementedError

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store days, numbers and choices of the record; on the vault's thread."""
        raise NotImplementedError

    def begin_new(self) -> None:
        """Store something new."""
        raise NotImplementedError

    def take_values(self) -> None:
        """Take note of the values as they are stored."""
        self._stored = self.read_values()

    def close_sheet(self) -> None:
        """Save what is typed, then go."""
        self.saver.flush()
        super().close_sheet()

    @Slot()
    def on_submitted(self) -> None:
        """Begin something new, or save the rest and go."""
        if self._record is None:
            self.begin_new()
        else:
            self._keep_values(then_close=True)
        self.refit()

    @Slot()
    def _on_left(self) -> None:
        if self._record is not None and self.isVisible() and not self._filling:
            self._keep_values(then_close=False)

    def _keep_values(self, *, then_close: bool) -> None:
        try:
            values = self.read_values()
        except InvalidInputError:
            self.refit()
            return
        if values == self._stored:
            if then_close:
                self.close_sheet()
            return

        def done(_outcome: object) -> None:
            self._stored = values
            self.tell("")
            if then_close:
                self.close_sheet()

        self._desk.session.write(
            lambda workspace: self.store_values(workspace, values),
            changes=Changed.TALKS,
            done=done,
            failed=self.on_refused,
        )

    def _on_typed(self, name: str) -> None:
        if self._record is not None and not self._filling:
            self.saver.put((self._record, name), self.words_of(name))
