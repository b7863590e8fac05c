"""The command palette over a real vault: what it finds, what its keys do, where focus goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.goal import GoalWords, NewGoal
from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity, ShareState
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes_ui.common.actions import Section
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.palette import Palette
from managernotes_ui.shell.palette_list import MOST_ROWS
from managernotes_ui.shell.palette_rows import LINE_ROLE, PaletteModel, PaletteRow
from tests.ui.find_bench import FindBench, find_bench

Key = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    """Open a vault with two people, three notes, and three actions."""
    with find_bench(qtbot, tmp_path) as bench:
        for text, kind, day in (
            ("Sat with Arjun on the runbook", Kind.WIN, date(2026, 11, 18)),
            ("The runbook link was missing", Kind.CONCERN, date(2026, 11, 17)),
            ("Timed the restore", Kind.LESSON, date(2026, 9, 28)),
        ):
            bench.vault.note(NoteText(fact=text), kind=kind, day=day)
        bench.add_action("new-note", "New note", keys=("Ctrl+N",))
        bench.add_action("lock", "Lock now", keys=("Ctrl+L",), section=Section.PRIVACY)
        bench.add_action("run", "Run the checks", keys=("F8",), section=Section.HERE)
        yield bench


@pytest.fixture
def palette(bench: FindBench) -> Palette:
    """Open the palette."""
    palette = Palette(bench.desk, bench.window)
    palette.offer()
    return palette


def shown(palette: Palette) -> list[str]:
    """Return every line, labels included."""
    model = palette.rows.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def type_and_wait(bench: FindBench, palette: Palette, typed: str, line: str) -> None:
    """Type, and wait for a line to come."""
    QTest.keyClicks(palette.edit, typed)
    bench.until(lambda: line in shown(palette))


def chosen(palette: Palette) -> str:
    """Return the words of the chosen row."""
    assert palette.rows.row is not None
    return palette.rows.row.text


def press(palette: Palette, key: Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key in the line."""
    held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(palette.edit, key, held)


def test_empty_it_lists_people_a_to_z_and_the_actions_of_the_page_first(palette: Palette) -> None:
    assert shown(palette) == [
        "People",
        "Arjun Rao",
        "Dana Whitfield",
        "Actions",
        "Run the checks",
        "New note",
        "Lock now",
    ]


def test_typing_finds_people_notes_and_actions_and_empty_groups_vanish(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "ru", "Sat with Arjun on the runbook")
    assert shown(palette) == [
        "Notes",
        "Sat with Arjun on the runbook",
        "The runbook link was missing",
        "Actions",
        "Run the checks",
        "Search everything for “ru”",
    ]


def test_the_letters_that_were_typed_are_marked_in_notes(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "ru", "The runbook link was missing")
    row = palette.rows.model().index(2, 0).data(LINE_ROLE)
    assert isinstance(row, PaletteRow)
    assert row.text[slice(*row.marks[0])] == "ru"
    assert row.detail == "Dana · 17 Nov"


def test_one_letter_asks_no_notes_but_finds_people(bench: FindBench, palette: Palette) -> None:
    press(palette, Key.Key_D)
    bench.vault.settle()
    assert shown(palette) == ["People", "Dana Whitfield", "Actions", "Search everything for “d”"]


def test_an_alias_finds_its_person(bench: FindBench, qtbot: QtBot) -> None:
    bench.vault.ask(lambda w: w.people.add(NewPerson(display_name="Ruth Adeyemi", alias="zz")))
    with qtbot.waitSignal(bench.desk.directory.changed):
        bench.desk.directory.reload()
    palette = Palette(bench.desk, bench.window)
    palette.offer()
    QTest.keyClicks(palette.edit, "zz")
    assert shown(palette)[:2] == ["People", "Ruth Adeyemi"]


def test_enter_opens_the_chosen_person_and_the_sheet_goes(
    bench: FindBench, palette: Palette
) -> None:
    QTest.keyClicks(palette.edit, "dan")
    press(palette, Key.Key_Return)
    assert bench.places == [Place(PageName.PERSON, person=bench.vault.dana.id)]
    assert not palette.isVisible()


def test_enter_opens_a_note_with_the_way_back_to_its_person(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "runb", "The runbook link was missing")
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Return)
    [place] = bench.places
    assert (place.page, place.person) == (PageName.NOTE, bench.vault.dana.id)
    assert place.note is not None
    assert bench.vault.text_of(place.note).fact == "The runbook link was missing"


def test_enter_before_the_notes_have_come_waits_for_them(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "restore", "Timed the restore")
    palette.edit.selectAll()
    QTest.keyClicks(palette.edit, "missing")
    press(palette, Key.Key_Home)
    press(palette, Key.Key_Return)
    bench.until(lambda: bool(bench.places))
    [place] = bench.places
    assert place.note is not None
    assert bench.vault.text_of(place.note).fact == "The runbook link was missing"


