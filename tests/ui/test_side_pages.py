"""The sidebar's rows and the rail's icons: what stands there, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.shell import commands
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_factories import page_factories
from managernotes_ui.shell.rail import Rail
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.side_pages import LIT_BY, RAIL, ROWS
from managernotes_ui.shell.sidebar import Sidebar
from tests.ui.note_bench import note_bench
from tests.ui.style_bench import dressed


@pytest.fixture
def vault(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenVault]:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        vault = OpenVault(theme, bench.session, SettingsKeeper(tmp_path / "settings.json"))
        vault.view.resize(1280, 800)
        vault.view.show()
        vault.begin()
        bench.settle()
        yield vault
        vault.close()
        QApplication.sendPostedEvents(None, 0)


def texts(side: QWidget) -> list[str]:
    return [b.text() for b in side.findChildren(QAbstractButton) if b.isVisible()]


def place(vault: OpenVault) -> Place:
    here = vault.view.place
    assert here is not None
    return here


def test_a_row_stands_in_the_sidebar_once_its_page_exists(vault: OpenVault) -> None:
    built = page_factories(vault._desk)
    [sidebar] = vault.view.findChildren(Sidebar)
    shown = texts(sidebar)
    for side in ROWS:
        assert (side.spec.title in shown) == (side.page in built)


def test_an_icon_stands_on_the_rail_once_its_page_exists(vault: OpenVault) -> None:
    built = page_factories(vault._desk)
    vault.view.resize(900, 640)
    [rail] = vault.view.findChildren(Rail)
    assert rail.isVisible()
    shown = texts(rail)
    for side in RAIL:
        assert (side.spec.title in shown) == (side.page in built)


def test_the_heading_over_the_people_leads_to_everybody(vault: OpenVault) -> None:
    vault.go(Place(PageName.SETTINGS))
    [sidebar] = vault.view.findChildren(Sidebar)
    assert not sidebar.heading.isChecked()
    sidebar.heading.click()
    assert place(vault).page is PageName.PEOPLE
    assert sidebar.heading.isChecked()
    assert "Ctrl" in sidebar.heading.toolTip()


def test_the_key_of_everybody_is_ctrl_6(vault: OpenVault) -> None:
    vault.go(Place(PageName.SETTINGS))
    actions = vault._desk.actions
    assert actions.key_text(commands.PAGE_PEOPLE.name) == "Ctrl+6"
    actions.get(commands.PAGE_PEOPLE.name).trigger()
    assert place(vault).page is PageName.PEOPLE


def test_pages_have_the_keys_of_their_rows(vault: OpenVault) -> None:
    keys = {side.page: side.key for side in (*ROWS, *RAIL)}
    assert keys == {
        PageName.TODAY: "Ctrl+1",
        PageName.CONVERSATIONS: "Ctrl+2",
        PageName.GOALS: "Ctrl+3",
        PageName.REVIEWS: "Ctrl+4",
        PageName.TEMPLATES: "Ctrl+5",
        PageName.PEOPLE: "Ctrl+6",
    }
    assert vault.view.isVisible()


def test_every_page_but_search_lights_an_icon_of_the_rail() -> None:
    assert set(PageName) - set(LIT_BY) == {PageName.SEARCH}
