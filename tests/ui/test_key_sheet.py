"""The key sheet: what stands on it, how it is filtered, and what it prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.shell.key_sheet import KeySheet
from managernotes_ui.shell.key_sheet_chord import choices, chord
from managernotes_ui.shell.key_sheet_columns import KeyLine, columns_of
from managernotes_ui.shell.key_sheet_groups import KeyEntry, KeyGroup, key_groups, narrowed
from managernotes_ui.shell.key_sheet_print import print_keys
from managernotes_ui.shell.page import PageName, Place
from tests.ui.find_bench import FindBench, find_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    """Open a window on a person's page, with actions of every sort."""
    with find_bench(qtbot, tmp_path) as bench:
        bench.desk.navigator.go(Place(PageName.PERSON))
        add = bench.add_action
        add("quick-note", "Quick note", keys=("Ctrl+Shift+N",), sheet="quick note, own window")
        add("lock", "Lock now", keys=("Ctrl+L",), section=Section.PRIVACY, sheet="lock")
        add("write", "Write", keys=("N",), section=Section.PERSON, sheet="write what you saw")
        add("copy", "Copy", section=Section.PERSON)
        yield bench


@pytest.fixture
def sheet(bench: FindBench) -> KeySheet:
    """Open the sheet."""
    sheet = KeySheet(bench.desk, bench.window)
    sheet.offer()
    return sheet


def spoken(sheet: KeySheet) -> list[str]:
    """Return what a screen reader says of the keys on show."""
    lines = sheet.columns.findChildren(KeyLine)
    return [line.accessibleName() for line in lines if line.isVisible()]


def said(sheet: KeySheet) -> list[str]:
    """Return the words of every label on show."""
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def titles(groups: tuple[KeyGroup, ...]) -> list[str]:
    """Return the headings."""
    return [group.title for group in groups]


def test_the_keys_of_the_page_on_show_come_first(sheet: KeySheet) -> None:
    assert titles(sheet.groups) == ["Here: a person", "Everywhere", "Privacy", "The quick line"]
    assert sheet.groups[0].entries == (KeyEntry("N", "write what you saw"),)


def test_keys_of_a_page_that_is_not_on_show_stand_under_its_name(bench: FindBench) -> None:
    bench.field.hide()
    bench.add_action("x", "X", keys=("X",), section=Section.NOTE, owner=bench.field, sheet="x it")
    groups = key_groups(bench.desk.actions, PageName.PERSON)
    assert groups[3] == KeyGroup("A note", (KeyEntry("X", "x it"),))


def test_an_action_without_a_key_is_not_on_it(sheet: KeySheet) -> None:
    assert all(entry.words != "Copy" for group in sheet.groups for entry in group.entries)


def test_an_action_that_is_kept_off_the_sheet_is_not_on_it(bench: FindBench) -> None:
    spec = ActionSpec(
        name="twice", title="Twice", section=Section.PERSON, keys=("T",), on_sheet=False
    )
    bench.desk.actions.add(spec, bench.window, lambda: None)
    groups = key_groups(bench.desk.actions, PageName.PERSON)
    assert all(entry.words != "Twice" for group in groups for entry in group.entries)


def test_keys_that_stand_for_several_are_shown_as_one(bench: FindBench) -> None:
    spec = ActionSpec(
        name="pages", title="Pages", section=Section.EVERYWHERE, keys=("Ctrl+1",), shown="Ctrl+1…5"
    )
    bench.desk.actions.add(spec, bench.window, lambda: None)
    entries = key_groups(bench.desk.actions, None)[0].entries
    assert KeyEntry("Ctrl+1…5", "Pages") in entries


def test_the_signs_of_the_quick_line_are_on_it_with_the_key_of_its_window(sheet: KeySheet) -> None:
    line = sheet.groups[-1]
    assert line.note == "Ctrl Shift N, from anywhere"
    assert [entry.keys for entry in line.entries] == ["@", "+", "#", "^", "!"]


def test_typing_filters_by_what_a_key_does_and_empty_groups_vanish(
    bench: FindBench, sheet: KeySheet
) -> None:
    QTest.keyClicks(sheet.filter, "wri")
    assert sheet.groups == (
        KeyGroup("Here: a person", (KeyEntry("N", "write what you saw"),), "this page"),
    )
    bench.until(lambda: spoken(sheet) == ["N: write what you saw"])


def test_what_no_key_does_is_said(bench: FindBench, sheet: KeySheet) -> None:
    QTest.keyClicks(sheet.filter, "zebra")
    bench.until(lambda: "No key does “zebra”." in said(sheet))
    assert spoken(sheet) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_f1_and_escape_close_it_and_the_focus_is_back(
    bench: FindBench, sheet: KeySheet, key: Qt.Key
) -> None:
    QTest.keyClick(sheet.filter, key)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is bench.field


def test_it_opens_afresh_without_what_was_typed(sheet: KeySheet) -> None:
    QTest.keyClicks(sheet.filter, "wri")
    sheet.close_sheet()
    sheet.offer()
    assert sheet.filter.text() == ""
    assert sheet.filter.hasFocus()


def test_tab_goes_round_inside_it(sheet: KeySheet) -> None:
    visited = set()
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)
        visited.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(visited) == 3
    assert sheet.filter in visited


def test_it_has_the_size_of_the_picture_and_fits_a_small_window(
    bench: FindBench, sheet: KeySheet
) -> None:
    assert sheet.sheet.geometry().getRect() == (120, 76, 1040, 648)
    bench.window.resize(800, 560)
    bench.until(lambda: sheet.size() == bench.window.size())
    assert sheet.rect().contains(sheet.sheet.geometry())


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("Ctrl+K", ("Ctrl", "K")),
        ("Ctrl+Shift+Left", ("Ctrl", "Shift", "←")),
        ("Ctrl++", ("Ctrl", "+")),
        ("+", ("+",)),
        ("1…5", ("1…5",)),
        ("Return", ("Enter",)),
        ("", ()),
    ],
)
def test_a_chord_is_a_cap_for_each_key(keys: str, caps: tuple[str, ...]) -> None:
    assert chord(keys) == caps


def test_chords_that_do_the_same_stand_side_by_side() -> None:
    assert choices("[ or ]") == (("[",), ("]",))
    assert choices("Ctrl+K") == (("Ctrl", "K"),)


def test_groups_fill_the_columns_in_order_and_none_is_torn() -> None:
    groups = [KeyGroup(str(n), tuple(KeyEntry("X", "x") for _ in range(9))) for n in range(3)]
    assert [len(column) for column in columns_of(groups, 3, 300, 28)] == [1, 1, 1]
    assert [len(column) for column in columns_of(groups, 3, 2000, 28)] == [3]
    assert [len(column) for column in columns_of(groups, 1, 10, 28)] == [3]


def test_it_prints_on_one_page(sheet: KeySheet, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    many = tuple(KeyEntry("Ctrl+X", f"does something {number}") for number in range(60))
    groups = (*sheet.groups, KeyGroup("Many", many))
    print_keys(groups, printer)
    pdf = (tmp_path / "keys.pdf").read_bytes()
    assert pdf.count(b"/Type /Page\n") == 1
    assert len(pdf) > 4_000


def test_nothing_narrows_nothing() -> None:
    groups = (KeyGroup("A", (KeyEntry("X", "x"),)),)
    assert narrowed(groups, " ") == groups
