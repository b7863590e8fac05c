"""Right of the question: the facts, what is still open, what is in place; live (06)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.observation import Source
from managernotes.practice.readiness import Check
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.check_row import CheckRow
from managernotes_ui.preparing.fact_lines import FactLines
from managernotes_ui.preparing.panel_head import PanelHead
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.prepare_vm import PrepareViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

WIDTH, LEAST = 344, 296
_SIDE, _TOP = 24, 20
_LANE = 12
"""Width of the scroll bar, which lies in the padding."""
OVER_BELOW = 1100
"""In a narrower window the panel lies over the page and has a stronger border (SPEC §8)."""


class FactsPanel(QWidget):
    """Draws a PrepareViewModel's facts and standing; Esc closes it where it lies over the page."""

    closed = Signal()
    step_wanted = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords, vm: PrepareViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._dates = dates
        uncover = Uncover(theme, self, self)
        self.facts = FactLines(Tools(theme, dates, vm, uncover))
        self._seen = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._open_count = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._nothing = TextLabel(theme, strings.NOTHING_OPEN, Type.LIST, tone=Role.MUTED, lines=0)
        self.open_rows = _CheckRows(theme, uncover)
        self.done_rows = _CheckRows(theme, uncover)
        self._thanks = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._reminder_head = TextLabel(
            theme, strings.OWN_REMINDER, Type.META, tone=Role.MUTED, lines=0
        )
        self._reminder = TextLabel(theme, "", Type.LIST, tone=Role.TEXT2, lines=0)
        self._reminder.hold_text(uncover)
        self._body = QWidget()
        self._scroll = QScrollArea()
        self._build()
        for rows in (self.open_rows, self.done_rows):
            rows.wanted.connect(self.step_wanted)
        vm.changed.connect(self._on_changed)
        vm.standing_changed.connect(self._on_standing)
        theme.changed.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """Return the width at which it opens."""
        return QSize(WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width that its splitter allows."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground, and its edge where no splitter draws a line."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.sunken)
        if self.window().width() < OVER_BELOW:
            painter.fillRect(QRect(0, 0, 1, self.height()), tokens.control)
        painter.end()

    def _build(self) -> None:
        self.setAccessibleName(strings.PANEL)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(_SIDE, _TOP, _SIDE - _LANE, _TOP)
        body.setSpacing(0)
        body.addWidget(PanelHead(self._theme, strings.FACTS_IN_TALK, self._seen))
        body.addWidget(self.facts)
        body.addSpacing(20)
        body.addWidget(PanelHead(self._theme, strings.STILL_OPEN, self._open_count))
        body.addWidget(self._nothing)
        body.addWidget(self.open_rows)
        body.addSpacing(16)
        body.addWidget(PanelHead(self._theme, strings.IN_PLACE))
        body.addWidget(self.done_rows)
        body.addSpacing(20)
        body.addWidget(self._thanks)
        body.addSpacing(16)
        body.addWidget(self._reminder_head)
        body.addWidget(self._reminder)
        body.addStretch(1)
        self._body.setProperty("ground", "none")
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @Slot()
    def _on_changed(self) -> None:
        self.facts.refresh()
        read = self._vm.read
        if read is None:
            return
        seen = sum(fact.source is Source.FIRST_HAND for fact in read.desk.facts)
        self._seen.setText(strings.SEEN_YOURSELF.format(count=seen) if seen else "")
        self._thanks.setText(self._thanks_words())
        reminder = self._vm.shown_text(read.desk.own_reminder)
        self._reminder.setText(reminder)
        for part in (self._reminder_head, self._reminder):
            part.setVisible(bool(reminder))
        self._on_standing()

    def _thanks_words(self) -> str:
        """Return when they were last thanked, and that a thanks is for another day (RC17)."""
        read = self._vm.read
        if read is None or not read.called:
            return ""
        desk, name = read.desk, read.called[0][1]
        last = desk.last_thanked_on
        day = None if last is None else self._dates.day(last, self._vm.today)
        words = strings.thanked(name, day)
        if desk.unsaid_thanks_on is None:
            return words
        unsaid = self._dates.day(desk.unsaid_thanks_on, self._vm.today)
        return f"{words} {strings.UNSAID_THANKS.format(day=unsaid)}"

    @Slot()
    def _on_standing(self) -> None:
        standing = self._vm.standing
        self.open_rows.show_checks(standing.still_open)
        self.done_rows.show_checks(standing.in_place)
        self._nothing.setVisible(not standing.still_open)
        count = len(standing.still_open)
        self._open_count.setText(strings.open_count(count) if count else "")


class _CheckRows(QWidget):
    """As many rows as there are checks; rows are reused, so that typing moves nothing else."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, uncover: Uncover) -> None:
        super().__init__()
        self._theme = theme
        self._uncover = uncover
        self.rows: list[CheckRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def words(self) -> list[str]:
        """What the rows on show say."""
        return [row.words for row in self.rows if not row.isHidden()]

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these."""
        while len(self.rows) < len(checks):
            row = CheckRow(self._theme, self._uncover)
            row.wanted.connect(self.wanted)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, check in zip(self.rows, checks, strict=False):
            row.show_check(check)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(checks))
