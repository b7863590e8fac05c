"""The part of the About tab about when: usual day and hour, and times away without a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.away import AwayWindow
from managernotes.domain.identity import PersonId
from managernotes.errors import InvalidInputError
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import person_away as strings
from managernotes_ui.people.away_reading import read_time, read_window
from managernotes_ui.people.person_away_vm import PersonAwayViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 16
_NONE = -1


class PersonAway(QWidget):
    """Draws a PersonAwayViewModel."""

    def __init__(self, theme: Theme, session: Session, dates: DateWords) -> None:
        super().__init__()
        self._theme = theme
        self._dates = dates
        self.vm = PersonAwayViewModel(session, self)
        self.day = Select(theme, strings.USUAL_DAY)
        self.day.addItem(strings.NO_DAY, _NONE)
        for number, name in enumerate(strings.DAYS):
            self.day.addItem(name, number)
        self.time = LineEdit(theme, strings.USUAL_TIME, strings.USUAL_TIME_HINT)
        self.time_field = LabelledField(theme, strings.USUAL_TIME, self.time)
        self.first = LineEdit(theme, f"{strings.AWAY}: {strings.FROM}", strings.FROM_HINT)
        self.last = LineEdit(theme, f"{strings.AWAY}: {strings.TO}", strings.TO_HINT)
        self.first_field = LabelledField(theme, strings.FROM, self.first)
        self.add = make_button(theme, strings.ADD, icon=Icon.PLUS)
        self._rows = QVBoxLayout()
        self._build()
        self._connect()

    def show_person(self, person: PersonId) -> None:
        """Show somebody's days; what was typed of somebody else goes."""
        for line in (self.first, self.last):
            line.clear()
        self.first_field.show_error("")
        self.time_field.show_error("")
        self.vm.show_person(person)

    @property
    def windows(self) -> list[str]:
        """The times away as they are shown."""
        return [self._words(window) for window in self.vm.away.windows]

    def _build(self) -> None:
        usual = QGridLayout()
        usual.setHorizontalSpacing(_GAP)
        usual.addWidget(LabelledField(self._theme, strings.USUAL_DAY, self.day), 0, 0)
        usual.addWidget(self.time_field, 0, 1)
        new = QHBoxLayout()
        new.setSpacing(_GAP)
        new.addWidget(self.first_field, 1)
        new.addWidget(LabelledField(self._theme, strings.TO, self.last), 1)
        new.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        for side in range(2):
            usual.setColumnStretch(side, 1)
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._head(strings.TITLE, strings.TEXT))
        column.addLayout(usual)
        column.addLayout(self._head(strings.AWAY, strings.AWAY_TEXT, Type.META_MEDIUM))
        column.addLayout(self._rows)
        column.addLayout(new)

    def _head(self, title: str, text: str, style: Type = Type.SECTION) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(TextLabel(self._theme, title, style))
        head.addWidget(TextLabel(self._theme, text, Type.META, tone=Role.MUTED, lines=0))
        return head

    def _connect(self) -> None:
        self.vm.changed.connect(self._on_changed)
        self.day.activated.connect(self._on_day)
        self.time.editingFinished.connect(self._on_usual)
        self.add.clicked.connect(self._on_add)
        for line in (self.first, self.last):
            line.returnPressed.connect(self._on_add)

    @Slot()
    def _on_day(self) -> None:
        """Keep the day; without one the hour goes too."""
        if self.day.currentData() == _NONE:
            self.time.clear()
        self._on_usual()

    @Slot()
    def _on_usual(self) -> None:
        weekday = self.day.currentData()
        try:
            at = read_time(self.time.text())
        except InvalidInputError as error:
            self.time_field.show_error(str(error))
            return
        alone = at is not None and weekday == _NONE
        self.time_field.show_error(strings.TIME_NEEDS_DAY if alone else "")
        if not alone:
            self.vm.set_usual(None if weekday == _NONE else weekday, at)

    @Slot()
    def _on_add(self) -> None:
        try:
            window = read_window(self.first.text(), self.last.text(), self.vm.today())
        except InvalidInputError as error:
            self.first_field.show_error(str(error))
            return
        self.first_field.show_error("")
        self.first.clear()
        self.last.clear()
        self.vm.add(*window)

    @Slot()
    def _on_changed(self) -> None:
        usual = self.vm.away.usual
        weekday = _NONE if usual.weekday is None else usual.weekday
        self.day.setCurrentIndex(self.day.findData(weekday))
        if not self.time.hasFocus():
            self.time.setText(usual.at.strftime("%H:%M") if usual.at else "")
        while (taken := self._rows.takeAt(0)) is not None:
            if (row := taken.widget()) is not None:
                row.hide()
                row.deleteLater()
        for window in self.vm.away.windows:
            self._rows.addWidget(self._row(window))

    def _row(self, window: AwayWindow) -> QWidget:
        words = self._words(window)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(TextLabel(self._theme, words, Type.BODY), 1)
        remove = icon_button(
            self._theme,
            Icon.X,
            strings.REMOVE.format(window=words),
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        remove.clicked.connect(partial(self.vm.remove, window))
        line.addWidget(remove)
        return row

    def _words(self, window: AwayWindow) -> str:
        today = self.vm.today()
        first = self._dates.weekday_and_day(window.first, today)
        if window.last == window.first:
            return strings.ONE_DAY.format(first=first)
        last = self._dates.weekday_and_day(window.last, today)
        return strings.WINDOW.format(first=first, last=last)
