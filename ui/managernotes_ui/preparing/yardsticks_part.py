"""Step 4: the expectation or value the talk is about, and when it was last talked through."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.yardstick import Yardstick, YardstickKind
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.preparing.answers import special, text_of, with_text
from managernotes_ui.preparing.choices import Choices
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.tick_line import TickLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel

_KINDS = tuple(YardstickKind)
_DRAFT = special("yardstick_draft")


class YardsticksPart(Part):
    """Ticked lines are what the talk is about; both sorts can be chosen, or added here (S20)."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.lines: dict[YardstickId, TickLine] = {}
        self.talked: dict[YardstickId, ChoiceButton] = {}
        self.kind = Choices(
            theme, strings.ADD_YARDSTICK_KIND, tuple(strings.YARDSTICK_CHOICES.values())
        )
        self.title = LineEdit(theme, strings.ADD_YARDSTICK)
        self.add = make_button(theme, strings.ADD_YARDSTICK_BUTTON)
        self._rows = QVBoxLayout()
        self._none = TextLabel(theme, strings.NO_YARDSTICKS, Type.LIST, tone=Role.MUTED, lines=0)
        self._shown: object = None
        self._build()
        self._connect()
        self.kind.set_current(0)
        self._on_kind()
        self.show_words()
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first one's box, or the field for a new one."""
        line = next(iter(self.lines.values()), None)
        return self.title if line is None else line.box

    def refresh(self) -> None:
        """Show what can be chosen and what is."""
        read = self._vm.read
        if read is None:
            return
        linked = set(read.desk.preparation.yardsticks)
        state = (read.yardsticks, linked, self._vm.today)
        if state != self._shown:
            self._shown = state
            person = read.people[0].id if read.people else None
            self._show(read.yardsticks, linked, person)
        for yardstick, line in self.lines.items():
            line.set_ticked(yardstick in linked)  # also after a press that was refused

    def _build(self) -> None:
        self._rows.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.add)
        column = self._column
        column.addLayout(self._rows)
        column.addWidget(self._none)
        column.addSpacing(16)
        column.addWidget(TextLabel(self._theme, strings.ADD_YARDSTICK, Type.BODY_STRONG, lines=0))
        column.addSpacing(8)
        column.addWidget(self.kind)
        column.addSpacing(8)
        column.addLayout(row)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.title.textChanged.connect(self._on_title)
        self.title.textEdited.connect(self._on_typed)
        self.title.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self._on_title()

    def _show(
        self,
        yardsticks: tuple[Yardstick, ...],
        linked: set[YardstickId],
        person: PersonId | None,
    ) -> None:
        held = next((key for key, line in self.lines.items() if line.box.hasFocus()), None)
        was_here = any(button.hasFocus() for button in self.talked.values())
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = None if item is None else item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lines, self.talked = {}, {}
        for one in yardsticks:
            self._rows.addWidget(self._line(one, is_linked=one.id in linked))
            if one.id in linked and person is not None:
                self._rows.addWidget(self._talked_line(one, person))
        self._none.setVisible(not yardsticks)
        if held is not None or was_here:
            back = self.lines[held].box if held in self.lines else self.first
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, one: Yardstick, *, is_linked: bool) -> TickLine:
        line = TickLine(
            self._theme,
            one.words.title,
            name=strings.LINKED_YARDSTICK.format(title="{}"),
            detail=strings.YARDSTICK_KINDS[one.kind],
            uncover=self._tools.uncover,
        )
        line.set_ticked(is_linked)
        line.ticked.connect(lambda on: self._vm.changes.set_yardstick(one.id, linked=on))
        self.lines[one.id] = line
        return line

    def _talked_line(self, one: Yardstick, person: PersonId) -> QWidget:
        """Return the answer to when it was last talked through with the person."""
        on = next((known.on for known in one.people if known.person == person), None)
        button = ChoiceButton(self._theme, strings.TALKED_THROUGH)
        day = strings.NOT_YET
        if on is not None:
            day = self._tools.dates.weekday_and_day(on, self._vm.today)
        button.show_choice(day, Icon.CALENDAR)
        button.clicked.connect(lambda: self._choose_day(one.id, person, on, button))
        self.talked[one.id] = button
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(28, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(TextLabel(self._theme, strings.TALKED_THROUGH, Type.LIST, lines=0))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if on is None:
            first = strings.CLARITY_FIRST
            column.addWidget(TextLabel(self._theme, first, Type.META, tone=Role.MUTED, lines=0))
        return line

    def _choose_day(
        self, one: YardstickId, person: PersonId, on: date | None, button: ChoiceButton
    ) -> None:
        popup = DayPopup(self._theme, self._tools.dates, self._vm.today, self)
        popup.chosen.connect(lambda day: self._vm.changes.talked_through(one, person, day))
        popup.open_at(button.list_corner(), on or self._vm.today)

    @Slot()
    def _on_kind(self) -> None:
        hint = strings.ADD_YARDSTICK_HINTS[_KINDS[max(0, self.kind.current())]]
        self.title.setPlaceholderText(hint)

    def show_words(self) -> None:
        """Show the name that was begun here."""
        kept = text_of(self._vm.words, _DRAFT)
        if kept != self.title.text():
            self.title.setText(kept)

    @Slot()
    def _on_title(self) -> None:
        self.add.setEnabled(bool(self.title.text().strip()))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._vm.write(with_text(self._vm.words, _DRAFT, text))

    @Slot()
    def _on_add(self) -> None:
        read, title = self._vm.read, self.title.text().strip()
        if read is not None and title:
            kind = _KINDS[max(0, self.kind.current())]
            people = () if kind is YardstickKind.VALUE else read.desk.conversation.people
            self._vm.changes.add_yardstick(kind, title, people, self._on_added)

    def _on_added(self) -> None:
        """Let the draft go, now that it is written down."""
        self._vm.write(with_text(self._vm.words, _DRAFT, ""))
        self._vm.save_now()
        if isValid(self):
            self.show_words()
