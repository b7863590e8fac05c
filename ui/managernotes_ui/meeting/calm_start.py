"""Calm start: sixty seconds of breathing, counted in plain text, without a sound (3.4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.meeting.rehearse_vm import RehearseViewModel
from managernotes_ui.meeting.stopwatch import Stopwatch
from managernotes_ui.meeting.way_view import WayView
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.key_button import KeyButton
from managernotes_ui.widgets.text_label import TextLabel

MINUTE_S = 60
IN_S, OUT_S = 4, 6


class CalmStartView(WayView):
    """Nothing of it is kept, not even that it was done."""

    keys = (strings.KEY_CLOCK,)
    leave_hint = strings.KEY_LEAVE

    def __init__(self, theme: Theme, vm: RehearseViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, vm, strings.START, parent=parent)
        self.clock = Stopwatch(self, most=MINUTE_S)
        self.title = TextLabel(theme, strings.BREATHE, Type.LIST, tone=Role.MUTED)
        self.time = TextLabel(theme, strings.clock_words(MINUTE_S), Type.CLOCK, tabular=True)
        self.words = TextLabel(theme, strings.BREATHE_READY, Type.REHEARSE, lines=0)
        self.help = TextLabel(theme, strings.BREATHE_HELP, Type.LIST, tone=Role.MUTED, lines=2)
        self.again = KeyButton(theme, strings.AGAIN, icon=Icon.ROTATE_CCW)
        self._build()
        self.primary.clicked.connect(self.on_space)
        self.again.clicked.connect(self.on_again)
        self.clock.ticked.connect(self._on_ticked)
        self.clock.ended.connect(self._on_ended)

    def begin(self) -> None:
        """Stand ready."""
        self.clock.reset()
        self.words.setText(strings.BREATHE_READY)
        self._tell_button()

    def rest(self) -> None:
        """Stop."""
        self.clock.stop()

    @Slot()
    def on_space(self) -> None:
        """Start or stop."""
        if self.clock.seconds >= MINUTE_S:
            self.clock.reset()
        self.clock.toggle()
        self._on_ticked(self.clock.seconds)
        self._tell_button()

    @Slot()
    def on_again(self) -> None:
        """Begin the minute anew."""
        self.clock.reset()
        self.clock.start()
        self._on_ticked(0)
        self._tell_button()

    @Slot(int)
    def _on_ticked(self, seconds: int) -> None:
        self.time.setText(strings.clock_words(MINUTE_S - seconds))
        if self.clock.is_running and seconds < MINUTE_S:
            self.words.setText(breath(seconds))

    @Slot()
    def _on_ended(self) -> None:
        self.words.setText(strings.BREATHE_DONE)
        self._tell_button()

    def _tell_button(self) -> None:
        self.primary.setText(strings.STOP if self.clock.is_running else strings.START)
        self.primary.updateGeometry()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.time, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addLayout(head)
        self.inside.addSpacing(24)
        self.inside.addWidget(self.words)
        self.inside.addSpacing(32)
        self.inside.addWidget(hairline())
        self.inside.addSpacing(20)
        row = self.foot_row(self.help)
        self.again.wear("R")
        row.addWidget(self.again)
        row.addWidget(self.primary)
        self.inside.addLayout(row)
        self.time.setAccessibleName(strings.CLOCK_NAME)


def breath(second: int) -> str:
    """Return what to do at a second of the minute, and how many counts of it are left."""
    at = second % (IN_S + OUT_S)
    if at < IN_S:
        return f"{strings.BREATHE_IN} · {IN_S - at}"
    return f"{strings.BREATHE_OUT} · {IN_S + OUT_S - at}"
