"""The hand-over in the window: who, what, look at it, save; only what is ticked goes (S38)."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.goal import GoalWords, Measure, NewGoal, SetBy
from managernotes.domain.handover import HandoverFormat, HandoverSort
from managernotes.domain.observation import Kind, NoteText
from managernotes_ui.common.strings import handover as strings
from managernotes_ui.handover.handover_page import HandoverPage
from managernotes_ui.handover.handover_vm import Step
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.widgets.tick_list import TickLine
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
GOAL, WIN, READING = (
    "Bring restore time under 30 minutes",
    "Led the rollback",
    "She is my successor",
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page, on show, over a person with a goal, a win, a reading and a concern."""

    def __init__(self, bench: PeopleBench, *, of_dana: bool = False) -> None:
        self.bench = bench
        self.page = HandoverPage(bench.desk)
        bench.show(self.page)
        person = bench.bench.dana.id if of_dana else None
        self.page.show_place(Place(PageName.HANDOVER, person=person))
        self.settle()
        self.page.take_focus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(focused(), key, modifier)
        self.settle()

    def settle(self) -> None:
        self.bench.settle()
        QApplication.processEvents()

    def is_at(self, step: Step) -> bool:
        return self.page.vm.step is step

    @property
    def trouble(self) -> str:
        return "" if self.page.trouble.isHidden() else self.page.trouble.text()

    @property
    def ticked(self) -> dict[str, bool]:
        lines = [line for line in self.page.what.lines if isinstance(line, TickLine)]
        return {line.text: line.is_ticked for line in lines if line.key is not None}

    def choose(self, words: str) -> None:
        line = next(line for line in self.page.what.lines if words in line.text)
        assert line.key is not None
        self.page.what.choose(line.key)


def written(bench: PeopleBench) -> None:
    dana = bench.bench.dana.id
    goal = NewGoal(
        person=dana,
        words=GoalWords(title=GOAL, measure="Minutes"),
        measured_by=Measure.NUMBER,
        set_by=SetBy.TOGETHER,
        due_on=TODAY + timedelta(days=30),
    )
    bench.bench.ask(lambda workspace: workspace.goals.add(goal))
    win = bench.bench.note(NoteText(fact=WIN, my_reading=READING), kind=Kind.WIN, day=TODAY)
    bench.bench.ask(lambda workspace: workspace.sharing.said(win, TODAY))
    bench.bench.note(NoteText(fact="Late hand-over to support"), kind=Kind.CONCERN, day=TODAY)


def at_what(bench: PeopleBench) -> Screen:
    written(bench)
    screen = Screen(bench, of_dana=True)
    screen.settle()
    assert screen.is_at(Step.WHAT)
    return screen


def test_s38_the_whole_way_goes_by_keyboard(bench: PeopleBench) -> None:
    written(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Return, CTRL)
    assert screen.is_at(Step.WHO)
    assert screen.trouble == strings.NOBODY

    screen.press(KEY.Key_Down)
    screen.press(KEY.Key_Space)
    assert screen.page.vm.people == {bench.bench.dana.id}
    screen.press(KEY.Key_Return, CTRL)
    assert screen.is_at(Step.WHAT)
    assert focused() is screen.page.what

    screen.press(KEY.Key_Return, CTRL)
    assert screen.is_at(Step.LOOK)
    screen.press(KEY.Key_Return, CTRL)
    assert screen.is_at(Step.SAVE)

    screen.press(KEY.Key_Up, ALT)
    assert screen.is_at(Step.LOOK)


def test_s38_goals_are_ticked_and_wins_and_readings_are_not(bench: PeopleBench) -> None:
    ticked = at_what(bench).ticked
    assert ticked[GOAL]
    assert not ticked[WIN]
    assert not any(on for words, on in ticked.items() if READING in words)


def test_s38_a_concern_is_not_even_offered(bench: PeopleBench) -> None:
    assert not any("Late hand-over" in words for words in at_what(bench).ticked)


def test_s38_only_what_is_ticked_is_in_the_file_and_the_vault_notes_it(
    bench: PeopleBench, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = at_what(bench)
    screen.choose(WIN)
    screen.page.what.setFocus()
    screen.press(KEY.Key_Space)
    screen.choose(GOAL)
    screen.press(KEY.Key_Space)
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return, CTRL)
    out = tmp_path / "out.md"
    screen.page.vm.save(out)
    qtbot.waitUntil(out.exists)
    screen.settle()

    text = out.read_text()
    assert WIN in text
    assert GOAL not in text
    assert READING not in text
    assert stat.S_IMODE(out.stat().st_mode) & 0o077 == 0
    [made] = bench.bench.ask(lambda workspace: workspace.handovers.made())
    assert (made.made_on, made.format) == (TODAY, HandoverFormat.MARKDOWN)
    assert [item.sort for item in made.items] == [HandoverSort.WIN]
    qtbot.waitUntil(lambda: "out.md" in screen.page.save.outcome.text())


