"""Two revisions side by side: choosing, comparing, stepping, bringing back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextBlock, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import NoteText
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.inline_marks import Look
from managernotes_ui.notes.revision_pane import RevisionPane
from managernotes_ui.notes.revision_words import stretches
from managernotes_ui.notes.revisions_page import RevisionsPage
from managernotes_ui.notes.word_diff import Piece
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Scheme, Theme
from tests.ui.note_bench import THURSDAY, Bench, note_bench
from tests.ui.style_bench import dressed

FIRST = NoteText(fact="Late hand-over.")
SECOND = NoteText(
    title="Late hand-over",
    fact="In June Dana was a real hero and stayed until it was gone.\n\nThe end.",
    my_reading="Mine alone.",
)
THIRD = NoteText(
    title="Late hand-over",
    fact=(
        "In June Dana stayed until the clinic had printed for a full day, and wrote down what the"
        " supplier must change before the next shift begins, and told them so.\n\n"
        "**Next support**: a second person.\n\nThe end."
    ),
    my_reading="Mine alone.",
)


class Desk:
    """The page in a window over a note with three revisions."""

    def __init__(self, qtbot: QtBot, bench: Bench, theme: Theme) -> None:
        self.qtbot = qtbot
        self.bench = bench
        self.places: list[Place] = []
        self.page = RevisionsPage(theme, bench.session, Actions(), self.places.append)
        self.page.resize(1224, 764)
        qtbot.addWidget(self.page)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.note = self.written()

    def written(self) -> NoteId:
        bench = self.bench
        bench.clock.moment = THURSDAY - timedelta(days=2)
        note = bench.note(FIRST)
        for revision, words in enumerate((SECOND, THIRD), start=1):
            bench.clock.moment = THURSDAY - timedelta(days=2 - revision)
            bench.save(note, words, revision)
        return note

    def open(self, note: NoteId | None = None) -> None:
        with self.qtbot.waitSignal(self.page._vm.compared):
            self.page.show_place(Place(PageName.REVISIONS, self.bench.dana.id, note or self.note))
        self.page.take_focus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        chosen = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
        QTest.keyClick(self.page.focusWidget() or self.page, key, chosen)

    def press_and_compare(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        with self.qtbot.waitSignal(self.page._vm.compared):
            self.press(key, modifiers)

    def choice(self) -> tuple[int, int]:
        return self.page._vm.older, self.page._vm.newer

    def rows(self) -> list[str]:
        model = self.page._list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[Desk]:
    with note_bench(qtbot, tmp_path) as bench:
        desk = Desk(qtbot, bench, theme)
        yield desk
        desk.page._vm._tasks.close()


def blocks(pane: RevisionPane) -> list[QTextBlock]:
    document = pane.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def marked(pane: RevisionPane, mark: str) -> list[str]:
    """Return the words that carry a mark: "struck" or "underlined"."""
    found = []
    for block in blocks(pane):
        for run in block.textFormats():
            form: QTextCharFormat = run.format
            has = form.fontStrikeOut() if mark == "struck" else form.fontUnderline()
            if has:
                found.append(block.text()[run.start : run.start + run.length])
    return found


def test_the_two_newest_are_compared_first(desk: Desk) -> None:
    desk.open()
    assert desk.rows() == [
        "Today 10:42, fact, right",
        "Yesterday 10:42, title; fact; my reading, left",
        "Tue 17 Nov 10:42, first written",
    ]
    assert desk.page._count.text() == "Compare two of three"
    heads = [head.text() for head in desk.page._panes._heads]
    assert heads[0].startswith("Yesterday 10:42  ")
    assert heads[1].endswith("the present text")


def test_changed_words_are_struck_out_left_and_underlined_right(desk: Desk) -> None:
    desk.open()
    panes = desk.page._panes
    assert marked(panes.older, "struck")[0] == "was a real hero and"
    assert "the clinic had printed for a full day" in " ".join(marked(panes.newer, "underlined"))
    assert marked(panes.older, "underlined") == []
    assert marked(panes.newer, "struck") == []


def test_a_paragraph_begins_at_the_same_height_on_both_sides(desk: Desk) -> None:
    desk.open()
    panes = desk.page._panes
    for width in (1224, 700, 1000):
        desk.page.resize(width, 764)
        desk.qtbot.wait(30)
        tops = [[pane.top_of(row) for row in range(8)] for pane in (panes.older, panes.newer)]
        assert tops[0] == tops[1]
    assert blocks(panes.older)[3].text() == strings.NOTHING_YET


def test_both_sides_scroll_as_one(desk: Desk) -> None:
    desk.open()
    desk.page.resize(700, 260)
    desk.qtbot.wait(30)
    panes = desk.page._panes
    panes.newer.verticalScrollBar().setValue(40)
    assert panes.older.verticalScrollBar().value() == 40


def test_brackets_move_the_left_one(desk: Desk) -> None:
    desk.open()
    desk.press_and_compare(Qt.Key.Key_BracketLeft)
    assert desk.choice() == (2, 0)
    desk.press(Qt.Key.Key_BracketLeft)
    assert desk.choice() == (2, 0)
    desk.press_and_compare(Qt.Key.Key_BracketRight)
    desk.press(Qt.Key.Key_BracketRight)
    assert desk.choice() == (1, 0)


def test_arrows_choose_left_and_with_shift_right(desk: Desk) -> None:
    desk.open()
    desk.press_and_compare(Qt.Key.Key_Down)
    assert desk.choice() == (2, 0)
    desk.press_and_compare(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert desk.choice() == (2, 1)


def test_alt_arrows_go_round_the_changes(desk: Desk) -> None:
    desk.open()
    count = sum(row.differs for row in desk.page._vm.rows)
    assert desk.page._header._changes.text() == strings.changes(count)
    seen = []
    for _ in range(count + 1):
        desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(desk.page._header._changes.text().split(" / ")[0])
    assert seen == [*map(str, range(1, count + 1)), "1"]
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.page._header._changes.text().startswith(f"{count} / ")


def test_bringing_back_makes_a_new_revision(desk: Desk) -> None:
    desk.open()
    desk.press_and_compare(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    versions = [one.text for one in desk.bench.ask(lambda w: w.notes.revisions(desk.note))]
    assert versions == [SECOND, THIRD, SECOND, FIRST]
    assert desk.choice() == (1, 0)
    assert len(desk.rows()) == 4


def test_the_older_text_is_copied_without_the_reading(desk: Desk) -> None:
    desk.open()
    desk.page._header.copy_wanted.emit()
    text = QGuiApplication.clipboard().text()
    assert "real hero" in text
    assert SECOND.my_reading not in text


def test_a_single_revision_has_nothing_to_compare_with(desk: Desk) -> None:
    desk.open(desk.bench.note(FIRST))
    assert desk.page._count.text() == strings.ONE_REVISION
    assert not desk.page._header._bring.isEnabled()
    assert FIRST.fact in desk.page._panes.newer.document().toPlainText()
    assert strings.NO_OLDER_YET in desk.page._panes.older.document().toPlainText()


def test_escape_goes_back_to_the_note(desk: Desk) -> None:
    desk.open()
    desk.press(Qt.Key.Key_Escape)
    assert desk.places == [Place(PageName.NOTE, desk.bench.dana.id, desk.note)]


def test_colours_follow_the_theme(desk: Desk, theme: Theme) -> None:
    desk.open()
    theme.set_scheme(Scheme.DARK)
    run = next(
        run
        for block in blocks(desk.page._panes.newer)
        for run in block.textFormats()
        if run.format.fontUnderline()
    )
    assert run.format.background().color() == theme.tokens.selected


def test_a_changed_stretch_keeps_the_looks_of_markdown() -> None:
    found = stretches([Piece("Say **bo", only_here=False), Piece("ld** now", only_here=True)])
    assert [(one.text, one.look, one.only_here) for one in found] == [
        ("Say ", Look(0), False),
        ("**", Look.MARK, False),
        ("bo", Look.BOLD, False),
        ("ld", Look.BOLD, True),
        ("**", Look.MARK, True),
        (" now", Look(0), True),
    ]
