"""What can be done with somebody's direction, steps of growth and mentoring (S15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from managernotes.domain.growth import GrowthStep, Mentoring, MentoringState, StepState
from managernotes.domain.growth_rules import NEXT, lacks_words
from managernotes.domain.identity import GrowthStepId, MentoringId, PersonId
from managernotes.domain.mentoring_rules import ORDER
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.ask_sheet import AskSheet
from managernotes_ui.goals.direction_sheet import DirectionSheet
from managernotes_ui.goals.mentoring_sheet import MentoringSheet
from managernotes_ui.goals.step_sheet import StepSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.menu import Menu, set_danger
from managernotes_ui.widgets.undo_bar import UndoBar

Grown = GrowthStep | Mentoring
_ASKED = {
    StepState.DONE: (strings.REFLECT_TITLE, strings.REFLECTION_HINT, "reflection"),
    StepState.APPLIED: (strings.APPLY_TITLE, strings.APPLIED_HINT, "applied_where"),
}


class GrowthDeeds(QObject):
    """Asks in sheets over the page what has to be asked; what was done can be taken back."""

    def __init__(self, desk: Desk, where: QWidget, undo: UndoBar) -> None:
        super().__init__(where)
        self._desk = desk
        self._where = where
        self._undo = undo

    @cached_property
    def step_sheet(self) -> StepSheet:
        """Plans a step, or edits one."""
        return StepSheet(self._desk, ground_of(self._where))

    @cached_property
    def mentoring_sheet(self) -> MentoringSheet:
        """Plans mentoring, or edits it."""
        return MentoringSheet(self._desk, ground_of(self._where))

    @cached_property
    def direction_sheet(self) -> DirectionSheet:
        """Takes down where they want to go."""
        return DirectionSheet(self._desk, ground_of(self._where))

    @cached_property
    def ask_sheet(self) -> AskSheet:
        """Asks for the sentence that a state wants."""
        return AskSheet(self._desk, ground_of(self._where))

    @property
    def is_stuck(self) -> bool:
        """Whether words of a sheet are in memory only."""
        return any(sheet.saver.is_stuck for sheet in self._open_sheets())

    def flush(self) -> None:
        """Save what is typed in a sheet."""
        for sheet in self._open_sheets():
            sheet.saver.flush()

    def edit(self, one: Grown) -> None:
        """Edit a step or a mentoring."""
        if isinstance(one, GrowthStep):
            self.step_sheet.edit(one.id)
        else:
            self.mentoring_sheet.edit(one.id)

    def offer_new(self, person: PersonId, corner: QPoint) -> None:
        """Ask whether a step or mentoring is planned."""
        menu = Menu(self._desk.theme, self._where)
        menu.add_item(strings.NEW_STEP, Icon.SPROUT, "G", run=lambda: self.step_sheet.offer(person))
        menu.add_item(
            strings.NEW_MENTORING, Icon.USERS, run=lambda: self.mentoring_sheet.offer(person)
        )
        self._open(menu, corner)

    def next_step(self, one: Grown) -> None:
        """Move it to its usual next state; what that asks is asked first."""
        if isinstance(one, Mentoring):
            self._next_of_mentoring(one)
        elif NEXT[one.state]:
            self._move(one, NEXT[one.state][0])

    def met(self, one: Mentoring) -> None:
        """Note that they met today."""
        today = self.step_sheet.today()
        if today not in one.met_on:
            self._write(
                lambda workspace: workspace.growth.met(one.id, today),
                strings.WAS_MET,
                lambda workspace: workspace.growth.not_met(one.id, today),
            )

    def bin(self, one: Grown) -> None:
        """Move a step or a mentoring to the bin."""
        if isinstance(one, GrowthStep):
            step = one.id
            self._write(
                lambda workspace: workspace.growth.bin_step(step),
                strings.STEP_BINNED,
                lambda workspace: workspace.growth.restore_step(step),
            )
            return
        mentoring = one.id
        self._write(
            lambda workspace: workspace.growth.bin_mentoring(mentoring),
            strings.MENTORING_BINNED,
            lambda workspace: workspace.growth.restore_mentoring(mentoring),
        )

    def show_menu(self, one: Grown, corner: QPoint) -> None:
        """Open the menu of a step or a mentoring."""
        menu = Menu(self._desk.theme, self._where)
        if isinstance(one, GrowthStep):
            for state in NEXT[one.state]:
                icon = Icon.X if state is StepState.STOPPED else Icon.CHECK
                run = partial(self._move, one, state)
                menu.add_item(strings.MOVES[state], icon, run=run)
        elif one.state is not MentoringState.ENDED:
            menu.add_item(strings.MET, Icon.CHECK, "M", run=lambda: self.met(one))
            words = strings.MENTORING_MOVES[_after(one)]
            menu.add_item(words, Icon.CHECK, run=lambda: self._next_of_mentoring(one))
        menu.addSeparator()
        menu.add_item(strings.EDIT, Icon.PENCIL, "Enter", run=lambda: self.edit(one))
        menu.add_item(strings.BIN, Icon.TRASH_2, "Del", run=lambda: self.bin(one))
        set_danger(menu.actions()[-1])
        self._open(menu, corner)

    def _open(self, menu: Menu, corner: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])

    def _move(self, step: GrowthStep, state: StepState) -> None:
        def tell() -> None:
            words = strings.MOVED.format(state=strings.STEP_STATES[state])
            self._undo.offer(
                words,
                lambda: self._write(lambda workspace: workspace.growth.take_back_step(step.id)),
            )

        if lacks_words(state, step.words):
            question, hint, name = _ASKED[state]
            answered = partial(_step_with_words, step.id, state, name)
            self.ask_sheet.ask(question, hint, answered, tell)
            return
        self._desk.session.write(
            lambda workspace: workspace.growth.move_step(step.id, state),
            changes=Changed.TALKS,
            done=lambda _step: tell(),
        )

    def _next_of_mentoring(self, one: Mentoring) -> None:
        if one.state is MentoringState.ENDED:
            return
        state = _after(one)

        def tell() -> None:
            words = strings.MOVED_MENTORING.format(state=strings.MENTORING_STATES[state])
            self._undo.offer(
                words,
                lambda: self._write(lambda workspace: workspace.growth.take_back_mentoring(one.id)),
            )

        if state is MentoringState.ENDED and not one.words.gained:
            answered = partial(_end_with_words, one.id)
            self.ask_sheet.ask(strings.GAIN_TITLE, strings.GAINED_HINT, answered, tell)
            return
        self._desk.session.write(
            lambda workspace: workspace.growth.move_mentoring(one.id, state),
            changes=Changed.TALKS,
            done=lambda _one: tell(),
        )

    def _write(
        self,
        work: Callable[[Workspace], object],
        words: str = "",
        undo: Callable[[Workspace], object] | None = None,
    ) -> None:
        def done(_outcome: object) -> None:
            if undo is not None:
                self._undo.offer(words, lambda: self._write(undo))

        self._desk.session.write(work, changes=Changed.TALKS, done=done)

    def _open_sheets(self) -> list[StepSheet | MentoringSheet | DirectionSheet]:
        names = ("step_sheet", "mentoring_sheet", "direction_sheet")
        return [sheet for name in names if (sheet := self.__dict__.get(name)) is not None]


def _after(one: Mentoring) -> MentoringState:
    return ORDER[ORDER.index(one.state) + 1]


def _step_with_words(
    step: GrowthStepId, state: StepState, name: str, workspace: Workspace, answer: str
) -> object:
    words = replace(workspace.growth.step(step).words, **{name: answer})
    workspace.growth.reword_step(step, words)
    return workspace.growth.move_step(step, state)


def _end_with_words(one: MentoringId, workspace: Workspace, answer: str) -> object:
    words = replace(workspace.growth.mentoring(one).words, gained=answer)
    workspace.growth.reword_mentoring(one, words)
    return workspace.growth.move_mentoring(one, MentoringState.ENDED)
