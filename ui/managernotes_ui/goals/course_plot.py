"""Where everything of a course lies: days across, values up, one level where there are none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF

from managernotes.domain.goal import Confidence
from managernotes.practice.goal_course import Course
from managernotes_ui.widgets.course_line import CoursePoint, Standing

STANDINGS = {
    Confidence.ON_COURSE: Standing.ON_COURSE,
    Confidence.WOBBLING: Standing.WOBBLING,
    Confidence.OFF_COURSE: Standing.OFF_COURSE,
    Confidence.NOT_STARTED: Standing.NOT_STARTED,
}
_LEVEL = 0.55
"""How far down the one level lies."""


class CoursePlot:
    """A course laid out in a room, which ends where its rows and its days end."""

    def __init__(self, course: Course, room: QRectF) -> None:
        self.course = course
        self.room = room

    def x(self, day: date) -> float:
        """Return how far across a day lies."""
        days = (self.course.last_on - self.course.first_on).days
        gone = (day - self.course.first_on).days
        return self.room.left() + (self.room.width() * gone / days if days else 0.0)

    def y(self, value: float) -> float:
        """Return how far down a value lies."""
        axis = self.course.axis
        assert axis is not None
        share = (value - axis.low) / (axis.high - axis.low)
        return self.room.bottom() - self.room.height() * share

    @property
    def level(self) -> float:
        """How far down points without values lie."""
        return self.room.top() + self.room.height() * _LEVEL

    @property
    def points(self) -> list[CoursePoint]:
        """The points that have a place, the oldest first."""
        has_values = self.course.axis is not None
        return [
            CoursePoint(
                QPointF(
                    self.x(point.on),
                    self.y(point.value) if has_values and point.value is not None else self.level,
                ),
                STANDINGS[point.confidence],
                point.is_today,
            )
            for point in self.course.drawn
        ]

    @property
    def line(self) -> QLineF | None:
        """The agreed line; where there are no values it is the level of the points."""
        line = self.course.line
        if line is not None and self.course.axis is not None:
            return QLineF(
                self.x(line.first_on), self.y(line.first), self.x(line.last_on), self.y(line.last)
            )
        if self.course.axis is None:
            return QLineF(self.room.left(), self.level, self.room.right(), self.level)
        return None

    def place_of(self, row: int) -> QPointF | None:
        """Return where the check-in of a row of the table lies; None: it has no place."""
        drawn, point = self.course.drawn, self.course.points[row]
        at = next((n for n, one in enumerate(drawn) if one is point), None)
        return None if at is None else self.points[at].at
