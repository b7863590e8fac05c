"""On looking again: what became of the promises that were made in the talk."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.promise import Promise, PromiseOwner, PromiseState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.becomes_row import BecomesRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover


class BecomesMade(QWidget):
    """Each promise of the talk with its state in a word, mine first; only told, not changed."""

    def __init__(self, theme: Theme, vm: AfterViewModel, uncover: Uncover) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._uncover = uncover
        self._dates = DateWords()
        self.rows: list[BecomesRow] = []
        head = TextLabel(theme, strings.WHAT_BECAME, Type.META, tone=Role.MUTED)
        head.setContentsMargins(0, 12, 0, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)

    @Slot()
    def refresh(self) -> None:
        """Show how they stand."""
        sheet = self._vm.sheet
        made = sheet.read.promises if sheet.read and sheet.is_later else ()
        made = tuple(sorted(made, key=lambda one: one.owner is not PromiseOwner.ME))
        self.setVisible(bool(made))
        while len(self.rows) < len(made):
            row = BecomesRow(self._theme, Icon.HANDSHAKE, QWidget(), self._uncover)
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(made))
            if number < len(made):
                text = sheet.shown_text(made[number].words.text)
                row.say(text, self._stands(made[number]))

    def _stands(self, promise: Promise) -> str:
        sheet = self._vm.sheet
        theirs = ", ".join(filter(None, (sheet.names.get(one, "") for one in promise.people)))
        who = strings.MINE if promise.owner is PromiseOwner.ME else theirs
        is_open = promise.state is PromiseState.OPEN
        moved = is_open and promise.is_moved
        state = strings.MOVED if moved else strings.BECAME[promise.state]
        if not is_open or promise.due_on is None:
            return strings.STANDS.format(who=who, state=state)
        day = self._dates.weekday_and_day(promise.due_on, sheet.today)
        return strings.STANDS_BY.format(who=who, state=state, day=day)
