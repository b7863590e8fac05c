"""Every control of every page tells its name; one without words also has a tooltip (SPEC §6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, NewConversation, TopicOwner
from managernotes.domain.observation import Kind, NoteText
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_factories import page_factories
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.widgets.menu import Menu
from tests.ui.note_bench import Bench, note_bench
from tests.ui.sealed_bench import file_lines
from tests.ui.style_bench import dressed

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
INNER = "qt_"
"""Parts that Qt builds into its own controls."""
BUILT = (
    PageName.TODAY,
    PageName.CONVERSATIONS,
    PageName.GOALS,
    PageName.REVIEWS,
    PageName.TEMPLATES,
    PageName.PEOPLE,
    PageName.PERSON,
    PageName.NOTE,
    PageName.REVISIONS,
    PageName.TALK,
    PageName.BRIEF,
    PageName.PREPARE,
    PageName.REHEARSE,
    PageName.AFTER_TALK,
    PageName.STANDARDS,
    PageName.HANDOVER,
    PageName.UNCONFIRMED,
    PageName.SEARCH,
    PageName.SETTINGS,
)
"""The pages that exist; `test_no_page_is_left_out` holds this list to the window's own."""
DEPTH = 4
"""How many parents a complaint names, so that the control can be found."""


@dataclass
class Window:
    """The open vault's window, with a note and somebody without one."""

    vault: OpenVault
    bench: Bench
    places: dict[PageName, Place] = field(default_factory=dict)

    def go(self, name: PageName) -> QWidget:
        self.vault.go(self.places[name])
        for _round in range(4):
            self.bench.settle()
        return self.vault.view

    def controls(self, name: PageName) -> list[QWidget]:
        view = self.go(name)
        found = [w for kind in CONTROLS for w in view.findChildren(kind)]
        return [w for w in found if w.isVisible() and not w.objectName().startswith(INNER)]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        words = NoteText(title="Hand-over", fact="Late", effect="Night", my_reading="Mine too")
        note = bench.note(words, kind=Kind.CONCERN, tags=("handover",))
        bench.ask(lambda workspace: file_lines(workspace, "@dana +win kept calm", "@nobody came"))
        talk = bench.ask(lambda workspace: workspace.preparations.from_note(note)).conversation
        one = NewConversation(type=ConversationType.ONE_ON_ONE, people=(bench.dana.id,))
        meeting = bench.ask(lambda workspace: workspace.talks.plan(one)).id
        bench.ask(
            lambda workspace: workspace.talks.add_topic(
                bench.dana.id, TopicOwner.THEIRS, "The quiet room", meeting
            )
        )
        vault = OpenVault(theme, bench.session, SettingsKeeper(tmp_path / "settings.json"))
        places = {
            PageName.TODAY: Place(PageName.TODAY),
            PageName.CONVERSATIONS: Place(PageName.CONVERSATIONS),
            PageName.GOALS: Place(PageName.GOALS),
            PageName.REVIEWS: Place(PageName.REVIEWS, query="look-back"),
            PageName.TEMPLATES: Place(PageName.TEMPLATES),
            PageName.PEOPLE: Place(PageName.PEOPLE),
            PageName.PERSON: Place(PageName.PERSON, person=bench.dana.id, note=note),
            PageName.NOTE: Place(PageName.NOTE, person=bench.dana.id, note=note),
            PageName.REVISIONS: Place(PageName.REVISIONS, person=bench.dana.id, note=note),
            PageName.TALK: Place(PageName.TALK, conversation=meeting),
            PageName.BRIEF: Place(PageName.BRIEF, conversation=meeting),
            PageName.PREPARE: Place(PageName.PREPARE, conversation=talk),
            PageName.REHEARSE: Place(PageName.REHEARSE, conversation=talk),
            PageName.AFTER_TALK: Place(PageName.AFTER_TALK, conversation=talk),
            PageName.STANDARDS: Place(PageName.STANDARDS),
            PageName.HANDOVER: Place(PageName.HANDOVER, person=bench.dana.id),
            PageName.UNCONFIRMED: Place(PageName.UNCONFIRMED),
            PageName.SEARCH: Place(PageName.SEARCH, query="late"),
            PageName.SETTINGS: Place(PageName.SETTINGS),
        }
        vault.view.resize(1280, 800)
        vault.view.show()
        vault.begin()
        yield Window(vault, bench, places)
        vault.close()
        QApplication.sendPostedEvents(None, 0)


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def described(widget: QObject) -> str:
    chain: list[str] = []
    at: QObject | None = widget
    while at is not None and len(chain) < DEPTH:
        chain.append(type(at).__name__)
        at = at.parent()
    return " < ".join(chain)


def test_no_page_is_left_out(window: Window) -> None:
    assert set(page_factories(window.vault._desk)) == set(BUILT) == set(window.places)


@pytest.mark.parametrize("page", BUILT)
def test_every_control_has_a_name(window: Window, page: PageName) -> None:
    controls = window.controls(page)
    assert controls
    assert [described(w) for w in controls if not name_of(w).strip()] == []


@pytest.mark.parametrize("page", BUILT)
def test_every_button_without_words_has_a_tooltip(window: Window, page: PageName) -> None:
    buttons = [w for w in window.controls(page) if isinstance(w, QAbstractButton)]
    assert buttons
    assert [described(b) for b in buttons if not b.text().strip() and not b.toolTip()] == []


def test_the_open_panel_has_names_and_tooltips_too(window: Window) -> None:
    window.go(PageName.PERSON)
    window.vault._desk.actions.get("panel").trigger()
    controls = window.controls(PageName.PERSON)
    assert [described(w) for w in controls if not name_of(w).strip()] == []


@pytest.mark.parametrize("page", BUILT)
def test_the_menu_lists_what_can_be_done_here_and_nothing_twice(
    window: Window, page: PageName
) -> None:
    window.go(page)
    menu = window.vault._menu
    menu.aboutToShow.emit()
    rows = [action for action in menu.actions() if not action.isSeparator()]
    names = [action.objectName() for action in rows]
    assert len(names) == len(set(names))
    assert "menu" not in names
    assert names[0] == "new-note"
    assert names[-2:] == ["lock", "quit"]
    assert [name for name in names if not _is_on_show(menu, name)] == []


def _is_on_show(menu: Menu, name: str) -> bool:
    [action] = [row for row in menu.actions() if row.objectName() == name]
    owner = action.parent()
    return isinstance(action, QAction) and isinstance(owner, QWidget) and owner.isVisible()


def test_the_sheets_have_names(window: Window) -> None:
    window.go(PageName.PERSON)
    for sheet in (window.vault.palette, window.vault.key_sheet):
        sheet.offer()
        found = [w for kind in CONTROLS for w in sheet.findChildren(kind) if w.isVisible()]
        assert found
        assert [described(w) for w in found if not name_of(w).strip()] == []
        sheet.close_sheet()
