"""Vision, values and roles in the window: written, versioned, linked anew (S09, S27, INV-17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import YardstickId
from managernotes.domain.person import NewPerson
from managernotes.domain.vision import Vision
from managernotes.domain.yardstick import Area, YardstickKind, YardstickWords
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.standards.standards_page import StandardsPage
from managernotes_ui.standards.standards_vm import VISION_KEY, Key, Sort
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.standards_bench import CALM, HANDS_OVER, expect, get
from tests.ui.talk_bench import TODAY, focused, tell

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT, LINES = "A clinic never waits for us.", ("Printed by morning", "A fault teaches us once")


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page on show."""

    def __init__(self, bench: PeopleBench, width: int = 1224, height: int = 764) -> None:
        self.bench = bench
        self.page = StandardsPage(bench.desk)
        bench.show(self.page, width, height)
        self.page.show_place(Place(PageName.STANDARDS))
        bench.settle()
        self.page.take_focus()
        bench.settle()

    def choose(self, yardstick: YardstickId) -> None:
        self.page.list.choose(Key(Sort.YARDSTICK, yardstick))
        self.bench.settle()

    def save(self) -> None:
        self.page.keep()
        self.bench.settle()

    @property
    def listed(self) -> list[str]:
        return [line.text for line in self.page.list.lines]

    @property
    def versions(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(one.days, one.words) for one in self.page.versions.versions]


def envision(bench: PeopleBench, *lines: str) -> Vision:
    vision = bench.bench.ask(lambda workspace: workspace.vision.save(TEXT, lines or LINES))
    tell(bench)
    return vision


def serve(bench: PeopleBench, yardstick: YardstickId, vision: Vision, line: int) -> None:
    identity = vision.words.lines[line].id
    scope = replace(get(bench, yardstick).scope, vision_line=identity)
    bench.bench.ask(lambda workspace: workspace.yardsticks.set_scope(yardstick, scope))
    tell(bench)


def present(bench: PeopleBench) -> Vision:
    vision = bench.bench.ask(lambda workspace: workspace.vision.now())
    assert vision is not None
    return vision


# --- the vision ----------------------------------------------------------------------------------


def test_s09_the_first_vision_is_typed_and_its_lines_added_with_enter(bench: PeopleBench) -> None:
    screen = Screen(bench)
    QTest.keyClick(focused(), KEY.Key_Return)
    QTest.keyClicks(focused(), TEXT)
    screen.save()
    screen.page.vision.new.setFocus()
    for line in LINES:
        QTest.keyClicks(focused(), line)
        QTest.keyClick(focused(), KEY.Key_Return)
        bench.settle()
    words = present(bench).words
    assert (words.text, tuple(line.text for line in words.lines)) == (TEXT, LINES)


def test_s09_an_edit_on_a_later_day_keeps_the_old_text_with_its_days(bench: PeopleBench) -> None:
    envision(bench)
    bench.bench.clock.moment += timedelta(days=5)
    screen = Screen(bench)
    screen.page.vision.text.area.setFocus()
    QTest.keyClicks(focused(), "Now: ")
    screen.save()
    days = [days for days, _ in screen.versions]
    assert days == ["since 24 Nov", "19 Nov to 23 Nov"]
    assert screen.versions[1][1][0] == TEXT


def test_a_line_that_is_emptied_and_left_has_its_words_again(bench: PeopleBench) -> None:
    envision(bench)
    screen = Screen(bench)
    row = screen.page.vision.lines[0]
    row.edit.setFocus()
    row.edit.selectAll()
    QTest.keyClick(row.edit, KEY.Key_Backspace)
    screen.page.list.setFocus()
    screen.save()
    assert row.edit.text() == LINES[0]
    assert len(present(bench).words.lines) == 2


def test_s09_what_served_a_line_that_goes_asks_for_another_and_undo_brings_it_back(
    bench: PeopleBench,
) -> None:
    vision = envision(bench)
    hands_over = expect(bench, HANDS_OVER)
    serve(bench, hands_over, vision, 0)
    screen = Screen(bench)
    assert strings.NEEDS_LINE not in screen.listed
    screen.page.vision.lines[0].remove.click()
    bench.settle()
    at = screen.listed.index(strings.NEEDS_LINE)
    assert screen.listed[at + 1] == HANDS_OVER
    screen.choose(hands_over)
    assert screen.page.yardstick.serves.currentText() == f"gone: {LINES[0]}"
    assert screen.page.yardstick._serves.error == strings.LOST_LINE
    screen.page._undo.undo()
    bench.settle()
    assert strings.NEEDS_LINE not in screen.listed
    assert present(bench).words.lines == vision.words.lines


