"""What follows: the day to look again, and the facts that count as said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.common.strings.numbers import spelt
from managernotes_ui.meeting.after_reading import SaidFact
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.becomes_row import CHOICE, BecomesRow
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel

_WEEK = 7


class BecomesThen(QWidget):
    """The follow-up day is in its range only (INV-08); the facts can be kept unsaid."""

    def __init__(self, theme: Theme, vm: AfterViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._dates = DateWords()
        self.day = ChoiceButton(theme, strings.FOLLOW_UP_DAY)
        self.keep = make_button(theme, strings.KEEP_UNSAID, icon=Icon.UNDO_2, size=ButtonSize.SMALL)
        self.follow_up = BecomesRow(theme, Icon.CALENDAR, self.day)
        self.facts = BecomesRow(theme, Icon.CHECK, self.keep)
        for choice in (self.day, self.keep):
            choice.setMinimumWidth(theme.scale.px(CHOICE))
        self._build()
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show what is chosen."""
        vm, on = self._vm, self._vm.sheet.follow_up_on
        self.follow_up.say(strings.FOLLOW_UP, self._when())
        day = strings.NO_DAY if on is None else self._dates.weekday_and_day(on, vm.sheet.today)
        self.day.show_choice(day, None)
        self.follow_up.setVisible(not vm.sheet.is_later)
        self._show_facts()
        self._head.setVisible(not vm.sheet.is_later)

    def _when(self) -> str:
        vm, on = self._vm, self._vm.sheet.follow_up_on
        if on is None:
            return strings.NO_FOLLOW_UP if vm.sheet.wants_follow_up else ""
        days = (on - vm.sheet.held.on).days
        weeks, rest = divmod(days, _WEEK)
        unit = "week" if weeks and not rest else "day"
        number = weeks if unit == "week" else days
        said = strings.IN_DAYS.format(
            count=f"{spelt(number)} {unit}" if number == 1 else f"{spelt(number)} {unit}s"
        )
        minutes = vm.sheet.read.talk.minutes if vm.sheet.read else None
        return strings.WITH_MINUTES.format(when=said, minutes=minutes) if minutes else said

    def _show_facts(self) -> None:
        sheet = self._vm.sheet
        waiting = sheet.read.facts if sheet.read else ()
        facts = waiting or (sheet.read.said if sheet.read else ())
        self.facts.setVisible(bool(facts) and not sheet.is_later)
        if not facts:
            return
        one = len(facts) == 1
        if not waiting:
            form = strings.FACT_SHARED if one else strings.FACTS_SHARED
        elif sheet.keeps_unsaid:
            form = strings.FACT_STAYS if one else strings.FACTS_STAY
        else:
            form = strings.FACT_MOVES if one else strings.FACTS_MOVE
        self.facts.say(form.format(facts=count(len(facts), "fact")), self._days(facts))
        keeps = bool(waiting) and sheet.keeps_unsaid
        self.keep.setText(strings.SHARE_AFTER_ALL if keeps else strings.KEEP_UNSAID)
        self.keep.updateGeometry()

    def _days(self, facts: Sequence[SaidFact]) -> str:
        """Return "3, 10 and 17 Nov"; the months too where they differ."""
        today = self._vm.sheet.today
        whole = [self._dates.day(fact.occurred_on, today) for fact in facts]
        same = len({(fact.occurred_on.year, fact.occurred_on.month) for fact in facts}) == 1
        first = [str(fact.occurred_on.day) for fact in facts[:-1]] if same else whole[:-1]
        return " and ".join(filter(None, (", ".join(first), whole[-1])))

    def _build(self) -> None:
        self._head = TextLabel(self._theme, strings.THEN, Type.META, tone=Role.MUTED)
        self._head.setContentsMargins(0, 12, 0, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        for row in (self.follow_up, self.facts):
            column.addWidget(row)

    def _connect(self) -> None:
        self.day.clicked.connect(self._on_day)
        self.keep.clicked.connect(self._on_keep)

    @Slot()
    def _on_keep(self) -> None:
        read = self._vm.sheet.read
        if read is not None and not read.facts:
            self._vm.take_back_said()
        else:
            self._vm.keep_unsaid(keeps=not self._vm.sheet.keeps_unsaid)

    @Slot()
    def _on_day(self) -> None:
        first, last = self._vm.sheet.follow_up_range
        popup = DayPopup(self._theme, self._dates, last, self, first)
        popup.chosen.connect(self._vm.set_follow_up)
        popup.open_at(self.day.list_corner(), self._vm.sheet.follow_up_on or first)
