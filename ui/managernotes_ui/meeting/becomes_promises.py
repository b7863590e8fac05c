"""The lines as promises: mine first, then theirs, each with its day (SPEC §5.9)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.promise import PromiseOwner
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.becomes_row import CHOICE, BecomesRow
from managernotes_ui.meeting.becoming import Becoming
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

AHEAD = timedelta(days=366)
_HEADS = ((PromiseOwner.ME, strings.I_OWE), (PromiseOwner.THEM, strings.THEY_OWE))


class BecomesPromises(QWidget):
    """Follows the lines as they are typed; a row that is there already is only said anew."""

    def __init__(self, theme: Theme, vm: AfterViewModel, uncover: Uncover) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._uncover = uncover
        self._dates = DateWords()
        self._rows: dict[PromiseOwner, list[_PromiseRow]] = {owner: [] for owner, _ in _HEADS}
        self._heads: dict[PromiseOwner, TextLabel] = {}
        self._columns: dict[PromiseOwner, QVBoxLayout] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for owner, title in _HEADS:
            head = TextLabel(theme, title, Type.META, tone=Role.MUTED)
            head.setContentsMargins(0, 4 if owner is PromiseOwner.ME else 12, 0, 4)
            self._heads[owner] = head
            self._columns[owner] = QVBoxLayout()
            column.addWidget(head)
            column.addLayout(self._columns[owner])

    @property
    def rows(self) -> list[_PromiseRow]:
        """The rows on show, mine first."""
        return [row for owner, _ in _HEADS for row in self._rows[owner] if not row.isHidden()]

    @Slot()
    def refresh(self) -> None:
        """Show what the lines are now."""
        lines = self._vm.sheet.rows
        for owner, _title in _HEADS:
            wanted = [line for line in lines if line.owner is owner]
            rows = self._rows[owner]
            while len(rows) < len(wanted):
                row = _PromiseRow(self._theme, self._vm, self._dates, self._uncover)
                rows.append(row)
                self._columns[owner].addWidget(row)
            for number, row in enumerate(rows):
                row.setVisible(number < len(wanted))
                if number < len(wanted):
                    row.show_line(wanted[number])
            self._heads[owner].setVisible(bool(wanted))


class _PromiseRow(BecomesRow):
    """One promise to be, and the day it is for."""

    def __init__(
        self, theme: Theme, vm: AfterViewModel, dates: DateWords, uncover: Uncover
    ) -> None:
        self.day = ChoiceButton(theme, strings.NO_DAY)
        self.day.setMinimumWidth(theme.scale.px(CHOICE))
        super().__init__(theme, Icon.HANDSHAKE, self.day, uncover)
        self._theme = theme
        self._vm = vm
        self._dates = dates
        self._line: Becoming | None = None
        self.day.clicked.connect(self._on_day)

    def show_line(self, line: Becoming) -> None:
        """Show a line as the promise that it will be."""
        self._line = line
        discreet = self._vm.sheet.shown_text
        names = ", ".join(filter(None, (self._vm.sheet.names.get(one, "") for one in line.people)))
        form = strings.TO_WHOM if line.owner is PromiseOwner.ME else strings.BY_WHOM
        self.say(discreet(line.text), form.format(names=names) if names else strings.NOBODY_NAMED)
        day = strings.NO_DAY
        if line.due_on is not None:
            day = self._dates.weekday_and_day(line.due_on, self._vm.sheet.today)
        self.day.show_choice(day, None)
        named = strings.DAY_OF.format(text=discreet(line.text))
        self.day.setAccessibleName(f"{named}: {day}")

    @Slot()
    def _on_day(self) -> None:
        line, today = self._line, self._vm.sheet.today
        if line is None:
            return
        popup = DayPopup(self._theme, self._dates, today + AHEAD, self, today)
        popup.chosen.connect(lambda day: self._vm.set_day(line, day))
        popup.open_at(self.day.list_corner(), line.due_on or today)
