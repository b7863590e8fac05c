"""Once through goals, expectations, reviews, lessons and a handover, measured at each step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.domain.check_in_rules import WITHOUT_VALUE
from managernotes.domain.goal import CheckInWords, Goal, NewCheckIn
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName
from managernotes_ui.goals.all_goals_page import AllGoalsPage
from managernotes_ui.goals.goals_tab import GoalsTab
from managernotes_ui.handover.handover_page import HandoverPage
from managernotes_ui.handover.handover_vm import Step as HandoverStep
from managernotes_ui.lessons.lessons_tab import LessonsTab
from managernotes_ui.notes.standard_menu import StandardMenu
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.reviews.even_tab import EvenTab
from managernotes_ui.reviews.look_back_tab import LookBackTab
from managernotes_ui.reviews.reviews_page import ReviewsPage
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.standards.expectations_tab import ExpectationsTab
from managernotes_ui.standards.standards_page import StandardsPage
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.running_app import RunningApp

T = TypeVar("T", bound=QWidget)
Step = Callable[[str, Callable[[], None], Callable[[], bool]], None]


class GrowthSteps:
    """Each `take` goes through all of them once, about somebody with a goal and many notes."""

    def __init__(self, app: RunningApp, step: Step) -> None:
        self._app = app
        self._step = step
        self._goal = app.ask(_goal)
        self._person = self._goal.person

    def take(self) -> None:
        """Go through them once."""
        self._goals()
        self._expectations()
        self._reviews()
        self._lessons()
        self._standards()
        self._handover()

    def _goals(self) -> None:
        self._go(Place(PageName.PEOPLE))
        self._step("goals", lambda: self._app.press("Ctrl+3"), self._goals_shown)
        self._go(Place(PageName.PERSON, person=self._person))
        goals = Place(PageName.PERSON, person=self._person, query="goals")
        self._step("growth", lambda: self._app.go(goals), self._growth_shown)
        self._step("checked_in", self._check_in, _at_once)

    def _expectations(self) -> None:
        self._go(Place(PageName.PERSON, person=self._person))
        there = Place(PageName.PERSON, person=self._person, query="expectations")
        self._step("expectations", lambda: self._app.go(there), self._grid_shown)
        tab = self._tab(PersonPage, ExpectationsTab)
        assert tab is not None
        tab.card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._step("cell", lambda: self._app.press("Left"), _at_once)
        for _ in range(tab.card.table.model().columnCount()):
            if tab.list.model().rowCount():
                break
            self._app.press("Left")
            wait_until(lambda: self._app.is_idle)
        tab.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._step("measure", lambda: self._app.press("E"), _menu_filled)
        menu = _menu()
        assert menu is not None
        self._step("measured", menu.actions()[0].trigger, _at_once)
        menu.close()

    def _reviews(self) -> None:
        self._go(Place(PageName.PEOPLE))
        self._step("even_hand", lambda: self._app.press("Ctrl+4"), self._even_shown)
        back = Place(PageName.REVIEWS, query="look-back")
        self._step("look_back", lambda: self._app.go(back), self._month_shown)
        tab = self._tab(ReviewsPage, LookBackTab)
        assert tab is not None
        side = tab.side
        side.segments.set_current(0)
        self._step(
            "practice", side.show_practice, lambda: side.shows_practice and side.practice.vm.is_read
        )

    def _lessons(self) -> None:
        self._go(Place(PageName.CONVERSATIONS))
        there = Place(PageName.CONVERSATIONS, query=TabName.LESSONS)
        self._step("lessons", lambda: self._app.go(there), self._lessons_shown)

    def _standards(self) -> None:
        self._go(Place(PageName.PEOPLE))
        there = Place(PageName.STANDARDS)
        self._step("standards", lambda: self._app.go(there), lambda: self._shows(StandardsPage))

    def _handover(self) -> None:
        self._go(Place(PageName.HANDOVER))
        vm = self._app.page(HandoverPage).vm
        vm.turn_person(self._person)
        self._step("handover", vm.go_on, lambda: vm.step is HandoverStep.WHAT)

    # --- inside -------------------------------------------------------------------------------

    def _check_in(self) -> None:
        new = NewCheckIn(
            goal=self._goal.id,
            words=CheckInWords(fact="Two of the five interviews are done"),
            value=None if self._goal.measured_by in WITHOUT_VALUE else 1.0,
        )
        self._app.write(lambda workspace: workspace.goals.check_in(new), Changed.TALKS)

    def _go(self, place: Place) -> None:
        self._app.go(place)
        wait_until(lambda: self._app.is_idle)

    def _shows(self, kind: type[Page]) -> bool:
        return isinstance(self._app.vault.view.page, kind)

    def _tab(self, page: type[Page], kind: type[T]) -> T | None:
        """Return the tab of a kind that the page on show has, once it is built."""
        return self._app.page(page).findChild(kind) if self._shows(page) else None

    def _goals_shown(self) -> bool:
        return self._shows(AllGoalsPage) and self._app.page(AllGoalsPage).vm.shown is not None

    def _growth_shown(self) -> bool:
        tab = self._tab(PersonPage, GoalsTab)
        return tab is not None and tab.vm.shown is not None

    def _grid_shown(self) -> bool:
        tab = self._tab(PersonPage, ExpectationsTab)
        return tab is not None and tab.vm.read is not None

    def _even_shown(self) -> bool:
        tab = self._tab(ReviewsPage, EvenTab)
        return tab is not None and tab.vm.is_read

    def _month_shown(self) -> bool:
        tab = self._tab(ReviewsPage, LookBackTab)
        return tab is not None and tab.vm.is_read

    def _lessons_shown(self) -> bool:
        tab = self._tab(ConversationsPage, LessonsTab)
        return tab is not None and tab.vm.is_read


def _at_once() -> bool:
    return True


def _menu() -> StandardMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, StandardMenu) else None


def _menu_filled() -> bool:
    menu = _menu()
    return menu is not None and bool(menu.actions())


def _goal(workspace: Workspace) -> Goal:
    """Return a goal under way, of who has the most notes."""
    found = [
        goal
        for person in workspace.people.list_people()
        for goal in workspace.goals.of_person(person.id)
        if goal.ended_on is None
    ]
    return max(found, key=lambda goal: workspace.notes.count(goal.person))