def test_s09_choosing_another_line_takes_it_off_the_list(bench: PeopleBench) -> None:
    vision = envision(bench)
    hands_over = expect(bench, HANDS_OVER)
    serve(bench, hands_over, vision, 0)
    bench.bench.ask(lambda workspace: workspace.vision.save(TEXT, vision.words.lines[1:]))
    screen = Screen(bench)
    screen.choose(hands_over)
    screen.page.yardstick.serves.setCurrentIndex(1)
    screen.page.yardstick.serves.activated.emit(1)
    bench.settle()
    assert get(bench, hands_over).scope.vision_line == vision.words.lines[1].id
    assert strings.NEEDS_LINE not in screen.listed


# --- expectations and values ---------------------------------------------------------------------


def test_s27_a_new_expectation_of_a_role_is_written_with_the_keyboard_alone(
    bench: PeopleBench,
) -> None:
    screen = Screen(bench)
    QTest.keyClick(focused(), KEY.Key_T, CTRL)
    QTest.keyClicks(focused(), HANDS_OVER)
    QTest.keyClick(focused(), KEY.Key_Tab)
    QTest.keyClicks(focused(), "Staff engineer")
    QTest.keyClick(focused(), KEY.Key_Return)
    bench.settle()
    assert not screen.page.sheet.isVisible()
    screen.page.yardstick.looks.area.setFocus()
    QTest.keyClicks(focused(), "The night shift never asks")
    screen.page.yardstick.not_yet.area.setFocus()
    QTest.keyClicks(focused(), "They ring")
    screen.save()
    (one,) = bench.bench.ask(lambda workspace: workspace.yardsticks.of_role("Staff engineer"))
    assert one.words == YardstickWords(
        title=HANDS_OVER, looks_like="The night shift never asks", not_yet_like="They ring"
    )
    assert screen.listed[-2:] == ["Staff engineer", HANDS_OVER]


