"""Read aloud: opening, main line, ask, in large type, with a clock that counts up (SPEC §5.7)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.preparation import RehearsalSort
from managernotes.text.covered_words import covered
from managernotes_ui.common.dates import count
from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.meeting.if_then_boxes import IfThenBoxes
from managernotes_ui.meeting.rehearse_vm import RehearseViewModel
from managernotes_ui.meeting.stopwatch import Stopwatch
from managernotes_ui.meeting.way_view import WayView
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.key_button import KeyButton
from managernotes_ui.widgets.progress_dots import ProgressDots
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

TOO_LONG_S = 30
WORDS_A_MINUTE = 130


class ReadAloudView(WayView):
    """One card at a time; the clock counts for the card, and all of it for the talk."""

    back_wanted = Signal()
    keys = (strings.KEY_CLOCK, strings.KEY_NEXT, strings.KEY_HIDE)
    leave_hint = strings.KEY_LEAVE_TIME

    def __init__(self, theme: Theme, vm: RehearseViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, vm, strings.NEXT_CARD, parent=parent)
        self._at = 0
        self._before = 0
        self._is_hidden = False
        self.clock = Stopwatch(self)
        self.title = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.dots = ProgressDots(theme)
        self.words = TextLabel(theme, "", Type.REHEARSE, lines=0)
        self.words.hold_text(Uncover(theme, self.words, None))
        self.time = TextLabel(theme, "0:00", Type.CLOCK, tabular=True)
        self.advice = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=2)
        self.again = KeyButton(theme, strings.AGAIN, icon=Icon.ROTATE_CCW)
        self.boxes = IfThenBoxes(theme)
        self._build()
        self.primary.clicked.connect(self.on_next)
        self.again.clicked.connect(self.on_again)
        self.clock.ticked.connect(self._on_ticked)

    @property
    def seconds(self) -> int:
        """Seconds of all cards so far."""
        return self._before + self.clock.seconds

    def begin(self) -> None:
        """Begin at the first card, with the clock at nought."""
        self._at, self._before, self._is_hidden = 0, 0, False
        self.clock.reset()
        self.refresh()

    def refresh(self) -> None:
        """Show the present card."""
        cards = self._vm.spoken
        self._at = min(self._at, max(len(cards) - 1, 0))
        self.boxes.show_cards(self._vm.if_then[:2])
        self.again.setVisible(bool(cards))
        self.time.setVisible(bool(cards))
        self.dots.setVisible(len(cards) > 1)
        if not cards:
            self._show_nothing()
            return
        title, words = cards[self._at]
        self.title.setText(title)
        number = strings.CARD_OF.format(number=self._at + 1, count=len(cards))
        self.dots.show_progress(self._at, len(cards), number)
        shown = strings.QUOTED.format(words=words.strip('“”"'))
        self.words.setText(covered(shown) if self._is_hidden else shown)
        is_last = self._at == len(cards) - 1
        self.primary.setText(strings.FINISH if is_last else strings.NEXT_CARD)
        self.primary.updateGeometry()
        self._on_ticked()

    def rest(self) -> None:
        """Keep the time that was counted."""
        self.clock.stop()
        self._vm.remember(RehearsalSort.ALOUD, self.seconds)
        self._before = 0
        self.clock.reset()

    def on_space(self) -> None:
        """Start or stop the clock."""
        if self._vm.spoken:
            self.clock.toggle()

    @Slot()
    def on_next(self) -> None:
        """Go to the next card; after the last one it is done."""
        cards = self._vm.spoken
        if not cards:
            self.back_wanted.emit()
        elif self._at + 1 < len(cards):
            self._turn_to(self._at + 1)
        else:
            self._finish()

    def on_before(self) -> None:
        """Go to the card before."""
        if self._at > 0:
            self._turn_to(self._at - 1)

    @Slot()
    def on_again(self) -> None:
        """Begin this card's time anew."""
        self.clock.reset()
        self._on_ticked()

    def on_hide(self) -> None:
        """Hide the words, or show them."""
        self._is_hidden = not self._is_hidden
        hint = strings.KEY_SHOW if self._is_hidden else strings.KEY_HIDE
        self.keys = (strings.KEY_CLOCK, strings.KEY_NEXT, hint)
        self.keys_changed.emit()
        self.refresh()

    def _turn_to(self, number: int) -> None:
        counts = self.clock.is_running
        self._before += self.clock.seconds
        self.clock.reset()
        self._at = number
        self.refresh()
        if counts:
            self.clock.start()

    def _finish(self) -> None:
        self.clock.stop()
        seconds = self.seconds
        self.rest()
        self._at = 0
        self.refresh()
        if seconds:
            self.finished.emit(strings.SAID_ALOUD.format(clock=strings.clock_words(seconds)))

    def _show_nothing(self) -> None:
        self.title.setText("")
        self.words.setText(strings.NOTHING_TO_SAY)
        self.advice.setText(strings.NOTHING_TO_SAY_HELP)
        self.advice.set_tone(Role.MUTED)
        self.primary.setText(strings.BACK_TO_PREPARING)
        self.primary.updateGeometry()

    @Slot()
    def _on_ticked(self) -> None:
        cards = self._vm.spoken
        if not cards:
            return
        seconds = self.clock.seconds
        self.time.setText(strings.clock_words(seconds))
        over = seconds > TOO_LONG_S
        words = len(cards[self._at][1].split())
        about = max(round(words * 60 / WORDS_A_MINUTE), 1)
        told = strings.ABOUT_SECONDS.format(words=count(words, "word"), seconds=about)
        self.advice.setText(strings.OVER_THIRTY if over else told)
        self.advice.set_tone(Role.TEXT if over else Role.MUTED)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addLayout(head)
        self.inside.addSpacing(24)
        self.inside.addWidget(self.words)
        self.inside.addSpacing(32)
        self.inside.addWidget(hairline())
        self.inside.addSpacing(20)
        row = self.foot_row(self.time, self.advice)
        self.again.wear("R")
        row.addWidget(self.again)
        row.addWidget(self.primary)
        self.inside.addLayout(row)
        self.time.setAccessibleName(strings.CLOCK_NAME)
        self.below.addWidget(self.boxes)
