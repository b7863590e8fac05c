"""A vault that is locked while somebody writes in a talk or a brief keeps every word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
)
from managernotes.domain.identity import ConversationId
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import open_workspace
from managernotes_ui.conversations.brief_page import BriefPage
from managernotes_ui.conversations.talk_page import TalkPage
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed


class Window:
    """The open vault's window, with a talk planned."""

    def __init__(self, bench: Bench, vault: OpenVault) -> None:
        self.bench = bench
        self.vault = vault
        new = NewConversation(type=ConversationType.ONE_ON_ONE, people=(bench.dana.id,))
        self.talk: ConversationId = bench.ask(lambda workspace: workspace.talks.plan(new)).id

    def go(self, page: PageName) -> None:
        self.vault.go(Place(page, conversation=self.talk))
        for _round in range(4):
            self.bench.settle()

    def locked(self) -> ConversationWords:
        """Lock at once, open the file again, and return what it holds."""
        self.vault.hand_over_here()
        self.vault.close()
        QApplication.sendPostedEvents(None, 0)
        bench = self.bench
        other = open_workspace(bench.file, KeyringWay(), clock=bench.clock, keyring=bench.keyring)
        try:
            return other.talks.get(self.talk).words
        finally:
            other.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    with dressed(qapp) as theme, note_bench(qtbot, tmp_path) as bench:
        vault = OpenVault(theme, bench.session, SettingsKeeper(tmp_path / "settings.json"))
        vault.view.resize(1280, 800)
        vault.view.show()
        vault.begin()
        yield Window(bench, vault)


def test_the_notes_and_the_answer_of_a_talk_are_kept(window: Window) -> None:
    window.go(PageName.TALK)
    page = window.vault.view.page
    assert isinstance(page, TalkPage)
    QTest.keyClicks(page.writing.notes, "Both weeks were boo")
    QTest.keyClicks(page.writing.asked.line, "Back me on")
    words = window.locked()
    assert (words.notes, words.asked) == ("Both weeks were boo", "Back me on")


def test_the_wish_of_a_brief_is_kept(window: Window) -> None:
    window.go(PageName.BRIEF)
    page = window.vault.view.page
    assert isinstance(page, BriefPage)
    QTest.keyClicks(page.wish.line, "They know the d")
    assert window.locked().wish == "They know the d"
