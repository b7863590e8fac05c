"""The real window on one step of a preparation: it is answered there, and then waits to be killed.

It runs off the screen over a vault of its own; "saved" is said as the window says it, after the
pause in which it saves by itself, and nothing is left, pressed or put away before.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.preparation import Preparation, PreparationWords, Step
from managernotes.services.workspace import Workspace
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.common.session import SaveKind, Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.gate_part import GatePart
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Scheme, Theme
from tests.faults.killing import READY, Say
from tests.faults.noting import NotedVault, noted_vault

SAVED: Final = "saved"
_PATIENCE_MS: Final = 30_000
_STEP_MS: Final = 5
_ALL: Final = QEventLoop.ProcessEventsFlag.AllEvents


def words_of(step: Step) -> str:
    """Return what is typed in a step."""
    return f"kept whatever happens, in step {int(step)}"


def prepared_vault(folder: Path) -> NotedVault:
    """Make a vault in which a talk about a concern of Dana's is being prepared."""
    vault = noted_vault(folder)
    with closing(vault.open()) as workspace:
        [dana] = workspace.people.list_people()
        concern = NewObservation(
            text=NoteText(fact="At 18:40 the hand-over came without the link."),
            kind=Kind.CONCERN,
            people=(dana.id,),
            occurred_on=date(2026, 1, 12),
        )
        workspace.preparations.from_note(workspace.notes.add(concern).id)
    return vault


def prepared_talk(workspace: Workspace) -> ConversationId:
    """Return the one talk of the vault."""
    [dana] = workspace.people.list_people()
    [talk] = workspace.talks.of_person(dana.id)
    return talk.id


def preparation_in(vault: NotedVault) -> Preparation:
    """Open the vault and return what is prepared in it."""
    with closing(vault.open()) as workspace:
        found = workspace.preparations.of(prepared_talk(workspace))
        assert found is not None
        return found


def answer_step(say: Say, vault: NotedVault, step: Step) -> None:
    """Answer one step in the window, say so once it is saved, and go on living."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    keep_qt_quiet()
    app = QApplication(["preparing"])
    theme = Theme(Scheme.LIGHT, motion=False)
    theme.apply(app)
    workspace, talk, tasks = _opened(app, vault)
    session = Session(workspace, tasks, SystemClock())
    window = OpenVault(theme, session, SettingsKeeper(vault.path.parent / "settings.json"))
    window.view.resize(1280, 800)
    window.view.show()
    window.begin()
    window.go(Place(PageName.PREPARE, conversation=talk))
    page = window.view.page
    assert isinstance(page, PreparePage)
    _spin_until(app, lambda: page.sheet is not None)
    page.vm.go_to(step)
    _spin_until(app, lambda: page.sheet is not None and page.sheet.step is step)
    before = page.vm._saver.saved_words if page.vm._saver is not None else None
    _answer(page)
    say(READY)
    _spin_until(app, lambda: _is_saved(page, session, before))
    say(SAVED)
    while True:
        app.processEvents(_ALL, _STEP_MS)


def _opened(app: QApplication, vault: NotedVault) -> tuple[Workspace, ConversationId, TaskRunner]:
    """Open the vault on the thread on which it will be worked with."""
    tasks = TaskRunner()
    opened: list[tuple[Workspace, ConversationId]] = []

    def work() -> tuple[Workspace, ConversationId]:
        workspace = vault.open()
        return workspace, prepared_talk(workspace)

    tasks.run(work, done=opened.append, failed=_fail)
    _spin_until(app, lambda: bool(opened))
    return (*opened[0], tasks)


def _fail(error: Exception) -> None:
    raise error


def _answer(page: PreparePage) -> None:
    """Type into the step's first text, or where there is none press its first answer."""
    sheet = page.sheet
    assert sheet is not None
    areas = sheet.findChildren(AnswerArea)
    if areas:
        area = areas[0]
        area.setFocus(Qt.FocusReason.OtherFocusReason)
        area.selectAll()
        QTest.keyClicks(area, words_of(sheet.step))
    else:
        gate = next(part for part in sheet.parts if isinstance(part, GatePart))
        gate.grave.buttons[1].click()


def _is_saved(page: PreparePage, session: Session, before: PreparationWords | None) -> bool:
    """Whether the window says "Saved", and what it means is what was just answered."""
    saver, read = page.vm._saver, page.vm.read
    if session.save_state.kind is not SaveKind.SAVED or saver is None or read is None:
        return False
    return saver.saved_words != before or read.desk.preparation.is_grave is False


def _spin_until(app: QApplication, happened: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE_MS // _STEP_MS):
        if happened():
            return
        app.processEvents(_ALL, _STEP_MS)
        QThread.msleep(_STEP_MS)
    raise TimeoutError
