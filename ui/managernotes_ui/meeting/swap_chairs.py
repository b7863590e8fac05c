"""Swap chairs: two minutes as the other person, three questions, a silent clock (3.4, 30b)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from managernotes.domain.preparation import RehearsalSort
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.meeting.rehearse_vm import CHAIR_FIELDS, RehearseViewModel
from managernotes_ui.meeting.stopwatch import Stopwatch
from managernotes_ui.meeting.way_view import WayView
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.key_button import KeyButton
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

TWO_MINUTES_S = 120
_QUESTIONS = (strings.HEARS, strings.NEEDS, strings.ASKS)
_FIELD_EDGE = 10


class SwapChairsView(WayView):
    """What is written stays on this page; only the tick carries it over."""

    keys = (strings.KEY_CLOCK, strings.KEY_TAB)
    leave_hint = strings.KEY_LEAVE
    help_line = strings.STAYS_HERE

    def __init__(
        self,
        theme: Theme,
        vm: RehearseViewModel,
        dates: DateWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, vm, strings.BACK_TO_CHAIR, (32, 32), parent)
        self._dates = dates
        self.clock = Stopwatch(self, most=TWO_MINUTES_S)
        self.title = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.time = TextLabel(theme, "0:00", Type.CLOCK, tabular=True)
        self.words = TextLabel(theme, "", Type.REHEARSE, lines=0)
        self.fields = tuple(
            TextArea(
                theme,
                question,
                strings.LINE_IS_ENOUGH,
                style=Type.EDITOR,
                share=0.2,
                snug=_FIELD_EDGE,
            )
            for question in _QUESTIONS
        )
        self.tick = QCheckBox()
        self.again = KeyButton(theme, strings.AGAIN, icon=Icon.ROTATE_CCW)
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show what was written here before, and begin to count."""
        stored = self._vm.stored
        for name, field in zip(CHAIR_FIELDS, self.fields, strict=True):
            field.blockSignals(True)
            field.setPlainText(getattr(stored, name))
            field.blockSignals(False)
            field.moveCursor(QTextCursor.MoveOperation.End)
        self.tick.setChecked(False)
        self.clock.reset()
        self.refresh()

    def refresh(self) -> None:
        """Say who it is and when."""
        name = self._vm.name
        day, at = self._vm.when
        self.title.setText(strings.TWO_MINUTES_AS.format(name=name))
        if day is not None and at is not None:
            said = strings.spoken_time(at.hour, at.minute)
            weekday = self._dates.full(day).split()[0].rstrip(",")
            self.words.setText(strings.YOU_ARE_ON.format(day=weekday, time=said, name=name))
        else:
            self.words.setText(strings.YOU_ARE.format(name=name))
        known = name != strings.THEY
        self.tick.setText(strings.CARRY.format(name=name) if known else strings.CARRY_THEY)

    def rest(self) -> None:
        """Keep what is written, and the time if anything is."""
        self.clock.stop()
        self._vm.save_now()
        if any(text.strip() for text in self.answers.values()):
            self._vm.remember(RehearsalSort.CHAIRS, self.clock.seconds)
        self.clock.reset()

    @property
    def answers(self) -> dict[str, str]:
        """What is written, by field."""
        texts = (field.toPlainText() for field in self.fields)
        return dict(zip(CHAIR_FIELDS, texts, strict=True))

    def on_space(self) -> None:
        """Start or stop the clock."""
        self.clock.toggle()

    @Slot()
    def on_again(self) -> None:
        """Begin the two minutes anew; what is written stays."""
        self.clock.reset()
        self.clock.start()

    def take_focus(self) -> None:
        """Put the keyboard into the first question; the two minutes begin."""
        self.fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.clock.start()

    @Slot()
    def _on_back(self) -> None:
        seconds, carries = self.clock.seconds, self.tick.isChecked()
        if carries:
            self._vm.carry(self.answers)
        self.rest()
        self.tick.setChecked(False)
        said = strings.CARRIED if carries else strings.SAT_THERE
        self.finished.emit(said.format(clock=strings.clock_words(seconds)))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.time)
        self.inside.addLayout(head)
        self.inside.addSpacing(8)
        self.inside.addWidget(self.words)
        self.inside.addSpacing(16)
        for question, field in zip(_QUESTIONS, self.fields, strict=True):
            self.inside.addWidget(hairline())
            self.inside.addSpacing(16)
            self.inside.addWidget(TextLabel(self._theme, question, Type.PROMPT, lines=2))
            self.inside.addSpacing(8)
            self.inside.addWidget(field)
            self.inside.addSpacing(16)
        self.inside.addSpacing(4)
        self.inside.addWidget(hairline())
        self.inside.addSpacing(20)
        row = self.foot_row(self.tick)
        self.again.wear("R")
        row.addWidget(self.again)
        row.addWidget(self.primary)
        self.inside.addLayout(row)
        self.time.setAccessibleName(strings.CLOCK_NAME)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._on_back)
        self.again.clicked.connect(self.on_again)
        self.clock.ticked.connect(self._on_ticked)
        for name, field in zip(CHAIR_FIELDS, self.fields, strict=True):
            field.textChanged.connect(
                lambda name=name, field=field: self._vm.put(name, field.toPlainText())
            )

    @Slot(int)
    def _on_ticked(self, seconds: int) -> None:
        self.time.setText(strings.clock_words(seconds))
