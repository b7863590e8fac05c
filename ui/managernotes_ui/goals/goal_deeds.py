"""What can be done with goals, from one person's tab and from the page of everybody's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import TopicState
from managernotes.domain.goal import Goal, GoalState
from managernotes.domain.goal_rules import MUST_SAY_WHAT_WAS_LEARNED, NEXT
from managernotes.domain.identity import CheckInId, GoalId, PersonId
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.ask_sheet import AskSheet
from managernotes_ui.goals.check_in_sheet import CheckInSheet
from managernotes_ui.goals.goal_sheet import GoalSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.menu import Menu, set_danger
from managernotes_ui.widgets.undo_bar import UndoBar

_STEP_ICONS = {
    GoalState.PAUSED: Icon.CLOCK,
    GoalState.DROPPED: Icon.X,
    GoalState.ACTIVE: Icon.PLAY,
    GoalState.REFLECTED: Icon.LIGHTBULB,
}


class GoalDeeds(QObject):
    """Asks in sheets over the page what has to be asked; what was done can be taken back."""

    added = Signal(object)
    """A new goal is on disk, by its id."""

    def __init__(self, desk: Desk, where: QWidget, undo: UndoBar) -> None:
        super().__init__(where)
        self._desk = desk
        self._where = where
        self._undo = undo

    @cached_property
    def goal_sheet(self) -> GoalSheet:
        """Writes a goal down, or edits one."""
        sheet = GoalSheet(self._desk, ground_of(self._where))
        sheet.added.connect(self._on_added)
        return sheet

    @cached_property
    def check_in_sheet(self) -> CheckInSheet:
        """Writes a check-in, or edits one."""
        return CheckInSheet(self._desk, ground_of(self._where))

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

    def new_goal(self, person: PersonId | None) -> None:
        """Write a goal down."""
        self.goal_sheet.offer(person)

    def edit(self, goal: GoalId) -> None:
        """Edit a goal."""
        self.goal_sheet.edit(goal)

    def check_in(self, goal: GoalId) -> None:
        """Say how a goal stands."""
        self.check_in_sheet.offer(goal)

    def edit_check_in(self, goal: GoalId, check_in: CheckInId) -> None:
        """Edit a check-in."""
        self.check_in_sheet.edit(goal, check_in)

    def next_step(self, goal: Goal) -> None:
        """Move a goal to its next state; where several follow, ask which."""
        states = NEXT[goal.state]
        if len(states) == 1:
            self.step(goal, states[0])
        elif states:
            menu = Menu(self._desk.theme, self._where)
            self._add_steps(menu, goal)
            self._open(menu, self._where.mapToGlobal(self._where.rect().center()))

    def step(self, goal: Goal, state: GoalState) -> None:
        """Move a goal on; what its guard misses is asked for where it is written (S07)."""
        wants_words = goal.outcome in MUST_SAY_WHAT_WAS_LEARNED and not goal.words.learned
        if state is GoalState.REFLECTED and wants_words:
            self.ask_sheet.ask(
                strings.LEARNED_TITLE,
                strings.LEARNED_HINT,
                partial(_reflect, goal.id),
                lambda: self._on_stepped(goal.id, state),
            )
            return
        self._desk.session.write(
            lambda workspace: workspace.goals.step(goal.id, state),
            changes=Changed.TALKS,
            done=lambda _goal: self._on_stepped(goal.id, state),
            failed=lambda error: self._on_refused(error, goal.id),
        )

    def take_back(self, goal: GoalId) -> None:
        """Take the last step of a goal back."""
        self._write(lambda workspace: workspace.goals.take_back(goal))

    def bin(self, goal: GoalId) -> None:
        """Move a goal to the bin."""
        self._write(
            lambda workspace: workspace.goals.bin(goal),
            strings.BINNED,
            lambda workspace: workspace.goals.restore(goal),
        )

    def bin_check_in(self, check_in: CheckInId) -> None:
        """Move a check-in to the bin."""
        self._write(
            lambda workspace: workspace.goals.remove_check_in(check_in),
            strings.CHECK_IN_BINNED,
            lambda workspace: workspace.goals.restore_check_in(check_in),
        )

    def put_on_agenda(self, goal: GoalId) -> None:
        """Make it a topic of the manager's for their next talk."""
        self._desk.session.write(
            lambda workspace: workspace.goals.put_on_agenda(goal),
            changes=Changed.TALKS,
            done=lambda topic: self._undo.offer(
                strings.ON_AGENDA,
                lambda: self._write(
                    lambda workspace: workspace.talks.settle_topic(topic.id, TopicState.LET_GO)
                ),
            ),
        )

    def show_menu(self, goal: Goal, corner: QPoint) -> None:
        """Open the menu of a goal: its next states, and what else can be done with it."""
        menu = Menu(self._desk.theme, self._where)
        self._add_steps(menu, goal)
        if len(goal.steps) > 1:
            menu.add_item(strings.TAKE_BACK, Icon.UNDO_2, run=lambda: self.take_back(goal.id))
        menu.addSeparator()
        menu.add_item(strings.EDIT, Icon.PENCIL, "F2", run=lambda: self.edit(goal.id))
        if goal.ended_on is None:
            menu.add_item(strings.AGENDA, Icon.LIST_CHECKS, run=lambda: self.put_on_agenda(goal.id))
        menu.addSeparator()
        menu.add_item(strings.BIN, Icon.TRASH_2, "Del", run=lambda: self.bin(goal.id))
        set_danger(menu.actions()[-1])
        self._open(menu, corner)

    def _add_steps(self, menu: Menu, goal: Goal) -> None:
        for state in NEXT[goal.state]:
            goes_on = state is GoalState.ACTIVE and goal.state is GoalState.PAUSED
            words = strings.GO_ON if goes_on else strings.STEPS[state]
            icon = _STEP_ICONS.get(state, Icon.CHECK)
            menu.add_item(words, icon, run=partial(self.step, goal, state))

    def _open(self, menu: Menu, corner: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])

    def _on_added(self, goal: Goal) -> None:
        self.added.emit(goal.id)
        self._undo.offer(
            strings.WRITTEN, lambda: self._write(lambda workspace: workspace.goals.bin(goal.id))
        )

    def _on_stepped(self, goal: GoalId, state: GoalState) -> None:
        words = strings.STEPPED.format(state=strings.STATES[state])
        self._undo.offer(words, lambda: self.take_back(goal))

    def _on_refused(self, error: Exception, goal: GoalId) -> None:
        """Open the goal with the guard's sentence in it: what is missing is written there."""
        if isinstance(error, InvalidInputError):
            self.goal_sheet.edit(goal, str(error))
        else:
            self._desk.session.failed.emit(error)

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

    def _open_sheets(self) -> list[GoalSheet | CheckInSheet]:
        made = (self.__dict__.get(name) for name in ("goal_sheet", "check_in_sheet"))
        return [sheet for sheet in made if sheet is not None]


def _reflect(goal: GoalId, workspace: Workspace, learned: str) -> object:
    """Keep what was learned, and look back on the goal with it."""
    words = replace(workspace.goals.get(goal).words, learned=learned)
    workspace.goals.reword(goal, words)
    return workspace.goals.step(goal, GoalState.REFLECTED)
