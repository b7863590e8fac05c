"""One thread: its title and states, its lines, and what is better now (SPEC §7.29)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.threads.closing_card import ClosingCard, muted
from managernotes_ui.threads.thread_rail import REACH, ThreadRail
from managernotes_ui.threads.thread_stages import ThreadStages
from managernotes_ui.threads.thread_words import ThreadWords
from managernotes_ui.threads.threads_vm import ThreadsViewModel
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_GAP = 24
_BELOW_NOTHING = 12
"""Between a title and the states beside it."""


class ThreadPane(QScrollArea):
    """Draws the chosen thread of a ThreadsViewModel; a low window scrolls the whole of it."""

    def __init__(self, theme: Theme, dates: DateWords, vm: ThreadsViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self.title = TextLabel(theme, "", Type.SECTION)
        self.meta = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.stages = ThreadStages(theme)
        self.rail = ThreadRail(theme)
        self.card = ClosingCard(theme, dates)
        self._nothing = muted(theme, strings.NO_LINES)
        self._nothing.setContentsMargins(0, 0, 0, _BELOW_NOTHING)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole = QWidget()
        self._build()
        self.title.hold_text(Uncover(theme, self.title, None))
        self.rail.chosen.connect(self._bring_into_view)

    def show_thread(self, words: ThreadWords) -> None:
        """Show the chosen thread, or nothing of it while it is being read."""
        row, thread = self._vm.row, self._vm.open_thread
        if row is None or thread is None:
            return
        self.title.setText(row.title)
        self.meta.setText(words.meta(row))
        self.stages.show_thread(thread)
        lines = words.rail(self._vm.items, row.kind)
        self.rail.show_lines(lines, chooses_first=False)
        self.rail.setVisible(bool(lines))
        self._nothing.setHidden(bool(lines))
        self.card.show_thread(thread, words, self._vm.today())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange head and lines for the new size."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._head.setContentsMargins(REACH, 0, 0, 0)
        self._head.setSpacing(4)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.stages, 0, Qt.AlignmentFlag.AlignLeft)
        under = QVBoxLayout()
        under.setContentsMargins(REACH, 0, 0, 0)
        under.addWidget(self.meta)
        below = QVBoxLayout()
        below.setContentsMargins(REACH, 0, 0, 0)
        below.addWidget(self._nothing)
        below.addWidget(self.card)
        self.rail.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole.setProperty("ground", "none")
        self.setWidget(self._whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(under)
        column.addSpacing(12)
        column.addWidget(self.rail)
        column.addLayout(below)
        column.addStretch(1)

    def _fit(self) -> None:
        """Put the states under the title where they have no room beside it."""
        room = self.viewport().width() - REACH
        whole = self.stages.whole_width()
        direction = QBoxLayout.Direction
        beside = self.title.sizeHint().width() + _GAP + whole <= room
        here = direction.LeftToRight if beside else direction.TopToBottom
        if self._head.direction() is not here:
            self._head.setDirection(here)
        self.stages.set_short(whole > room)
        self.rail.setFixedHeight(max(self.rail.content_height, 1))

    @Slot()
    def _bring_into_view(self) -> None:
        row = self.rail.visualRect(self.rail.currentIndex()).translated(self.rail.pos())
        self.ensureVisible(row.left(), row.center().y(), 0, row.height())
