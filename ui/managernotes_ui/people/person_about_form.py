"""The fields of the About tab: short ones in pairs, three texts below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from managernotes.domain.person import Cadence, PersonStatus
from managernotes.services.person_rules import LONGEST_NAME
from managernotes_ui.common.strings import people as people_strings
from managernotes_ui.common.strings import person_about as strings
from managernotes_ui.people.add_person_reading import PersonField
from managernotes_ui.people.person_about_vm import AboutPerson, PersonAboutViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_LINES = {
    PersonField.NAME: (people_strings.NAME, "", ""),
    PersonField.ALIAS: (people_strings.ALIAS, "", people_strings.ALIAS_HELP),
    PersonField.ROLE: (people_strings.ROLE, "", ""),
    PersonField.TEAM: (people_strings.TEAM, "", ""),
    PersonField.LEVEL: (strings.LEVEL, "", ""),
    PersonField.STARTED: (strings.STARTED, people_strings.STARTED_HINT, ""),
    PersonField.MANAGER_SINCE: (strings.MANAGER_SINCE, people_strings.STARTED_HINT, ""),
}
_TEXTS = {
    PersonField.RECOGNITION: (strings.RECOGNITION, strings.RECOGNITION_HINT),
    PersonField.WORKS_BEST: (strings.WORKS_BEST, strings.WORKS_BEST_HINT),
    PersonField.AIMS: (strings.AIMS, strings.AIMS_HINT),
}
_CADENCE, _STATUS = "cadence", "status"
_LEAST_LINES = 2
_STATUS_PLACE = 5
"""Beside the level, so that the two days stand side by side."""


class AboutForm(QWidget):
    """Draws an AboutPerson; a field that has the keyboard is left as it is being typed."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, vm: PersonAboutViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self.edits: dict[PersonField, LineEdit | TextArea] = {}
        self.fields: dict[PersonField, LabelledField] = {}
        self.cadence = _select(theme, strings.CADENCE, people_strings.CADENCES.items())
        self.status = _select(theme, strings.STATUS, people_strings.STATUSES.items())
        self._filled: dict[PersonField, str] = {}
        self._make_fields()
        self._build()
        self._connect()

    def clear(self) -> None:
        """Forget the person before: their words and their errors."""
        for field in PersonField:
            self._fill(field, "")
            self.fields[field].show_error("")

    def show_person(self, read: AboutPerson) -> None:
        """Show a person; what is being typed stays."""
        for field, edit in self.edits.items():
            at_work = edit.hasFocus() and self._words_in(field) != self._filled.get(field)
            words = self._vm.words(getattr(read.person, field.value))
            if self._words_in(field) == words or not (at_work or self._vm.is_typed(field)):
                self._fill(field, words)
        for select, value in (
            (self.cadence, read.person.cadence),
            (self.status, read.person.status),
        ):
            select.setCurrentIndex(select.findData(value.value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save a field that loses the keyboard."""
        if event.type() == QEvent.Type.FocusOut:
            for field, edit in self.edits.items():
                if edit is watched:
                    self._vm.left(field)
        return super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        for field, (label, hint, help_text) in _LINES.items():
            line = LineEdit(self._theme, label, hint)
            line.setMaxLength(LONGEST_NAME)
            self.edits[field] = line
            self.fields[field] = LabelledField(self._theme, label, line, help_text)
        for field, (label, hint) in _TEXTS.items():
            area = TextArea(self._theme, label, hint, least_lines=_LEAST_LINES)
            self.edits[field] = area
            self.fields[field] = LabelledField(self._theme, label, area)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        short: list[QWidget] = [self.fields[field] for field in _LINES]
        short.insert(_STATUS_PLACE, LabelledField(self._theme, strings.STATUS, self.status))
        short.append(LabelledField(self._theme, strings.CADENCE, self.cadence))
        for place, field in enumerate(short):
            grid.addWidget(field, place // 2, place % 2)
        for side in range(2):
            grid.setColumnStretch(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addLayout(self._words_head())
        for field_name in _TEXTS:
            column.addWidget(self.fields[field_name])

    def _words_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(TextLabel(self._theme, strings.THEIR_WORDS, Type.SECTION))
        text = TextLabel(self._theme, strings.THEIR_WORDS_TEXT, Type.META, tone=Role.MUTED, lines=0)
        head.addWidget(text)
        return head

    def _connect(self) -> None:
        for field, edit in self.edits.items():
            edit.installEventFilter(self)
            edit.textChanged.connect(lambda *_words, at=field: self._on_typed(at))
        self.cadence.activated.connect(
            lambda: self.chosen.emit(_CADENCE, Cadence(self.cadence.currentData()))
        )
        self.status.activated.connect(
            lambda: self.chosen.emit(_STATUS, PersonStatus(self.status.currentData()))
        )

    def _on_typed(self, field: PersonField) -> None:
        self._vm.typed(field, self._words_in(field))

    def _words_in(self, field: PersonField) -> str:
        edit = self.edits[field]
        return edit.text() if isinstance(edit, LineEdit) else edit.toPlainText()

    def _fill(self, field: PersonField, words: str) -> None:
        edit = self.edits[field]
        self._filled[field] = words
        if self._words_in(field) == words:
            return
        with QSignalBlocker(edit):
            if isinstance(edit, LineEdit):
                edit.setText(words)
            else:
                edit.setPlainText(words)


def _select(theme: Theme, name: str, items: Iterable[tuple[Cadence | PersonStatus, str]]) -> Select:
    select = Select(theme, name)
    for value, words in items:
        select.addItem(words, value.value)
    return select
