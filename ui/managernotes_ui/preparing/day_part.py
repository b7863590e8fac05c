"""Step 9: the day of the talk, its hour and how long; and when it will be looked at again."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.preparing.choices import Choices, FlowLayout
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

AHEAD = timedelta(days=366)
"""How far ahead a talk can be planned from here."""
MINUTES = (15, 30, 45, 60, 90)
_TIME = 88
_WHOLE = len("09:30")


class DayPart(Part):
    """Every choice is stored at once; the first day stays remembered when it moves."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.day = ChoiceButton(theme, strings.TALK_DAY)
        self.time = LineEdit(theme, strings.TALK_TIME, strings.TALK_TIME_HINT)
        self.time.setFixedWidth(theme.scale.px(_TIME))
        self._time_field = ErrorField(theme, self.time)
        self.minutes = Select(theme, strings.MINUTES)
        self.minutes.addItem(strings.MINUTES, 0)
        for count in MINUTES:
            self.minutes.addItem(strings.MINUTES_OF.format(count=count), count)
        row = QWidget()
        flow = FlowLayout(row)
        for widget in (self.day, self._time_field, self.minutes):
            flow.addWidget(widget)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._column.addWidget(row)
        self.day.clicked.connect(self._on_day)
        self.time.editingFinished.connect(self._on_time)
        self.time.textEdited.connect(self._on_typed)
        self.minutes.activated.connect(lambda _at: self._store())
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The day's button."""
        return self.day

    def refresh(self) -> None:
        """Show when it is planned for."""
        read = self._vm.read
        if read is None:
            return
        talk = read.desk.conversation
        words = strings.CHOOSE_DAY
        if talk.planned_on is not None:
            words = self._tools.dates.weekday_and_day(talk.planned_on, self._vm.today)
        self.day.show_choice(words, Icon.CALENDAR)
        if not self.time.hasFocus():
            self.time.setText("" if talk.planned_at is None else f"{talk.planned_at:%H:%M}")
        known = self.minutes.findData(talk.minutes or 0)
        if known < 0:
            self.minutes.addItem(strings.MINUTES_OF.format(count=talk.minutes), talk.minutes)
            known = self.minutes.count() - 1
        self.minutes.setCurrentIndex(known)

    @Slot()
    def _on_day(self) -> None:
        today = self._vm.today
        popup = DayPopup(self._theme, self._tools.dates, today + AHEAD, self)
        popup.chosen.connect(self._store)
        popup.open_at(self.day.list_corner(), self._planned_on or today)

    @Slot()
    def _on_time(self) -> None:
        if self._time() is None and self.time.text().strip():
            self._time_field.show_error(strings.TALK_TIME_WRONG)
            return
        self._time_field.clear_error()
        self._store()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Store an hour as soon as it is whole: a lock does not finish an edit."""
        if len(text.strip()) == _WHOLE and self._time() is not None:
            self._store()

    @property
    def _planned_on(self) -> date | None:
        read = self._vm.read
        return None if read is None else read.desk.conversation.planned_on

    def _time(self) -> time | None:
        typed = self.time.text().strip().replace(".", ":")
        hour, _, minute = typed.partition(":")
        try:
            return time(int(hour), int(minute or "0"))
        except ValueError:
            return None

    @Slot(object)
    def _store(self, day: date | None = None) -> None:
        """Store day, hour and length; what is as it was changes nothing."""
        read = self._vm.read
        if read is None:
            return
        talk = read.desk.conversation
        wanted = (day or talk.planned_on, self._time(), self.minutes.currentData() or None)
        if wanted != (talk.planned_on, talk.planned_at, talk.minutes):
            self._vm.changes.set_day(*wanted)


class FollowUpPart(Part):
    """One to four weeks after the talk at one press, or another day."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        self.weeks = Choices(self._theme, strings.WEEKS, strings.WEEKS_OF)
        self.day = ChoiceButton(self._theme, question.text)
        self._column.addWidget(self.weeks)
        self._column.addSpacing(8)
        self._column.addWidget(self.day)
        self.weeks.chosen.connect(self._on_weeks)
        self.day.clicked.connect(self._on_day)
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first choice."""
        return self.weeks.buttons[0]

    def refresh(self) -> None:
        """Show the day that is set."""
        read = self._vm.read
        if read is None:
            return
        on = read.desk.conversation.follow_up_on
        weeks = None if on is None else strings.weeks_until(self._from, on)
        self.weeks.set_current(-1 if weeks is None else weeks - 1)
        words = strings.CHOOSE_DAY
        if on is not None:
            words = self._tools.dates.weekday_and_day(on, self._vm.today)
        self.day.show_choice(words, Icon.CALENDAR)

    @property
    def _from(self) -> date:
        """The day of the talk, or today while it has none."""
        read = self._vm.read
        planned = None if read is None else read.desk.conversation.planned_on
        return planned or self._vm.today

    @Slot(int)
    def _on_weeks(self, at: int) -> None:
        self._vm.changes.set_follow_up(self._from + timedelta(weeks=at + 1))

    @Slot()
    def _on_day(self) -> None:
        popup = DayPopup(self._theme, self._tools.dates, self._from + AHEAD, self)
        popup.chosen.connect(self._vm.changes.set_follow_up)
        read = self._vm.read
        on = None if read is None else read.desk.conversation.follow_up_on
        popup.open_at(self.day.list_corner(), on or self._from + timedelta(weeks=2))
