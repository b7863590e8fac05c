"""What was seen and is no note yet: its words, its day, how it is known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from managernotes.domain.observation import Source
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.notes.choice_button import ChoiceButton
from managernotes_ui.notes.day_popup import DayPopup
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.answers import special, text_of, with_text
from managernotes_ui.preparing.choices import FlowLayout
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.preparation_changes import NewFact
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.text_label import TextLabel

_DRAFT = special("fact_draft")


class AddFact(QWidget):
    """Adds a concern of that day about the people of the talk, and makes it a fact."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        theme = tools.theme
        self._day: date = tools.vm.today
        self._source = Source.FIRST_HAND
        self.area = AnswerArea(theme, strings.ADD_FACT, strings.ADD_FACT_HINT)
        self.day = ChoiceButton(theme, strings.FACT_DAY)
        self.source = ChoiceButton(theme, strings.FACT_SOURCE)
        self.add = make_button(theme, strings.ADD_FACT_BUTTON, size=ButtonSize.SMALL)
        self._build()
        self.area.typed.connect(self._on_typed)
        self.area.left.connect(tools.vm.save_now)
        self.day.clicked.connect(self._on_day)
        self.source.clicked.connect(self._on_source)
        self.add.clicked.connect(self._on_add)
        self.show_words()

    def _build(self) -> None:
        theme = self._tools.theme
        below = QWidget()
        flow = FlowLayout(below)
        for widget in (self.day, self.source, self.add):
            flow.addWidget(widget)
        policy = below.sizePolicy()
        policy.setHeightForWidth(True)
        below.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, strings.ADD_FACT, Type.SECTION, lines=0))
        column.addSpacing(2)
        column.addWidget(
            TextLabel(theme, strings.ADD_FACT_HELP, Type.LIST, tone=Role.MUTED, lines=0)
        )
        column.addSpacing(12)
        column.addWidget(self.area)
        column.addSpacing(8)
        column.addWidget(below)

    def _show(self) -> None:
        words = self._tools.dates.weekday_and_day(self._day, self._tools.vm.today)
        self.day.show_choice(words, Icon.CALENDAR)
        self.source.show_choice(strings.SOURCES[self._source], Icon.EYE)
        self.add.setEnabled(bool(self.area.text().strip()))

    def show_words(self) -> None:
        """Show what was begun here before; it is kept like every other answer."""
        self.area.show_text(text_of(self._tools.vm.words, _DRAFT))
        self._show()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._tools.vm.write(with_text(self._tools.vm.words, _DRAFT, text))
        self._show()

    @Slot()
    def _on_day(self) -> None:
        popup = DayPopup(self._tools.theme, self._tools.dates, self._tools.vm.today, self)
        popup.chosen.connect(self._on_day_chosen)
        popup.open_at(self.day.list_corner(), self._day)

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        self._day = day
        self._show()

    @Slot()
    def _on_source(self) -> None:
        menu = Menu(self._tools.theme, self)
        for source, words in strings.SOURCES.items():
            menu.add_item(words, run=lambda source=source: self._set_source(source))  # type: ignore[misc]
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.source.list_corner())

    def _set_source(self, source: Source) -> None:
        self._source = source
        self._show()

    @Slot()
    def _on_add(self) -> None:
        read, text = self._tools.vm.read, self.area.text().strip()
        if read is None or not text:
            return
        fact = NewFact(text, self._day, self._source)
        people = read.desk.conversation.people
        self._tools.vm.changes.add_fact(fact, people, self._on_added)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        """Let the draft go, now that it is a note."""
        self._tools.vm.write(with_text(self._tools.vm.words, _DRAFT, ""))
        self._tools.vm.save_now()
        if isValid(self):
            self.show_words()
