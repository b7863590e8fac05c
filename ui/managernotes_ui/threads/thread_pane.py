"""One thread: its title and states, its lines, and what is better now (SPEC §7.29)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from managernotes.domain.thread import ThreadItemSort
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
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_GAP = 24
"""Between a title and the states beside it."""


class ThreadPane(QWidget):
    """Draws the chosen thread of a ThreadsViewModel."""

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
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.title.hold_text(Uncover(theme, self.title, None))

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
        below.setContentsMargins(REACH, 8, 0, 0)
        below.addWidget(self._nothing)
        below.addWidget(self.card)
        self.rail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(under)
        column.addSpacing(12)
        column.addWidget(self.rail, 1)
        column.addLayout(below)
        column.addStretch(1)

    def _fit(self) -> None:
        """Put the states under the title where they have no room beside it."""
        title = self.title.sizeHint().width()
        wanted = REACH + title + _GAP + self.stages.sizeHint().width()
        direction = QBoxLayout.Direction
        here = direction.LeftToRight if wanted <= self.width() else direction.TopToBottom
        if self._head.direction() is not here:
            self._head.setDirection(here)
        height = self.rail.content_height
        self.rail.setMaximumHeight(max(height, 1))

    @property
    def is_note_chosen(self) -> bool:
        """Whether the chosen line is a note of the thread."""
        item = self._vm.items[self._row] if 0 <= self._row < len(self._vm.items) else None
        return item is not None and item.sort is ThreadItemSort.NOTE

    @property
    def _row(self) -> int:
        return self.rail.currentIndex().row()
