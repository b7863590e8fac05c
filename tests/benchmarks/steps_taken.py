"""What is done with talks, one step after another, as a manager does it by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.domain.conversation import ONE_ON_ONES, ConversationState, ConversationType
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.preparation import Step as PreparingStep
from managernotes.services.workspace import Workspace
from managernotes_ui.conversations.brief_page import BriefPage
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.talk_page import TalkPage
from managernotes_ui.meeting.after_page import AfterPage
from managernotes_ui.meeting.rehearse_page import RehearsePage
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.templates.templates_page import TemplatesPage
from managernotes_ui.today.today_page import TodayPage
from managernotes_ui.today.today_rows import CardRow, Column
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.growth_steps import GrowthSteps
from tests.benchmarks.running_app import RunningApp

Step = Callable[[str, Callable[[], None], Callable[[], bool]], None]
_LINE = "I ask the vendor about the terms by Fri"
_ANSWER = "We look at it together"
_LOOKED_FOR = "ask the ve"


@dataclass(frozen=True, slots=True)
class Subjects:
    """Whom and what the steps are about, of a sample vault."""

    person: PersonId
    hard: tuple[ConversationId, ...]
    one_on_ones: tuple[ConversationId, ...]


class StepsTaken:
    """Each `take` goes through all of them once; `step` measures one."""

    def __init__(self, app: RunningApp, step: Step) -> None:
        self._app = app
        self._step = step
        self._subjects = app.ask(_subjects)
        self._growth = GrowthSteps(app, step)
        self._round = 0

    def take(self) -> None:
        """Go through the day once."""
        self._today()
        self._lists()
        self._person()
        self._preparing()
        self._meeting()
        self._afterwards()
        self._one_on_one()
        self._palette()
        self._growth.take()
        self._round += 1

    # --- the pages ----------------------------------------------------------------------------

    def _today(self) -> None:
        self._go(Place(PageName.PEOPLE))
        self._step("today", lambda: self._app.press("Ctrl+1"), lambda: self._shows(TodayPage))
        page = self._app.page(TodayPage)
        cards = page.lists.columns[Column.RAISE].list
        cards.setFocus(Qt.FocusReason.OtherFocusReason)
        row = page.lists.row
        assert isinstance(row, CardRow)
        self._step(
            "said",
            lambda: self._app.press("S"),
            lambda: row not in page.vm.rows.columns[Column.RAISE],
        )

    def _lists(self) -> None:
        self._step(
            "conversations",
            lambda: self._app.press("Ctrl+2"),
            lambda: self._shows(ConversationsPage),
        )
        page = self._app.page(ConversationsPage)
        for number, name in ((1, "promises"), (2, "threads")):
            self._step(name, partial(page.tabs.setCurrentIndex, number), _at_once)
        self._step("templates", lambda: self._app.press("Ctrl+5"), self._templates_shown)

    def _person(self) -> None:
        self._go(Place(PageName.PERSON, person=self._subjects.person))
        page = self._app.page(PersonPage)
        page.tabs.setCurrentIndex(0)
        self._step("person", lambda: page.tabs.setCurrentIndex(1), _at_once)

    # --- a hard talk --------------------------------------------------------------------------

    def _preparing(self) -> None:
        talk = self._hard
        self._step(
            "prepare",
            lambda: self._app.go(Place(PageName.PREPARE, conversation=talk)),
            lambda: self._prepares(talk),
        )
        page = self._app.page(PreparePage)
        page.vm.go_to(page.vm.steps[0])
        for wanted in page.vm.steps[1:]:
            self._step(
                "next_step", lambda: self._app.press("Ctrl+Down"), partial(_is_at, page, wanted)
            )
        page.vm.go_to(page.vm.steps[6])
        page.take_focus()
        for letter in _ANSWER:
            self._type("letter", letter)
        self._step("answer_saved", page.vm.save_now, _at_once)

    def _meeting(self) -> None:
        talk = self._hard
        self._step("rehearse", lambda: self._app.press("F5"), lambda: self._shows(RehearsePage))
        self._go(Place(PageName.PREPARE, conversation=talk))
        self._step("discreet_view", lambda: self._app.press("F7"), self._is_discreet)
        self._app.vault.discreet_view.close()
        self._app.window.activateWindow()

    def _afterwards(self) -> None:
        talk = self._hard
        self._step(
            "after_log",
            lambda: self._app.go(Place(PageName.AFTER_TALK, conversation=talk)),
            lambda: self._shows(AfterPage),
        )
        page = self._app.page(AfterPage)
        agreed = page.questions.questions["agreed"].field
        agreed.setFocus()
        agreed.moveCursor(agreed.textCursor().MoveOperation.End)
        QTest.keyClick(agreed, Qt.Key.Key_Return)
        for letter in _LINE:
            self._type("becomes", letter)
        self._step("log_saved", page.vm.save_now, _at_once)

    # --- a one-to-one -------------------------------------------------------------------------

    def _one_on_one(self) -> None:
        talks = self._subjects.one_on_ones
        talk = talks[self._round % len(talks)]
        self._step(
            "brief",
            lambda: self._app.go(Place(PageName.BRIEF, conversation=talk)),
            lambda: self._shows(BriefPage) and self._app.page(BriefPage).vm.read is not None,
        )
        self._step(
            "one_on_one",
            lambda: self._app.go(Place(PageName.TALK, conversation=talk)),
            lambda: self._talks(talk),
        )

    def _palette(self) -> None:
        self._step("palette", lambda: self._app.press("Ctrl+K"), _at_once)
        for letter in _LOOKED_FOR:
            self._type("palette_letter", letter)
        self._app.press("Esc")

    # --- inside -------------------------------------------------------------------------------

    @property
    def _hard(self) -> ConversationId:
        return self._subjects.hard[self._round % len(self._subjects.hard)]

    def _type(self, name: str, letter: str) -> None:
        self._step(name, lambda: QTest.keyClicks(_focus(), letter), _at_once)

    def _go(self, place: Place) -> None:
        self._app.go(place)
        wait_until(lambda: self._app.is_idle)

    def _shows(self, kind: type[QWidget]) -> bool:
        return isinstance(self._app.vault.view.page, kind)

    def _prepares(self, talk: ConversationId) -> bool:
        if not self._shows(PreparePage):
            return False
        read = self._app.page(PreparePage).vm.read
        return read is not None and read.desk.conversation.id == talk

    def _talks(self, talk: ConversationId) -> bool:
        shown = self._app.page(TalkPage).vm.talk if self._shows(TalkPage) else None
        return shown is not None and shown.id == talk

    def _templates_shown(self) -> bool:
        return self._shows(TemplatesPage) and bool(self._app.page(TemplatesPage).vm.templates)

    def _is_discreet(self) -> bool:
        window = self._app.vault.discreet_view.window
        return window is not None and bool(window.vm.cards)


def _at_once() -> bool:
    return True


def _is_at(page: PreparePage, step: PreparingStep) -> bool:
    return page.vm.step is step


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _subjects(workspace: Workspace) -> Subjects:
    ahead = workspace.talks.lists().planned
    hard = [row for row in ahead if row.type is ConversationType.TOUGH]
    ones = [row for row in ahead if row.type in ONE_ON_ONES]
    ones.sort(key=lambda row: row.planned_on or date.max)
    prepared = [row for row in hard if row.state is not ConversationState.POSTPONED]
    counted = workspace.people.list_people()
    person = max((one.id for one in counted), key=workspace.notes.count)
    return Subjects(person, tuple(row.id for row in prepared), tuple(row.id for row in ones))
