"""Beside everybody's goals: whose growth is alive, and which goals nobody looked at (§7.24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.growth_alive import GrowthAlive
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import goals as goal_strings
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.all_goals_vm import AllGoalsViewModel, Waiting
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.line_list import LineList, ListLine
from managernotes_ui.widgets.line_rows import REACH, LineRows
from managernotes_ui.widgets.scroll_column import ScrollColumn
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, LEAST, PADDING = 344, 296, 24
OVER_BELOW = 1100
"""In a narrower window the panel lies over the page and has a stronger border (SPEC §8)."""
_ROW, _GAP = 48, 8
_LEAST_SHARE = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine(ListLine):
    """Somebody, or a goal: two words at either side, and one line under them."""

    right: str
    is_strong: bool
    detail: str


class GrowthPanel(QWidget):
    """`person_wanted` and `goal_wanted` open a row, `agenda_wanted` puts a goal on the agenda."""

    person_wanted = Signal(object)
    goal_wanted = Signal(object)
    agenda_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dates = DateWords()
        self.alive = _PanelList(theme, strings.ALIVE_NAME)
        self.waiting = _PanelList(theme, goal_strings.NO_CHECK_NAME)
        self.whole = ScrollColumn(theme)
        self.agenda = make_button(
            theme,
            goal_strings.PUT_ON_AGENDA,
            role=ButtonRole.LINK,
            size=ButtonSize.LINE,
            tip=goal_strings.PUT_ON_AGENDA,
        )
        label = partial(TextLabel, theme, style=Type.META, tone=Role.MUTED, lines=0)
        self._next = label(text="")
        self._all_seen = label(text=goal_strings.NO_CHECK_NONE)
        self._nobody = label(text=strings.ALIVE_EMPTY)
        self._build(label(text=strings.ALIVE_TEXT), label(text=goal_strings.NO_CHECK_TEXT))
        self.alive.opened.connect(self.person_wanted)
        self.waiting.opened.connect(self.goal_wanted)
        self.agenda.clicked.connect(self._on_agenda)
        theme.changed.connect(self.update)

    def show_goals(self, vm: AllGoalsViewModel) -> None:
        """Show what was read."""
        shown = vm.shown
        if shown is None:
            return
        today = vm.today()
        alive = [self._alive(one, today) for one in shown.alive]
        waiting = [self._waiting(one, today, vm) for one in shown.waiting]
        self.alive.show_lines(alive, chooses_first=False)
        self.waiting.show_lines(waiting, chooses_first=False)
        self._next.setText(strings.ONE_THING.format(words=shown.next_step or ""))
        self._next.setVisible(bool(shown.next_step and shown.alive))
        self._nobody.setVisible(not shown.alive)
        self.alive.setVisible(bool(shown.alive))
        self.waiting.setVisible(bool(shown.waiting))
        self.agenda.setVisible(bool(shown.waiting))
        self._all_seen.setVisible(not shown.waiting)
        self.whole.fit()

    @property
    def lies_over(self) -> bool:
        """Whether it lies over the page, because the window is narrow."""
        return self.window().width() < OVER_BELOW

    def sizeHint(self) -> QSize:
        """Return the width at which it opens."""
        return QSize(WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width that its splitter allows."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc where it lies over the page."""
        if event.key() == Qt.Key.Key_Escape and self.lies_over:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground, and its edge where no splitter draws a line."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.sunken)
        if self.lies_over:
            painter.fillRect(QRect(0, 0, 1, self.height()), tokens.control)
        painter.end()

    @Slot()
    def _on_agenda(self) -> None:
        """Put the chosen goal on the agenda, or the first while none is."""
        first = next((line.key for line in self.waiting.lines), None)
        self.agenda_wanted.emit(self.waiting.chosen_key or first)

    def _alive(self, one: GrowthAlive, today: date) -> PanelLine:
        """Return somebody's line; about my attention, never about them."""
        right, is_strong = strings.NO_TALK_YET, True
        if one.is_quiet and one.last_step_ended is not None:
            days = count((today - (one.touched_on or one.last_step_ended)).days, "day")
            right = strings.QUIET.format(days=days)
        elif one.next_career_talk is not None:
            day = self._dates.weekday_and_day(one.next_career_talk, today)
            right, is_strong = strings.CAREER_TALK.format(day=day), False
        elif one.last_career_talk is not None:
            day = self._dates.day(one.last_career_talk, today)
            right, is_strong = strings.TALKED.format(day=day), one.talk_is_due
        name = one.name.partition(" ")[0]
        return PanelLine(
            key=one.person,
            text=one.step or self._no_step(one, today),
            before=f"{name}, {right}",
            right=right,
            is_strong=is_strong,
            detail=name,
        )

    def _no_step(self, one: GrowthAlive, today: date) -> str:
        if one.last_step_ended is None:
            return strings.NO_STEP
        day = self._dates.day(one.last_step_ended, today)
        return strings.STEP_ENDED.format(day=day)

    def _waiting(self, one: Waiting, today: date, vm: AllGoalsViewModel) -> PanelLine:
        name = vm.name_of(one.item.person).partition(" ")[0]
        right = goal_strings.NO_TALK.format(name=name)
        if one.met_on is not None:
            when = self._dates.near(one.met_on, today)
            if one.met_at is not None:
                when = f"{when} {one.met_at:%H:%M}"
            right = goal_strings.NEXT_TALK.format(name=name, when=when)
        return PanelLine(
            key=one.item.id,
            text=one.item.text,
            after=f"{right}, {one.item.detail}",
            right=right,
            is_strong=False,
            detail=one.item.detail,
        )

    def _build(self, alive_text: QWidget, waiting_text: QWidget) -> None:
        theme, column = self._theme, self.whole.column
        side = PADDING - REACH
        column.setContentsMargins(side, PADDING, side, PADDING)
        for part in (self._nobody, self._next):
            part.setContentsMargins(0, 12, 0, 0)
        above = (TextLabel(theme, strings.ALIVE, Type.SECTION, lines=0), alive_text)
        below = (TextLabel(theme, goal_strings.NO_CHECK_TITLE, Type.SECTION, lines=0), waiting_text)
        column.addLayout(_inset(*above))
        column.addSpacing(12)
        column.addWidget(self.alive)
        column.addLayout(_inset(self._nobody, self._next))
        column.addSpacing(28)
        column.addLayout(_inset(*below))
        column.addSpacing(12)
        column.addWidget(self.waiting)
        column.addLayout(_inset(self.agenda, self._all_seen))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.whole)
        self.setAccessibleName(strings.ALIVE)
        self.setFocusProxy(self.alive)
        for rows in (self.alive, self.waiting):
            self.whole.hold(rows)


