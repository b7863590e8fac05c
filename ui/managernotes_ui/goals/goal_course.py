"""The course of a goal: a picture for the eye, and the same as a table for everybody else.

It is a table view whose cells are drawn as a plot (SPEC §4), so that keyboard and screen reader
have a real table: arrows walk the check-ins and each is read out.
"""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView, QToolTip

from managernotes.practice import course_words
from managernotes.practice.goal_course import Course
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.course_picture import CoursePicture
from managernotes_ui.goals.course_table import CourseTable, Index
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.tooltip import tooltip

HEIGHT = 208
_NEAR = 12
"""Pixels round a point in which it is meant."""


class GoalCourse(QTableView):
    """←→ walk the points; the chosen one is ringed and said in words above the plot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table = CourseTable(self)
        self._picture = CoursePicture(theme)
        self.setModel(self._table)
        self.setAccessibleName(strings.COURSE_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setMouseTracking(True)
        theme.changed.connect(self._on_theme_changed)

    def show_course(self, course: Course, unit: str, today: date) -> None:
        """Show another course, or the same as it is now."""
        self._picture.set_course(course, unit, today)
        self._table.show_rows(
            course_words.rows(course, unit, today),
            tuple(course_words.sentence(point, unit, today) for point in course.points),
        )
        self.setAccessibleDescription(course_words.summary(course, unit, today))
        self.viewport().update()

    @property
    def said(self) -> str:
        """The chosen check-in as it is read out; an empty text for none."""
        return self._table.sentence(self.currentIndex().row())

    def walk(self, by: int) -> None:
        """Take the keyboard and go to the next or the last check-in."""
        last, here = self._table.rowCount() - 1, self.currentIndex().row()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if last >= 0:
            wanted = last if here < 0 else min(max(here + by, 0), last)
            self.setCurrentIndex(self._table.index(wanted, 0))

    def sizeHint(self) -> QSize:
        """Return the height of a plot with its labels."""
        return QSize(320, HEIGHT + self._theme.scale.px(32) - 32)

    def minimumSizeHint(self) -> QSize:
        """Return the least in which a course can be read."""
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the points."""
        last = self._table.rowCount()
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -last,
            Qt.Key.Key_End: last,
        }
        if event.key() in steps and not event.modifiers():
            self.walk(steps[event.key()])
        else:
            event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the ring elsewhere."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        """Return where a check-in lies in the picture."""
        place = self._picture.place_of(index.row(), self._room) if index.isValid() else None
        if place is None:
            return QRect()
        return QRect(place.toPoint() - QPoint(_NEAR, _NEAR), QSize(2 * _NEAR, 2 * _NEAR))

    def indexAt(self, point: QPoint) -> Index:  # type: ignore[override]
        """Return the check-in that is nearest to a point, or none."""
        best, least = -1, float(_NEAR)
        for row in range(self._table.rowCount()):
            place = self._picture.place_of(row, self._room)
            if place is not None:
                away = math.hypot(place.x() - point.x(), place.y() - point.y())
                if away <= least:
                    best, least = row, away
        return self._table.index(best, 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: all of it shows."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tooltip what lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self._table.sentence(self.indexAt(event.pos()).row())
            QToolTip.showText(event.globalPos(), tooltip(said) if said else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def focus_ring_rect(self) -> QRect:
        """Return the whole picture: the chosen check-in has a ring of its own."""
        return self.rect()

    def focus_ring_radius(self) -> int:
        """Return the radius of the card."""
        return 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plot."""
        painter = QPainter(self.viewport())
        row = self.currentIndex().row() if self.hasFocus() else -1
        self._picture.paint(painter, self._room, chosen=row, said=self.said if row >= 0 else "")
        painter.end()

    @property
    def _room(self) -> QRect:
        return self.viewport().rect()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.viewport().update()
