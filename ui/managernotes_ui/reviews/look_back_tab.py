"""The tab "Month look-back": months, five questions, and what jogs the memory (SPEC §7.26)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.look_back import LookBackState, Month
from managernotes.domain.metric import Item, Metric
from managernotes_ui.common.actions import ActionSpec
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.first_name import short_names
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews import look_back_actions as actions
from managernotes_ui.reviews.done_sheet import DoneSheet
from managernotes_ui.reviews.item_places import place_of
from managernotes_ui.reviews.look_back_panel import LookBackPanel
from managernotes_ui.reviews.look_back_questions import (
    FIRST_OPEN,
    LANE,
    ONE_THING,
    LookBackQuestions,
)
from managernotes_ui.reviews.look_back_vm import Ended, LookBackViewModel
from managernotes_ui.reviews.look_back_words import LookBackLines
from managernotes_ui.reviews.metric_sheet import MetricSheet
from managernotes_ui.reviews.months_part import MonthsPart
from managernotes_ui.reviews.practice_list import PracticePart
from managernotes_ui.reviews.practice_vm import PracticeViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.shell.tabbed_page import PART
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.undo_bar import UndoBar

_BETWEEN = 20
_LIST_FROM = 560
"""A narrower tab, at text scale 1, has the months as a select over the questions."""


class LookBackTab(TabBody):
    """Draws a LookBackViewModel; what stands here is evidence for nothing (INV-11)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.vm = LookBackViewModel(desk.session, self)
        self.words = LookBackLines(DateWords(), self.vm.today, self._short_name)
        self.months = MonthsPart(theme)
        self.questions = LookBackQuestions(theme)
        practice = PracticeViewModel(desk.session, self)
        self.side = LookBackPanel(theme, PracticePart(theme, practice, desk.actions))
        self.skip_button = make_button(theme, strings.SKIP, role=ButtonRole.QUIET)
        self.reopen_button = make_button(theme, strings.REOPEN, role=ButtonRole.QUIET)
        self.done_button = make_button(
            theme, strings.DONE, role=ButtonRole.PRIMARY, key="Ctrl+Enter", tip=strings.DONE_TIP
        )
        self._buttons = QWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._wants = ""
        self._is_chosen_here = False
        self._build()
        self._connect()
        self._show_buttons()

    @cached_property
    def done_sheet(self) -> DoneSheet:
        """The sheet that ends a month; built when it is first wanted."""
        return DoneSheet(self._desk, ground_of(self), self.vm.today)

    @cached_property
    def metric_sheet(self) -> MetricSheet:
        """The sheet with the items of a metric."""
        sheet = MetricSheet(self._desk, ground_of(self), lambda: self.words)
        sheet.opened.connect(self._open_item)
        return sheet

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the month that a place names, and go to the question that it names."""
        self._wants = place.query.partition(PART)[2]
        self.vm.show(place.month)
        if self.side.shows_practice:
            self.side.practice.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the question that was asked for, else the first open one."""
        if not self.vm.is_read and not self._wants:
            self._wants = FIRST_OPEN
        self.questions.take_focus(self._wants)

    def leave(self) -> None:
        """Hand the answers to the vault; nothing is read while the tab is not seen."""
        self.vm.rest()
        self.side.practice.vm.rest()

    def keep(self) -> None:
        """Hand the answers to the vault, and stay."""
        self.vm.flush()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; the scroll bar lies in it."""
        self._row.setContentsMargins(left, 0, max(right - LANE, 0), 0)

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer is in memory only."""
        return self.vm.has_unsaved

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """Skip it, open it again, done."""
        return (self._buttons,)

    @property
    def panel(self) -> QWidget:
        """What the month was made of, and my practice."""
        return self.side

    @property
    def footer_items(self) -> Sequence[str]:
        """That what concerns a person is found when they ask."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The months and the questions."""
        return (self.months.list, self.months.select, self.questions)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        for button in (self.skip_button, self.reopen_button, self.done_button):
            buttons.addWidget(button)
        questions = QVBoxLayout()
        questions.setSpacing(8)
        questions.addWidget(self.months.select, 0, Qt.AlignmentFlag.AlignLeft)
        questions.addWidget(self.questions, 1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.months)
        self._row.addLayout(questions, 1)
        self._desk.theme.changed.connect(self._measure)
        self._measure()

    def _connect(self) -> None:
        desk = self._desk
        self.months.chosen.connect(self._on_month_chosen)
        self.months.list.opened.connect(lambda _month: self.questions.take_focus())
        self.questions.typed.connect(self.vm.put)
        self.skip_button.clicked.connect(self.vm.skip)
        self.reopen_button.clicked.connect(self.vm.reopen)
        self.done_button.clicked.connect(self._done)
        self.side.opened.connect(self._open_item)
        self.side.practice.list.opened.connect(self._open_metric)
        self.vm.changed.connect(self._on_changed)
        self.vm.answers_changed.connect(self._on_answers)
        self.vm.ended.connect(self._on_ended)
        desk.directory.changed.connect(self._on_changed)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        table: tuple[tuple[ActionSpec, Callable[[], None]], ...] = (
            (actions.DONE, self._done),
            (actions.BEFORE, lambda: self.vm.step(-1)),
            (actions.AFTER, lambda: self.vm.step(1)),
        )
        for spec, run in table:
            desk.actions.add(spec, self, run, scope=here)
        desk.actions.add(actions.PRACTICE, self, self._show_practice)

    def _short_name(self, person: PersonId) -> str:
        directory = self._desk.directory
        name = directory.name_of(person)
        return short_names(one.display_name for one in directory.people).get(name, name)

    def _show_practice(self) -> None:
        self.side.show_practice()
        self.side.practice.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _done(self) -> None:
        if self.vm.state is LookBackState.DONE:
            return
        month, thing = self.words.month_alone(self.vm.month), self.vm.answers[ONE_THING]
        self.vm.flush()
        self.done_sheet.offer(month, " ".join(thing.split()), self.vm.finish)

    def _open_item(self, item: Item) -> None:
        self._desk.navigator.go(place_of(item))

    @Slot(object)
    def _open_metric(self, metric: object) -> None:
        reading = self.side.practice.vm.reading(metric) if isinstance(metric, Metric) else None
        if reading is not None:
            self.metric_sheet.offer(reading)

    @Slot(object)
    def _on_month_chosen(self, month: object) -> None:
        if isinstance(month, Month) and month != self.vm.month:
            self._wants = ""
            self.vm.show(month)

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        if "done_sheet" in self.__dict__:
            self.done_sheet.close_sheet()
        done = ended.state is LookBackState.DONE
        words = strings.WAS_DONE if done else strings.WAS_SKIPPED
        month = self.words.month_alone(ended.month)
        self._undo.offer(words.format(month=month), ended.undo)

    @Slot()
    def _on_changed(self) -> None:
        read = self.vm.read
        if read is None:
            return
        self.months.show_months(self.words.months(read.rows), self.vm.month)
        if read.material.month == self.vm.month:
            month = self.words.month_alone(self.vm.month)
            self.side.show_month(month, self.words.material(read.material))

    @Slot()
    def _on_answers(self) -> None:
        month = self.vm.month
        self.questions.show_month(self.words.month(month), self.words.month_alone(month.plus(1)))
        self.questions.show_answers(self.vm.answers)
        self._show_buttons()
        if self._wants and self.isVisible():
            wanted, self._wants = self._wants, ""
            QTimer.singleShot(0, self, lambda: self.questions.take_focus(wanted))

    def _show_buttons(self) -> None:
        is_open = self.vm.state is LookBackState.OPEN
        self.skip_button.setVisible(is_open)
        self.done_button.setVisible(self.vm.state is not LookBackState.DONE)
        self.reopen_button.setVisible(not is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the months as a list, or as a select where the questions need the room."""
        super().resizeEvent(event)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        room = self.width() / self._desk.theme.scale.text
        self.months.set_narrow(room < _LIST_FROM)
        self.questions.set_titled(room >= _LIST_FROM)
