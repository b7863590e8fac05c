"""The recovery code on the screen, once: print it, copy it, and type two groups back (15)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.code_clipboard import CodeClipboard
from managernotes_ui.unlock.code_printing import print_sheet
from managernotes_ui.unlock.recovery_vm import GroupState, RecoveryViewModel
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.card import Card, hairline
from managernotes_ui.widgets.group_field import GroupField
from managernotes_ui.widgets.line_edit import mark_error
from managernotes_ui.widgets.text_label import TextLabel

_COLUMNS = 4


class RecoveryStep(StepPage):
    """Go on waits for both groups; Later is always possible, and is remembered in the vault."""

    def __init__(self, theme: Theme, vm: RecoveryViewModel) -> None:
        super().__init__(theme, 2, strings.CODE_TITLE, strings.CODE_TEXT, Type.EDITOR)
        self._vm = vm
        self.print = make_button(theme, strings.PRINT, icon=Icon.PRINTER, key=strings.PRINT_KEY)
        self.copy = make_button(theme, strings.COPY_CODE, icon=Icon.COPY)
        self.fields = {group: GroupField(theme, group + 1) for group in vm.asked}
        self.problem = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=2)
        self.later = make_button(theme, strings.LATER_REMIND, role=ButtonRole.QUIET)
        self.on = make_button(theme, strings.GO_ON, role=ButtonRole.PRIMARY)
        self._clipboard = CodeClipboard(QGuiApplication.clipboard())
        self._lay_out()
        self._connect()
        self._on_changed()

    def take_focus(self) -> None:
        """Type the first of the two groups."""
        self.fields[self._vm.asked[0]].setFocus()

    def go_on(self) -> None:
        """Leave the page, once both groups are right."""
        self._vm.go_on()

    def _lay_out(self) -> None:
        self.body.addSpacing(24)
        self.body.addWidget(self._code_card())
        self.body.addSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.print)
        tools.addWidget(self.copy)
        paper = TextLabel(self.theme, strings.ON_PAPER, Type.META, tone=Role.MUTED, lines=2)
        paper.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(paper, 1)
        self.body.addLayout(tools)
        self.body.addSpacing(28)
        self.body.addWidget(hairline())
        self.body.addSpacing(20)
        first, second = (group + 1 for group in self._vm.asked)
        asked = strings.TYPE_BACK.format(first=first, second=second)
        self.body.addWidget(TextLabel(self.theme, asked, Type.BODY_MEDIUM, lines=0))
        self.body.addSpacing(10)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        for field in self.fields.values():
            typed.addWidget(field)
        typed.addSpacing(4)
        typed.addWidget(self.problem, 1)
        self.body.addLayout(typed)
        self.foot(None, self.later, self.on)

    def _code_card(self) -> QWidget:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(20, 24, 20, 24)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(16)
        for place, group in enumerate(self._vm.groups):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            number = TextLabel(self.theme, str(place + 1), Type.LABEL, tone=Role.MUTED)
            letters = TextLabel(self.theme, group, Type.RECOVERY)
            for label in (number, letters):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
                cell.addWidget(label)
            letters.setAccessibleName(f"{strings.GROUP.format(number=place + 1)}: {group}")
            grid.addLayout(cell, place // _COLUMNS, place % _COLUMNS)
        return card

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        for group, field in self.fields.items():
            field.textEdited.connect(lambda text, group=group: self._on_typed(group, text))
        self.print.clicked.connect(self._on_print)
        self.copy.clicked.connect(self._on_copy)
        self.later.clicked.connect(self._vm.later)
        self.on.clicked.connect(self.go_on)
        printing = QShortcut(QKeySequence(strings.PRINT_KEY), self)
        printing.activated.connect(self._on_print)

    def _on_typed(self, group: int, text: str) -> None:
        field = self.fields[group]
        read = self._vm.type_group(group, text)
        if read != text:
            field.setText(read)
        if self._vm.state(group) is GroupState.RIGHT:
            self._advance()

    def _advance(self) -> None:
        """Put the keyboard on what is still to do; a key moved it, so it shows."""
        waiting = (g for g in self._vm.asked if self._vm.state(g) is not GroupState.RIGHT)
        following = next((self.fields[group] for group in waiting), self.on)
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.focus_moved.emit(following)

    @Slot()
    def _on_changed(self) -> None:
        wrong = [g for g in self._vm.asked if self._vm.state(g) is GroupState.WRONG]
        for group, field in self.fields.items():
            field.set_right(self._vm.state(group) is GroupState.RIGHT)
            mark_error(field, error=group in wrong)
        sentence = strings.GROUP_WRONG.format(number=wrong[0] + 1) if wrong else ""
        self.problem.setText(sentence)
        self.on.setEnabled(self._vm.is_typed_back)

    @Slot()
    def _on_print(self) -> None:
        print_sheet(self, self._vm.sheet)

    @Slot()
    def _on_copy(self) -> None:
        self._clipboard.copy(self._vm.text)
