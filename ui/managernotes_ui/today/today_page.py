"""The first page: Thank, Help, Raise; promises, one-to-ones, what to look at again (SPEC §5.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.observation import Kind
from managernotes_ui.common.actions import ActionSpec
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import today as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.today import today_commands as commands
from managernotes_ui.today.card_buttons import Step
from managernotes_ui.today.today_empty import EmptyDay, good_day, nobody_yet
from managernotes_ui.today.today_foot import TodayFoot
from managernotes_ui.today.today_header import TodayHeader
from managernotes_ui.today.today_lists import NARROW, NARROW_PADDING, PADDING, TodayLists
from managernotes_ui.today.today_places import leads_to
from managernotes_ui.today.today_planning import TodayPlanning
from managernotes_ui.today.today_rows import CardRow, Column, PromiseRow, Row, Sort, TalkRow
from managernotes_ui.today.today_thanks import TodayThanks
from managernotes_ui.today.today_vm import TodayViewModel
from managernotes_ui.today.today_words import TodayWords
from managernotes_ui.widgets.undo_bar import UndoBar

_TOP, _GAP, _NARROW_GAP = 24, 24, 16
_PREPARE = "prepare"


class TodayPage(Page):
    """Header over five lists; on a good day a kind word instead."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, dates = desk.theme, DateWords()
        self.vm = TodayViewModel(
            desk.session,
            desk.today,
            TodayWords(dates, desk.directory.name_of, lambda: theme.cover.kinds),
            self,
        )
        # From the outside in: each time a part moves, all of it is styled anew.
        self.header = TodayHeader(theme, dates, self)
        self._stack = QStackedWidget(self)
        self._unread = QWidget(self._stack)
        self.lists = TodayLists(theme, self._steps_of, self._stack)
        self._planning = TodayPlanning(theme, desk.session, dates, self.vm, self)
        self._thanks = TodayThanks(desk.session, self)
        self.undo_bar = UndoBar(theme, self, strings.UNDO)
        self._wants_focus = False
        self.foot = TodayFoot(desk.session, dates, self.isVisible, self)
        self._build()
        self._connect()
        self._add_actions()
        self._on_changed()

    @cached_property
    def good_day(self) -> EmptyDay:
        """What is said when nothing waits; built on the first such day."""
        return self._added(good_day(self._desk.theme, self._write_note))

    @cached_property
    def nobody_yet(self) -> EmptyDay:
        """What is taught while there is nobody."""
        return self._added(nobody_yet(self._desk.theme, self._add_person))

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, _place: Place) -> None:
        """Show the day."""
        self.header.show_day(self.vm.today())
        self.header.offer_preparing(any(spec.name == _PREPARE for spec, _ in self._desk.actions))
        self.vm.reload()
        if self.vm.is_read:
            self.foot.reload()

    def take_focus(self) -> None:
        """Put the keyboard on the chosen row, or on the button of the empty page."""
        self._wants_focus = not self.vm.is_read
        shown = self._stack.currentWidget()
        if shown is self.lists:
            self.lists.prefer_first_card()
            self.lists.enter()
        elif isinstance(shown, EmptyDay):
            shown.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the columns, the lists below."""
        lists = (one for one in self.lists.lists if one.isVisible())
        return (self.header, *lists)

    @property
    def footer_items(self) -> Sequence[str]:
        """The month to look back on, what the vault waits for, how somebody likes to be thanked."""
        items = (*self.foot.items(self.vm.rows.loose_number), self._thanks.line)
        return tuple(filter(None, items))

    @property
    def to_prepare(self) -> Place | None:
        """The chosen concern, or who the chosen row is about."""
        row = self.lists.row
        if not isinstance(row, CardRow | PromiseRow | TalkRow):
            return None
        is_concern = isinstance(row, CardRow) and row.kind is Kind.CONCERN
        note = row.target.note if is_concern else None
        return Place(PageName.PREPARE, person=row.target.person, note=note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        self._head.setContentsMargins(side, 0, side, 0)
        self._column.setSpacing(_NARROW_GAP if side == NARROW_PADDING else _GAP)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self.header)
        for state in (self._unread, self.lists):
            self._stack.addWidget(state)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _TOP, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)

    def _added(self, state: EmptyDay) -> EmptyDay:
        self._stack.addWidget(state)
        return state

    def _connect(self) -> None:
        self.header.note_wanted.connect(self._write_note)
        self.header.prepare_wanted.connect(self._prepare)
        self.vm.changed.connect(self._on_changed)
        self.vm.done.connect(self.undo_bar.offer)
        self.foot.changed.connect(lambda: self.footer_items_changed.emit(list(self.footer_items)))
        self._desk.directory.changed.connect(self.vm.look_again)
        self._desk.theme.cover_changed.connect(self.vm.look_again)
        for view in self.lists.columns.values():
            view.list.step_wanted.connect(self._run)
        for one in self.lists.lists:
            one.opened.connect(self._open)
        self.lists.promises.ticked.connect(self.vm.keep)
        self.lists.talks.step_wanted.connect(self._open)
        self.lists.row_changed.connect(lambda: self._thanks.show_row(self.lists.row))
        self._thanks.changed.connect(self._on_thanks_changed)

    def _add_actions(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        table: tuple[tuple[ActionSpec, Callable[[], None]], ...] = (
            (commands.PLAN, self._plan),
            (commands.SAID, self._said),
            (commands.OPEN, self._open_chosen),
            (commands.TOLD, self._told),
            (commands.COLUMN, self.lists.enter),
            (commands.SORT_LOOSE, self._sort_loose),
            (commands.LOOK_BACK, self._look_back),
            (commands.THANKS_WAY, self._ask_thanks_way),
        )
        for spec, run in table:
            self._desk.actions.add(spec, self, run, scope=here)
        alone = Qt.ShortcutContext.WidgetShortcut  # elsewhere Space presses a button
        self._desk.actions.add(commands.KEEP, self.lists.promises, self._keep, scope=alone)

    def _steps_of(self, card: CardRow) -> Sequence[Step]:
        helps = card.column is Column.HELP
        first = strings.PROMISE if helps else strings.PLAN
        if card.is_planned:
            first = strings.ANOTHER_TALK
        second = strings.HELPED if helps else strings.SAID
        return (
            Step(commands.PLAN.name, first, "P"),
            Step(commands.SAID.name, second, "S"),
            Step(commands.OPEN.name, strings.OPEN, "Enter"),
        )

    @Slot(str)
    def _run(self, name: str) -> None:
        self._desk.actions.get(name).trigger()

    def _write_note(self) -> None:
        self._desk.actions.get("new-note").trigger()

    def _add_person(self) -> None:
        self._desk.actions.get("add-person").trigger()

    def _prepare(self) -> None:
        self._desk.actions.get(_PREPARE).trigger()

    def _plan(self) -> None:
        """Offer the talks in which the chosen card may be said, or days for a talk."""
        row = self.lists.row
        if isinstance(row, CardRow) and row.column is Column.HELP:
            self._planning.ask_promise(row)
        elif isinstance(row, CardRow):
            self._planning.offer(row, self._corner())
        elif isinstance(row, TalkRow) and row.target.sort is Sort.RHYTHM:
            self._planning.offer_talk(row, self._corner())

    def _said(self) -> None:
        row = self.lists.row
        if not isinstance(row, CardRow):
            return
        if row.column is Column.HELP:
            self._planning.ask_help(row)
        else:
            self.vm.say(row)

    def _ask_thanks_way(self) -> None:
        row = self.lists.row
        if isinstance(row, CardRow) and row.column is Column.THANK:
            self._planning.ask_thanks_way(row)

    @Slot()
    def _on_thanks_changed(self) -> None:
        self.footer_items_changed.emit(list(self.footer_items))

    def _keep(self) -> None:
        row = self.lists.row
        if isinstance(row, PromiseRow):
            self.vm.keep(row)

    def _told(self) -> None:
        row = self.lists.row
        if isinstance(row, PromiseRow) and row.is_untold:
            self.vm.told(row)

    def _open_chosen(self) -> None:
        row = self.lists.row
        if row is not None:
            self._open(row)

    @Slot(object)
    def _open(self, row: Row) -> None:
        """Go where a row leads; a rhythm without a day gets one."""
        if isinstance(row, TalkRow) and row.target.sort is Sort.RHYTHM:
            self._planning.offer_talk(row, self._corner(row))
            return
        place = leads_to(row)
        if place is not None:
            self._desk.navigator.go(place)

    def _sort_loose(self) -> None:
        loose = self.vm.rows.loose
        if loose:
            self._desk.navigator.go(Place(PageName.NOTE, note=loose[0]))

    def _look_back(self) -> None:
        """Go to the month that is offered, else to the present one."""
        month = self.foot.offered
        self._desk.navigator.go(Place(PageName.REVIEWS, query="look-back", month=month))

    def _corner(self, row: Row | None = None) -> QPoint:
        """Return the global point under the chosen row's buttons, where a menu opens."""
        for one in self.lists.lists:
            at = one.place_of(row) if row is not None else one.chosen_place()
            if at is not None:
                return at
        return self.mapToGlobal(QPoint(PADDING, _TOP))

    def _state(self) -> QWidget:
        """Return what is to be shown: nothing yet, the lists, a good day, nobody yet."""
        if not self.vm.is_read:
            return self._unread
        if not self.vm.rows.is_empty:
            return self.lists
        return self.good_day if self._desk.directory.people else self.nobody_yet

    @Slot()
    def _on_changed(self) -> None:
        if self.vm.is_read:
            self.foot.begin()
        rows = self.vm.rows
        before = self._stack.currentWidget()
        focus = QApplication.focusWidget()
        had = focus is not None and self._stack.isAncestorOf(focus)
        self.lists.show_rows(rows)
        shown = self._state()
        self._stack.setCurrentWidget(shown)
        self.header.set_teaching(isinstance(shown, EmptyDay) and shown.teaches)
        self.footer_items_changed.emit(list(self.footer_items))
        if self.isVisible() and (self._wants_focus or (had and before is not shown)):
            self.take_focus()
