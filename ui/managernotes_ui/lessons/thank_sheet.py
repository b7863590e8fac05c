"""Thank whoever brought it up: whom, what for, and how they like it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.lesson_sheets import LessonSheet
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.sharing.thanks_way import ThanksWay
from managernotes_ui.shell.desk import Desk
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea


class ThankSheet(LessonSheet):
    """What it keeps is a win: unsaid, so that it waits on Today, or said just now."""

    def __init__(self, desk: Desk, vm: LessonsViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.THANK_SHEET, strings.KEEP_THANKS, parent)
        theme = desk.theme
        self._desk = desk
        self.who = Select(theme, strings.WHO)
        self.words = TextArea(theme, strings.WHAT_FOR, least_lines=2)
        self.way = ThanksWay(theme, desk.session)
        self.said = QCheckBox(strings.SAID_IT)
        self.add_row(LabelledField(theme, strings.WHO, self.who))
        self.add_row(LabelledField(theme, strings.WHAT_FOR, self.words))
        self.add_row(self.way)
        self.add_row(self.said)
        self.submitted.connect(self._on_submitted)
        self.who.currentIndexChanged.connect(self._on_who)
        self.words.textChanged.connect(self.refit)
        self.way.changed.connect(self.refit)

    def offer(self) -> None:
        """Open for the chosen lesson; those who looked at it stand first."""
        lesson = self._vm.lesson
        if lesson is None:
            return
        people = self._desk.directory.people
        present = set(lesson.people)
        ordered = [one for one in people if one.id in present]
        ordered += [one for one in people if one.id not in present]
        self.who.blockSignals(True)
        self.who.clear()
        for one in ordered:
            self.who.addItem(one.display_name, one.id)
        self.who.blockSignals(False)
        words = strings.THANK_WORDS.format(title=lesson.words.title)
        self.words.setPlainText("" if self._vm.is_discreet else words)
        self.said.setChecked(False)
        self.tell("")
        self._on_who()
        self.show_sheet(self.who)

    @Slot()
    def _on_who(self) -> None:
        self.way.show_person(self.who.currentData())

    @Slot()
    def _on_submitted(self) -> None:
        person, words = self.who.currentData(), self.words.toPlainText().strip()
        if person is None:
            self.tell(strings.NOBODY)
        elif not words:
            self.tell(strings.NO_WORDS)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.way.keep()
            self._vm.changes.thank((person,), words, is_said=self.said.isChecked())
        self.refit()
