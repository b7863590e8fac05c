"""What is fit to tell the team is marked by hand, and never a concern (S33)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NoteText
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def note(bench: PeopleBench, kind: Kind, fact: str = "Ran the rollback") -> NoteId:
    return bench.bench.note(NoteText(fact=fact), kind=kind, day=TODAY)


def on_timeline(bench: PeopleBench, chosen: NoteId) -> PersonPage:
    page = PersonPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.PERSON, person=bench.bench.dana.id, note=chosen))
    bench.settle()
    page.take_focus()
    page.timeline.list.choose(chosen)
    bench.settle()
    return page


def on_note_page(bench: PeopleBench, chosen: NoteId) -> NotePage:
    desk = bench.desk
    page = NotePage(desk.theme, desk.session, desk.actions, desk.navigator.go)
    bench.show(page)
    page.show_place(Place(PageName.NOTE, person=bench.bench.dana.id, note=chosen))
    bench.settle()
    return page


def is_fit(bench: PeopleBench, chosen: NoteId) -> bool:
    bench.settle()
    return bench.bench.ask(lambda workspace: workspace.notes.get(chosen)).is_for_team


def press(bench: PeopleBench, page: PersonPage, key: Qt.Key) -> None:
    QTest.keyClick(page.timeline.list, key)
    bench.settle()


def test_s33_f_marks_a_win_on_the_timeline_and_undo_takes_it_back(bench: PeopleBench) -> None:
    win = note(bench, Kind.WIN)
    page = on_timeline(bench, win)

    press(bench, page, KEY.Key_F)
    assert is_fit(bench, win)
    told = page.timeline.list.model().data(
        page.timeline.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole
    )
    assert "fit to tell the team" in told.casefold()

    page._steps._undo.undo()
    assert not is_fit(bench, win)


def test_s33_a_concern_is_never_offered_on_the_timeline(bench: PeopleBench) -> None:
    concern = note(bench, Kind.CONCERN)
    page = on_timeline(bench, concern)
    press(bench, page, KEY.Key_F)
    assert not is_fit(bench, concern)
    since = date(2026, 1, 1)
    assert bench.bench.ask(lambda workspace: workspace.team.fit_to_tell(since)) == ()


def test_s33_the_note_page_has_a_tick_for_a_win_and_none_for_a_concern(bench: PeopleBench) -> None:
    win, concern = note(bench, Kind.WIN), note(bench, Kind.CONCERN, "Late hand-over")
    page = on_note_page(bench, win)
    assert page._facts.team.isVisible()

    page._facts.team.click()
    assert is_fit(bench, win)
    assert page._facts.team.isChecked()

    page.show_place(Place(PageName.NOTE, note=concern))
    bench.settle()
    assert page._facts.team.isHidden()


def test_a_note_that_becomes_a_concern_is_no_longer_for_the_team(bench: PeopleBench) -> None:
    win = note(bench, Kind.WIN)
    page = on_note_page(bench, win)
    page._facts.team.click()
    assert is_fit(bench, win)

    page._vm.changes.set_kind(Kind.CONCERN)

    assert not is_fit(bench, win)
    assert page._facts.team.isHidden()


# --- a lesson of a note --------------------------------------------------------------------------


def test_s31_a_lesson_is_made_of_a_note_in_one_action_its_words_filled_in(
    bench: PeopleBench,
) -> None:
    learned = note(bench, Kind.LESSON, "The **label** printer ran out.\nNobody looks after it.")
    page = on_note_page(bench, learned)

    page._make_lesson()
    bench.settle()

    [lesson] = bench.bench.ask(lambda workspace: workspace.lessons.list())
    assert lesson.words.title == "The label printer ran out."
    assert "Nobody looks after it." in lesson.words.actual
    assert (lesson.happened_on, lesson.notes, lesson.people) == (TODAY, (learned,), ())
    assert bench.places[-1] == Place(PageName.CONVERSATIONS, lesson=lesson.id, query="lessons")

    chain = bench.bench.ask(lambda workspace: workspace.links.of_note(learned))
    assert [link.id for link in chain.led_to] == [lesson.id]

    page._make_lesson()
    bench.settle()
    assert len(bench.bench.ask(lambda workspace: workspace.lessons.list())) == 1


def test_inv_22_a_concern_makes_no_lesson(bench: PeopleBench) -> None:
    concern = note(bench, Kind.CONCERN)
    page = on_timeline(bench, concern)
    page.make_lesson()
    bench.settle()
    assert bench.bench.ask(lambda workspace: workspace.lessons.list()) == ()
