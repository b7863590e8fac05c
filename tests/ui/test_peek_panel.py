"""The panel beside a timeline follows the selection and keeps my reading covered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity
from managernotes_ui.people.peek_panel import PeekPanel
from managernotes_ui.people.peek_panel_vm import LONGEST, beginning
from managernotes_ui.style.theme import Scheme
from managernotes_ui.widgets.button import Button
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.note_bench import HANDOVER
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.style_bench import LOOKS

KEY = Qt.Key
READING = "She may think the ticket is enough."


class Screen:
    """A list that has the keyboard, and the panel beside it."""

    def __init__(self, qtbot: QtBot, bench: PeopleBench, width: int = 344) -> None:
        self._qtbot = qtbot
        self.window = QWidget()
        self.list = QListWidget()
        self.line = QLineEdit()
        self.panel = PeekPanel(bench.desk)
        self.panel.setFixedWidth(width)
        row = QHBoxLayout(self.window)
        for widget in (self.list, self.line, self.panel):
            row.addWidget(widget)
        bench.show(self.window, 1200, 764)
        self.list.setFocus()

    def follow(self, note: NoteId | None) -> None:
        """Let the panel follow a note, and wait until it shows it."""
        self.panel.show_note(note)
        self._qtbot.waitUntil(lambda: self.shown == note)

    @property
    def shown(self) -> NoteId | None:
        peek = self.panel.vm.peek
        return peek.read.note.id if peek else None

    @property
    def words(self) -> list[str]:
        labels = self.panel.findChildren(TextLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    @property
    def is_covered(self) -> bool:
        return self.panel.body.reading.is_covered


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


@pytest.fixture
def screen(qtbot: QtBot, bench: PeopleBench) -> Screen:
    return Screen(qtbot, bench)


def test_with_no_note_it_says_how_one_is_chosen(bench: PeopleBench, screen: Screen) -> None:
    assert screen.words == ["Select a note to read it here"]
    assert not screen.panel.open_button.isVisible()
    screen.follow(bench.bench.note())
    assert "Select a note to read it here" not in screen.words
    screen.panel.clear()
    assert screen.words == ["Select a note to read it here"]


def test_it_shows_all_of_a_note(bench: PeopleBench, screen: Screen) -> None:
    note = bench.bench.note(tags=("handover",))
    screen.follow(note)
    for said in (
        "concern",
        "Tue 17 Nov",
        "Late hand-over to support",
        "unsaid, 2 days · seen myself",
        "#handover",
        "Fact",
        "Effect",
        "My reading, covered",
        "written 2 days later · 1 revision",
    ):
        assert said in screen.words
    assert screen.panel.body.fact.toPlainText().startswith("At 18:40 Dana posted handover done in")
    assert "50 minutes" in screen.panel.body.effect.toPlainText()


def test_parts_that_say_nothing_are_not_there(bench: PeopleBench, screen: Screen) -> None:
    note = bench.bench.note(NoteText(fact="Only this"), kind=Kind.CONTEXT)
    screen.follow(note)
    assert "Effect" not in screen.words
    assert not screen.panel.body.title.isVisible()
    assert not screen.panel.body.reading.isVisible()
    assert not screen.panel.body.links.isVisible()
    assert screen.panel.body.state.text() == "seen myself"


def test_a_note_about_several_people_names_them(bench: PeopleBench, screen: Screen) -> None:
    note = bench.bench.note(people=(bench.bench.dana, bench.bench.arjun))
    screen.follow(note)
    assert "about Dana Whitfield, Arjun Rao" in screen.words


def test_the_reading_is_covered_until_r_and_holds_no_words_before(
    bench: PeopleBench, screen: Screen
) -> None:
    screen.follow(bench.bench.note())
    assert screen.is_covered
    assert screen.panel.body.reading.words == ""
    assert screen.list.hasFocus()
    QTest.keyClick(screen.list, KEY.Key_R)
    assert not screen.is_covered
    assert screen.panel.body.reading.words.startswith(READING)
    QTest.keyClick(screen.list, KEY.Key_R)
    assert screen.is_covered
    assert screen.panel.body.reading.words == ""


def test_r_is_a_letter_where_one_writes(bench: PeopleBench, screen: Screen) -> None:
    screen.follow(bench.bench.note())
    screen.line.setFocus()
    QTest.keyClick(screen.line, KEY.Key_R)
    assert screen.line.text() == "r"
    assert screen.is_covered


def test_going_to_another_note_covers_the_reading_at_once(
    bench: PeopleBench, screen: Screen
) -> None:
    first, second = bench.bench.note(), bench.bench.note(day=date(2026, 11, 10))
    screen.follow(first)
    screen.panel.body.reading.button.click()
    assert not screen.is_covered
    screen.panel.show_note(second)
    assert screen.is_covered
    screen.follow(second)
    assert screen.is_covered


def test_hiding_the_panel_covers_the_reading(bench: PeopleBench, screen: Screen) -> None:
    screen.follow(bench.bench.note())
    screen.panel.body.reading.toggle()
    screen.panel.hide()
    assert screen.is_covered
    QTest.keyClick(screen.list, KEY.Key_R)
    assert screen.is_covered


def test_a_quick_run_through_the_list_shows_only_where_it_ends(
    qtbot: QtBot, bench: PeopleBench, screen: Screen
) -> None:
    notes = [bench.bench.note(day=date(2026, 11, day)) for day in (1, 2, 3)]
    shown: list[NoteId | None] = []
    screen.panel.vm.changed.connect(lambda: shown.append(screen.shown))
    for note in notes:
        screen.panel.show_note(note)
        qtbot.wait(10)
    qtbot.waitUntil(lambda: bool(shown))
    bench.settle()
    assert shown == [notes[-1]]


def test_a_change_of_the_note_is_shown(qtbot: QtBot, bench: PeopleBench, screen: Screen) -> None:
    note = bench.bench.note()
    screen.follow(note)
    words = replace(HANDOVER, title="Another title")
    bench.bench.ask(lambda workspace: workspace.notes.save_text(note, words, 1))
    bench.bench.session.notes_changed.emit()
    qtbot.waitUntil(lambda: screen.panel.body.title.text() == "Another title")


def test_an_erased_note_leaves_the_panel_empty(
    qtbot: QtBot, bench: PeopleBench, screen: Screen
) -> None:
    note = bench.bench.note()
    screen.follow(note)
    bench.bench.ask(lambda workspace: workspace.notes.erase(note))
    bench.bench.session.notes_changed.emit()
    qtbot.waitUntil(lambda: screen.shown is None)
    assert screen.words == ["Select a note to read it here"]


def test_a_linked_note_is_opened_with_enter_and_with_a_click(
    bench: PeopleBench, screen: Screen
) -> None:
    note = bench.bench.note()
    other = bench.bench.note(NoteText(fact="Link to the old runbook"), day=date(2026, 11, 10))
    bench.bench.ask(lambda workspace: workspace.notes.link(note, other))
    wanted: list[object] = []
    screen.panel.open_wanted.connect(wanted.append)
    screen.follow(note)
    links = screen.panel.body.links
    index = links.model().index(0, 0)
    assert index.data() == "Link to the old runbook, 10 Nov"
    links.setFocus()
    links.setCurrentIndex(index)
    QTest.keyClick(links, KEY.Key_Return)
    at = links.visualRect(index).center()
    QTest.mouseClick(links.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted == [other, other]


def test_its_keys_and_buttons_say_what_is_wanted(bench: PeopleBench, screen: Screen) -> None:
    said: list[object] = []
    panel = screen.panel
    panel.open_wanted.connect(said.append)
    panel.step_wanted.connect(said.append)
    panel.closed.connect(lambda: said.append("closed"))
    note = bench.bench.note()
    screen.follow(note)
    panel.open_button.setFocus()
    for key in (KEY.Key_Return, KEY.Key_Escape):
        QTest.keyClick(panel.open_button, key)
    panel.open_button.click()
    for name in ("Note above", "Note below", "Close"):
        [button] = [b for b in panel.findChildren(Button) if b.accessibleName() == name]
        button.click()
    assert said == [note, "closed", note, -1, 1, "closed"]


def test_a_restricted_note_keeps_its_words_until_it_is_opened(
    bench: PeopleBench, screen: Screen
) -> None:
    new = NewObservation(
        text=HANDOVER,
        kind=Kind.CONCERN,
        occurred_on=date(2026, 11, 17),
        people=(bench.bench.dana.id,),
        tags=("handover",),
        sensitivity=Sensitivity.RESTRICTED,
    )
    note = bench.bench.ask(lambda workspace: workspace.notes.add(new)).id
    screen.follow(note)
    assert "This note is restricted. Open it to read it." in screen.words
    assert not any("hand" in words for words in screen.words)
    body = screen.panel.body
    assert body.fact.toPlainText() == body.effect.toPlainText() == body.reading.words == ""
    screen.panel.body.reading.toggle()
    assert body.reading.words == ""


def test_a_long_note_shows_its_beginning_and_says_that_it_goes_on(
    bench: PeopleBench, screen: Screen
) -> None:
    note = bench.bench.note(NoteText(fact="word " * 10_000))
    screen.follow(note)
    assert len(screen.panel.body.fact.toPlainText()) <= LONGEST
    assert "It goes on; open it to read the rest." in screen.words


@pytest.mark.parametrize(
    ("text", "shown", "goes_on"),
    [
        ("  short \n", "short", False),
        ("a" * 3_000 + "\n\n" + "b" * 3_000, "a" * 3_000, True),
        ("a" * 3_000 + " " + "b" * 3_000, "a" * 3_000, True),
        ("a" * 9_000, "a" * LONGEST, True),
    ],
)
def test_a_text_is_cut_where_a_part_of_it_ends(text: str, shown: str, goes_on: bool) -> None:
    assert beginning(text) == (shown, goes_on)


def test_a_text_is_as_high_as_its_words(bench: PeopleBench, screen: Screen) -> None:
    screen.follow(bench.bench.note())
    for text in (screen.panel.body.fact, screen.panel.body.effect):
        assert text.verticalScrollBar().maximum() == 0
        assert text.height() >= 3 * 20


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_nothing_is_cut_at_its_least_width(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scheme: Scheme, scale: float
) -> None:
    with people_bench(qtbot, qapp, tmp_path, scheme, scale) as bench:
        screen = Screen(qtbot, bench, 296)
        note = bench.bench.note(kind=Kind.THEIR_FEEDBACK_TO_ME, tags=("handover", "support"))
        screen.follow(note)
        screen.panel.body.reading.toggle()
        qtbot.wait(20)
        labels = [label for label in screen.panel.findChildren(TextLabel) if label.isVisible()]
        assert [label.text() for label in labels if label.is_cut] == []
        body = screen.panel.body
        assert body.minimumSizeHint().width() <= 296 - 1


def test_nothing_of_it_outlives_the_window(bench: PeopleBench, screen: Screen) -> None:
    screen.follow(bench.bench.note())
    threads = threading.active_count()
    delete(screen.window)
    assert threading.active_count() == threads - 1


def test_the_theme_may_change_while_it_is_open(bench: PeopleBench, screen: Screen) -> None:
    screen.follow(bench.bench.note())
    before = screen.panel.body.fact.height()
    bench.theme.set_text_scale(1.5)
    bench.theme.set_scheme(Scheme.DARK)
    assert screen.panel.body.fact.height() > before