def test_enter_runs_an_action_after_the_focus_is_back(bench: FindBench, palette: Palette) -> None:
    QTest.keyClicks(palette.edit, "new n")
    press(palette, Key.Key_Return)
    bench.until(lambda: bench.done == ["new-note"])
    assert QApplication.focusWidget() is bench.field


def test_control_enter_searches_everything(bench: FindBench, palette: Palette) -> None:
    QTest.keyClicks(palette.edit, "late hand")
    press(palette, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.places == [Place(PageName.SEARCH, query="late hand")]


def test_tab_lists_what_can_be_done_with_a_person(bench: FindBench, palette: Palette) -> None:
    bench.add_action("compose", "Write", in_palette=False)
    QTest.keyClicks(palette.edit, "dan")
    press(palette, Key.Key_Tab)
    assert shown(palette) == [
        "Dana Whitfield",
        "Open",
        "Write a note about Dana Whitfield",
        "Search the notes about Dana Whitfield",
    ]
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Return)
    assert bench.places == [Place(PageName.PERSON, person=bench.vault.dana.id)]
    assert bench.done == ["compose"]


def test_tab_on_an_unsaid_note_offers_said_it(bench: FindBench, palette: Palette) -> None:
    type_and_wait(bench, palette, "missing", "The runbook link was missing")
    row = palette.rows.row
    assert row is not None
    press(palette, Key.Key_Tab)
    assert shown(palette)[1:] == ["Open", "Said it", "Open Dana Whitfield"]
    press(palette, Key.Key_Down)
    with bench.qtbot.waitSignal(bench.desk.session.notes_changed):
        press(palette, Key.Key_Return)
    note = bench.vault.ask(lambda w: w.notes.timeline(kinds=(Kind.CONCERN,))).rows[0]
    assert note.share_state is ShareState.SHARED


def test_tab_on_a_note_that_waits_for_nothing_does_not_offer_said_it(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "restore", "Timed the restore")
    press(palette, Key.Key_Tab)
    assert shown(palette)[1:] == ["Open", "Open Dana Whitfield"]


def test_escape_leaves_the_list_of_actions_first_and_then_the_sheet(
    bench: FindBench, palette: Palette
) -> None:
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Tab)
    press(palette, Key.Key_Escape)
    assert chosen(palette) == "Dana Whitfield"
    press(palette, Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is bench.field


def test_the_arrows_go_round_and_pass_over_labels(palette: Palette) -> None:
    press(palette, Key.Key_Up)
    assert chosen(palette) == "Lock now"
    press(palette, Key.Key_Down)
    assert chosen(palette) == "Arjun Rao"
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Down)
    assert chosen(palette) == "Run the checks"


def test_a_row_that_was_chosen_stays_chosen_when_notes_come(
    bench: FindBench, palette: Palette
) -> None:
    QTest.keyClicks(palette.edit, "ru")
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Up)
    bench.until(lambda: "Notes" in shown(palette))
    assert chosen(palette) == "Run the checks"


def test_the_first_row_is_chosen_when_nobody_moved(bench: FindBench, palette: Palette) -> None:
    type_and_wait(bench, palette, "ru", "Sat with Arjun on the runbook")
    assert chosen(palette) == "Sat with Arjun on the runbook"


