"""The sheet that adds a person: a name is enough, six fields at most."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence
from managernotes.services.person_rules import LONGEST_NAME
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import people as strings
from managernotes_ui.people.add_person_reading import PersonField, PersonReader
from managernotes_ui.people.add_person_vm import AddPersonViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, TOP, MARGIN, PADDING = 440, 104, 24, 24
_RING = 4
"""Room for the focus ring, which lies outside the field it belongs to."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LABELS = {
    PersonField.NAME: (strings.NAME, "", ""),
    PersonField.ALIAS: (strings.ALIAS, "", strings.ALIAS_HELP),
    PersonField.ROLE: (strings.ROLE, "", ""),
    PersonField.TEAM: (strings.TEAM, "", ""),
    PersonField.STARTED: (strings.STARTED, strings.STARTED_HINT, ""),
}


class AddPersonSheet(Overlay):
    """`offer` shows it empty; once somebody is added, their page opens."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        self._navigate = desk.navigator.go
        self._vm = AddPersonViewModel(desk.session, PersonReader(DateWords()), self)
        self.edits: dict[PersonField, LineEdit] = {}
        self.fields: dict[PersonField, LabelledField] = {}
        self._make_fields()
        self.cadence = Select(desk.theme, strings.CADENCE)
        for cadence, words in strings.CADENCES.items():
            self.cadence.addItem(words, cadence.value)
        self._trouble = TextLabel(desk.theme, "", Type.META, tone=Role.DANGER, lines=0)
        self.add_button = make_button(
            desk.theme, strings.ADD_YES, role=ButtonRole.PRIMARY, key="Enter", tip=strings.ADD
        )
        self.cancel_button = make_button(desk.theme, strings.CANCEL, key="Esc")
        self._body = QWidget()
        self._scroll = QScrollArea()
        self._buttons = QWidget()
        self._build()
        self._connect()

    def offer(self, name: str = "") -> None:
        """Open with empty fields, but for a name that was typed elsewhere."""
        for edit in self.edits.values():
            edit.clear()
        self.edits[PersonField.NAME].setText(name)
        self.cadence.setCurrentIndex(0)
        self._on_refused({})
        self._scroll.verticalScrollBar().setValue(0)
        self.show_sheet(self.edits[PersonField.NAME])

    def place_sheet(self) -> None:
        """Centre the sheet 104 from the top, nearer in a low window; then its fields scroll."""
        width = min(self._theme.scale.px(WIDTH), self.width() - 2 * MARGIN)
        layout = self._body.layout()
        assert layout is not None
        wanted = max(layout.heightForWidth(width - 2), layout.sizeHint().height())
        buttons = self._buttons.sizeHint().height()
        height = min(wanted + buttons + 2, self.height() - 2 * MARGIN)
        top = max(MARGIN, min(TOP, self.height() - MARGIN - height))
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter from any field; on a button Enter presses it."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            self._on_add()
        event.accept()

    def _make_fields(self) -> None:
        for field, (label, hint, help_text) in _LABELS.items():
            edit = LineEdit(self._theme, label, hint)
            edit.setMaxLength(LONGEST_NAME)
            self.edits[field] = edit
            self.fields[field] = LabelledField(self._theme, label, edit, help_text)

    def _build(self) -> None:
        self.sheet.setAccessibleName(strings.ADD)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(PADDING, PADDING, PADDING, _RING)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        title = TextLabel(self._theme, strings.ADD, Type.SECTION)
        cadence = LabelledField(self._theme, strings.CADENCE, self.cadence)
        grid.addWidget(title, 0, 0, 1, 2)
        for place, part in enumerate((*self.fields.values(), cadence)):
            grid.addWidget(part, 1 + place // 2, place % 2)
        grid.addWidget(self._trouble, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self._build_frame()

    def _build_frame(self) -> None:
        self._body.setProperty("ground", "none")
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self._scroll)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(PADDING, 16, PADDING, PADDING)
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.cancel_button.clicked.connect(self.close_sheet)
        self._vm.refused.connect(self._on_refused)
        self._vm.failed.connect(self._on_failed)
        self._vm.added.connect(self._on_added)
        for edit in self.edits.values():
            edit.textEdited.connect(self._on_edited)

    @Slot()
    def _on_add(self) -> None:
        typed = {field: edit.text() for field, edit in self.edits.items()}
        self._vm.add(typed, Cadence(self.cadence.currentData()))

    @Slot()
    def _on_edited(self) -> None:
        if self._trouble.text() or any(field.error for field in self.fields.values()):
            self._on_refused({})

    @Slot(dict)
    def _on_refused(self, errors: dict[PersonField, str]) -> None:
        self._trouble.setText("")
        self._trouble.hide()
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        first = next((self.edits[name] for name in self.fields if name in errors), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()
        if self.isVisible():
            self.place_sheet()
            QTimer.singleShot(0, self._show_focus)

    @Slot()
    def _show_focus(self) -> None:
        """Bring the field with the keyboard into view, its sentence with it."""
        focus = QApplication.focusWidget()
        field = next((part for part in self.fields.values() if part.focusProxy() is focus), None)
        if field is not None:
            self._scroll.ensureWidgetVisible(field, 0, _RING)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()
        self.place_sheet()

    @Slot(object)
    def _on_added(self, person: PersonId) -> None:
        self.close_sheet()
        self._navigate(Place(PageName.PERSON, person=person))
