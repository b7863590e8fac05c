"""The eight groups, the ways to put them on paper, and the two fields for typing back (15)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.recovery.code_clipboard import CodeClipboard
from managernotes_ui.recovery.code_printing import print_sheet
from managernotes_ui.recovery.code_saving import ask_where_to_save
from managernotes_ui.recovery.typed_back import GroupState, TypedBack
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.card import Card, hairline
from managernotes_ui.widgets.group_field import GroupField
from managernotes_ui.widgets.line_edit import mark_error
from managernotes_ui.widgets.text_label import TextLabel

_COLUMNS = 4


class CodePanel(QWidget):
    """Typing fills a group and moves on; `typed_back` once both are right."""

    advanced = Signal(QWidget)
    typed_back = Signal()

    def __init__(self, theme: Theme, vm: TypedBack) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self.print = make_button(theme, strings.PRINT, icon=Icon.PRINTER, key=strings.PRINT_KEY)
        self.save = make_button(theme, strings.SAVE, icon=Icon.DOWNLOAD)
        self.copy = make_button(theme, strings.COPY_CODE, icon=Icon.COPY)
        self.fields = {group: GroupField(theme, group + 1) for group in vm.asked}
        self.problem = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=2)
        self.paper = TextLabel(theme, strings.ON_PAPER, Type.META, tone=Role.MUTED, lines=0)
        self._clipboard = CodeClipboard(QGuiApplication.clipboard())
        self._lay_out()
        self._connect()
        self._on_changed()

    def take_focus(self) -> None:
        """Type the first of the two groups."""
        self.fields[self._vm.asked[0]].setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._code_card())
        column.addSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.print, self.save, self.copy):
            tools.addWidget(button)
        self.paper.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.paper, 1)
        column.addLayout(tools)
        column.addSpacing(28)
        column.addWidget(hairline())
        column.addSpacing(20)
        first, second = (group + 1 for group in self._vm.asked)
        asked = strings.TYPE_BACK.format(first=first, second=second)
        column.addWidget(TextLabel(self._theme, asked, Type.BODY_MEDIUM, lines=0))
        column.addSpacing(10)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        for field in self.fields.values():
            typed.addWidget(field)
        typed.addSpacing(4)
        typed.addWidget(self.problem, 1)
        column.addLayout(typed)

    def _code_card(self) -> QWidget:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(20, 24, 20, 24)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(16)
        for place, group in enumerate(self._vm.groups):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            number = TextLabel(self._theme, str(place + 1), Type.LABEL, tone=Role.MUTED)
            letters = TextLabel(self._theme, group, Type.RECOVERY)
            for label in (number, letters):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
                cell.addWidget(label)
            letters.setAccessibleName(f"{strings.GROUP.format(number=place + 1)}: {group}")
            grid.addLayout(cell, place // _COLUMNS, place % _COLUMNS)
        return card

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        self._vm.saved.connect(self.paper.setText)
        for group, field in self.fields.items():
            field.textEdited.connect(lambda text, group=group: self._on_typed(group, text))
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.copy.clicked.connect(self._on_copy)
        printing = QShortcut(QKeySequence(strings.PRINT_KEY), self)
        printing.setContext(Qt.ShortcutContext.WindowShortcut)
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
        following = next((self.fields[group] for group in waiting), None)
        if following is None:
            self.typed_back.emit()
            return
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.advanced.emit(following)

    @Slot()
    def _on_changed(self) -> None:
        wrong = [g for g in self._vm.asked if self._vm.state(g) is GroupState.WRONG]
        for group, field in self.fields.items():
            field.set_right(self._vm.state(group) is GroupState.RIGHT)
            mark_error(field, error=group in wrong)
        sentence = strings.GROUP_WRONG.format(number=wrong[0] + 1) if wrong else ""
        self.problem.setText(sentence)

    @Slot()
    def _on_print(self) -> None:
        print_sheet(self, self._vm.sheet)

    @Slot()
    def _on_save(self) -> None:
        ask_where_to_save(self._theme, self, self._on_place_chosen)

    def _on_place_chosen(self, path: Path) -> None:
        self._vm.save(path)

    @Slot()
    def _on_copy(self) -> None:
        self._clipboard.copy(self._vm.text)
