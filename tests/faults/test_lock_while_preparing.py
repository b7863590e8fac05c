"""S04: the vault is locked at every step of a preparation; opened again, the same text is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import Preparation, Step
from managernotes.services.workspace import Workspace
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.gate_part import GatePart
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.preparing.step_sheet import StepSheet
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.unlock.gate_view import GateView
from tests.ui.app_bench import Bench


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


def test_s04_locked_at_any_step_and_unlocked_it_has_the_same_text(bench: Bench) -> None:
    bench.opened()
    talk = _talk(bench)
    for step in Step:
        sheet = _step_of(bench, talk, step)
        areas = sheet.findChildren(AnswerArea)
        if areas:
            areas[0].setFocus(Qt.FocusReason.OtherFocusReason)
            QTest.keyClicks(areas[0], _words(step))
        else:
            next(p for p in sheet.parts if isinstance(p, GatePart)).grave.buttons[1].click()
        _lock_and_open(bench)
        again = _step_of(bench, talk, None)
        assert again.step is step
        if areas:
            assert again.findChildren(AnswerArea)[0].text() == _words(step)
    stored = _stored(bench, talk)
    assert stored.is_grave is False
    words = stored.words
    kept = {*words.questions, *words.offers, *words.special.values()}
    kept |= {text for name in words.__slots__ if isinstance(text := getattr(words, name), str)}
    assert {_words(step) for step in list(Step)[1:]} <= kept


def _words(step: Step) -> str:
    return f"typed in step {int(step)} until the lock"


def _talk(bench: Bench) -> ConversationId:
    def begin(workspace: Workspace) -> ConversationId:
        talk = workspace.talks.plan(
            NewConversation(type=ConversationType.TOUGH, people=(bench.dana,))
        )
        return workspace.preparations.begin(talk.id).conversation

    return bench.elsewhere(begin)  # type: ignore[return-value]


def _stored(bench: Bench, talk: ConversationId) -> Preparation:
    found = bench.elsewhere(lambda workspace: workspace.preparations.of(talk))
    assert isinstance(found, Preparation)
    return found


def _step_of(bench: Bench, talk: ConversationId, step: Step | None) -> StepSheet:
    """Go to a step, or to the one that is remembered, and return its sheet."""
    view = bench.opened()
    bench.window.activateWindow()
    view.navigator.go(Place(PageName.PREPARE, conversation=talk))
    page = view.page
    assert isinstance(page, PreparePage)
    bench.wait(lambda: page.sheet is not None)
    if step is not None:
        page.vm.go_to(step)
    assert page.sheet is not None
    return page.sheet


def _lock_and_open(bench: Bench) -> None:
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate = bench.window.content
    assert isinstance(gate, GateView)
    bench.wait(gate.page.daily.keyring.isEnabled)  # type: ignore[union-attr]
    gate.page.daily.keyring.click()  # type: ignore[union-attr]
    bench.opened()
