"""My practice: seventeen sentences about the manager, each with the items it opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.metric import NOT_YET, Metric
from managernotes.domain.observation import Kind
from managernotes_ui.reviews.practice_list import PracticeLine
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.review_bench import Reviews, seen
from tests.ui.talk_bench import focused

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def practice(bench: PeopleBench) -> Reviews:
    screen = Reviews(bench, "look-back")
    bench.desk.actions.get("look-back-practice").trigger()
    screen.bench.settle()
    return screen


def lines(screen: Reviews) -> list[PracticeLine]:
    shown = screen.look_back.side.practice.list.lines
    return [line for line in shown if isinstance(line, PracticeLine)]


def test_s40_every_metric_is_a_sentence_and_none_says_zero(bench: PeopleBench) -> None:
    screen = practice(bench)
    assert [line.key for line in lines(screen)] == list(Metric)
    for line in lines(screen):
        assert line.title
        assert line.text
        assert not line.text.startswith("0")
        assert "%" not in line.text
    assert NOT_YET in {line.text for line in lines(screen)}


def test_s40_a_metric_opens_its_items_and_enter_goes_to_one(bench: PeopleBench) -> None:
    note = seen(bench, "Sales heard of it first", 12, bench.bench.dana)
    screen = practice(bench)
    rows = screen.look_back.side.practice.list
    rows.choose(Metric.UNSAID)
    screen.press(KEY.Key_Return)
    sheet = screen.look_back.metric_sheet
    assert sheet.isVisible()
    assert [line.text for line in sheet.list.lines] == ["Dana, Sales heard of it first"]
    assert focused() is sheet.list
    screen.press(KEY.Key_Return)
    assert sheet.isHidden()
    assert bench.places[-1] == Place(PageName.NOTE, person=bench.bench.dana.id, note=note)


def test_a_metric_without_items_says_that_nothing_is_behind_it(bench: PeopleBench) -> None:
    screen = practice(bench)
    screen.look_back.side.practice.list.choose(Metric.LESSONS_THAT_CHANGED)
    screen.press(KEY.Key_Return)
    sheet = screen.look_back.metric_sheet
    assert sheet.list.isHidden()
    screen.press(KEY.Key_Return)
    assert sheet.isHidden()


def test_h_hides_a_metric_and_the_button_at_the_foot_brings_it_back(bench: PeopleBench) -> None:
    screen = practice(bench)
    part = screen.look_back.side.practice
    assert part.hidden.isHidden()
    part.list.choose(Metric.UNSAID)
    screen.press(KEY.Key_H)
    assert Metric.UNSAID not in [line.key for line in lines(screen)]
    assert Metric.UNSAID not in bench.bench.ask(lambda w: w.metrics.shown())
    part.hidden.click()
    screen.bench.settle()
    [hidden] = [line for line in lines(screen) if line.is_hidden]
    assert hidden.key is Metric.UNSAID
    part.list.choose(Metric.UNSAID)
    part.list.setFocus()
    screen.press(KEY.Key_H)
    assert Metric.UNSAID in bench.bench.ask(lambda w: w.metrics.shown())
    assert not [line for line in lines(screen) if line.is_hidden]


def test_m02_the_line_of_eight_weeks_has_its_dots(bench: PeopleBench) -> None:
    seen(bench, "Calm rollback", 3, bench.bench.dana, kind=Kind.WIN, said_after=1)
    screen = practice(bench)
    [line] = [line for line in lines(screen) if line.key is Metric.FEEDBACK_RHYTHM]
    assert len(line.reading.dots) == 8


def test_a_line_is_read_out_with_its_name_its_sentence_and_what_to_do_next(
    bench: PeopleBench,
) -> None:
    seen(bench, "Sales heard of it first", 12, bench.bench.dana)
    screen = practice(bench)
    at = list(Metric).index(Metric.UNSAID)
    index = screen.look_back.side.practice.list.model().index(at, 0)
    aloud = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("Still unsaid, ")
    assert aloud.removeprefix("Still unsaid, ").startswith("Concern 1 (12 d), ")


def test_in_discreet_mode_the_items_wear_initials(bench: PeopleBench) -> None:
    seen(bench, "Told Dana Whitfield late", 12, bench.bench.dana)
    screen = practice(bench)
    bench.bench.session.discreet.switch(on=True, leaves_texts_open=True)
    screen.bench.settle()
    screen.look_back.side.practice.list.choose(Metric.UNSAID)
    screen.press(KEY.Key_Return)
    [line] = screen.look_back.metric_sheet.list.lines
    assert "Dana" not in line.text
    assert "DW" in line.text
