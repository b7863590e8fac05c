"""The course of a goal: drawn for the eye, a table for keyboard and screen reader (SPEC §4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.goal import (
    CheckIn,
    CheckInWords,
    Confidence,
    Goal,
    GoalState,
    GoalWords,
    Measure,
    SetBy,
)
from managernotes.domain.identity import CheckInId, GoalId, PersonId
from managernotes.practice.course_words import unit_of
from managernotes.practice.goal_course import course
from managernotes_ui.goals.course_plot import CoursePlot
from managernotes_ui.goals.goal_course import GoalCourse
from tests.ui.style_bench import dressed

TODAY = date(2026, 11, 24)
_NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
_LOOKS = (
    (date(2026, 7, 1), 92.0, Confidence.ON_COURSE),
    (date(2026, 9, 28), 74.0, Confidence.WOBBLING),
    (date(2026, 10, 20), 80.0, Confidence.OFF_COURSE),
    (TODAY, 44.0, Confidence.ON_COURSE),
)


def check_in(number: int, on: date, value: float | None, confidence: Confidence) -> CheckIn:
    return CheckIn(
        id=CheckInId(UUID(int=number)),
        goal=GoalId(UUID(int=1)),
        on=on,
        confidence=confidence,
        value=value,
        words=CheckInWords(fact="Seen"),
        conversation=None,
        created_at=_NOW,
        revision=1,
    )


def goal(
    check_ins: tuple[CheckIn, ...], *, measure: Measure = Measure.NUMBER, months: int = 0
) -> Goal:
    has_value = measure is Measure.NUMBER
    return Goal(
        id=GoalId(UUID(int=1)),
        person=PersonId(UUID(int=2)),
        words=GoalWords(title="Restore", unit="min" if has_value else ""),
        state=GoalState.ACTIVE,
        measured_by=measure,
        start_value=92.0 if has_value else None,
        target_value=30.0 if has_value else None,
        started_on=date(2026, 7, 1) - timedelta(days=30 * months),
        due_on=date(2026, 12, 15),
        original_due_on=date(2026, 12, 15),
        set_by=SetBy.TOGETHER,
        vision_line=None,
        next_on=None,
        outcome=None,
        ended_on=None,
        steps=(),
        check_ins=check_ins,
        notes=(),
        created_at=_NOW,
        updated_at=_NOW,
        revision=1,
    )


@pytest.fixture
def picture(qtbot: QtBot, qapp: QApplication) -> Iterator[GoalCourse]:
    with dressed(qapp) as theme:
        picture = GoalCourse(theme)
        qtbot.addWidget(picture)
        picture.resize(664, 208)
        picture.show()
        picture.activateWindow()
        yield picture


def show(picture: GoalCourse, one: Goal) -> None:
    picture.show_course(course(one, TODAY), unit_of(one), TODAY)
    picture.repaint()


def looks() -> tuple[CheckIn, ...]:
    return tuple(check_in(n, *one) for n, one in enumerate(_LOOKS, start=10))


def test_the_table_has_a_row_for_each_check_in_with_day_value_word_and_agreed_value(
    picture: GoalCourse,
) -> None:
    show(picture, goal(looks()))
    model = picture.model()
    cells = [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert cells[1] == ["Mon 28 Sep", "74 min", "wobbling", "59 min"]
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(4)]
    assert heads == ["Day", "Value", "Word", "Agreed line"]


def test_a_screen_reader_finds_a_table_and_each_point_as_a_sentence(picture: GoalCourse) -> None:
    show(picture, goal(looks()))
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    cells = [interface.child(n) for n in range(interface.childCount())]
    said = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert any(words.startswith("Tue 20 Oct: 80 min, off course") for words in said)
    assert "wobbling" in said
    description = interface.text(QAccessible.Text.Description)
    assert "from 92 min" in description
    assert "to 30 min" in description


def test_arrows_walk_the_points_and_stop_at_both_ends(picture: GoalCourse) -> None:
    show(picture, goal(looks()))
    QTest.keyClick(picture, Qt.Key.Key_End)
    assert picture.said.startswith("Tue 24 Nov: 44 min")
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.currentIndex().row() == 3
    for _step in range(6):
        QTest.keyClick(picture, Qt.Key.Key_Left)
    assert picture.said.startswith("Wed 1 Jul: 92 min")


def test_a_point_is_found_where_it_is_drawn(picture: GoalCourse) -> None:
    show(picture, goal(looks()))
    model = picture.model()
    places = [picture.visualRect(model.index(row, 0)).center() for row in range(4)]
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert [picture.indexAt(place).row() for place in places] == [0, 1, 2, 3]
    assert not picture.indexAt(QPoint(picture.width() - 1, 1)).isValid()


def test_lower_values_lie_lower(picture: GoalCourse) -> None:
    show(picture, goal(looks()))
    model = picture.model()
    first, last = (picture.visualRect(model.index(row, 0)).center() for row in (0, 3))
    assert last.y() > first.y()


@pytest.mark.parametrize("measure", [Measure.MILESTONE, Measure.YES_NO])
def test_without_values_the_points_lie_on_one_level(picture: GoalCourse, measure: Measure) -> None:
    words = tuple(check_in(n, on, None, how) for n, (on, _v, how) in enumerate(_LOOKS, start=10))
    show(picture, goal(words, measure=measure))
    model = picture.model()
    tops = {picture.visualRect(model.index(row, 0)).center().y() for row in range(4)}
    assert len(tops) == 1
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole).endswith("wobbling")


def test_a_goal_that_nobody_looked_at_has_an_empty_table_and_is_drawn(picture: GoalCourse) -> None:
    show(picture, goal(()))
    assert picture.model().rowCount() == 0
    picture.walk(1)
    assert picture.said == ""


def test_three_years_of_check_ins_are_drawn_well_within_a_frame(picture: GoalCourse) -> None:
    many = tuple(
        check_in(n, TODAY - timedelta(days=30 * (36 - n)), 92.0 - n, Confidence.WOBBLING)
        for n in range(37)
    )
    one = goal(many, months=36)
    show(picture, one)
    started = datetime.now(UTC)
    for _frame in range(10):
        picture.repaint()
    assert (datetime.now(UTC) - started) / 10 < timedelta(milliseconds=60)
    assert picture.model().rowCount() == 37


def test_a_check_in_in_words_only_has_a_row_but_no_place(picture: GoalCourse) -> None:
    one = goal((*looks()[:2], check_in(40, date(2026, 10, 1), None, Confidence.WOBBLING)))
    show(picture, one)
    model = picture.model()
    assert picture.visualRect(model.index(2, 0)).isEmpty()
    assert "wobbling" in model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)


def plot_of(picture: GoalCourse, one: Goal) -> CoursePlot:
    show(picture, one)
    drawn = picture._picture
    shown = course(one, TODAY)
    return CoursePlot(shown, drawn._plot_room(shown, picture.viewport().rect()))


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        (date(2026, 7, 1), "Jul"),
        (date(2026, 7, 14), "14 Jul"),
        (TODAY, "24 Nov"),
        (date(2025, 11, 24), "Nov 2025"),
    ],
)
def test_the_day_that_a_goal_begins_on_is_named_at_the_foot_of_its_course(
    picture: GoalCourse, begins: date, words: str
) -> None:
    plot = plot_of(picture, replace(goal(()), started_on=begins))
    labels = picture._picture._month_labels(plot)
    x, first = labels[0]
    assert x == plot.room.left()
    assert first.width == picture._picture._label(words).width
    ends = [left + label.width for left, label in labels]
    assert all(left > end for end, (left, _label) in zip(ends, labels[1:], strict=False))


@pytest.mark.parametrize("width", [200, 664])
@pytest.mark.parametrize("begins", [TODAY, date(2026, 11, 9), date(2026, 7, 1)])
def test_what_a_course_without_check_ins_says_does_not_lie_on_the_word_of_today(
    picture: GoalCourse, begins: date, width: int
) -> None:
    picture.resize(width, 208)
    plot = plot_of(picture, replace(goal(()), started_on=begins))
    canvas = QPixmap(picture.size())
    painter = QPainter(canvas)
    said = picture._picture._paint_none(painter, plot)
    today = picture._picture._paint_today(painter, plot, says_other=False)
    painter.end()
    assert plot.room.contains(said)
    assert today
    assert not any(said.intersects(box) for box in today)
