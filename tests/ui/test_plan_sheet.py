"""The sheet that plans a talk of any of the sixteen sorts, with a few keys (S12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
)
from managernotes.errors import InvalidInputError
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Scheme
from managernotes_ui.talks.plan_sheet import PlanSheet
from managernotes_ui.talks.plan_vm import PlanField
from managernotes_ui.talks.typed_when import typed_day, typed_minutes, typed_time
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """A window with the sheet over it."""

    def __init__(self, bench: PeopleBench, width: int = 1280, height: int = 800) -> None:
        self.bench = bench
        self.window = QWidget()
        self.sheet = PlanSheet(bench.desk, self.window)
        bench.show(self.window, width, height)

    def offer(self, sort: ConversationType | None = None) -> None:
        self.sheet.offer(self.bench.bench.dana.id, sort)
        self.bench.settle()

    def enter(self) -> None:
        QTest.keyClick(focused(), KEY.Key_Return)
        self.bench.settle()

    def planned(self) -> Conversation:
        lists = self.bench.bench.ask(lambda workspace: workspace.talks.lists())
        [row] = lists.planned
        return self.bench.bench.ask(lambda workspace: workspace.talks.get(row.id))


def test_a_talk_is_planned_with_keys_alone(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.sheet.offer()
    bench.settle()
    assert focused() is screen.sheet.who
    QTest.keyClicks(focused(), "Da")
    for words in ("", "thu 26 nov", "9:30"):
        QTest.keyClick(focused(), KEY.Key_Tab)
        QTest.keyClicks(focused(), words)
    screen.enter()
    talk = screen.planned()
    assert talk.people == (bench.bench.dana.id,)
    assert (talk.planned_on, talk.planned_at, talk.minutes) == (
        date(2026, 11, 26),
        time(9, 30),
        45,
    )
    assert bench.places[-1] == Place(PageName.CONVERSATIONS, conversation=talk.id)


@pytest.mark.parametrize("sort", list(ConversationType))
def test_s12_each_of_the_sixteen_sorts_comes_with_a_template_and_a_line_of_why(
    bench: PeopleBench, sort: ConversationType
) -> None:
    screen = Screen(bench)
    screen.offer(sort)
    assert screen.sheet.chosen_sort is sort
    template = screen.sheet.template.currentData()
    assert template
    assert screen.sheet._why.text()
    screen.enter()
    talk = screen.planned()
    assert talk.type is sort
    assert talk.template == template
    assert talk.words.notes.startswith("# ")
    assert "{{" not in talk.words.notes


def test_an_empty_page_is_one_of_the_templates(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.offer()
    screen.sheet.template.setCurrentIndex(screen.sheet.template.count() - 1)
    screen.enter()
    assert screen.planned().words.notes == ""


def test_the_usual_day_is_offered_and_what_was_typed_stays(bench: PeopleBench) -> None:
    dana, arjun = bench.bench.dana.id, bench.bench.arjun.id
    bench.bench.ask(lambda workspace: workspace.away.set_usual(dana, 3, time(9, 30)))
    bench.bench.ask(lambda workspace: workspace.away.set_usual(arjun, 0, time(11)))
    screen = Screen(bench)
    screen.offer()
    day = screen.sheet.edits[PlanField.DAY]
    assert (day.text(), screen.sheet.edits[PlanField.TIME].text()) == ("Thu 26 Nov", "09:30")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "fri")
    screen.sheet.who.setCurrentIndex(screen.sheet.who.findData(arjun))
    bench.settle()
    assert day.text() == "fri"


def test_a_hard_talk_goes_on_to_its_preparation(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.offer(ConversationType.TOUGH)
    screen.enter()
    talk = screen.planned()
    assert talk.state is ConversationState.DRAFTING
    assert bench.places[-1] == Place(PageName.PREPARE, conversation=talk.id)


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_planned(
    bench: PeopleBench,
) -> None:
    screen = Screen(bench)
    screen.offer()
    screen.sheet.edits[PlanField.DAY].setText("some day")
    screen.enter()
    assert screen.sheet.fields[PlanField.DAY].error == "A day like “thu”, “26 nov” or “+7”."
    assert focused() is screen.sheet.edits[PlanField.DAY]
    lists = bench.bench.ask(lambda workspace: workspace.talks.lists())
    assert not lists.planned


@pytest.mark.parametrize(("width", "height"), [(800, 560), (1280, 800)])
def test_the_sheet_fits_the_window(bench: PeopleBench, width: int, height: int) -> None:
    screen = Screen(bench, width, height)
    screen.offer()
    assert screen.window.rect().contains(screen.sheet.sheet.geometry())
    assert screen.sheet.yes.isVisible()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("", None),
        ("thu", date(2026, 11, 26)),
        ("on Fri", date(2026, 11, 20)),
        ("26 nov", date(2026, 11, 26)),
        ("Thu 26 Nov", date(2026, 11, 26)),
        ("Thu 7 Jan 2027", date(2027, 1, 7)),
        ("2026-12-01", date(2026, 12, 1)),
        ("+7", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 20)),
    ],
)
def test_a_day_to_come_is_read_as_people_write_it(words: str, day: date | None) -> None:
    assert typed_day(words, TODAY) == day


@pytest.mark.parametrize("words", ["some day", "7 Jan 2031", "31 nov", "2026-01-01"])
def test_other_words_are_no_day_to_come(words: str) -> None:
    with pytest.raises(InvalidInputError):
        typed_day(words, TODAY)


@pytest.mark.parametrize(
    ("words", "at"),
    [("9:30", time(9, 30)), ("930", time(9, 30)), ("14", time(14)), ("9.05", time(9, 5))],
)
def test_a_time_is_read_with_or_without_its_sign(words: str, at: time) -> None:
    assert typed_time(words) == at


@pytest.mark.parametrize("words", ["25:00", "noon", "9:75"])
def test_other_words_are_no_time(words: str) -> None:
    with pytest.raises(InvalidInputError):
        typed_time(words)


@pytest.mark.parametrize("words", ["0", "1441", "an hour"])
def test_minutes_are_a_number_within_a_day(words: str) -> None:
    with pytest.raises(InvalidInputError):
        typed_minutes(words)


def test_the_sheet_stands_in_the_dark_and_at_large_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with people_bench(qtbot, qapp, tmp_path, Scheme.DARK, 1.5) as bench:
        screen = Screen(bench, 800, 560)
        screen.offer()
        assert screen.window.rect().contains(screen.sheet.sheet.geometry())
