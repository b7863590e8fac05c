"""The vault's file goes away while the window is open: every text stays, and is saved later."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Workspace, open_workspace
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.people.add_person_reading import PersonField
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.place_bar import PlaceBar
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.widgets.text_area import TextArea
from tests.ui.app_bench import CLOCK, SECRET, Bench, go_to_dana

LONGER_MS = 9_000
"""Two rounds of trying again, on a slow machine."""


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Start the app on a vault in a folder of its own."""
    (tmp_path / "home").mkdir(mode=0o700)
    bench = Bench(qtbot, qapp, tmp_path / "home" / "vault.db")
    yield bench
    bench.close()


def lose(bench: Bench, view: ShellView) -> Path:
    """Take the vault's file away and wait until the window has noticed by itself."""
    aside = bench.file.with_name("aside")
    bench.file.rename(aside)
    bench.wait(view.place_bar.isVisible)
    return aside


def button(bar: PlaceBar, text: str) -> QPushButton:
    return next(found for found in bar.findChildren(QPushButton) if found.text() == text)


def type_everywhere(bench: Bench, view: ShellView) -> None:
    """Type into the note, the form about Dana, her line and the quick window, in this order."""
    note = note_of_dana(bench)
    view.navigator.go(Place(PageName.NOTE, person=bench.dana, note=note))
    editor = view.page
    assert isinstance(editor, NotePage)
    bench.wait(lambda: SECRET in editor._fields.fact.toPlainText())
    QTest.keyClicks(editor._fields.fact, "X")
    page = go_to_dana(bench, view)
    assert isinstance(page, PersonPage)
    aims = page.about.form.edits[PersonField.AIMS]
    assert isinstance(aims, TextArea)
    bench.wait(lambda: page.about.vm.person == bench.dana)
    QTest.keyClicks(aims, "to lead")
    page.about.leave()
    page.compose()
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    view.quick_note_wanted.emit()
    window = bench.app._open.quick_window  # type: ignore[union-attr]
    QTest.keyClicks(window.field, "a quick one")


def note_of_dana(bench: Bench) -> NoteId:
    found: list[NoteId] = []

    def look(workspace: Workspace) -> NoteId:
        return workspace.notes.timeline(bench.dana, limit=1).rows[0].id

    bench.app._open._session.read(look, done=found.append)  # type: ignore[union-attr]
    bench.wait(lambda: found)
    return found[0]


def kept(workspace: Workspace, bench: Bench) -> tuple[str, ...]:
    """Return what of it all is on disk."""
    [row] = workspace.notes.timeline(bench.dana, limit=5).rows
    return (
        workspace.notes.get(row.id).text.fact.replace(SECRET, ""),
        workspace.people.get(bench.dana).aims,
        workspace.drafts.read(f"capture:{bench.dana}"),
        workspace.drafts.read("capture"),
    )


EVERYTHING = ("X", "to lead", "half a thought", "a quick one")


def test_every_text_stays_and_is_saved_by_itself_once_the_file_is_back(
    bench: Bench, qtbot: QtBot
) -> None:
    view = bench.opened()
    aside = lose(bench, view)
    assert "no longer at its place" in view.place_bar.words
    type_everywhere(bench, view)
    qtbot.wait(1_200)
    assert view.has_unsaved
    assert not bench.file.exists()
    aside.rename(bench.file)
    bench.wait(view.place_bar.isHidden)
    qtbot.waitUntil(
        lambda: bench.elsewhere(lambda workspace: kept(workspace, bench)) == EVERYTHING,
        timeout=LONGER_MS,
    )
    bench.wait(lambda: not view.has_unsaved)


def test_it_goes_on_elsewhere_with_every_text_when_the_folder_is_gone(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    assert isinstance(page, PersonPage)
    shutil.rmtree(bench.file.parent)
    bench.wait(view.place_bar.isVisible)
    page.compose()
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    new = tmp_path / "new" / "vault.db"
    assert button(view.place_bar, strings.SAVE_ELSEWHERE).isVisible()
    view.place_bar.go_on_at(new)
    bench.wait(view.place_bar.isHidden)
    qtbot.waitUntil(lambda: not view.has_unsaved, timeout=LONGER_MS)
    page.keep()
    bench.app.lock()
    bench.wait(lambda: bench.app._open is None)
    assert bench.app._vault == new
    other = open_workspace(new, KeyringWay(), clock=CLOCK, keyring=bench.keyring)
    assert other.drafts.read(f"capture:{bench.dana}") == "half a thought"
    other.close()
    assert not bench.file.parent.exists()


def test_a_copy_that_cannot_be_made_says_why_and_changes_nothing(
    bench: Bench, tmp_path: Path
) -> None:
    view = bench.opened()
    aside = lose(bench, view)
    taken = tmp_path / "taken.db"
    taken.write_bytes(b"taken")
    view.place_bar.go_on_at(taken)
    bench.wait(view._trouble.isVisible)
    assert "already here" in view._trouble._banner.words
    assert view.place_bar.isVisible()
    assert button(view.place_bar, strings.SAVE_ELSEWHERE).isEnabled()
    aside.rename(bench.file)
    button(view.place_bar, strings.LOOK_AGAIN).click()
    bench.wait(view.place_bar.isHidden)


def test_another_file_in_its_place_is_told_and_left_alone(bench: Bench) -> None:
    view = bench.opened()
    aside = lose(bench, view)
    bench.file.write_bytes(b"another file" * 500)
    bench.wait(lambda: "replaced" in view.place_bar.words)
    assert bench.file.read_bytes() == b"another file" * 500
    aside.replace(bench.file)
    bench.wait(view.place_bar.isHidden)


def test_what_is_damaged_is_not_offered_to_be_copied(bench: Bench) -> None:
    view = bench.opened()
    sound = bench.file.read_bytes()
    bench.file.write_bytes(b"damaged" * 4096)
    bench.wait(view.place_bar.isVisible)
    assert button(view.place_bar, strings.SAVE_ELSEWHERE).isHidden()
    bench.file.write_bytes(sound)
    bench.wait(view.place_bar.isHidden)
