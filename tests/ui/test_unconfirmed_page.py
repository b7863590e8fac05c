"""What was written while locked: the banner counts it, the page has it confirmed or binned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.person import NewPerson
from managernotes.errors import InboxTooLargeError
from managernotes.services.inbox import InboxReport
from managernotes.services.sealed_capture import SealedCapture
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.inbox.unconfirmed_page import UnconfirmedPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.unconfirmed_bar import UnconfirmedBar, problems
from tests.ui.capture_bench import heard
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.sealed_bench import file_lines


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def opened(bench: PeopleBench, *lines: str) -> UnconfirmedPage:
    """Open the page over a vault in which these lines wait."""
    bench.bench.ask(lambda workspace: file_lines(workspace, *lines))
    page = UnconfirmedPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.UNCONFIRMED))
    bench.settle()
    page.take_focus()
    return page


def words_in(widget: QWidget) -> str:
    """Return every text that a widget shows."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(bench: PeopleBench, key: Qt.Key) -> None:
    """Press a key where the keyboard is, and wait for what comes of it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    bench.settle()


def button(widget: QWidget, words: str) -> QPushButton:
    """Return the button with these words."""
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words)


def test_enter_confirms_one_note_after_the_other(bench: PeopleBench) -> None:
    page = opened(bench, "@dana +win first", "@arjun +con second", "third")
    assert len(page.cards) == 3
    press(bench, Qt.Key.Key_Down)
    second = page.cards[1].note.row.id
    press(bench, Qt.Key.Key_Return)
    assert not bench.bench.ask(lambda w: w.notes.get(second)).unconfirmed
    assert len(page.cards) == 2
    assert QApplication.focusWidget() is page.cards[1]
    press(bench, Qt.Key.Key_Return)
    press(bench, Qt.Key.Key_Return)
    assert page.cards == []
    assert strings.NOBODY in words_in(page)
    assert bench.bench.ask(lambda w: w.unconfirmed.count()) == 0


def test_delete_bins_and_the_bar_brings_it_back_unconfirmed(bench: PeopleBench) -> None:
    page = opened(bench, "@dana +win first")
    press(bench, Qt.Key.Key_Delete)
    assert page.cards == []
    page._undo.undo()
    bench.settle()
    assert len(page.cards) == 1
    assert bench.bench.ask(lambda w: w.unconfirmed.count()) == 1


def test_o_opens_the_note_to_correct_it(bench: PeopleBench) -> None:
    page = opened(bench, "@dana +win first")
    press(bench, Qt.Key.Key_O)
    assert bench.places[-1] == Place(PageName.NOTE, note=page.cards[0].note.row.id)


def test_says_who_kind_and_when_and_shows_the_words(bench: PeopleBench) -> None:
    page = opened(bench, "@dana +win ran it *calmly* #incident")
    words = words_in(page)
    assert "ran it calmly" in words
    assert "win · Dana Whitfield · " in words
    assert "#incident" in words


def test_who_was_meant_is_chosen_by_a_button(bench: PeopleBench) -> None:
    bench.add(NewPerson(display_name="Dana Kim"))
    page = opened(bench, "@dana +con came late")
    assert "could be" in words_in(page)
    button(page, "Dana Kim").click()
    bench.settle()
    [card] = page.cards
    assert not card.note.problem
    assert "concern · Dana Kim · " in words_in(page)


def test_for_a_name_that_nobody_has_everybody_is_offered(bench: PeopleBench) -> None:
    page = opened(bench, "@dnaa +win kept calm")
    [card] = page.cards
    names = [card.others.itemText(place) for place in range(card.others.count())]
    assert "Dana Whitfield" in names
    card.others.activated.emit(names.index("Dana Whitfield"))
    bench.settle()
    assert "win · Dana Whitfield · " in words_in(page)


def test_somebody_added_since_makes_the_line_readable(bench: PeopleBench) -> None:
    page = opened(bench, "@helena +con was not told")
    assert strings.READS_NOW not in words_in(page)
    helena = bench.add(NewPerson(display_name="Helena Brandt"))
    assert strings.READS_NOW in words_in(page)
    note = page.cards[0].note.row.id
    page.take_focus()
    press(bench, Qt.Key.Key_Return)
    assert bench.bench.ask(lambda w: w.notes.get(note)).people == (helena.id,)


def test_many_notes_come_up_as_the_first_are_dealt_with(bench: PeopleBench) -> None:
    page = opened(bench, *(f"line {number}" for number in range(52)))
    assert len(page.cards) == 50
    assert strings.more_words(2) in words_in(page)
    press(bench, Qt.Key.Key_Return)
    assert len(page.cards) == 50
    assert strings.more_words(1) in words_in(page)


@pytest.mark.parametrize(("width", "height"), [(800, 520), (1280, 800)])
def test_every_card_is_shown_whole_in_width(bench: PeopleBench, width: int, height: int) -> None:
    bench.add(NewPerson(display_name="Dana Kim-Featherstonehaugh of the Long Name"))
    page = opened(bench, f"@dana {'long words ' * 80}", "@nobody short")
    page.resize(width, height)
    bench.settle()
    for card in page.cards:
        assert card.width() <= page.width()
        for part in card.findChildren(QPushButton):
            assert part.geometry().right() <= card.width()


def test_the_banner_counts_and_shows_no_content(bench: PeopleBench) -> None:
    bench.bench.ask(
        lambda workspace: file_lines(workspace, "@dana +win secret", "another", "third")
    )
    bar = UnconfirmedBar(bench.desk)
    bench.show(bar)
    bar.ask()
    bench.settle()
    assert bar._banner.words == "Three notes written while locked wait for your look."
    button(bar, strings.LATER).click()
    assert bar.isHidden()
    bench.bench.ask(lambda workspace: file_lines(workspace, "a fourth"))
    bench.bench.session.notes_changed.emit()
    bench.settle()
    assert not bar.isHidden()
    button(bar, strings.LOOK).click()
    assert bench.places[-1].page is PageName.UNCONFIRMED
    assert bar.isHidden()


def test_what_is_sealed_meanwhile_is_filed_and_says_nothing_of_saving(bench: PeopleBench) -> None:
    bar = UnconfirmedBar(bench.desk)
    bench.show(bar)
    states = heard(bench.bench.session.save_state_changed)
    vault = bench.bench.ask(lambda workspace: workspace.files.database)
    bench.bench.ask(lambda workspace: workspace.inbox.receive())
    SealedCapture(vault, bench.bench.session.clock).take("was here")
    bar._look_into_inbox()
    bench.settle()
    assert bar._banner.words == "One note written while locked waits for your look."
    assert states == []


def test_without_a_note_the_banner_stays_away(bench: PeopleBench) -> None:
    bar = UnconfirmedBar(bench.desk)
    bench.show(bar)
    bar.hide()
    bar.ask()
    bench.settle()
    assert bar.isHidden()


def test_what_was_wrong_with_the_inbox_is_said_the_gravest_last() -> None:
    report = InboxReport(unreadable=2, key_replaced=True, trouble=InboxTooLargeError())
    titles = [title for title, _advice in problems(report)]
    assert titles == [strings.NOT_FILED, strings.unreadable_words(2), strings.KEY_REPLACED]
    assert problems(InboxReport(filed=3)) == []
