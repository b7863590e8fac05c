"""The tab "Goals & growth" of a person's page (SPEC §5.10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from managernotes.domain.growth import Mentoring
from managernotes.domain.identity import GoalId
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals import goals_tab_actions as keys
from managernotes_ui.goals.direction_part import DirectionPart
from managernotes_ui.goals.goal_card import GoalCard, head_row
from managernotes_ui.goals.goal_deeds import GoalDeeds
from managernotes_ui.goals.goal_list import GoalList
from managernotes_ui.goals.goals_empty import no_goal_yet
from managernotes_ui.goals.growth_deeds import Grown, GrowthDeeds
from managernotes_ui.goals.growth_part import GrowthPart
from managernotes_ui.goals.person_goals_vm import PersonGoalsViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LineList
from managernotes_ui.widgets.line_rows import REACH
from managernotes_ui.widgets.scroll_column import RING, ScrollColumn
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.undo_bar import UndoBar

LIST, LEAST, GAP, LEAST_SHARE = 284, 160, 20, 0.36
_ALL = 1000
"""A stretch beside which what teaches has its width, and begins where the rows do."""
LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""


class GoalsTab(TabBody):
    """Draws a PersonGoalsViewModel; a place that names a goal chooses it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.vm = PersonGoalsViewModel(desk.session, lambda: theme.cover.kinds, self)
        self.side, self.pane = ScrollColumn(theme), ScrollColumn(theme)
        self.list = GoalList(theme)
        self.direction = DirectionPart(theme)
        self.card = GoalCard(theme, self.pane)
        self.growth = GrowthPart(theme, self.pane)
        self._undo = UndoBar(theme, self, strings.UNDO)
        self.deeds = GoalDeeds(desk, self, self._undo)
        self.growth_deeds = GrowthDeeds(desk, self, self._undo)
        self._empty = no_goal_yet(theme, self.new_goal)
        self._year: QLabel = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._row = QHBoxLayout(self)
        self._build()
        self._connect()
        self._add_actions()

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the goals of a place's person; one that is named is chosen."""
        self.vm.show_person(place.person)
        if place.goal is not None:
            self._choose(place.goal)

    def take_focus(self) -> None:
        """Put the keyboard into the list; with no goal yet, onto the button that writes one."""
        is_empty = self.vm.shown is not None and self.vm.goal is None
        begin = self._empty.focusProxy() if is_empty else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows reach 12 px into it."""
        self._row.setContentsMargins(left - RING, 0, right - REACH - LANE - RING, 0)

    def leave(self) -> None:
        """Save what a sheet holds, and rest."""
        self.keep()
        self.vm.rest()

    def keep(self) -> None:
        """Save what a sheet holds."""
        self.deeds.flush()
        self.growth_deeds.flush()

    @property
    def has_unsaved(self) -> bool:
        """Whether words of a sheet are in memory only."""
        return self.deeds.is_stuck or self.growth_deeds.is_stuck

    @property
    def footer_items(self) -> Sequence[str]:
        """What a goal is."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The list, the course, the check-ins, the growth."""
        return (self.list, self.card.course, self.card.check_ins, self.growth.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its width, and less of a narrow window."""
        super().resizeEvent(event)
        width = min(self._desk.theme.scale.px(LIST), int(self.width() * LEAST_SHARE))
        self.side.setFixedWidth(max(width, LEAST) + 2 * RING)

    # --- what the keys do ---------------------------------------------------------------------

    @Slot()
    def new_goal(self) -> None:
        """Write a goal down for the person of the page."""
        self.deeds.new_goal(self.vm.person)

    @Slot()
    def check_in(self) -> None:
        """Say how the chosen goal stands."""
        goal = self.vm.goal
        if goal is not None and goal.ended_on is None:
            self.deeds.check_in(goal.id)

    @Slot()
    def plan_step(self) -> None:
        """Plan a step of growth or mentoring."""
        person, button = self.vm.person, self.growth.step
        if person is not None:
            corner = button.mapToGlobal(button.rect().bottomLeft())
            self.growth_deeds.offer_new(person, corner)

    @Slot()
    def write_direction(self) -> None:
        """Take down where they want to go."""
        if self.vm.person is not None:
            self.growth_deeds.direction_sheet.offer(self.vm.person)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(REACH, 0, REACH, 0)
        head.addWidget(head_row(self._desk.theme, strings.TITLE, self._year))
        side = self.side.column
        side.setContentsMargins(RING, 0, RING, 0)
        side.addLayout(head)
        side.addWidget(self.list)
        side.addWidget(self.direction)
        side.addStretch(1)
        self.side.hold(self.list)
        pane = self.pane.column
        pane.setContentsMargins(RING, 0, RING, 16)
        self.pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        pane.addWidget(self.card)
        teaching = QHBoxLayout()
        teaching.setContentsMargins(REACH, 0, REACH, 0)
        teaching.addWidget(self._empty, _ALL)
        teaching.addStretch(1)
        pane.addLayout(teaching)
        pane.addSpacing(8)
        pane.addWidget(self.growth)
        pane.addStretch(1)
        self._row.setSpacing(GAP - REACH - 2 * RING)
        self._row.addWidget(self.side)
        self._row.addWidget(self.pane, 1)
        self.card.hide()
        self._empty.hide()

    def _connect(self) -> None:
        card, growth = self.card, self.growth
        self.vm.changed.connect(self._on_changed)
        self.list.chosen.connect(self.vm.choose)
        self.deeds.added.connect(self._choose)
        self.list.opened.connect(self.deeds.edit)
        card.check_in.clicked.connect(self.check_in)
        card.step.clicked.connect(self._next_step)
        card.more.clicked.connect(self._show_menu)
        card.earlier.clicked.connect(self._show_all)
        card.check_ins.opened.connect(self._edit_check_in)
        card.course.selectionModel().currentChanged.connect(self._show_course)
        growth.step.clicked.connect(self.plan_step)
        growth.list.opened.connect(lambda _key: self._with_grown(self.growth_deeds.edit))
        self.direction.edit.clicked.connect(self.write_direction)
        self._offer_menu(self.list, self._goal_menu)
        self._offer_menu(growth.list, self._growth_menu)

    def _add_actions(self) -> None:
        actions, list_, growth = self._desk.actions, self.list, self.growth.list
        everywhere = (
            (keys.CHECK_IN, self.check_in),
            (keys.STEP, self.plan_step),
            (keys.DIRECTION, self.write_direction),
            (keys.EDIT, self._edit),
        )
        on_list = (
            (keys.NEXT, self._next_step),
            (keys.BACK, lambda: self._walk(-1)),
            (keys.ON, lambda: self._walk(1)),
            (keys.BIN, self._bin),
        )
        on_growth = (
            (keys.GROWTH_NEXT, lambda: self._with_grown(self.growth_deeds.next_step)),
            (keys.MET, self._met),
            (keys.BIN_GROWTH, lambda: self._with_grown(self.growth_deeds.bin)),
        )
        keys.add_actions(actions, self, everywhere, inside=True)
        keys.add_actions(actions, list_, on_list, inside=False)
        keys.add_actions(actions, growth, on_growth, inside=False)
        one = ((keys.BIN_CHECK_IN, self._bin_check_in),)
        keys.add_actions(actions, self.card.check_ins, one, inside=False)

    @Slot()
    def _on_changed(self) -> None:
        shown, goal = self.vm.shown, self.vm.goal
        is_read = shown is not None
        was_empty, is_empty = self._empty.isVisible(), is_read and goal is None
        held = self.list.hasFocus() or was_empty
        self.list.show_lines(self.vm.lines)
        self._year.setText(str(self.vm.today().year))
        self.direction.setVisible(is_read)
        self.growth.setVisible(is_read)
        self.card.setVisible(goal is not None)
        self._empty.setVisible(is_empty)
        if goal is not None:
            self.card.show_goal(goal, self.vm)
        self.direction.show_direction(self.vm)
        self.growth.show_growth(self.vm)
        self.side.fit()
        self.pane.fit()
        if held and was_empty is not is_empty and self.isVisible():
            self.begin()

    def _offer_menu(self, rows: LineList, show: object) -> None:
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(show)

    def _goal_menu(self, at: QPoint) -> None:
        goal = self.vm.goal
        if goal is not None:
            self.deeds.show_menu(goal, self.list.viewport().mapToGlobal(at))

    def _growth_menu(self, at: QPoint) -> None:
        corner = self.growth.list.viewport().mapToGlobal(at)
        self._with_grown(lambda one: self.growth_deeds.show_menu(one, corner))

    @Slot()
    def _show_menu(self) -> None:
        goal, more = self.vm.goal, self.card.more
        if goal is not None:
            self.deeds.show_menu(goal, more.mapToGlobal(more.rect().bottomLeft()))

    @Slot()
    def _show_all(self) -> None:
        self.vm.show_all()

    @Slot()
    def _next_step(self) -> None:
        if self.vm.goal is not None:
            self.deeds.next_step(self.vm.goal)

    @Slot()
    def _edit(self) -> None:
        if self.vm.goal is not None:
            self.deeds.edit(self.vm.goal.id)

    def _bin(self) -> None:
        if self.vm.goal is not None:
            self.deeds.bin(self.vm.goal.id)

    def _choose(self, goal: GoalId) -> None:
        self.list.choose(goal)
        self.vm.choose(goal)

    def _walk(self, by: int) -> None:
        self.card.course.walk(by)

    @Slot()
    def _show_course(self) -> None:
        self.pane.bring(self.card.course, self.card.course.rect())

    @Slot(object)
    def _edit_check_in(self, key: object) -> None:
        goal = self.vm.goal
        if goal is not None:
            one = next(one for one in goal.check_ins if one.id == key)
            self.deeds.edit_check_in(goal.id, one.id)

    def _bin_check_in(self) -> None:
        goal, key = self.vm.goal, self.card.check_ins.chosen_key
        one = next((one for one in goal.check_ins if one.id == key), None) if goal else None
        if one is not None:
            self.deeds.bin_check_in(one.id)

    def _met(self) -> None:
        one = self.vm.grown(self.growth.list.chosen_key)
        if isinstance(one, Mentoring):
            self.growth_deeds.met(one)

    def _with_grown(self, run: object) -> None:
        one: Grown | None = self.vm.grown(self.growth.list.chosen_key)
        if one is not None and callable(run):
            run(one)
