"""Rehearsing, in the whole window: read aloud, hot seat, swap chairs, calm start (SPEC §5.7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import methodcaller

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from managernotes_ui.common.actions import Actions, ActionSpec
from managernotes_ui.common.dates import DateWords
from managernotes_ui.meeting import rehearse_actions
from managernotes_ui.meeting.calm_start import CalmStartView
from managernotes_ui.meeting.hot_seat import HotSeatView
from managernotes_ui.meeting.key_foot import KeyFoot
from managernotes_ui.meeting.read_aloud import ReadAloudView
from managernotes_ui.meeting.rehearse_bar import RehearseBar
from managernotes_ui.meeting.rehearse_vm import RehearseViewModel
from managernotes_ui.meeting.swap_chairs import SwapChairsView
from managernotes_ui.meeting.way_view import WayView
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName, Place

_SAYS_MS = 6_000


class RehearsePage(Page):
    """One talk, practised in one of four ways; each finished one is remembered, nothing else."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigate = desk.navigator.go
        self._rests = True
        self._vm = RehearseViewModel(desk.session, self)
        self._bar = RehearseBar(desk.theme)
        self._foot = KeyFoot(desk.theme)
        self._stack = QStackedWidget()
        self.read_aloud = ReadAloudView(desk.theme, self._vm)
        self.hot_seat = HotSeatView(desk.theme, self._vm)
        self.swap_chairs = SwapChairsView(desk.theme, self._vm, DateWords())
        self.calm_start = CalmStartView(desk.theme, self._vm)
        self._ways: tuple[WayView, ...] = (
            self.read_aloud,
            self.hot_seat,
            self.swap_chairs,
            self.calm_start,
        )
        self._not_while_typing: list[QAction] = []
        self._said = QTimer(self, interval=_SAYS_MS, singleShot=True)
        self._build()
        self._connect()
        self._add_actions(desk.actions)
        self._show_hints()

    @property
    def way(self) -> WayView:
        """The way of practising that is on show."""
        return self._ways[self._stack.currentIndex()]

    def show_place(self, place: Place) -> None:
        """Show what is prepared for the place's talk, to be read aloud."""
        if place.conversation is None:
            return
        self._rests = False
        self.choose(0)
        self._vm.show_talk(place.conversation)

    def take_focus(self) -> None:
        """Put the keyboard where the way on show begins."""
        self.way.take_focus()

    def leave(self) -> None:
        """Keep the time and what is written."""
        if not self._rests:
            self._rests = True
            self.way.rest()
        self._vm.save_now()

    def keep(self) -> None:
        """Save what is written, and go on."""
        self._vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether a line is in memory only, because the vault refused it."""
        return self._vm.has_unsaved

    @property
    def has_footer(self) -> bool:
        """The foot with its keys is the page's own."""
        return False

    def choose(self, number: int) -> None:
        """Practise in another way; the one before keeps its time."""
        if number != self._stack.currentIndex():
            self.way.rest()
            self._stack.setCurrentIndex(number)
            self._bar.ways.set_current(number)
        self.way.begin()
        self._show_hints()

    def _build(self) -> None:
        for way in self._ways:
            self._stack.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._vm.shown.connect(self._on_shown)
        self._vm.changed.connect(self._on_changed)
        self._bar.back_wanted.connect(self._to_preparing)
        self._bar.chosen.connect(self._on_chosen)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._said.timeout.connect(lambda: self._bar.say(""))
        for way in self._ways:
            way.finished.connect(self._on_finished)
            way.keys_changed.connect(self._show_hints)
        self.read_aloud.back_wanted.connect(self._to_preparing)
        self.hot_seat.back_wanted.connect(self._to_preparing)

    def _add_actions(self, actions: Actions) -> None:
        keys = rehearse_actions
        table: tuple[tuple[ActionSpec, Callable[[], None]], ...] = (
            (keys.CLOCK, self._space),
            (keys.NEXT, partial(self._tell, methodcaller("on_next"))),
            (keys.BEFORE, partial(self._tell, methodcaller("on_before"))),
            (keys.AGAIN, partial(self._tell, methodcaller("on_again"))),
            (keys.HIDE, partial(self._tell, methodcaller("on_hide"))),
            (keys.KEEP, partial(self._tell, methodcaller("on_keep"))),
            (keys.PRESS, self._press),
            (keys.LEAVE, self._to_preparing),
        )
        for spec, run in table:
            action = actions.add(spec, self._stack, run)
            if spec is not keys.LEAVE:
                self._not_while_typing.append(action)
        for number, spec in enumerate(keys.WAYS):
            actions.add(spec, self._stack, partial(self.go_way, number))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave letters, arrows and Enter to a field, and the arrows to the segments."""
        ways = now is not None and self._bar.ways.isAncestorOf(now)
        types = isinstance(now, QLineEdit | QTextEdit) or ways
        for action in self._not_while_typing:
            action.setEnabled(not types)

    def _tell(self, deed: Callable[[WayView], None]) -> None:
        deed(self.way)

    def _space(self) -> None:
        self.way.unless_pressed(self.way.on_space)

    def _press(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and focus.isEnabled():
            focus.click()
        else:
            self.way.primary.click()

    def go_way(self, number: int) -> None:
        """Practise in another way, with the keyboard where it begins."""
        self.choose(number)
        self.take_focus()

    @Slot()
    def _show_hints(self) -> None:
        self._foot.show_hints(self.way.keys, self.way.help_line, self.way.leave_hint)

    @Slot()
    def _to_preparing(self) -> None:
        self._navigate(Place(PageName.PREPARE, conversation=self._vm.talk))

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if number != self._stack.currentIndex():
            self.go_way(number)

    @Slot()
    def _on_shown(self) -> None:
        self.way.begin()

    @Slot()
    def _on_changed(self) -> None:
        self.way.refresh()

    @Slot(str)
    def _on_finished(self, words: str) -> None:
        self._bar.say(words)
        self._said.start()
