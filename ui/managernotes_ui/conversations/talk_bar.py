"""The top of a talk's page: with whom, when, for how long already, and what can be done (56)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.clock_chip import ClockChip
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import set_tip

HEIGHT = 56
_LAST_FROM, _CLOCK_FROM = 760, 560
"""Narrower bars, at text scale 1, leave out the way to the last talk, and the clock."""


class TalkBar(QWidget):
    """Draws what the page says; its buttons are the page's actions."""

    last_wanted = Signal()
    discreet_wanted = Signal()
    begin_wanted = Signal()
    done_wanted = Signal()
    write_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = TextLabel(theme, "", Type.SECTION)
        self._when = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._clock = ClockChip(theme)
        small = ButtonSize.SMALL
        self.last = make_button(theme, "", icon=Icon.UNDO_2, role=ButtonRole.QUIET, size=small)
        self.discreet = make_button(
            theme, strings.DISCREET_VIEW, icon=Icon.EYE_OFF, size=small, key="F7"
        )
        self.begin = make_button(theme, strings.BEGIN, role=ButtonRole.PRIMARY, size=small)
        self.done = make_button(
            theme, strings.DONE, role=ButtonRole.PRIMARY, size=small, key="Ctrl+Enter"
        )
        self.write = make_button(theme, strings.WRITE_DOWN, role=ButtonRole.PRIMARY, size=small)
        self._has_last = self._has_clock = False
        self._build()

    def show_talk(self, name: str, when: str, last: str) -> None:
        """Show whose talk it is, when, and when the last one was."""
        self._name.setText(name)
        self._when.setText(when)
        self._has_last = bool(last)
        self.last.setText(strings.LAST_TIME.format(day=last) if last else "")
        self._arrange()

    def show_clock(self, minutes: int | None) -> None:
        """Show how long it has been going on; None: it is not."""
        self._has_clock = minutes is not None
        if minutes is not None:
            self._clock.show_minutes(minutes)
        self._arrange()

    def show_step(self, *, begins: bool, ends: bool, writes: bool) -> None:
        """Show the one primary button: begin it, end it, or write it down."""
        self.begin.setVisible(begins)
        self.done.setVisible(ends)
        self.write.setVisible(writes)

    def wait_for_answer(self, *, waits: bool) -> None:
        """Let "Done talking" wait until it is known what they asked (S13)."""
        self.done.setEnabled(not waits)
        set_tip(self.done, strings.DONE_WAITS if waits else strings.DONE, "Ctrl+Enter")

    def set_side(self, side: int) -> None:
        """Keep the page's padding."""
        self._row.setContentsMargins(side, 0, side - 8, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.setMinimumHeight(self._theme.scale.grow(HEIGHT - 1, 28))
        row = self._row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self._when)
        row.addWidget(self._clock)
        row.addStretch(1)
        for button in (self.last, self.discreet, self.begin, self.done, self.write):
            row.addWidget(button)
        self.last.clicked.connect(self.last_wanted)
        self.discreet.clicked.connect(self.discreet_wanted)
        self.begin.clicked.connect(self.begin_wanted)
        self.done.clicked.connect(self.done_wanted)
        self.write.clicked.connect(self.write_wanted)

    def _arrange(self) -> None:
        room = self.width() / self._theme.scale.text
        self.last.setVisible(self._has_last and room >= _LAST_FROM)
        self._clock.setVisible(self._has_clock and room >= _CLOCK_FROM)
