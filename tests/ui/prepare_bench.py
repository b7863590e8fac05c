"""The open vault's window on the page for preparing, over a real vault with Dana's concerns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationState
from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import NoteText
from managernotes.domain.preparation import Preparation, Step
from managernotes_ui.common.session import SaveKind
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.part import Part
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.shell import commands
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from tests.ui.note_bench import Bench, note_bench

LATE = NoteText(
    title="Late hand-over",
    fact="At 18:40 Dana posted the hand-over without the runbook link.",
    effect="Arjun started the night shift without it.",
)
LATE_AGAIN = NoteText(
    fact="At 18:55 Dana posted the hand-over with the link to the old runbook.",
    effect="The clinic waited fifty minutes for its labels.",
)
TAG = "handover"

P = TypeVar("P", bound=Part)


class PrepareBench:
    """Two concerns of Dana's with one tag, and the window over them."""

    def __init__(self, qtbot: QtBot, bench: Bench, theme: Theme, folder: Path) -> None:
        self.bench = bench
        self.theme = theme
        self._qtbot = qtbot
        self.first = bench.note(LATE, day=date(2026, 11, 10), tags=(TAG,))
        self.latest = bench.note(LATE_AGAIN, day=date(2026, 11, 17), tags=(TAG,))
        self.vault = OpenVault(theme, bench.session, SettingsKeeper(folder / "settings.json"))
        self.view = self.vault.view
        self.view.resize(1280, 800)
        self.view.show()
        self.vault.begin()
        self.settle()
        self.activate()

    def activate(self) -> None:
        """Make the window the one that has the keyboard."""
        self.view.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is self.view)

    @property
    def page(self) -> PreparePage:
        """The page, which must be on show."""
        page = self.view.page
        assert isinstance(page, PreparePage)
        return page

    @property
    def place(self) -> Place:
        """Where the window is."""
        place = self.view.place
        assert place is not None
        return place

    def begin(self, note: NoteId | None = None) -> PreparePage:
        """Prepare a talk about the latest concern, and show it."""
        chosen = note or self.latest
        talk = self.bench.ask(lambda w: w.preparations.from_note(chosen)).conversation
        return self.show(talk)

    def show(self, talk: ConversationId) -> PreparePage:
        """Go to the preparation of a talk."""
        self.vault.go(Place(PageName.PREPARE, conversation=talk))
        self.settle()
        self.activate()
        return self.page

    def stored(self) -> Preparation:
        """Return the preparation on show as it is in the vault."""
        talk = self.page.vm.conversation
        assert talk is not None
        found = self.bench.ask(lambda w: w.preparations.of(talk))
        assert found is not None
        return found

    @property
    def stored_talk(self) -> ConversationId:
        """The talk on show."""
        talk = self.page.vm.conversation
        assert talk is not None
        return talk

    def now(self) -> Step:
        """Return the step on show."""
        return self.page.vm.step

    def state(self) -> ConversationState:
        """How far the talk on show has got."""
        talk = self.stored_talk
        return self.bench.ask(lambda w: w.talks.get(talk)).state

    def leave(self) -> None:
        """Go to another page."""
        self.vault.go(Place(PageName.PEOPLE))
        self.settle()

    def prepare(self) -> None:
        """Press Ctrl+P."""
        self.vault.run(commands.PREPARE)
        self.settle()

    def step(self, step: Step) -> None:
        """Go to a step by its key."""
        self.press(f"Alt+{int(step)}")
        assert self.page.vm.step is step

    def press(self, keys: str) -> None:
        """Press a chord where the keyboard is, and wait until all that follows is done."""
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keySequence(here, keys)
        self.settle()

    def write(self, text: str, into: QWidget | None = None) -> None:
        """Type letters into a field, or where the keyboard is."""
        field = into or QApplication.focusWidget()
        assert field is not None
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, AnswerArea):
            field.selectAll()
        QTest.keyClicks(field, text)

    def part(self, key: str) -> Part:
        """Return the part of the step on show that answers into a key."""
        sheet = self.page.sheet
        assert sheet is not None
        return next(part for part in sheet.parts if part.question.key == key)

    def of(self, kind: type[P]) -> P:
        """Return the part of a kind in the step on show."""
        sheet = self.page.sheet
        assert sheet is not None
        return next(part for part in sheet.parts if isinstance(part, kind))

    @property
    def still_open(self) -> list[str]:
        """The ids of the checks that the panel shows as open."""
        return [check.id for check in self.page.vm.standing.still_open]

    def settle(self) -> None:
        """Wait until what was asked for, and what that asked for, is there."""
        for _round in range(4):
            self.bench.settle()

    def save(self) -> None:
        """Hand what is typed to the vault, and wait until it is there."""
        self.page.keep()
        self.settle()
        assert self.bench.session.save_state.kind is SaveKind.SAVED


@contextmanager
def prepare_bench(qtbot: QtBot, theme: Theme, folder: Path) -> Iterator[PrepareBench]:
    """Open the window, and close its vault in the end."""
    with note_bench(qtbot, folder) as bench:
        desk = PrepareBench(qtbot, bench, theme, folder)
        yield desk
        desk.vault.close()
        QApplication.sendPostedEvents(None, 0)