def test_a_pdf_is_made_of_the_same_text(bench: PeopleBench, tmp_path: Path, qtbot: QtBot) -> None:
    screen = at_what(bench)
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return, CTRL)
    screen.page.save.choices[HandoverFormat.PDF].click()
    out = tmp_path / "out.pdf"
    screen.page.vm.save(out)
    qtbot.waitUntil(out.exists, timeout=9_000)
    screen.settle()

    assert out.read_bytes().startswith(b"%PDF")
    [made] = bench.bench.ask(lambda workspace: workspace.handovers.made())
    assert made.format is HandoverFormat.PDF


def test_a_name_that_is_taken_is_refused_and_nothing_is_noted(
    bench: PeopleBench, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = at_what(bench)
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return, CTRL)
    out = tmp_path / "out.md"
    out.write_text("mine")
    screen.page.vm.save(out)
    qtbot.waitUntil(lambda: bool(screen.trouble))

    assert out.read_text() == "mine"
    assert bench.bench.ask(lambda workspace: workspace.handovers.made()) == ()


def test_with_nothing_ticked_it_does_not_go_on(bench: PeopleBench) -> None:
    screen = at_what(bench)
    for words, on in screen.ticked.items():
        if on:
            screen.choose(words)
            screen.page.what.setFocus()
            screen.press(KEY.Key_Space)
    screen.press(KEY.Key_Return, CTRL)
    assert screen.is_at(Step.WHAT)
    assert screen.trouble == strings.NOTHING


def test_what_is_ticked_stays_so_when_one_goes_back(bench: PeopleBench) -> None:
    screen = at_what(bench)
    screen.choose(WIN)
    screen.page.what.setFocus()
    screen.press(KEY.Key_Space)
    screen.press(KEY.Key_Up, ALT)
    screen.press(KEY.Key_Return, CTRL)
    assert screen.ticked[WIN]


def test_it_says_that_the_file_leaves_the_vault_before_it_is_saved(bench: PeopleBench) -> None:
    screen = at_what(bench)
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return, CTRL)
    words = screen.page.save.findChildren(type(screen.page.trouble))
    assert any(strings.LEAVES in label.text() and label.isVisible() for label in words)


def test_in_discreet_mode_it_is_looked_at_without_names_and_saved_with_them(
    bench: PeopleBench, tmp_path: Path, qtbot: QtBot
) -> None:
    written(bench)
    bench.desk.session.discreet.switch(on=True, leaves_texts_open=True)
    screen = Screen(bench, of_dana=True)
    screen.settle()
    screen.press(KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: GOAL in screen.page.look.toPlainText(), timeout=9_000)
    assert "Whitfield" not in screen.page.look.toPlainText()
    screen.press(KEY.Key_Return, CTRL)
    out = tmp_path / "out.md"
    screen.page.vm.save(out)
    qtbot.waitUntil(out.exists)
    assert "Dana Whitfield" in out.read_text()


def test_a_person_s_page_leads_to_their_hand_over(bench: PeopleBench) -> None:
    page = PersonPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id))
    bench.settle()
    page.header.handover_wanted.emit()
    assert bench.places[-1] == Place(PageName.HANDOVER, person=bench.bench.dana.id)


def test_what_is_ticked_stays_so_while_the_page_is_left_and_opened_again(
    bench: PeopleBench,
) -> None:
    screen = at_what(bench)
    screen.choose(WIN)
    screen.page.what.setFocus()
    screen.press(KEY.Key_Space)
    for person in (bench.bench.dana.id, None):
        screen.page.show_place(Place(PageName.HANDOVER, person=person))
        screen.settle()
        assert screen.is_at(Step.WHAT)
        assert screen.ticked[WIN]
        assert not screen.ticked[READING]


def test_a_hand_over_that_was_saved_begins_anew(
    bench: PeopleBench, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = at_what(bench)
    screen.choose(WIN)
    screen.page.what.setFocus()
    screen.press(KEY.Key_Space)
    screen.press(KEY.Key_Return, CTRL)
    screen.press(KEY.Key_Return, CTRL)
    screen.page.vm.save(tmp_path / "out.md")
    qtbot.waitUntil(lambda: bool(screen.page.save.outcome.text()))
    screen.page.show_place(Place(PageName.HANDOVER))
    screen.settle()
    assert screen.is_at(Step.WHO)
    assert screen.page.vm.people == set()
    screen.page.show_place(Place(PageName.HANDOVER, person=bench.bench.dana.id))
    screen.settle()
    assert not screen.ticked[WIN]
