"""The last step: whom do you lead (36, S01)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.people_rows import PeopleRowDelegate, PeopleRowsModel, row_height
from managernotes_ui.unlock.people_step_vm import PeopleStepViewModel
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_LINES, _MOST_ROWS = 4, 7


class PeopleStep(StepPage):
    """A list is pasted or typed; what it was read as stands below, at once."""

    def __init__(self, theme: Theme, vm: PeopleStepViewModel) -> None:
        super().__init__(theme, 3, strings.PEOPLE_TITLE, strings.PEOPLE_TEXT)
        self._vm = vm
        self.list = TextArea(
            theme,
            strings.PEOPLE_FIELD,
            strings.PEOPLE_EXAMPLE,
            style=Type.LIST,
            least_lines=_LINES,
            share=0.25,
        )
        self.checked = ErrorField(theme, self.list)
        self.count = TextLabel(theme, "", Type.NAME)
        self.remarks = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=2)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.later = make_button(theme, strings.LATER, role=ButtonRole.QUIET)
        self.add = make_button(theme, strings.ADD, role=ButtonRole.PRIMARY, key=strings.ADD_KEY)
        self.model = PeopleRowsModel(vm.today, self)
        self.rows = self._people_rows()
        self._lay_out()
        self._connect()
        self._on_changed()

    def take_focus(self) -> None:
        """Paste the list."""
        self.list.setFocus()

    def go_on(self) -> None:
        """Add everybody who was read."""
        self._vm.add()

    def _people_rows(self) -> QListView:
        rows = QListView()
        rows.setAccessibleName(strings.PEOPLE_ROWS)
        rows.setUniformItemSizes(True)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setModel(self.model)
        rows.setItemDelegate(PeopleRowDelegate(self.theme, self.model, rows))
        calm_scrolling(self.theme, rows)
        return rows

    def _lay_out(self) -> None:
        self.body.addSpacing(12)
        self.body.addWidget(self.checked)
        self.body.addSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        head.addWidget(self.remarks, 1)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.body.addWidget(self.rows)
        self.foot(self.later, self.add)

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        self._vm.refused.connect(self.checked.show_error)
        self._vm.adding_changed.connect(self._on_changed)
        self.list.textChanged.connect(self._on_text_changed)
        self.later.clicked.connect(self._vm.later)
        self.add.clicked.connect(self.go_on)
        self.theme.changed.connect(self._on_changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.go_on)

    @Slot()
    def _on_text_changed(self) -> None:
        self.checked.clear_error()
        self._vm.read(self.list.toPlainText())

    @Slot()
    def _on_changed(self) -> None:
        people = self._vm.people
        self.count.setText(self._vm.count_words)
        self.remarks.setText(self._vm.remarks)
        self.model.show_people(people)
        self.rows.setFixedHeight(min(len(people), _MOST_ROWS) * row_height(self.theme))
        self.rows.setVisible(bool(people))
        self.add.setEnabled(bool(people) and not self._vm.is_adding)
        self.later.setEnabled(not self._vm.is_adding)
