"""The quick line on the lock screen: it seals what is typed, and knows nothing of the vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import Protection, open_workspace
from managernotes_ui.capture.sealed_vm import SealedViewModel
from managernotes_ui.capture.sealed_window import SealedWindow
from managernotes_ui.common.strings import sealed as strings
from tests.ui.capture_bench import KEY, press, type_text
from tests.ui.style_bench import dressed
from tests.ui.unlock_bench import TUESDAY, MadeVault, made_vault

ANYBODY = "@anybody "


class Sealing:
    """The window of one locked vault."""

    def __init__(self, qtbot: QtBot, vault: MadeVault, window: SealedWindow) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.window = window

    @property
    def told(self) -> str:
        return self.window._told.text()

    def type(self, text: str) -> None:
        type_text(self.window.field, text)

    def wait(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.told, timeout=10_000)

    def wait_until_gone(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=10_000)

    def filed(self) -> list[str]:
        """Unlock the vault as another program does, and return what came out of the inbox."""
        way, keyring = KeyringWay(), self.vault.keyring
        workspace = open_workspace(self.vault.path, way, clock=TUESDAY, keyring=keyring)
        try:
            return [note.text for note in workspace.unconfirmed.waiting()]
        finally:
            workspace.close()


@pytest.fixture
def sealing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Sealing]:
    vault = made_vault(tmp_path, Protection.KEYRING)
    with dressed(qapp) as theme:
        window = SealedWindow(SealedViewModel(vault.path, TUESDAY), theme)
        qtbot.addWidget(window)
        window.summon()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        yield Sealing(qtbot, vault, window)
        window.vm.type("")
        window.close()


def test_enter_seals_says_so_and_the_window_goes(sealing: Sealing) -> None:
    assert sealing.told == strings.WHILE_LOCKED
    sealing.type("+win ran it calmly")
    press(sealing.window.field, KEY.Key_Return, "\r")
    sealing.wait(strings.SEALED)
    assert sealing.window.field.line() == ""
    sealing.wait_until_gone()
    assert sealing.filed() == ["ran it calmly"]


def test_typing_on_keeps_the_window_and_seals_a_second_note(sealing: Sealing) -> None:
    sealing.type("first")
    press(sealing.window.field, KEY.Key_Return, "\r")
    sealing.wait(strings.SEALED)
    sealing.type("second")
    sealing.qtbot.wait(1_500)
    assert sealing.window.isVisible()
    press(sealing.window.field, KEY.Key_Return, "\r")
    sealing.wait_until_gone()
    assert sorted(sealing.filed()) == ["first", "second"]


@pytest.mark.parametrize("text", ["half a thou", f"{ANYBODY}+co", "+win"])
def test_escape_seals_what_is_there_finished_or_not(sealing: Sealing, text: str) -> None:
    sealing.type(text)
    press(sealing.window.field, KEY.Key_Escape)
    sealing.wait_until_gone()
    assert sealing.filed() == [text]


def test_closing_with_nothing_typed_seals_nothing(sealing: Sealing) -> None:
    sealing.type("  ")
    press(sealing.window.field, KEY.Key_Escape)
    assert not sealing.window.isVisible()
    assert sealing.filed() == []


def test_a_text_that_cannot_be_sealed_stays_and_keeps_the_window(sealing: Sealing) -> None:
    key = sealing.vault.path.with_name("vault.db.inbox.json")
    content = key.read_bytes()
    key.unlink()
    sealing.type("was here")
    press(sealing.window.field, KEY.Key_Escape)
    sealing.wait(strings.STILL_HERE)
    assert sealing.window.isVisible()
    assert sealing.window.field.line() == "was here"
    key.write_bytes(content)
    press(sealing.window.field, KEY.Key_Return, "\r")
    sealing.wait_until_gone()
    assert sealing.filed() == ["was here"]


def test_a_day_that_cannot_be_meant_is_said_and_the_text_stays(sealing: Sealing) -> None:
    sealing.type("was here ^2999-01-01")
    press(sealing.window.field, KEY.Key_Return, "\r")
    sealing.wait("")
    sealing.qtbot.waitUntil(lambda: strings.STILL_HERE in sealing.told)
    assert sealing.window.field.line() == "was here ^2999-01-01"
    assert sealing.filed() == []


def test_tokens_are_highlighted_as_typed_and_no_name_becomes_a_chip(sealing: Sealing) -> None:
    sealing.type(f"{ANYBODY}+win a@b.c #tag said")
    field = sealing.window.field
    marked = [selection.cursor.selectedText() for selection in field.extraSelections()]
    assert marked == [ANYBODY.strip(), "+win", "#tag"]
    assert not field.is_chip(0)


def test_shows_nothing_of_the_vault(sealing: Sealing) -> None:
    shown = [label.text() for label in sealing.window.findChildren(QLabel)]
    shown += [sealing.window.windowTitle(), sealing.window.field.accessibleDescription()]
    assert not any("vault.db" in words or "@a" in words for words in shown)
    assert strings.WHILE_LOCKED in shown
