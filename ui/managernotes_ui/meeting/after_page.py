"""After the talk: four minutes that turn what was said into promises and a day (SPEC §5.9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting import after_actions
from managernotes_ui.meeting.after_header import AfterHeader
from managernotes_ui.meeting.after_questions import AfterQuestions
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.becomes_panel import BecomesPanel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.card import hairline

_SIDE, _NARROW_SIDE, _TOP, _BELOW = 32, 24, 20, 16
_RIGHT, _RIGHT_SHARE = 440, 0.42
NARROW = 960


class AfterPage(Page):
    """Questions left, what they become right; everything written saves itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._navigate = desk.navigator.go
        self._vm = AfterViewModel(desk.session, self)
        self.header = AfterHeader(desk.theme, self._vm)
        self._refusal = Banner(desk.theme, BannerKind.NOTE, Icon.CIRCLE_ALERT, "")
        self.questions = AfterQuestions(desk.theme, self._vm)
        self.becomes = BecomesPanel(desk.theme, self._vm)
        self._build()
        self._connect()
        self._add_actions(desk.actions)

    @property
    def vm(self) -> AfterViewModel:
        """What the page decides with."""
        return self._vm

    def show_place(self, place: Place) -> None:
        """Show the log of the place's talk."""
        if place.conversation is not None:
            self._refusal.hide()
            self._vm.show_talk(place.conversation)

    def take_focus(self) -> None:
        """Put the keyboard into the first question."""
        self.questions.take_focus()

    def leave(self) -> None:
        """Save what is unsaved, at once."""
        self._vm.rest()

    def keep(self) -> None:
        """Save what is unsaved, and stay."""
        self._vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self._vm.has_unsaved

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What is still open, in words."""
        if self._vm.sheet.read is None:
            return ()
        what = ", ".join(self._vm.sheet.still_open) or strings.OPEN_NOTHING
        return (strings.STILL_OPEN.format(what=what),)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The questions and what they become."""
        return (self.questions, self.becomes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the right side in its share, and the padding of the window's width."""
        super().resizeEvent(event)
        scale = self._theme.scale
        self.becomes.setFixedWidth(min(scale.px(_RIGHT), round(self.width() * _RIGHT_SHARE)))
        side = _NARROW_SIDE if self.window().width() <= NARROW else _SIDE
        self._top.setContentsMargins(side, _TOP, side, _BELOW)

    def _build(self) -> None:
        self._top = QVBoxLayout()
        self._top.addWidget(self._refusal)
        self._top.addWidget(self.header)
        self._refusal.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.questions, 1)
        row.addWidget(self.becomes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        self._vm.shown.connect(self.questions.take_focus)
        self._vm.finished.connect(self._on_finished)
        self._vm.refused.connect(self._on_refused)
        self.header.done_wanted.connect(self._done)
        self.header.tomorrow_wanted.connect(self._vm.ask_tomorrow)

    def _add_actions(self, actions: Actions) -> None:
        actions.add(after_actions.DONE, self, self._done)
        actions.add(after_actions.COPY, self, self.becomes.recap.copy)
        actions.add(after_actions.TOMORROW, self, self._vm.ask_tomorrow)

    @Slot()
    def _done(self) -> None:
        self._refusal.hide()
        again = self.questions.again
        if self._vm.sheet.is_later:
            self._vm.finish(again.answers)
        else:
            self._vm.finish()

    @Slot()
    def _on_changed(self) -> None:
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot()
    def _on_finished(self) -> None:
        self._navigate(Place(PageName.CONVERSATIONS))

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        """Say what is wanted before it can be done; what is written is saved already."""
        if isinstance(error, ManagerNotesError):
            self._refusal.say(error.title, error.advice)
            self._refusal.show()