def test_keys_of_the_window_rest_while_it_is_open_but_the_lock_works(
    bench: FindBench, palette: Palette
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(palette, Key.Key_N, control)
    press(palette, Key.Key_F8)
    assert bench.done == []
    press(palette, Key.Key_L, control)
    assert bench.done == ["lock"]


def test_control_k_puts_it_away_again(palette: Palette) -> None:
    press(palette, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not palette.isVisible()


def test_a_click_beside_it_puts_it_away_and_one_on_it_does_not(palette: Palette) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(palette, left, pos=palette.sheet.geometry().bottomLeft() - QPoint(0, 8))
    assert palette.isVisible()
    QTest.mouseClick(palette, left, pos=QPoint(10, 10))
    assert not palette.isVisible()


def test_a_click_on_a_row_does_it(bench: FindBench, palette: Palette) -> None:
    index = palette.rows.model().index(2, 0)
    at = palette.rows.visualRect(index).center()
    QTest.mouseClick(palette.rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bench.places == [Place(PageName.PERSON, person=bench.vault.dana.id)]


def test_a_pointer_at_rest_chooses_nothing_until_it_moves(palette: Palette) -> None:
    at = palette.rows.visualRect(palette.rows.model().index(2, 0)).center()
    _move_pointer(palette, at)
    assert chosen(palette) == "Arjun Rao"
    _move_pointer(palette, at + QPoint(1, 0))
    assert chosen(palette) == "Dana Whitfield"


def test_nothing_of_the_vault_stays_in_it_when_it_is_away(
    bench: FindBench, palette: Palette
) -> None:
    type_and_wait(bench, palette, "runb", "The runbook link was missing")
    palette.close_sheet()
    assert shown(palette) == []
    assert palette.edit.text() == ""
    assert palette.edit.accessibleDescription() == ""


def test_an_answer_that_comes_after_it_was_put_away_is_dropped(
    bench: FindBench, palette: Palette
) -> None:
    QTest.keyClicks(palette.edit, "runbook")
    palette.close_sheet()
    bench.vault.settle()
    assert shown(palette) == []


def test_a_restricted_note_is_found_but_not_shown(bench: FindBench, palette: Palette) -> None:
    secret = NewObservation(
        text=NoteText(fact="A secret about zebras"),
        occurred_on=date(2026, 11, 2),
        sensitivity=Sensitivity.RESTRICTED,
    )
    bench.vault.ask(lambda w: w.notes.add(secret))
    type_and_wait(bench, palette, "zebra", "A restricted note: open it to read")
    assert not any("secret" in line for line in shown(palette))


def test_the_line_tells_a_screen_reader_what_is_chosen(palette: Palette) -> None:
    press(palette, Key.Key_Down)
    assert palette.edit.accessibleDescription() == "Dana Whitfield"
    assert palette.edit.accessibleName()


def test_an_action_of_a_page_that_is_not_on_show_is_not_offered(bench: FindBench) -> None:
    bench.field.hide()
    bench.add_action("hidden", "Hidden thing", owner=bench.field)
    palette = Palette(bench.desk, bench.window)
    palette.offer()
    assert "Hidden thing" not in shown(palette)


@pytest.mark.parametrize("size", [(1280, 800), (800, 560)])
def test_it_shows_at_most_ten_rows_and_stays_in_the_window(
    bench: FindBench, size: tuple[int, int]
) -> None:
    for number in range(20):
        bench.add_action(f"more-{number}", f"More of it {number}")
    bench.window.resize(*size)
    palette = Palette(bench.desk, bench.window)
    palette.offer()
    assert palette.rect().contains(palette.sheet.geometry())
    model = palette.rows.model()
    assert isinstance(model, PaletteModel)
    view = palette.rows.viewport().rect()
    seen = [
        row
        for row in range(model.rowCount())
        if view.contains(palette.rows.visualRect(model.index(row, 0)))
        and isinstance(model.lines[row], PaletteRow)
    ]
    assert 0 < len(seen) <= MOST_ROWS
    if size == (1280, 800):
        assert len(seen) == MOST_ROWS
        assert palette.sheet.geometry().top() == 104


def test_it_follows_the_size_of_the_window(bench: FindBench, palette: Palette) -> None:
    bench.window.resize(900, 600)
    bench.until(lambda: palette.size() == bench.window.size())
    assert palette.rect().contains(palette.sheet.geometry())


def _move_pointer(palette: Palette, at: QPoint) -> None:
    viewport = palette.rows.viewport()
    none = Qt.MouseButton.NoButton
    place = QPointF(viewport.mapToGlobal(at))
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(at), place, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, moved)


def test_a_promise_is_found_and_enter_leads_to_its_line(bench: FindBench, palette: Palette) -> None:
    dana = bench.vault.dana.id
    bench.vault.ask(
        lambda workspace: workspace.promises.add(
            NewPromise(
                owner=PromiseOwner.ME,
                people=(dana,),
                words=PromiseWords(text="Ask for the quiet room"),
            )
        )
    )
    type_and_wait(bench, palette, "quiet", "Ask for the quiet room")
    assert shown(palette)[:2] == ["Promises", "Ask for the quiet room"]
    press(palette, Key.Key_Return)
    [place] = bench.places
    assert place.promise is not None
    assert (place.page, place.person, place.query) == (PageName.CONVERSATIONS, dana, "promises")


def test_an_expectation_is_found_and_enter_leads_to_where_it_is_written(
    bench: FindBench, palette: Palette
) -> None:
    words = YardstickWords(title="Hands over so others can act")
    made = bench.vault.ask(
        lambda workspace: workspace.yardsticks.add(YardstickKind.EXPECTATION, words)
    )
    type_and_wait(bench, palette, "hands", "Hands over so others can act")
    assert shown(palette)[:2] == ["Expectations", "Hands over so others can act"]
    press(palette, Key.Key_Return)
    assert bench.places[-1] == Place(PageName.STANDARDS, yardstick=made.id)


def test_a_goal_is_found_and_enter_leads_to_its_course(bench: FindBench, palette: Palette) -> None:
    dana = bench.vault.dana.id
    made = bench.vault.ask(
        lambda workspace: workspace.goals.add(
            NewGoal(person=dana, words=GoalWords(title="Restore in thirty minutes"))
        )
    )
    type_and_wait(bench, palette, "thirty", "Restore in thirty minutes")
    assert shown(palette)[:2] == ["Goals", "Restore in thirty minutes"]
    press(palette, Key.Key_Return)
    wanted = Place(PageName.PERSON, person=dana, goal=made.id, query="goals")
    assert bench.places[-1] == wanted
