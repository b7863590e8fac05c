"""The hot seat: a possible reply by chance, an answer aloud, then one's own card (3.4, 30a)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.preparation import RehearsalSort
from managernotes.practice.possible_replies import Reply
from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.common.strings.numbers import spelt
from managernotes_ui.meeting.if_then_words import after_then_i
from managernotes_ui.meeting.rehearse_vm import KEEP, RehearseViewModel
from managernotes_ui.meeting.stopwatch import Stopwatch
from managernotes_ui.meeting.way_view import WayView
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.card import Card, Surface, hairline
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.progress_dots import ProgressDots
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover


class HotSeatView(WayView):
    """Space turns the card; nothing is marked, one line is kept."""

    back_wanted = Signal()
    keys = (strings.KEY_TURN, strings.KEY_REPLY, strings.KEY_KEEP)
    leave_hint = strings.KEY_LEAVE_LINE

    def __init__(self, theme: Theme, vm: RehearseViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, vm, strings.TURN, parent=parent)
        self._replies: tuple[Reply, ...] = ()
        self._at = 0
        self.is_turned = False
        self.clock = Stopwatch(self)
        self.title = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.dots = ProgressDots(theme)
        self.words = TextLabel(theme, "", Type.REHEARSE, lines=0)
        self.words.hold_text(Uncover(theme, self.words, None))
        self.help = TextLabel(theme, strings.ANSWER_ALOUD, Type.BODY, tone=Role.MUTED, lines=0)
        self.then = QWidget()
        self.then_words = TextLabel(theme, "", Type.ANSWER, lines=0)
        self.then_words.hold_text(Uncover(theme, self.then, None))
        self.round = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=2)
        self.change = make_button(theme, strings.CHANGE_CARD, icon=Icon.PENCIL)
        self.keep = LineEdit(theme, strings.KEEP_TITLE, strings.KEEP_HINT)
        self._build()
        self._build_keep()
        self.primary.clicked.connect(self._on_primary)
        self.change.clicked.connect(self.back_wanted)
        self.keep.textEdited.connect(lambda text: vm.put(KEEP, text))

    def begin(self) -> None:
        """Draw the replies anew and ask the first."""
        self._replies = self._vm.replies()
        self._at = 0
        self.keep.setText(self._vm.stored.keep)
        self.clock.reset()
        if self._replies:
            self.clock.start()
        self._show_reply(turned=False)

    def refresh(self) -> None:
        """Draw anew when the cards are others now; a round under way goes on else."""
        known = {reply.card for reply in self._replies}
        if known != set(self._vm.if_then) or not self._replies:
            self.begin()

    def rest(self) -> None:
        """Keep the line, and the time if a card was turned."""
        self.clock.stop()
        self._vm.save_now()
        if self._at > 0 or self.is_turned:
            self._vm.remember(RehearsalSort.HOT_SEAT, self.clock.seconds)
        self._at, self.is_turned = 0, False
        self.clock.reset()

    def on_space(self) -> None:
        """Turn the card."""
        if self._replies and not self.is_turned:
            self._show_reply(turned=True)

    def on_next(self) -> None:
        """Go on to the next reply; after the last one it is done."""
        if not self._replies:
            return
        if self._at + 1 < len(self._replies):
            self._at += 1
            self._show_reply(turned=False)
        else:
            self._finish()

    def on_keep(self) -> None:
        """Put the keyboard behind the line to keep; another reason would choose all of it."""
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep.end(False)

    @Slot()
    def _on_primary(self) -> None:
        if not self._replies:
            self.back_wanted.emit()
        elif self.is_turned:
            self.on_next()
        else:
            self.on_space()

    def _finish(self) -> None:
        seconds = self.clock.seconds
        self.rest()
        self.begin()
        self.finished.emit(strings.PRACTISED.format(clock=strings.clock_words(seconds)))

    def _show_reply(self, *, turned: bool) -> None:
        self.is_turned = turned
        has = bool(self._replies)
        self.then.setVisible(has and turned)
        self.change.setVisible(has)
        self.dots.setVisible(has)
        if not has:
            self._show_nothing()
            return
        reply = self._replies[self._at]
        count = len(self._replies)
        name = self._vm.name
        called = name[:1].upper() + name[1:]
        self.title.setText(strings.MIGHT_SAY.format(name=called))
        number = strings.CARD_OF.format(number=self._at + 1, count=count)
        self.dots.show_progress(self._at, count, number)
        said = strings.QUOTED.format(words=reply.words) if reply.is_said else reply.words
        self.words.setText(said)
        self.help.setText(strings.ANSWER_ALOUD)
        self.then_words.setText(after_then_i(reply.card))
        which = strings.WHICH[self._at]
        self.round.setText(strings.ROUND_OF.format(which=which, count=spelt(count)))
        is_last = self._at + 1 == count
        leads = strings.FINISH if is_last else strings.NEXT_REPLY
        self.primary.setText(leads if turned else strings.TURN)
        self.primary.updateGeometry()

    def _show_nothing(self) -> None:
        self.title.setText("")
        self.words.setText(strings.NO_CARDS)
        self.help.setText(strings.NO_CARDS_HELP)
        self.round.setText("")
        self.primary.setText(strings.BACK_TO_PREPARING)
        self.primary.updateGeometry()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addLayout(head)
        self.inside.addSpacing(24)
        self.inside.addWidget(self.words)
        self.inside.addSpacing(12)
        self.inside.addWidget(self.help)
        then = QVBoxLayout(self.then)
        then.setContentsMargins(0, 24, 0, 0)
        then.setSpacing(0)
        then.addWidget(hairline())
        then.addSpacing(20)
        then.addWidget(TextLabel(self._theme, strings.THEN_I, Type.NAME))
        then.addSpacing(4)
        then.addWidget(self.then_words)
        self.inside.addWidget(self.then)
        self.inside.addSpacing(24)
        self.inside.addWidget(hairline())
        self.inside.addSpacing(20)
        row = self.foot_row(self.round)
        row.addWidget(self.change)
        row.addWidget(self.primary)
        self.inside.addLayout(row)

    def _build_keep(self) -> None:
        box = Card(Surface.SUNKEN)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(TextLabel(self._theme, strings.KEEP_TITLE, Type.NAME))
        column.addWidget(self.keep)
        self.below.addWidget(box)
