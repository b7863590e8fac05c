"""Templates in the window: source, variables, the original, how it reads (SPEC §7.25, S12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType
from managernotes.domain.template import LineSort, Template
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.templates.templates_page import TemplatesPage
from managernotes_ui.widgets.menu import Menu
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import focused, tell

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
WEEKLY = "weekly-one-to-one"
ASKS = "- What is on your mind?"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page on show, with a template chosen."""

    def __init__(self, bench: PeopleBench, name: str = WEEKLY, width: int = 1224) -> None:
        self.bench = bench
        self.page = TemplatesPage(bench.desk)
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.TEMPLATES, query=name))
        bench.settle()
        self.page.vm.set_person(bench.bench.dana.id)
        bench.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(focused(), key, modifier)
        self.bench.settle()

    def write(self, words: str, after: str = ASKS) -> None:
        """Type words behind a line of the source."""
        editor = self.page.editor
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.setPosition(editor.written.place_of(editor.source.index(after) + len(after)))
        editor.setTextCursor(cursor)
        for letter in words:
            if letter == "\n":
                QTest.keyClick(editor, KEY.Key_Return)
            else:
                QTest.keyClicks(editor, letter)

    def save(self) -> Template:
        self.page.keep()
        self.bench.settle()
        name = self.page.vm.name
        return self.bench.bench.ask(lambda workspace: workspace.templates.get(name))


def test_every_template_is_listed_under_its_group(bench: PeopleBench) -> None:
    lines = Screen(bench).page.list.lines

    heads = [line.text for line in lines if line.key is None]
    assert heads == [
        "Regular talks",
        "Hard talks",
        "Reviews",
        "Learning and starting",
        "Short forms",
    ]
    assert {line.text for line in lines} >= {"Weekly one-to-one", "Conduct", "30-60-90"}


def test_variables_stand_as_objects_and_the_source_stays_letter_for_letter(
    bench: PeopleBench,
) -> None:
    screen = Screen(bench)

    given = bench.bench.ask(lambda workspace: workspace.templates.get(WEEKLY)).words.body
    assert screen.page.editor.source == given
    chips = [chip.letters for chip in screen.page.editor.written.chips]
    assert chips[:3] == ["{{person}}", "{{date}}", "{{last_date}}"]


