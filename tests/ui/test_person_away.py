"""Usual days and times away, without a reason (INV-02), on the About tab."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from managernotes.domain.away import AwayWindow, UsualTime
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import person_away as strings
from managernotes_ui.people.away_reading import read_time, read_window
from managernotes_ui.people.person_about import PersonAbout
from managernotes_ui.people.person_away import PersonAway
from managernotes_ui.widgets.button import Button
from tests.ui.people_bench import PeopleBench, people_bench

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("10:30", time(10, 30)), ("930", time(9, 30)), ("14", time(14)), ("9.05", time(9, 5))],
)
def test_a_time_is_read_as_people_write_it(words: str, wanted: time) -> None:
    assert read_time(words) == wanted


@pytest.mark.parametrize("words", ["25", "10:75", "noon", "1030pm"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(InvalidInputError):
        read_time(words)


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("30 Nov", "4 Dec", (date(2026, 11, 30), date(2026, 12, 4))),
        ("20 Nov", "27 Nov", (date(2026, 11, 20), date(2026, 11, 27))),
        ("Mon 30 Nov", "", (date(2026, 11, 30), date(2026, 11, 30))),
        ("28 Dec", "3 Jan", (date(2026, 12, 28), date(2027, 1, 3))),
        ("2026-12-01", "2026-12-01", (date(2026, 12, 1), date(2026, 12, 1))),
    ],
)
def test_two_days_are_read(first: str, last: str, wanted: tuple[date, date]) -> None:
    assert read_window(first, last, TODAY) == wanted


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("", "", strings.BAD_DAY),
        ("soon", "4 Dec", strings.BAD_DAY),
        ("30 Nov", "then", strings.BAD_DAY),
        ("2026-12-04", "2026-11-30", strings.ENDS_EARLY),
    ],
)
def test_what_is_no_time_away_is_refused(first: str, last: str, why: str) -> None:
    with pytest.raises(InvalidInputError, match=why):
        read_window(first, last, TODAY)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def away(bench: PeopleBench) -> PersonAway:
    about = PersonAbout(bench.desk)
    bench.show(about)
    about.show_person(bench.bench.dana.id)
    bench.settle()
    return about.away


def usual(bench: PeopleBench) -> UsualTime:
    return bench.bench.ask(lambda w: w.away.usual(bench.bench.dana.id))


def windows(bench: PeopleBench) -> tuple[AwayWindow, ...]:
    return bench.bench.ask(lambda w: w.away.windows(bench.bench.dana.id))


def choose_day(away: PersonAway, name: str) -> None:
    away.day.setCurrentText(name)
    away.day.activated.emit(away.day.currentIndex())


def test_a_usual_day_and_hour_are_kept_at_once(bench: PeopleBench, away: PersonAway) -> None:
    choose_day(away, "Thursday")
    away.time.setText("9:30")
    away.time.editingFinished.emit()
    bench.settle()
    assert usual(bench) == UsualTime(3, time(9, 30))
    choose_day(away, strings.NO_DAY)
    bench.settle()
    assert usual(bench) == UsualTime()
    assert away.time.text() == ""
    away.time.setText("9:30")
    away.time.editingFinished.emit()
    assert away.time_field.error == strings.TIME_NEEDS_DAY


def test_an_hour_that_cannot_be_read_changes_nothing(bench: PeopleBench, away: PersonAway) -> None:
    choose_day(away, "Monday")
    away.time.setText("noonish")
    away.time.editingFinished.emit()
    bench.settle()
    assert usual(bench) == UsualTime(0, None)
    assert away.time_field.error


def test_times_away_are_added_joined_and_taken_away(bench: PeopleBench, away: PersonAway) -> None:
    add(bench, away, "30 Nov", "4 Dec")
    add(bench, away, "5 Dec", "6 Dec")
    assert windows(bench) == (AwayWindow(date(2026, 11, 30), date(2026, 12, 6)),)
    assert away.windows == ["Mon 30 Nov to Sun 6 Dec"]
    assert away.first.text() == ""
    [remove] = [b for b in away.findChildren(Button) if b.accessibleName().startswith("Take ")]
    remove.click()
    bench.settle()
    assert windows(bench) == ()
    assert away.windows == []


def test_what_cannot_be_read_stays_typed_and_is_said(bench: PeopleBench, away: PersonAway) -> None:
    add(bench, away, "soon", "")
    assert windows(bench) == ()
    assert away.first.text() == "soon"
    assert away.first_field.error


def test_inv02_there_is_no_field_for_a_reason(away: PersonAway) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    editors = [found for kind in kinds for found in away.findChildren(kind)]
    assert set(editors) == {away.time, away.first, away.last}


def test_somebody_elses_days_are_shown_for_somebody_else(
    bench: PeopleBench, away: PersonAway
) -> None:
    add(bench, away, "30 Nov", "4 Dec")
    away.show_person(bench.bench.arjun.id)
    bench.settle()
    assert away.windows == []


def add(bench: PeopleBench, away: PersonAway, first: str, last: str) -> None:
    away.first.setText(first)
    away.last.setText(last)
    away.add.click()
    bench.settle()
