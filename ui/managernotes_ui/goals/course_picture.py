"""How a course is drawn: rows, months, the agreed line, the check-ins and their words (SPEC §4)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from managernotes.practice.course_words import WORDS, number
from managernotes.practice.goal_course import Course
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.course_plot import STANDINGS, CoursePlot
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.course_line import Standing, paint_agreed_line, paint_course
from managernotes_ui.widgets.text_block import TextBlock

_LEFT, _RIGHT, _TOP, _TICK = 40, 40, 30, 4
_BESIDE, _ABOVE = 7, 8
_RING = 8
_TRIED = (0.45, 0.6, 0.3, 0.75, 0.15)
"""How far along the agreed line its name may stand, the best place first."""


class CoursePicture:
    """Draws one course into any room."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._dates = DateWords()
        self._course: Course | None = None
        self._unit = ""
        self._today = date.min

    def set_course(self, course: Course, unit: str, today: date) -> None:
        """Take what is to be drawn."""
        self._course, self._unit, self._today = course, unit, today

    def place_of(self, row: int, room: QRect) -> QPointF | None:
        """Return where the check-in of a row of the table lies; None: it has no place."""
        if self._course is None or not 0 <= row < len(self._course.points):
            return None
        return CoursePlot(self._course, self._plot_room(self._course, room)).place_of(row)

    def paint(self, painter: QPainter, room: QRect, *, chosen: int, said: str) -> None:
        """Draw the course; the chosen check-in has a ring, and is said above the plot."""
        course = self._course
        if course is None:
            return
        plot = CoursePlot(course, self._plot_room(course, room))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rows(painter, plot)
        self._paint_months(painter, plot)
        taken = self._paint_today(painter, plot, says_other=bool(said))
        line = plot.line
        if line is not None:
            paint_agreed_line(painter, line, self._theme)
        points = plot.points
        if points:
            paint_course(painter, points, self._theme, ground=Role.RAISED)
        taken += [QRectF(p.at.x() - 6, p.at.y() - 6, 12, 12) for p in points]
        if course.line is not None:
            taken.append(self._paint_target(painter, plot))
        if not points and not said:
            taken.append(self._paint_none(painter, plot))
        self._paint_words(painter, plot, taken)
        if course.line is not None:
            self._name_line(painter, plot, [*taken, *_line_of_today(plot)])
        place = plot.place_of(chosen) if 0 <= chosen < len(course.points) else None
        if place is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.tokens.accent, 2))
            painter.drawEllipse(place, _RING + 2, _RING + 2)
        if said:
            self._paint_said(painter, said, QPointF(plot.room.left(), room.top()), plot)

    def _plot_room(self, course: Course, room: QRect) -> QRectF:
        ticks = course.axis.ticks if course.axis is not None else ()
        widths = [self._label(number(tick)).width + 10 for tick in ticks]
        left = max(_LEFT, *widths) if widths else 8
        line = course.line
        right = _RIGHT
        if line is not None:
            right = max(right, int(self._label(number(line.last)).width) + 16)
        below = self._theme.scale.px(16) + 2 * _TICK + 4
        top = max(_TOP, self._theme.scale.px(20) + 10)
        return QRectF(room).adjusted(left, top, -right, -below)

    def _label(self, words: str, style: Type = Type.LABEL, width: float | None = None) -> TextBlock:
        return TextBlock(self._theme, words, style, width, max_lines=1, tabular=True)

    def _paint_rows(self, painter: QPainter, plot: CoursePlot) -> None:
        axis, room, tokens = plot.course.axis, plot.room, self._theme.tokens
        if axis is None:
            painter.fillRect(QRectF(room.left(), room.bottom(), room.width(), 1), tokens.line)
            return
        for tick in axis.ticks:
            y = round(plot.y(tick))
            painter.fillRect(QRectF(room.left(), y, room.width(), 1), tokens.line)
            label = self._label(number(tick))
            at = QPointF(room.left() - 10 - label.width, y - label.height / 2)
            label.paint(painter, at, Role.MUTED)

    def _paint_months(self, painter: QPainter, plot: CoursePlot) -> None:
        room = plot.room
        for x, label in self._month_labels(plot):
            tick = QRectF(round(x), room.bottom(), 1, _TICK)
            painter.fillRect(tick, self._theme.tokens.line2)
            label.paint(painter, QPointF(x, room.bottom() + 2 * _TICK + 4), Role.MUTED)

    def _month_labels(self, plot: CoursePlot) -> list[tuple[float, TextBlock]]:
        """Return where the days are named, from the first day on; what has no room is left out."""
        begins, ends = plot.course.first_on, plot.course.last_on
        over_years = begins.year != ends.year
        named = [(begins, self._first_day(begins, over_years=over_years))]
        for month in plot.course.months:
            year = f" {month.year}" if over_years and month.month == 1 else ""
            named.append((month, f"{self._dates.month(month)}{year}"))
        labels: list[tuple[float, TextBlock]] = []
        after = -1.0
        for day, words in named:
            x, label = plot.x(day), self._label(words)
            if x > after and x + label.width <= plot.room.right() + _RIGHT:
                labels.append((x, label))
                after = x + label.width + 8
        return labels

    def _first_day(self, day: date, *, over_years: bool) -> str:
        """Return what the course's beginning is called; a month that is begun late has its day."""
        if over_years:
            return f"{self._dates.month(day)} {day.year}"
        return self._dates.month(day) if day.day == 1 else self._dates.day(day, day)

    def _paint_said(self, painter: QPainter, said: str, at: QPointF, plot: CoursePlot) -> None:
        block = self._label(said, Type.META, plot.room.width())
        ground = QRectF(at.x(), at.y(), block.width, block.height)
        painter.fillRect(ground, self._theme.tokens.raised)
        block.paint(painter, at, Role.TEXT)

    def _paint_none(self, painter: QPainter, plot: CoursePlot) -> QRectF:
        """Say in the middle of the plot that there is no check-in yet, on a ground of its own."""
        block = self._label(strings.NO_POINTS, Type.META, plot.room.width() - 16)
        ground = QRectF(0, 0, block.width + 16, block.height + 8)
        ground.moveCenter(plot.room.center())
        painter.fillRect(ground, self._theme.tokens.raised)
        block.paint(painter, ground.topLeft() + QPointF(8, 4), Role.TEXT)
        return ground

    def _paint_today(
        self, painter: QPainter, plot: CoursePlot, *, says_other: bool
    ) -> list[QRectF]:
        """Draw the line of today; what is said stands in the place of its word."""
        if plot.course.today is None:
            return []
        x, room = round(plot.x(plot.course.today)), plot.room
        top = room.top() - 18
        painter.fillRect(QRectF(x, top, 1, room.bottom() - top), self._theme.tokens.line2)
        label = self._label(strings.TODAY)
        fits = x + _BESIDE + label.width <= room.right() + _RIGHT
        at = QPointF(x + _BESIDE if fits else x - _BESIDE - label.width, top)
        if not says_other:
            label.paint(painter, at, Role.MUTED)
        return [QRectF(at.x(), at.y(), label.width, label.height)]

    def _paint_words(self, painter: QPainter, plot: CoursePlot, taken: list[QRectF]) -> None:
        """Write the word beside each point that is not on course, where it has room."""
        for point, drawn in zip(plot.course.drawn, plot.points, strict=True):
            if STANDINGS[point.confidence] is Standing.ON_COURSE:
                continue
            label = self._label(WORDS[point.confidence])
            left = min(drawn.at.x() - 8, plot.room.right() + _RIGHT - label.width)
            for top in (drawn.at.y() - _ABOVE - label.height, drawn.at.y() + _ABOVE):
                box = QRectF(left, top, label.width, label.height)
                if not any(box.intersects(other) for other in taken):
                    label.paint(painter, box.topLeft(), Role.MUTED)
                    taken.append(box)
                    break

    def _paint_target(self, painter: QPainter, plot: CoursePlot) -> QRectF:
        """Write where the line ends, and return where that stands."""
        line = plot.line
        assert line is not None
        assert plot.course.line is not None
        label = self._label(number(plot.course.line.last), Type.LABEL_MEDIUM)
        at = QPointF(line.x2() + 8, line.y2() - label.height / 2)
        label.paint(painter, at, Role.TEXT)
        return QRectF(at.x(), at.y(), label.width, label.height)

    def _name_line(self, painter: QPainter, plot: CoursePlot, taken: list[QRectF]) -> None:
        """Write what the dashed line is, clear of the course and its words."""
        line, label = plot.line, self._label(strings.AGREED_LINE)
        assert line is not None
        course = [one.at for one in plot.points]
        for share in _TRIED:
            at = line.pointAt(share)
            for below in (True, False):
                down = 12.0 if below else -12.0 - label.height
                box = QRectF(at.x() - label.width / 2, at.y() + down, label.width, label.height)
                slope = abs(line.dy() / line.dx()) if line.dx() else 0.0
                box.translate(0, (1 if below else -1) * slope * label.width / 2)
                inside = plot.room.contains(box)
                if inside and not _crosses(box, course, taken):
                    label.paint(painter, box.topLeft(), Role.MUTED)
                    return


def _line_of_today(plot: CoursePlot) -> list[QRectF]:
    """Return what the upright line of today takes of the plot."""
    day = plot.course.today
    return [] if day is None else [QRectF(plot.x(day) - 4, plot.room.top(), 8, plot.room.height())]


def _crosses(box: QRectF, course: list[QPointF], taken: list[QRectF]) -> bool:
    """Whether a box lies on words, on a point or on the line between two points."""
    if any(box.intersects(other) for other in taken):
        return True
    for before, after in pairwise(course):
        steps = max(int(abs(after.x() - before.x()) // 4), 1)
        for step in range(steps + 1):
            at = before + (after - before) * (step / steps)
            if box.contains(at):
                return True
    return False