def test_s12_what_is_typed_is_a_version_of_ones_own(bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.write("\n- What is heavy?")
    saved = screen.save()

    assert "- What is on your mind?\n- What is heavy?\n" in saved.words.body
    assert (saved.version, saved.is_changed) == (2, True)
    assert screen.page.head.chip.words == "yours, changed 19 Nov"
    assert screen.page.footer_items[0] == "Version 2, from the original"


def test_a_line_of_ones_own_has_a_bar_before_it_is_saved(qtbot: QtBot, bench: PeopleBench) -> None:
    screen = Screen(bench)
    assert screen.page.source.own_lines == frozenset()

    screen.write("\n- What is heavy?")
    qtbot.waitUntil(lambda: bool(screen.page.source.own_lines))

    source = screen.page.editor.source.splitlines()
    assert [source[at] for at in screen.page.source.own_lines] == ["- What is heavy?"]
    assert len(screen.page.editor.line_rects()) == len(source)


def test_s12_restoring_asks_once_and_keeps_ones_own(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.write("\n- What is heavy?")
    mine = screen.save().words

    screen.page.deeds.ask_to_restore()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AskDialog)
    dialog.yes.click()
    bench.settle()

    assert "- What is heavy?" not in screen.page.editor.source
    assert not screen.save().is_changed
    screen.page._undo.undo()
    bench.settle()
    assert screen.page.editor.source == mine.body


def test_the_original_that_is_there_already_is_not_asked_for(bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.page.deeds.ask_to_restore()

    assert QApplication.activeModalWidget() is None
    assert not screen.page.head.restore.isEnabled()


def test_a_line_taken_out_can_be_brought_back(bench: PeopleBench) -> None:
    screen = Screen(bench)
    given = screen.page.editor.source
    screen.page.editor.replace_source(given.replace(f"{ASKS}\n", ""))
    bench.settle()

    [gone] = screen.page.vm.differences
    assert (gone.sort, gone.text) == (LineSort.TAKEN_OUT, ASKS)
    screen.page.strip.brought_back.emit(gone)
    bench.settle()

    assert screen.page.editor.source == given
    assert screen.page.vm.differences == ()


def test_two_braces_offer_the_variables_and_enter_takes_one(bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.write(" {{cad")
    completer = screen.page.editor.completer
    assert [row.words for row in completer.rows] == ["cadence"]
    QTest.keyClick(screen.page.editor, KEY.Key_Return)

    assert not completer.isVisible()
    assert f"{ASKS} {{{{cadence}}}}\n" in screen.page.editor.source
    assert "{{cadence}}" in {chip.letters for chip in screen.page.editor.written.chips}


def test_a_variable_typed_out_becomes_an_object_when_one_types_on(bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.write(" {{role}} ")

    assert "{{role}}" in {chip.letters for chip in screen.page.editor.written.chips}
    assert f"{ASKS} {{{{role}}}} \n" in screen.page.editor.source


def test_what_is_no_variable_stays_text(qtbot: QtBot, bench: PeopleBench) -> None:
    screen = Screen(bench)

    screen.write(" {{weather}} ")

    assert "{{weather}}" not in {chip.letters for chip in screen.page.editor.written.chips}
    qtbot.waitUntil(lambda: "{{weather}}" in screen.page.side.preview_text)


def test_backspace_behind_a_variable_gives_its_letters_back(bench: PeopleBench) -> None:
    screen = Screen(bench)
    before = screen.page.editor.source
    editor = screen.page.editor
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(editor.written.chips[0].after)
    editor.setTextCursor(cursor)

    QTest.keyClick(editor, KEY.Key_Backspace)

    assert editor.source == before
    assert "{{person}}" not in {chip.letters for chip in editor.written.chips}
    QTest.keyClick(editor, KEY.Key_Backspace)
    assert "{{person}," in editor.source


def test_undo_takes_back_what_was_typed_and_not_only_its_looks(bench: PeopleBench) -> None:
    screen = Screen(bench)
    before = screen.page.editor.source
    screen.write(" {{role}} x")

    for _ in range(6):
        screen.page.editor.undo()

    assert screen.page.editor.source == before


def test_a_variable_of_the_panel_is_put_at_the_caret(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.write("")

    screen.page.side.wanted.emit("date")

    assert f"{ASKS}{{{{date}}}}\n" in screen.page.editor.source
    assert screen.page.editor.hasFocus()


def test_the_preview_is_filled_for_the_person_that_is_chosen(bench: PeopleBench) -> None:
    screen = Screen(bench)
    assert screen.page.side.preview_text.startswith("# Weekly one-to-one, Dana Whitfield,")

    arjun = next(one for one in bench.desk.directory.people if "Arjun" in one.display_name)
    screen.page.side.person_chosen.emit(arjun.id)
    bench.settle()

    assert "Arjun Rao" in screen.page.side.preview_text
    assert screen.page.side.as_talk.text() == "As Arjun’s next talk"


def test_ctrl_enter_plans_a_talk_with_the_template(bench: PeopleBench) -> None:
    screen = Screen(bench, "promotion-case")
    screen.page.editor.setFocus()

    screen.press(KEY.Key_Return, CONTROL)

    sheet = screen.page.deeds.plan_sheet
    assert sheet.isVisible()
    assert sheet.template.currentData() == "promotion-case"
    assert sheet.who.currentData() == bench.bench.dana.id


def test_a_template_that_was_used_says_so(bench: PeopleBench) -> None:
    screen = Screen(bench, "stay-talk")
    screen.page.deeds.use_it()
    bench.settle()
    assert screen.page.deeds.plan_sheet.chosen_sort is ConversationType.STAY

    QTest.keyClick(screen.page.deeds.plan_sheet.who, KEY.Key_Return)
    bench.settle()

    assert screen.page.footer_items[1] == "used in 1 talk"


def test_one_of_ones_own_is_added_renamed_removed_and_taken_back(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.page.editor.setFocus()
    screen.press(KEY.Key_T, CONTROL)
    QTest.keyClicks(focused(), "Walk and talk")
    screen.press(KEY.Key_Return)
    assert screen.page.head.name.text() == "Walk and talk"
    assert screen.page.head.restore.isHidden()

    screen.press(KEY.Key_F2)
    screen.page.deeds.rename_sheet.words.setText("Walk")
    screen.press(KEY.Key_Return)
    assert screen.page.head.name.text() == "Walk"

    screen.page.take_focus()
    screen.press(KEY.Key_Delete)
    assert "Walk" not in [line.text for line in screen.page.list.lines]
    screen.page._undo.undo()
    bench.settle()
    assert "Walk" in [line.text for line in screen.page.list.lines]


def test_a_new_one_of_ones_own_is_written_at_once(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.page.add.setFocus()
    screen.page.add.click()
    QTest.keyClicks(focused(), "Walk and talk")
    screen.press(KEY.Key_Return)
    assert screen.page.editor.hasFocus()


def test_a_template_without_a_title_is_refused_at_the_sheet(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.page.deeds.add_own()

    screen.press(KEY.Key_Return)

    assert screen.page.deeds.own_sheet.isVisible()
    assert "Your own" not in [line.text for line in screen.page.list.lines]


def test_an_earlier_version_is_brought_back(bench: PeopleBench) -> None:
    screen = Screen(bench)
    given = screen.page.editor.source
    screen.write("\n- What is heavy?")
    screen.save()

    screen.page.deeds.show_versions()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert [action.text() for action in menu.actions()] == ["As it came"]
    QTest.keyClick(menu, KEY.Key_Return)
    bench.settle()

    assert screen.page.editor.source == given


def test_another_windows_change_comes_in_but_not_over_what_is_typed(bench: PeopleBench) -> None:
    screen = Screen(bench)
    words = bench.bench.ask(lambda workspace: workspace.templates.get(WEEKLY)).words
    other = replace(words, body=f"{words.body}\nFrom elsewhere")

    bench.bench.ask(lambda workspace: workspace.templates.save(WEEKLY, other))
    tell(bench)
    assert screen.page.editor.source == other.body

    screen.write(" now")
    bench.bench.ask(lambda workspace: workspace.templates.save(WEEKLY, words))
    tell(bench)
    assert f"{ASKS} now" in screen.page.editor.source


def test_choosing_another_template_saves_the_one_before(bench: PeopleBench) -> None:
    screen = Screen(bench)
    screen.write("\n- What is heavy?")

    screen.page.list.choose("thanks")
    bench.settle()

    saved = bench.bench.ask(lambda workspace: workspace.templates.get(WEEKLY))
    assert "- What is heavy?" in saved.words.body
    assert screen.page.editor.source.startswith("# Thanks")


def test_copying_takes_the_letters_of_variables_along(bench: PeopleBench) -> None:
    editor = Screen(bench).page.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)

    copied = editor.createMimeDataFromSelection().text()

    assert copied == "# Weekly one-to-one, {{person}}, {{date}}"


@pytest.mark.parametrize("width", [744, 1044, 1224])
def test_head_and_columns_have_room_at_any_width(bench: PeopleBench, width: int) -> None:
    page = Screen(bench, width=width).page

    head = page.head
    assert head.use.geometry().right() <= head.width()
    assert head.title.width() >= head.title.sizeHint().width()
    assert head.compare.accessibleName() == "Compare with the original"
    assert page.editor.width() >= 300
    page.toggle_panel()
    bench.settle()
    assert page.editor.width() >= 280
