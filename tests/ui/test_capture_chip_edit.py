"""Typing a capture line: chips come and go, and the letters stay what was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.text.note_text import MAX_TEXT
from managernotes_ui.capture.chip_document import plain
from managernotes_ui.capture.splices import Splice
from tests.ui.capture_bench import CONTROL, KEY, SHIFT, press, text_data, type_text
from tests.ui.capture_edit_bench import EditBench, edit_bench

PARTS = st.sampled_from(
    (
        *(
            "@dana",
            "@an",
            "@ghost",
            '@"Ana Prado"',
            "+win",
            "+co",
            "#tag",
            "^mon",
            "!fri",
            "^31nov",
        ),
        *(" ", "  ", "\n", "\t", "a", "é", "e\u0301", "😀", "אורי", "@אורי", "\ufffc", "\u00a0"),
        *("\u2028", "\u200d", "\u202e", "<b>", "&amp;", "\ufdd0", "\u2029", "\r\n"),
    )
)
TEXTS = st.lists(PARTS | st.text(st.characters(codec="utf-8"), max_size=6), max_size=14).map(
    "".join
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[EditBench]:
    with edit_bench(qtbot, qapp) as made:
        yield made


def undo(bench: EditBench) -> None:
    press(bench.edit, KEY.Key_Z, "", CONTROL)


def redo(bench: EditBench) -> None:
    press(bench.edit, KEY.Key_Y, "", CONTROL)


def commit(bench: EditBench, text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(bench.edit, event)


def test_turns_a_token_into_a_chip_when_a_space_follows(bench: EditBench) -> None:
    type_text(bench.edit, "@dana")
    assert bench.shown == "@dana|"

    type_text(bench.edit, " ")

    assert bench.shown == "[@dana] |"
    assert bench.edit.line() == "@dana "


def test_knows_a_token_in_the_middle_of_a_text(bench: EditBench) -> None:
    type_text(bench.edit, "ran it with @dana and +win #calm ^yesterday !fri ok")

    assert bench.chips == ["@dana", "+win", "#calm", "^yesterday", "!fri"]
    assert bench.edit.line() == "ran it with @dana and +win #calm ^yesterday !fri ok"


def test_leaves_what_is_no_token_as_text(bench: EditBench) -> None:
    type_text(bench.edit, "+1 !important a@b.c C# ^_^ #1 @ ")

    assert bench.chips == []


def test_turns_the_last_token_into_a_chip_when_the_focus_leaves(bench: EditBench) -> None:
    type_text(bench.edit, "called @dana")

    bench.edit.clearFocus()

    assert bench.chips == ["@dana"]
    assert bench.edit.line() == "called @dana"


def test_backspace_behind_a_chip_gives_its_letters_back(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ")
    press(bench.edit, KEY.Key_Backspace)
    assert bench.shown == "[@dana]|"

    press(bench.edit, KEY.Key_Backspace)
    assert bench.shown == "@dana|"

    press(bench.edit, KEY.Key_Backspace)
    assert bench.shown == "@dan|"


def test_delete_before_a_chip_gives_its_letters_back(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ran")
    press(bench.edit, KEY.Key_Home)

    press(bench.edit, KEY.Key_Delete)
    assert bench.shown == "|@dana ran"

    press(bench.edit, KEY.Key_Delete)
    assert bench.edit.line() == "dana ran"


def test_letters_that_were_given_back_become_a_chip_again(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ")
    press(bench.edit, KEY.Key_Backspace)
    press(bench.edit, KEY.Key_Backspace)

    type_text(bench.edit, " ")

    assert bench.shown == "[@dana] |"


def test_backspace_with_a_selection_deletes_the_chip(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ran")
    bench.edit.select(0, 6)

    press(bench.edit, KEY.Key_Backspace)

    assert bench.edit.line() == "ran"


def test_a_chip_that_is_no_token_any_more_becomes_letters(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ")
    press(bench.edit, KEY.Key_Backspace)

    type_text(bench.edit, "x")

    assert bench.shown == "@danax|"


def test_two_chips_whose_space_is_deleted_become_letters(bench: EditBench) -> None:
    type_text(bench.edit, "#one #one ")
    bench.edit.set_caret(5)
    press(bench.edit, KEY.Key_Backspace)

    assert bench.shown == "#one|#one "


def test_undo_first_gives_the_letters_back_and_then_takes_them(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ")

    undo(bench)
    assert bench.shown == "@dana |"

    undo(bench)
    assert bench.edit.line() == ""


def test_redo_brings_text_and_chips_back(bench: EditBench) -> None:
    type_text(bench.edit, "@dana +win ran it")
    shown = bench.shown
    for _ in range(6):
        undo(bench)
    assert bench.edit.line() == ""

    for _ in range(6):
        redo(bench)

    assert bench.shown == shown


def test_typing_after_undo_makes_the_chip_again(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ")
    undo(bench)

    type_text(bench.edit, "ran")

    assert bench.shown == "[@dana] ran|"


def test_asks_about_a_name_that_several_people_have(bench: EditBench) -> None:
    type_text(bench.edit, "@an ")

    look = bench.edit._chips.look_of("@an")

    assert bench.chips == ["@an"]
    assert look.text == "@an: which one?"


@pytest.mark.parametrize(
    ("token", "shown"),
    [
        ("@ghost", "@ghost: who is this?"),
        ("+co", "+co: which kind?"),
        ("^31nov", "^31nov: which day?"),
        ("!yesterday", "!yesterday: which day?"),
        ("^yesterday", "yesterday"),
        ("^mon", "Mon 23 Nov"),
        ("!fri", "come back Fri"),
        ("!+40", "come back 3 Jan 2027"),
        ("@ana", "Ana Prado"),
        ("+con", "concern"),
        ("#Café", "#Café"),
    ],
)
def test_says_in_the_chip_what_a_token_means(bench: EditBench, token: str, shown: str) -> None:
    type_text(bench.edit, f"{token} ")

    assert bench.edit._chips.look_of(token).text == shown


def test_tells_the_full_day_and_what_is_wrong_in_the_tooltip(bench: EditBench) -> None:
    type_text(bench.edit, "^mon ^31nov x")
    first = bench.edit.rect_of(0).center()
    second = bench.edit.rect_of(5).center()

    assert bench.edit.tip_at(first.x() + 10, first.y()) == "Monday 23 November 2026"
    assert bench.edit.tip_at(second.x() + 10, second.y()) == "There is no 31 November."
    assert bench.edit.tip_at(bench.edit.width() - 5, first.y()) == ""


def test_copies_the_typed_letters(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ran 😀 it #calm ok")
    bench.edit.selectAll()

    data = bench.edit.createMimeDataFromSelection()

    assert data.text() == "@dana ran 😀 it #calm ok"
    assert not data.hasHtml()


def test_copies_part_of_a_line(bench: EditBench) -> None:
    type_text(bench.edit, "so @dana ran it")
    bench.edit.select(12, 3)

    assert bench.edit.createMimeDataFromSelection().text() == "@dana ran"


def test_pastes_plain_text_and_finds_its_tokens(bench: EditBench) -> None:
    data = QMimeData()
    data.setHtml("<b>@dana</b> ran")
    data.setText("@dana ran\r\nit #calm ")

    bench.edit.insertFromMimeData(data)

    assert bench.edit.line() == "@dana ran\nit #calm "
    assert bench.chips == ["@dana", "#calm"]


def test_takes_no_picture(bench: EditBench) -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))

    assert not bench.edit.canInsertFromMimeData(data)


def test_takes_a_long_paste(bench: EditBench) -> None:
    long = "word " * (MAX_TEXT // 5)

    bench.edit.insertFromMimeData(text_data(long))

    assert bench.edit.line() == long


def test_refuses_a_paste_of_a_megabyte_and_loses_nothing(qtbot: QtBot, bench: EditBench) -> None:
    type_text(bench.edit, "@dana ran ")

    with qtbot.waitSignal(bench.edit.paste_refused):
        bench.edit.insertFromMimeData(text_data("x" * 1_000_000))

    assert bench.shown == "[@dana] ran |"


def test_types_right_to_left(bench: EditBench) -> None:
    type_text(bench.edit, "@אורי עזר לצוות #עזרה ")

    assert bench.chips == ["@אורי", "#עזרה"]
    assert bench.edit.line() == "@אורי עזר לצוות #עזרה "


def test_counts_letters_beyond_the_basic_plane_once(bench: EditBench) -> None:
    type_text(bench.edit, "😀😀 @dana 😀 #calm ok")
    assert bench.chips == ["@dana", "#calm"]

    bench.edit.splice(Splice(3, 8, "@ana"))

    assert bench.edit.line() == "😀😀 @ana 😀 #calm ok"


def test_shift_enter_begins_a_new_line(bench: EditBench) -> None:
    type_text(bench.edit, "one")

    press(bench.edit, KEY.Key_Return, "\r", SHIFT)
    type_text(bench.edit, "two")

    assert bench.edit.line() == "one\ntwo"


def test_enter_hands_the_line_in_and_types_nothing(qtbot: QtBot, bench: EditBench) -> None:
    type_text(bench.edit, "one")

    with qtbot.waitSignal(bench.edit.submitted):
        press(bench.edit, KEY.Key_Return, "\r")

    assert bench.edit.line() == "one"


def test_a_new_line_begins_a_new_history(bench: EditBench) -> None:
    type_text(bench.edit, "private")
    bench.edit.set_line("")

    undo(bench)

    assert bench.edit.line() == ""


def test_keeps_letters_chips_and_caret_when_the_text_grows(bench: EditBench) -> None:
    type_text(bench.edit, "@dana ran it #calm ok")
    bench.edit.set_caret(9)
    shown = bench.shown

    bench.theme.set_text_scale(1.5)

    assert bench.shown == shown
    bench.theme.set_text_scale(1.0)


def test_a_chip_is_never_wider_than_the_line(bench: EditBench) -> None:
    type_text(bench.edit, f"#{'long' * 60} ok")

    width = bench.edit.document().size().width()

    assert width <= bench.edit.viewport().width()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_that_is_typed_stays_letter_for_letter(bench: EditBench, text: str) -> None:
    bench.edit.set_line("")

    for letter in text:
        commit(bench, letter)

    assert bench.edit.line() == "".join(plain(letter) for letter in text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS, st.integers(min_value=0, max_value=40))
def test_any_text_that_is_pasted_stays_letter_for_letter(
    bench: EditBench, text: str, other: str, place: int
) -> None:
    bench.edit.set_line(text)
    before = bench.edit.line()
    place = min(place, len(before))
    bench.edit.select(place, place)
    place = bench.edit.caret()  # a chip is not entered

    bench.edit.insertFromMimeData(text_data(other))

    assert bench.edit.line() == before[:place] + plain(other) + before[place:]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, max_size=5))
def test_undo_leads_back_to_nothing_and_redo_to_all(bench: EditBench, texts: list[str]) -> None:
    bench.edit.set_line("")
    for text in texts:
        bench.edit.moveCursor(QTextCursor.MoveOperation.Left)
        commit(bench, text)
    line = bench.edit.line()

    while bench.edit.document().isUndoAvailable():
        undo(bench)
    assert bench.edit.line() == ""
    while bench.edit.document().isRedoAvailable():
        redo(bench)

    assert bench.edit.line() == line


def test_accepts_every_letter_key(bench: EditBench) -> None:
    typed = "aé😀א\u200d\ufffc#+@"

    type_text(bench.edit, typed)

    assert bench.edit.line() == typed
    assert bench.edit.hasFocus()
    assert bench.edit.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
