"""Where it is asked whether everyone would hear this, it stands how long others waited (S24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.domain.preparation import Step
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.gate_part import GatePart
from managernotes_ui.preparing.yardsticks_part import YardsticksPart
from tests.ui.prepare_bench import PrepareBench, prepare_bench
from tests.ui.style_bench import dressed


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PrepareBench]:
    with dressed(qapp) as theme, prepare_bench(qtbot, theme, tmp_path) as bench:
        yield bench


def test_s24_the_same_standard_is_shown_for_everybody_where_it_is_asked(
    desk: PrepareBench,
) -> None:
    words = YardstickWords(title="Answers within a day")
    made = desk.bench.ask(lambda w: w.yardsticks.add(YardstickKind.VALUE, words))

    def noted(workspace: Workspace) -> None:
        raj = workspace.people.add(NewPerson(display_name="Raj Anand"))
        day = workspace.ledger.today() - timedelta(days=12)
        note = NewObservation(
            text=NoteText(fact="The reply came late."),
            kind=Kind.CONCERN,
            people=(raj.id,),
            occurred_on=day,
        )
        workspace.yardsticks.link_note(made.id, workspace.notes.add(note).id)

    desk.bench.ask(noted)
    desk.begin()
    desk.step(Step.RIGHT_TALK)
    even = desk.of(GatePart).even
    assert even.isHidden()
    desk.step(Step.YARDSTICK)
    desk.of(YardsticksPart).lines[made.id].box.click()
    desk.settle()
    desk.step(Step.RIGHT_TALK)
    title, *lines = desk.of(GatePart).even.lines
    assert title == strings.EVEN
    [raj] = [line for line in lines if line.startswith("Raj Anand · ")]
    assert raj.endswith(" · not said yet, 12 days")
