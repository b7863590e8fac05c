"""The recovery code that was put off is asked after, until it is on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.reminder_bar import ReminderBar
from managernotes_ui.unlock.code_reminder import PREFERENCE, REMIND, TYPED_BACK
from tests.ui.find_bench import FindBench, find_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    with find_bench(qtbot, tmp_path) as bench:
        yield bench


def button(bar: ReminderBar, text: str) -> QPushButton:
    """Return the button with these words."""
    return next(found for found in bar.findChildren(QPushButton) if found.text() == text)


def test_says_nothing_unless_the_code_was_put_off(bench: FindBench) -> None:
    bar = ReminderBar(bench.desk)
    bench.qtbot.addWidget(bar)
    bar.ask()
    bench.vault.settle()
    assert bar.isHidden()


def test_reminds_until_it_is_on_paper(bench: FindBench) -> None:
    bench.vault.ask(lambda w: w.preferences.keep(PREFERENCE, REMIND))
    bar = ReminderBar(bench.desk)
    bench.qtbot.addWidget(bar)
    bar.ask()
    bench.vault.settle()
    assert not bar.isHidden()
    button(bar, strings.CODE_LATER).click()
    assert bar.isHidden()
    bar.ask()
    bench.vault.settle()
    button(bar, strings.CODE_ON_PAPER).click()
    bench.vault.settle()
    assert bench.vault.ask(lambda w: w.preferences.read(PREFERENCE)) == TYPED_BACK
