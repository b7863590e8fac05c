"""What a lock ends: the window shows nothing at once, and afterwards nothing is left in memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.services.workspace import Workspace
from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.locking.veil import Veil
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.guard import Guard
from managernotes_ui.shell.idle import IdleWatch
from managernotes_ui.shell.main_window import MainWindow
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.style.theme import Theme
from managernotes_ui.unlock.gate_view import GateView
from tests.core.raw_vault import outside_the_app
from tests.ui.app_bench import Bench, go_to_dana, words_on_screen
from tests.ui.note_bench import note_bench
from tests.ui.style_bench import dressed

MARKERS = tuple(f"qzmark{letter * 3}" for letter in "abcdefghijklmnopqrst")

FEWEST = 3
"""More markers than that stand on a note's page."""


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Start the app on a vault with one person and one note."""
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


def fill(workspace: Workspace) -> None:
    """Put a marker into everything that a page shows."""
    marks = iter(MARKERS)
    person = workspace.people.add(
        NewPerson(display_name=next(marks).capitalize(), alias=next(marks), role=next(marks))
    )
    for number in range(3):
        workspace.notes.add(
            NewObservation(
                text=NoteText(
                    title=next(marks),
                    fact=f"{next(marks)} **{next(marks)}**",
                    effect=next(marks),
                    my_reading=next(marks),
                ),
                kind=Kind.WIN if number else Kind.CONCERN,
                people=(person.id,),
                tags=(MARKERS[-1],),
                occurred_on=date(2026, 11, 18 + number),
            )
        )


def test_after_a_lock_no_widget_and_no_object_holds_any_of_twenty_markers(
    bench: Bench, qtbot: QtBot
) -> None:
    view = bench.opened()
    bench.elsewhere(fill)
    visit_everything(bench, view)
    copied = MARKERS[3]
    QApplication.clipboard().setText("before")
    del view
    assert len(shown_markers()) > FEWEST, "the pages did not show them"
    assert holders(MARKERS), "the walk sees nothing even while the vault is open"
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    qtbot.wait(50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert shown_markers() == []
    assert documents_with(MARKERS) == []
    assert holders(MARKERS) == []
    assert copied not in QApplication.clipboard().text()
    assert bench.window.windowTitle() == "Manager Notes"


def shown_markers() -> list[str]:
    """Return the markers that widgets show or tell."""
    words = words_on_screen().lower()
    return [mark for mark in MARKERS if mark in words]


def visit_everything(bench: Bench, view: ShellView) -> None:
    """Show the markers on every kind of page, in the panel, the palette and the quick line."""
    go = view.navigator.go
    bench.window.activateWindow()
    person = bench.elsewhere(lambda w: w.people.find(MARKERS[1]).id)
    note = bench.elsewhere(lambda w: w.notes.timeline(person, limit=5).rows[0].id)  # type: ignore[arg-type]
    go(Place(PageName.PERSON, person=person, note=note))  # type: ignore[arg-type]
    page = view.page
    assert isinstance(page, PersonPage)
    bench.wait(lambda: page.timeline.list.model().rowCount() > 3)
    page.toggle_panel()
    page.compose()
    QTest.keyClicks(QApplication.focusWidget() or page, f"{MARKERS[-2]} typed")
    settle()
    go(Place(PageName.NOTE, person=person, note=note))  # type: ignore[arg-type]
    bench.wait(lambda: len(shown_markers()) > FEWEST)
    settle()
    go(Place(PageName.REVISIONS, person=person, note=note))  # type: ignore[arg-type]
    settle()
    go(Place(PageName.SEARCH, query=MARKERS[4]))
    settle()
    press("palette", view)
    QTest.keyClicks(QApplication.focusWidget() or view, MARKERS[0])
    settle()
    press("quick-note", view)
    settle()
    for window in QApplication.topLevelWidgets():
        if window.windowTitle() == "New note":
            QTest.keyClicks(window.focusWidget() or window, f"@{MARKERS[1]} +win {MARKERS[-3]}")
    settle()


def press(action: str, view: ShellView) -> None:
    """Run an action by name."""
    next(found for found in view.actions() if found.objectName() == action).trigger()


def settle() -> None:
    """Let reads and the preview come."""
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def holders(marks: Iterable[str]) -> list[str]:
    """Return the types of living Python objects that hold a text with a marker."""
    gc.collect()
    found = []
    wanted = tuple(marks)
    ours = id(MARKERS)
    for held in gc.get_objects():
        if id(held) == ours or held is wanted:
            continue
        for part in gc.get_referents(held):
            if type(part) in {str, bytes} and part not in MARKERS:
                text = part if isinstance(part, str) else part.decode("latin-1")
                if any(mark in text.lower() for mark in wanted):
                    found.append(f"{type(held).__module__}.{type(held).__qualname__}")
    return found


def documents_with(marks: Iterable[str]) -> list[str]:
    """Return the fields and documents that hold a marker."""
    found = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLineEdit):
            found.append(widget.text())
        found += [document.toPlainText() for document in widget.findChildren(QTextDocument)]
    return [text for text in found if any(mark in text.lower() for mark in marks)]


def test_a_busy_vault_is_hidden_at_once_and_shut_when_it_has_saved(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    busy = bench.open_elsewhere()
    with outside_the_app(busy.files, busy.key):
        began = time.monotonic()
        bench.app.lock()
        assert time.monotonic() - began < 0.1
        assert not view.isVisible()
        assert [veil for veil in bench.window.findChildren(Veil) if veil.isVisible()]
        QTest.qWait(300)
        assert isinstance(bench.window.content, ShellView), "shut with a text not yet on disk"
    busy.close()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_keys_pressed_while_it_locks_reach_nothing(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    field = QApplication.focusWidget()
    bench.app.lock()
    assert field is None or not field.isVisible()
    QTest.keyClick(bench.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [bench.window]


def test_dialogs_and_second_windows_are_gone_and_destroyed(bench: Bench) -> None:
    view = bench.opened()
    go_to_dana(bench, view)
    asked = AskDialog(Theme(motion=False), "Erase?", "Dana Whitfield", "Erase", parent=bench.window)
    asked.open()
    chooser = discreet_dialog(bench.window, "Choose", bench.file.parent)
    chooser.open()
    second = QWidget(bench.window, Qt.WindowType.Window)
    second.show()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(window) for window in (asked, chooser, second)] == [False] * 3
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [bench.window]


def test_no_windows_title_names_anything(bench: Bench) -> None:
    view = bench.opened()
    bench.elsewhere(fill)
    visit_everything(bench, view)
    titles = {window.windowTitle() for window in QApplication.topLevelWidgets()}
    assert titles <= {"", "Manager Notes", "New note"}


def test_text_that_cannot_be_saved_is_covered_when_nobody_asked_and_told_when_somebody_did(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        window = MainWindow()
        settings = SettingsKeeper(tmp_path / "settings.json")
        vault = OpenVault(theme, bench.session, settings)
        window.show_content(vault.view)
        window.show()
        guard = Guard(qapp, theme, window, settings.settings)
        guard.watch(vault)
        vault.go(Place(PageName.PERSON, person=bench.dana.id))
        bench.settle()
        page = vault.view.page
        assert isinstance(page, PersonPage)
        page.compose()
        bench.fill_disk()
        window.activateWindow()
        long = "Must not be lost. " * 5_000
        page.composer.field.set_line(long)
        gone: list[bool] = []
        guard.locked.connect(lambda: gone.append(True))
        guard.lock_unasked()
        qtbot.waitUntil(lambda: page.has_unsaved and not page.isVisible())
        guard.lock_unasked()
        assert not page.isVisible(), "what must stay in memory is not covered"
        veil = next(veil for veil in window.findChildren(Veil) if veil.isVisible())
        QTest.mouseClick(veil, Qt.MouseButton.LeftButton)
        assert page.isVisible()
        assert page.composer.field.line() == long
        guard.lock()
        assert page.isVisible(), "locked by hand without a word about the text"
        assert not gone
        for watch in guard.findChildren(IdleWatch):
            qapp.removeEventFilter(watch)
        bench.free_disk()
        qtbot.waitUntil(lambda: not page.has_unsaved, timeout=8_000)
        vault.close()
    delete(window)
