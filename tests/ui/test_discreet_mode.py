"""Switching discreet mode: by key, menu, palette and settings; nothing moves; it is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.search.search_page import SearchPage
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell import commands
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.sidebar_people import SidebarPeople
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, go_to_person, note_named, person_named
from tests.ui.discreet_bench import discreet, geometries
from tests.ui.style_bench import dressed

SPACE = Qt.Key.Key_Space
DISCREET = "Discreet mode"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def stage(theme: Theme) -> Iterator[Stage]:
    stage = Stage(theme)
    try:
        stage.open()
        yield stage
    finally:
        stage.close()


def names(stage: Stage) -> list[str]:
    """Return the names in the sidebar."""
    model = model_of(stage)
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def model_of(stage: Stage) -> QAbstractItemModel:
    """Return the sidebar's model."""
    rows = stage.view.findChild(SidebarPeople)
    assert rows is not None
    return rows.model()


def test_the_key_switches_it_and_only_the_key_switches_it_off(stage: Stage) -> None:
    page = go_to_person(stage)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    stage.view.activateWindow()
    QTest.keyClick(page.timeline.list, Qt.Key.Key_D, modifiers)
    stage.settle()
    assert "DW" in names(stage)
    assert stage.settings.settings.discreet_mode
    QTest.keyClick(page.timeline.list, Qt.Key.Key_D, modifiers)
    stage.settle()
    assert DANA in names(stage)
    assert not stage.settings.settings.discreet_mode


def test_names_are_hidden_in_the_same_turn(stage: Stage) -> None:
    page = go_to_person(stage)
    stage.vault.run(commands.DISCREET)
    assert page.vm.summary is not None
    assert page.vm.summary.person.display_name == "DW"
    assert "DW" in names(stage)


@pytest.mark.parametrize("place", ["people", "person", "panel", "search", "settings"])
def test_nothing_moves_when_it_is_switched(stage: Stage, place: str) -> None:
    if place == "people":
        stage.go(Place(PageName.PEOPLE))
    elif place == "search":
        stage.go(Place(PageName.SEARCH, query="runbook "))
    elif place == "settings":
        stage.go(Place(PageName.SETTINGS))
    else:
        page = go_to_person(stage)
        if place == "panel":
            page.timeline.list.step(1)
            page.toggle_panel()
            stage.settle()
    before = geometries(stage.view)
    discreet(stage)
    after = geometries(stage.view)
    moved = {
        path: (box, after[path]) for path, box in before.items() if after.get(path, box) != box
    }
    assert not moved


def test_it_is_kept_over_a_lock_and_a_restart(stage: Stage, theme: Theme) -> None:
    discreet(stage)
    again = OpenVault(theme, stage.session, stage.settings)
    assert stage.session.discreet.is_on
    assert theme.cover.kinds
    again.view.deleteLater()


def test_settings_switch_it_and_may_leave_texts_open(stage: Stage, theme: Theme) -> None:
    stage.go(Place(PageName.SETTINGS))
    page = stage.view.page
    assert isinstance(page, SettingsPage)
    page.discreet.mode.click()
    stage.settle()
    assert theme.cover.kinds
    assert theme.cover.texts
    page.discreet.texts_open.click()
    stage.settle()
    assert theme.cover.kinds
    assert not theme.cover.texts
    go_to_person(stage)
    rows = _rows(stage)
    assert any("AM" in row for row in rows)
    assert not any("Arjun" in row for row in rows)


def test_the_palette_and_the_menu_know_it(stage: Stage) -> None:
    stage.vault.palette.offer()
    stage.type(stage.vault.palette.edit, "discreet")
    rows = stage.vault.palette.rows
    assert rows.row is not None
    assert rows.row.text == DISCREET
    stage.vault.palette.close_sheet()


def test_space_held_tells_the_whole_list_and_opens_no_panel(stage: Stage) -> None:
    page = go_to_person(stage)
    discreet(stage)
    page.take_focus()
    page.timeline.list.step(1)
    assert all("covered" in row for row in _rows(stage) if "note" in row)
    QTest.keyPress(page.timeline.list, SPACE)
    assert any("mentor AM" in row for row in _rows(stage))
    QTest.keyRelease(page.timeline.list, SPACE)
    assert not page.is_panel_open
    assert not any("mentor" in row for row in _rows(stage))


def test_search_still_takes_full_names_and_shows_initials(stage: Stage) -> None:
    discreet(stage)
    stage.go(Place(PageName.SEARCH, query='person:"Dana Whitfield" runbook '))
    by_name = _heads(stage)
    stage.go(Place(PageName.SEARCH, query="person:DW runbook "))
    assert by_name
    assert "DW" in by_name[0]
    assert _heads(stage) == by_name


def test_pixels_do_not_tell_one_text_from_another_of_the_same_length(stage: Stage) -> None:
    def write(text: str) -> QImage:
        def work(workspace: Workspace) -> None:
            person = workspace.people.find(DANA)
            today = stage.clock.now().date()
            note = workspace.notes.add(
                NewObservation(text=NoteText(fact=text), people=(person.id,), occurred_on=today)
            )
            made.append(note.id)

        made: list[object] = []
        stage.session.write(work, changes=Changed.NOTES)
        stage.settle()
        picture = picture_of(page.timeline.list).toImage()
        stage.session.write(
            lambda workspace: workspace.notes.erase(made[0]),  # type: ignore[arg-type]
            changes=Changed.NOTES,
        )
        stage.settle()
        return picture

    page = go_to_person(stage)
    discreet(stage)
    assert write("abcd dcba abcd") == write("dcba abcd dcba")


def test_a_person_added_while_it_is_on_is_never_shown_by_name(stage: Stage, qtbot: QtBot) -> None:
    discreet(stage)
    seen: list[str] = []
    model_of(stage).modelReset.connect(lambda: seen.extend(names(stage)))
    with qtbot.waitSignal(stage.session.people_changed):
        stage.session.write(
            lambda workspace: workspace.people.add(NewPerson(display_name="Quentin Zadora")),
            changes=Changed.PEOPLE,
        )
    stage.settle()
    assert "QZ" in seen
    assert not any("Quentin" in name for name in seen)


def _rows(stage: Stage) -> list[str]:
    page = stage.view.page
    assert isinstance(page, PersonPage)
    model = page.timeline.list.model()
    told = Qt.ItemDataRole.AccessibleTextRole
    first = (model.index(row, 0).data(told) for row in range(min(model.rowCount(), 12)))
    return [str(words) for words in first if words]


def _heads(stage: Stage) -> list[str]:
    page = stage.view.page
    assert isinstance(page, SearchPage)
    return [f"{group.name} {len(group.hits)}" for group in page.vm.groups]


def test_in_the_editor_only_the_crumb_gives_way(stage: Stage) -> None:
    note = note_named(stage, "Late hand-over to support")
    stage.go(Place(PageName.NOTE, person=person_named(stage, DANA), note=note))
    before = geometries(stage.view)
    discreet(stage)
    after = geometries(stage.view)
    moved = [path for path, box in before.items() if after.get(path, box) != box]
    assert moved
    assert all("NoteHeader" in path for path in moved)
