"""What a person's page asks by itself: about an empty month when it is pressed, about growth."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes.domain.look_back import Month
from managernotes.services.workspace import Workspace
from managernotes_ui.capture.composer import Composer
from managernotes_ui.common.dates import DateWords
from managernotes_ui.people.growth_question import GrowthQuestion, GrowthQuestionViewModel
from managernotes_ui.people.month_prompts import MonthMemory, MonthPrompts
from managernotes_ui.people.person_vm import PersonViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place

_TALKS = 500
"""Talks with somebody among which those of a month are looked for."""
_GROWTH = "goals"


class PersonQuestions(QObject):
    """Holds the banner; `write_wanted` follows when a note of an empty month is begun."""

    changed = Signal()
    write_wanted = Signal()

    def __init__(self, desk: Desk, vm: PersonViewModel, composer: Composer) -> None:
        super().__init__(composer)
        self._desk = desk
        self._vm = vm
        self._composer = composer
        self._growth = GrowthQuestionViewModel(desk.session, self)
        self.banner = GrowthQuestion(desk.theme, self._growth, desk.session)
        self._growth.changed.connect(self.changed)
        self.banner.growth_wanted.connect(self._look_at_growth)

    @cached_property
    def prompts(self) -> MonthPrompts:
        """The sheet for an empty month; built when one is first pressed."""
        sheet = MonthPrompts(self._desk, DateWords(), ground_of(self._composer))
        sheet.day_chosen.connect(self._begin)
        return sheet

    def show_person(self, person: PersonId) -> None:
        """Ask about somebody."""
        self._growth.show_person(person)

    @Slot(object)
    def remember(self, month: date) -> None:
        """Ask what might have been in a month without a note."""
        person = self._vm.person
        if person is not None:
            self._desk.session.read(
                lambda workspace: _memory(workspace, person, month),
                done=lambda memory: self.prompts.offer(memory, self._vm.today()),
                channel="month-memory",
            )

    @Slot(object)
    def _begin(self, day: date) -> None:
        """Put the day into the line, which keeps what stands in it already."""
        self.write_wanted.emit()
        self._composer.field.take(self._composer.vm.day_splice(day))
        self._composer.field.set_caret(len(self._composer.vm.line))

    @Slot()
    def _look_at_growth(self) -> None:
        place = Place(PageName.PERSON, person=self._vm.person, query=_GROWTH)
        self._desk.navigator.go(place)


def _memory(workspace: Workspace, person: PersonId, month: date) -> MonthMemory:
    first, last = Month.of(month).first, Month.of(month).last
    held = (row.held_on for row in workspace.talks.of_person(person, _TALKS))
    days = {day for day in held if day is not None and first <= day <= last}
    return MonthMemory(month, tuple(sorted(days)))