def _inset(*parts: QWidget) -> QVBoxLayout:
    """Keep parts where the words of rows begin and end."""
    column = QVBoxLayout()
    column.setContentsMargins(REACH, 0, REACH, 0)
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    return column


class _PanelList(LineList):
    """Rows of 48 on the sunken ground."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setItemDelegate(_PanelRows(theme, self))


class _PanelRows(LineRows):
    def height_of(self, _line: ListLine, _row: int) -> int:
        """Return the height of two lines."""
        return self._theme.scale.grow(_ROW, 20, 16)

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw who or what, the word at the right, and the line under them."""
        assert isinstance(line, PanelLine)
        theme, top = self._theme, room.top() + 6
        style = Type.META_MEDIUM if line.is_strong else Type.META
        is_goal = not line.before
        head, below = (line.text, line.detail) if is_goal else (line.detail, line.text)
        hides = covers and is_goal
        share = room.width() * _LEAST_SHARE  # what stands first keeps so much of a narrow row
        least = min(TextBlock(theme, head, Type.BUTTON, share, max_lines=1).width, share)
        most = room.width() - least - _GAP
        right = TextBlock(theme, line.right, style, most, max_lines=1)
        at = QPointF(room.right() - right.width, top + 2)
        right.paint(painter, at, Role.TEXT if line.is_strong else Role.MUTED)
        width = room.width() - right.width - _GAP
        name = TextBlock(theme, head, Type.BUTTON, width, max_lines=1, covers=hides)
        name.paint(painter, QPointF(room.left(), top), Role.TEXT)
        hides = covers and not is_goal
        words = TextBlock(theme, below, Type.META, room.width(), max_lines=1, covers=hides)
        words.paint(painter, QPointF(room.left(), top + name.height), Role.MUTED)
