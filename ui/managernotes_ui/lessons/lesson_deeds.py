"""What the keys, the buttons and the menu of the lessons do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.lesson import Held, LessonState
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.day_menu import DayMenu
from managernotes_ui.lessons.lesson_goals import ServedGoal
from managernotes_ui.lessons.lesson_pane import LessonPane
from managernotes_ui.lessons.lesson_sheets import ChangeSheet, EditLessonSheet, NewLessonSheet
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.lessons.team_sheet import TeamSheet
from managernotes_ui.lessons.thank_sheet import ThankSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.menu import Menu


class LessonDeeds(QObject):
    """Acts on the lesson that a LessonsViewModel has chosen; asks where something is missing."""

    def __init__(self, desk: Desk, tab: QWidget, vm: LessonsViewModel, pane: LessonPane) -> None:
        super().__init__(tab)
        self._desk = desk
        self._tab = tab
        self.vm = vm
        self._pane = pane
        vm.changes.hindered.connect(self._on_hindered)

    @Slot()
    def new_lesson(self) -> None:
        """Begin a lesson."""
        self.new_sheet.offer()

    @Slot()
    def go_on(self) -> None:
        """Take the chosen lesson to its next step, or to where that is missing."""
        lesson = self.vm.lesson
        if lesson is None:
            return
        match lesson.state:
            case LessonState.OPENED:
                self.vm.changes.step(LessonState.UNDERSTOOD)
            case LessonState.UNDERSTOOD:
                self.agree()
            case LessonState.CHANGE_CHECKED if lesson.held is Held.YES:
                self.close_lesson()
            case LessonState.CLOSED:
                pass
            case _:
                self._pane.card.take_focus()

    @Slot()
    def close_lesson(self) -> None:
        """Close the chosen lesson."""
        self.vm.changes.step(LessonState.CLOSED)

    @Slot()
    def edit(self) -> None:
        """Change title, days and people of the chosen lesson; not where names must not show."""
        if self.vm.is_discreet:
            self._pane.tell(strings.NOT_DISCREET)
        else:
            self.edit_sheet.offer()

    @Slot()
    def agree(self) -> None:
        """Agree on the one change; what was agreed shows only where names may."""
        lesson = self.vm.lesson
        if self.vm.is_discreet and lesson is not None and lesson.words.change:
            self._pane.tell(strings.NOT_DISCREET)
        else:
            self.change_sheet.offer()

    @Slot()
    def thank(self) -> None:
        """Thank whoever brought it up."""
        self.thank_sheet.offer()

    @Slot()
    def copy_for_team(self) -> None:
        """Copy what the team is told; the first time it is read once more before."""
        shown = self.vm.shown
        if shown is not None:
            is_again = shown.shared_on is not None
            self.vm.read_team_words(self._copy if is_again else self.team_sheet.offer)

    @Slot()
    def reopen(self) -> None:
        """Open a closed lesson again, where its change is looked at."""
        lesson = self.vm.lesson
        if lesson is not None and lesson.state is LessonState.CLOSED:
            self.vm.changes.step(LessonState.CHANGE_AGREED)

    @Slot()
    def bin_lesson(self) -> None:
        """Move the chosen lesson to the bin."""
        self.vm.changes.bin()

    def ask(self, number: int) -> None:
        """Put the keyboard into a question, 0 to 3."""
        if self.vm.lesson is not None:
            self._pane.questions.focus(number)

    @Slot(object)
    def answer(self, held: Held) -> None:
        """Say whether the change held."""
        self.vm.changes.look_again(held, self.vm.again_on(held))

    @Slot()
    def offer_again(self) -> None:
        """Offer the days on which it is asked again."""
        lesson = self.vm.lesson
        if lesson is None or lesson.held is None:
            return
        held = lesson.held
        button = self._pane.card.held.again
        menu = DayMenu(
            self._desk.theme,
            button,
            strings.AGAIN_NAME,
            self.vm.today(),
            lambda day: self.vm.changes.look_again(held, day),
        )
        menu.open_at(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def offer_goals(self) -> None:
        """Offer the goals under way that the lesson might serve."""
        self.vm.read_goals(self._show_goals)

    @Slot()
    def open_note(self) -> None:
        """Open the note it came from."""
        if self.vm.notes:
            place = Place(PageName.NOTE, note=NoteId(self.vm.notes[0].id))
            self._desk.navigator.go(place)

    @cached_property
    def new_sheet(self) -> NewLessonSheet:
        """The sheet that begins a lesson."""
        return NewLessonSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def edit_sheet(self) -> EditLessonSheet:
        """The sheet of its title, days and people."""
        return EditLessonSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def change_sheet(self) -> ChangeSheet:
        """The sheet of the change."""
        return ChangeSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def thank_sheet(self) -> ThankSheet:
        """The sheet of the thanks."""
        return ThankSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def team_sheet(self) -> TeamSheet:
        """The sheet of what the team is told."""
        sheet = TeamSheet(self._desk, ground_of(self._tab))
        sheet.copied.connect(self._on_copied)
        return sheet

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setMimeData(private_text(words))
        self._pane.foot.tell_copied()

    @Slot(str, bool, bool)
    def _on_copied(self, words: str, is_other: bool, is_shared: bool) -> None:  # noqa: FBT001 - a signal's
        self._copy(words)
        if is_shared:
            self.vm.changes.share(words, self.vm.today())
        elif is_other:
            self.vm.changes.keep_team_words(words)

    def _show_goals(self, goals: Sequence[ServedGoal]) -> None:
        served = self.vm.goal
        foot = self._pane.foot
        menu = Menu(self._desk.theme, foot.goal_button)
        menu.setAccessibleName(strings.CHOOSE_GOAL)
        if served is not None:
            menu.add_item(strings.OPEN_GOAL, Icon.TARGET, run=partial(self._open_goal, served))
            menu.add_item(strings.CLEAR_GOAL, Icon.X, run=partial(self.vm.changes.serve, None))
            menu.addSeparator()
        for goal in goals:
            if served is None or goal.id != served.id:
                name = self._desk.directory.name_of(goal.person).partition(" ")[0]
                run = partial(self.vm.changes.serve, goal.id)
                menu.add_item(goal.title, Icon.TARGET, name, run)
        if not menu.actions():
            self._pane.tell(strings.NO_GOALS)
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(foot.goal_corner())
        menu.setActiveAction(menu.actions()[0])

    def _open_goal(self, goal: ServedGoal) -> None:
        place = Place(PageName.PERSON, person=goal.person, goal=goal.id, query="goals")
        self._desk.navigator.go(place)

    @Slot(str)
    def _on_hindered(self, sentence: str) -> None:
        self._pane.tell(sentence)
        lesson = self.vm.lesson
        if sentence and lesson is not None and lesson.state is LessonState.OPENED:
            self._pane.ask_for_condition()
