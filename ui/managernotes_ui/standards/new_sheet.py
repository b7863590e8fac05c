"""The sheet for a new expectation of a role or a person, or a new value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.yardstick import YardstickKind
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.standards.standards_changes import NewStandard
from managernotes_ui.standards.standards_vm import StandardsViewModel
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

_LONGEST = 200
_ROLE, _PERSON, _VALUE = range(3)


class NewStandardSheet(FormSheet):
    """Is put away once the vault has taken it; what it looks like is written on the page."""

    def __init__(self, desk: Desk, vm: StandardsViewModel, parent: QWidget) -> None:
        super().__init__(desk, strings.NEW_TITLE, strings.ADD, parent)
        self._desk = desk
        self._vm = vm
        theme = desk.theme
        self.kind = Select(theme, strings.KIND)
        for words in (strings.OF_ROLE, strings.OF_PERSON, strings.VALUE):
            self.kind.addItem(words)
        self.name = LineEdit(theme, strings.NAME, strings.NAME_HINT)
        self.name.setMaxLength(_LONGEST)
        self.role = LineEdit(theme, strings.ROLE, strings.ROLE_HINT)
        self.level = LineEdit(theme, strings.LEVEL, strings.LEVEL_HINT)
        self.who = Select(theme, strings.PERSON)
        self._role = LabelledField(theme, strings.ROLE, self.role)
        self._level = LabelledField(theme, strings.LEVEL, self.level)
        self._who = LabelledField(theme, strings.PERSON, self.who)
        self.add_row(LabelledField(theme, strings.KIND, self.kind))
        self.add_row(LabelledField(theme, strings.NAME, self.name))
        self.add_row(self._role, self._level, shares=(2, 1))
        self.add_row(self._who)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.submitted.connect(self._on_submitted)
        vm.changes.added.connect(self._on_added)
        vm.changes.refused.connect(self._on_refused)

    def offer(self, role: str = "", level: str = "", person: PersonId | None = None) -> None:
        """Open with empty fields; a role or a person that is known is filled in."""
        people = self._desk.directory.people
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))
        self.kind.setCurrentIndex(_PERSON if person is not None and not role else _ROLE)
        self.name.clear()
        self.role.setText(role)
        self.level.setText(level)
        self._on_kind()
        self.tell("")
        self.show_sheet(self.name)

    @Slot()
    def _on_kind(self) -> None:
        kind = self.kind.currentIndex()
        self._role.setVisible(kind == _ROLE)
        self._level.setVisible(kind == _ROLE)
        self._who.setVisible(kind == _PERSON)
        self.refit()

    @Slot()
    def _on_submitted(self) -> None:
        kind, role = self.kind.currentIndex(), self.role.text().strip()
        if not self.name.text().strip():
            self.tell(strings.NEEDS_NAME)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kind == _ROLE and not role:
            self.tell(strings.NEEDS_ROLE)
            self.role.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kind == _PERSON and self.who.currentData() is None:
            self.tell(strings.NEEDS_PERSON)
        else:
            self._vm.changes.add(self._read(kind, role))

    def _read(self, kind: int, role: str) -> NewStandard:
        sort = YardstickKind.VALUE if kind == _VALUE else YardstickKind.EXPECTATION
        return NewStandard(
            kind=sort,
            title=self.name.text(),
            role=role if kind == _ROLE else "",
            level=self.level.text().strip() if kind == _ROLE else "",
            person=self.who.currentData() if kind == _PERSON else None,
        )

    @Slot(object)
    def _on_added(self, _identity: object) -> None:
        if self.isVisible():
            self.close_sheet()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.isVisible():
            self.tell(sentence)
