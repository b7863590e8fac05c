"""The page with everybody's goals, and beside it whose growth is alive (SPEC §7.24)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.goal import Goal
from managernotes.domain.goal_lists import GoalRow
from managernotes.domain.goal_lists import Standing as GoalStanding
from managernotes.domain.identity import GoalId, PersonId
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals import all_goals_actions as keys
from managernotes_ui.goals.all_goals_filter import AllGoalsFilter
from managernotes_ui.goals.all_goals_head import AllGoalsHead
from managernotes_ui.goals.all_goals_list import AllGoalsList
from managernotes_ui.goals.all_goals_vm import AllGoalsViewModel
from managernotes_ui.goals.goal_deeds import GoalDeeds
from managernotes_ui.goals.goals_empty import no_goal_shown, no_goal_yet
from managernotes_ui.goals.goals_tab_actions import add_actions
from managernotes_ui.goals.growth_panel import OVER_BELOW, GrowthPanel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.course_line import Standing
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.line_rows import REACH
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.undo_bar import UndoBar

NARROW = 960
PADDING, NARROW_PADDING, LANE = 32, 24, 12
WIDEST = 1120
_NOT_YET, _LISTED, _EMPTY, _NOTHING = range(4)


class AllGoalsPage(Page):
    """Draws an AllGoalsViewModel; a place that names a goal chooses it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.vm = AllGoalsViewModel(desk.session, desk.directory.name_of, self)
        self.header = QWidget()
        self._about = TextLabel(theme, "", Type.BODY, tone=Role.MUTED)
        self.check_in_button = make_button(
            theme,
            strings.CHECK_IN,
            icon=Icon.PLUS,
            role=ButtonRole.PRIMARY,
            key="C",
            tip=strings.CHECK_IN_TIP,
        )
        self.goal_button = make_button(theme, strings.GOAL, key="G", tip=strings.NEW_TIP)
        self.panel_button = icon_button(
            theme, Icon.PANEL_RIGHT, strings.PANEL, key="Ctrl+Alt+P", checkable=True
        )
        self.filter = AllGoalsFilter(theme)
        self.head = AllGoalsHead(theme)
        self.list = AllGoalsList(theme)
        self._panel = GrowthPanel(theme)
        self._is_open: bool | None = None
        """Whether the panel was opened or shut by hand; None: the window's width decides."""
        self._told = False
        """What the frame was last told of it."""
        self._undo = UndoBar(theme, self, strings.UNDO)
        self.deeds = GoalDeeds(desk, self, self._undo)
        self.deeds.added.connect(self._find)
        self._empty = no_goal_yet(theme, self.new_goal)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the goals; one that is named is chosen, in whichever list it is."""
        self.filter.show_people(self._desk.directory.people)
        if place.goal is not None:
            self._find(place.goal)
        self.vm.reload()
        self._place_panel()

    def take_focus(self) -> None:
        """Put the keyboard into the list, or onto the button that writes the first goal."""
        begin = self._empty.focusProxy() if self._stack.currentIndex() == _EMPTY else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what a sheet holds, and rest."""
        self.keep()
        self.vm.rest()

    def keep(self) -> None:
        """Save what a sheet holds."""
        self.deeds.flush()

    @property
    def has_unsaved(self) -> bool:
        """Whether words of a sheet are in memory only."""
        return self.deeds.is_stuck

    @property
    def to_prepare(self) -> Place | None:
        """Whose goal is chosen."""
        row = self.row
        return Place(PageName.PREPARE, person=row.person) if row is not None else None

    @property
    def footer_items(self) -> Sequence[FooterItem]:
        """What the dots mean."""
        standings = (Standing.ON_COURSE, Standing.WOBBLING, Standing.OFF_COURSE)
        return [FooterItem(one.value, dot=one) for one in standings]

    @property
    def panel(self) -> QWidget:
        """Whose growth is alive."""
        return self._panel

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the filter, the list."""
        return (self.header, self.filter, self.list)

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away and go back to the list."""
        self._is_open = False
        self._place_panel()
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, stop growing at 1120, and place the panel (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        right = side + max(0, self.width() - 2 * side - WIDEST)
        self._top.setContentsMargins(side, 0, right, 0)
        self._rows.setContentsMargins(side - REACH, 0, right - REACH - LANE, 0)
        # The splitter that holds this page is moving it now: its parts cannot change under it.
        QTimer.singleShot(0, self, self._place_panel)

    # --- what the keys do ---------------------------------------------------------------------

    @property
    def row(self) -> GoalRow | None:
        """The chosen goal."""
        return self.vm.row(self.list.chosen_key)

    @Slot()
    def new_goal(self) -> None:
        """Write a goal down, for whom the chosen one is unless another is said."""
        self.deeds.new_goal(self.row.person if self.row is not None else None)

    @Slot()
    def check_in(self) -> None:
        """Say how the chosen goal stands."""
        if self.row is not None:
            self.deeds.check_in(self.row.id)

    @Slot()
    def toggle_panel(self) -> None:
        """Open the panel, or put it away."""
        self._is_open = not self._panel.isVisible()
        self._place_panel()

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._desk.theme
        row = QHBoxLayout(self.header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(TextLabel(theme, strings.TITLE, Type.TITLE))
        row.addSpacing(4)
        self._about.setContentsMargins(0, 0, 0, 3)
        row.addWidget(self._about, 1, Qt.AlignmentFlag.AlignBottom)
        for button in (self.check_in_button, self.goal_button, self.panel_button):
            row.addWidget(button)
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._top.addWidget(self.header)
        self._top.addSpacing(16)
        self._top.addWidget(self.filter)
        self._top.addSpacing(8)
        self._top.addWidget(self.head)
        listed = QWidget()
        self._rows = QVBoxLayout(listed)
        self._rows.addWidget(self.list)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        nothing = no_goal_shown(theme, self._show_all)
        for page in (QWidget(), listed, EmptyRoom(theme, self._empty), EmptyRoom(theme, nothing)):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.check_in_button.clicked.connect(self.check_in)
        self.goal_button.clicked.connect(self.new_goal)
        self.panel_button.clicked.connect(self.toggle_panel)
        self.filter.wanted.connect(self.vm.show)
        self.list.opened.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.vm.changed.connect(self._on_changed)
        self._panel.closed.connect(self.close_panel)
        self._panel.person_wanted.connect(self._open_person)
        self._panel.goal_wanted.connect(self._find_goal)
        self._panel.agenda_wanted.connect(self._put_on_agenda)
        desk.directory.changed.connect(lambda: self.filter.show_people(desk.directory.people))
        here = (
            (keys.CHECK_IN, self.check_in),
            (keys.NEW, self.new_goal),
            (keys.PANEL, self.toggle_panel),
        )
        on_list = (
            (keys.OPEN, lambda: self._open(self.list.chosen_key)),
            (keys.EDIT, lambda: self._with_row(lambda row: self.deeds.edit(row.id))),
            (keys.AGENDA, lambda: self._with_row(lambda row: self.deeds.put_on_agenda(row.id))),
            (keys.BIN, lambda: self._with_row(lambda row: self.deeds.bin(row.id))),
        )
        add_actions(desk.actions, self, here, inside=True)
        add_actions(desk.actions, self.list, on_list, inside=False)

    @Slot()
    def _on_changed(self) -> None:
        shown = self.vm.shown
        assert shown is not None
        lines, began = self.vm.lines, self._stack.currentIndex()
        self.list.show_lines(lines)
        self._about.setText(strings.EVERYONE_IN.format(year=self.vm.today().year))
        self._panel.show_goals(self.vm)
        none = _NOTHING if shown.has_any else _EMPTY
        self._stack.setCurrentIndex(_LISTED if lines else none)
        is_empty = self._stack.currentIndex() == _EMPTY
        for part in (self.filter, self.head, self.check_in_button):
            part.setHidden(is_empty)
        self.head.setVisible(bool(lines))
        self.head.set_stacked(self.list.rows.is_stacked)
        if self._stack.currentIndex() != began and began in {_NOT_YET, _EMPTY} and self.isVisible():
            self.take_focus()

    @Slot()
    def _place_panel(self) -> None:
        """Show the panel beside a wide page; over a narrow one only when it is asked for."""
        over = self.window().width() < OVER_BELOW
        wanted = not over if self._is_open is None else self._is_open
        self.panel_button.setVisible(over or not wanted)
        self.panel_button.setChecked(wanted)
        if wanted != self._told:  # the frame moves this page for it, which asks again
            self._told = wanted
            self.panel_wanted.emit(wanted)
        self.head.set_stacked(self.list.rows.is_stacked)

    def _with_row(self, run: Callable[[GoalRow], object]) -> None:
        if self.row is not None:
            run(self.row)

    @Slot(object)
    def _open(self, key: object) -> None:
        row = self.vm.row(key)
        if row is not None:
            place = Place(PageName.PERSON, person=row.person, goal=row.id, query="goals")
            self._desk.navigator.go(place)

    @Slot(object)
    def _open_person(self, person: PersonId) -> None:
        self._desk.navigator.go(Place(PageName.PERSON, person=person, query="goals"))

    @Slot(object)
    def _find_goal(self, goal: GoalId) -> None:
        self._find(goal)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _put_on_agenda(self, goal: GoalId | None) -> None:
        if goal is not None:
            self.deeds.put_on_agenda(goal)

    def _find(self, goal: GoalId) -> None:
        """Choose a goal wherever it is: the list that it stands in is shown."""
        self.list.choose(goal)
        if self.vm.row(goal) is None:
            self._desk.session.read(
                lambda workspace: workspace.goals.get(goal),
                done=lambda found: self.filter.reset(_standing_of(found)),
                channel="goal-to-find",
            )

    def _show_all(self) -> None:
        self.filter.reset()
        self.take_focus()

    def _show_menu(self, at: QPoint) -> None:
        row, corner = self.row, self.list.viewport().mapToGlobal(at)
        if row is not None:
            self._desk.session.read(
                lambda workspace: workspace.goals.get(row.id),
                done=lambda goal: self.deeds.show_menu(goal, corner),
                channel="goal-menu",
            )


def _standing_of(goal: Goal) -> GoalStanding:
    return next(standing for standing in GoalStanding if goal.state in standing.states)