def test_inv_17_every_version_stands_with_the_days_on_which_it_held(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    bench.bench.clock.moment += timedelta(days=5)
    screen = Screen(bench)
    screen.choose(hands_over)
    screen.page.yardstick.looks.area.setFocus()
    QTest.keyClicks(focused(), "Nobody rings")
    screen.save()
    assert screen.versions == [
        ("since 24 Nov", (HANDS_OVER, "It looks like: Nobody rings")),
        ("19 Nov to 23 Nov", (HANDS_OVER,)),
    ]


def test_a_name_that_is_taken_away_is_not_saved_and_the_field_says_so(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.choose(hands_over)
    edit = screen.page.yardstick.title.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, KEY.Key_Backspace)
    screen.save()
    assert screen.page.yardstick.title.field.error == strings.NEEDS_NAME
    assert get(bench, hands_over).words.title == HANDS_OVER


def test_area_role_and_level_are_said_of_it(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.choose(hands_over)
    pane = screen.page.yardstick
    at = pane.area.findText(strings.AREAS[Area.TEAMWORK])
    pane.area.setCurrentIndex(at)
    pane.area.activated.emit(at)
    pane.role.edit.setFocus()
    QTest.keyClicks(focused(), "Staff engineer")
    pane.level.edit.setFocus()
    QTest.keyClicks(focused(), "L6")
    screen.page.list.setFocus()
    bench.settle()
    scope = get(bench, hands_over).scope
    assert (scope.area, scope.role, scope.level) == (Area.TEAMWORK, "Staff engineer", "L6")


def test_a_level_without_a_role_is_refused_with_a_sentence(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.choose(hands_over)
    screen.page.yardstick.level.edit.setFocus()
    QTest.keyClicks(focused(), "L6")
    screen.page.list.setFocus()
    bench.settle()
    assert "Name the role too." in screen.page.yardstick.trouble.text()
    assert get(bench, hands_over).scope.level is None


def test_what_counts_no_longer_stands_last_and_undo_brings_it_back(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.choose(hands_over)
    screen.page.yardstick.retire.click()
    bench.settle()
    assert screen.listed[-2:] == [strings.RETIRED, HANDS_OVER]
    assert get(bench, hands_over).retired_on == TODAY
    screen.page._undo.undo()
    bench.settle()
    assert get(bench, hands_over).retired_on is None
    assert strings.RETIRED not in screen.listed


def test_who_talked_it_through_is_named_a_to_z_and_never_counted(bench: PeopleBench) -> None:
    dana, arjun = bench.bench.dana.id, bench.bench.arjun.id
    calm = expect(bench, CALM, dana, arjun)
    bench.bench.ask(lambda workspace: workspace.yardsticks.talked_through(calm, dana, TODAY))
    screen = Screen(bench)
    screen.choose(calm)
    assert screen.page.yardstick.known.text() == (
        "Talked through: Arjun Rao not yet, Dana Whitfield 19 Nov"
    )


def test_a_value_has_a_source_and_neither_role_nor_next_level(bench: PeopleBench) -> None:
    words = YardstickWords(title="We say it to each other")
    value = bench.bench.ask(
        lambda workspace: workspace.yardsticks.add(YardstickKind.VALUE, words)
    ).id
    screen = Screen(bench)
    screen.choose(value)
    pane = screen.page.yardstick
    assert [part.isHidden() for part in (pane.role, pane.level, pane.above)] == [True] * 3
    pane.source.edit.setFocus()
    QTest.keyClicks(focused(), "company values 2026")
    screen.save()
    assert get(bench, value).words.source == "company values 2026"


# --- roles, places, room -------------------------------------------------------------------------


def test_s27_a_role_says_what_it_is_for_and_who_is_in_it(bench: PeopleBench) -> None:
    bench.add(NewPerson(display_name="Mei Lindqvist", role="Staff engineer", level="L6"))
    screen = Screen(bench)
    screen.page.list.choose(Key(Sort.ROLE, "Staff engineer"))
    bench.settle()
    assert screen.page.role.people.text() == "L6: Mei Lindqvist"
    screen.page.role.purpose.area.setFocus()
    QTest.keyClicks(focused(), "Keeps the nights quiet")
    screen.save()
    roles = bench.bench.ask(lambda workspace: workspace.roles.list())
    assert [role.purpose for role in roles] == ["Keeps the nights quiet"]
    screen.page.role.add.click()
    bench.settle()
    assert screen.page.sheet.role.text() == "Staff engineer"


def test_a_place_chooses_the_expectation_it_names(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    expect(bench, CALM)
    screen = Screen(bench)
    assert screen.page.vm.key == VISION_KEY
    screen.page.show_place(Place(PageName.STANDARDS, yardstick=hands_over))
    bench.settle()
    assert screen.page.yardstick.title.edit.text() == HANDS_OVER
    assert screen.page.list.chosen_key == Key(Sort.YARDSTICK, hands_over)


def test_the_new_sheet_knows_whose_page_led_to_it(bench: PeopleBench) -> None:
    screen = Screen(bench)
    dana = bench.bench.dana.id
    screen.page.show_place(Place(PageName.STANDARDS, person=dana, query="new"))
    bench.settle()
    assert screen.page.sheet.isVisible()
    assert screen.page.sheet.who.currentData() == dana
    QTest.keyClicks(focused(), CALM)
    QTest.keyClick(focused(), KEY.Key_Return)
    bench.settle()
    (one,) = bench.bench.ask(lambda workspace: workspace.yardsticks.list(dana))
    assert one.words.title == CALM


def test_in_a_small_window_a_key_brings_the_versions_in_place_of_the_list(
    bench: PeopleBench,
) -> None:
    envision(bench)
    screen = Screen(bench, 744, 500)
    assert screen.page.versions.isHidden()
    screen.page.toggle_panel()
    assert not screen.page.versions.isHidden()
    assert screen.page._listed.isHidden()


def test_what_is_typed_is_saved_on_leaving(bench: PeopleBench) -> None:
    hands_over = expect(bench, HANDS_OVER)
    screen = Screen(bench)
    screen.choose(hands_over)
    screen.page.yardstick.looks.area.setFocus()
    QTest.keyClicks(focused(), "Nobody rings")
    screen.page.leave()
    bench.settle()
    assert get(bench, hands_over).words.looks_like == "Nobody rings"
