"""Preparing in a small window and with large text: every word is whole, the panel is near."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.preparation import Step
from managernotes_ui.widgets.button import Button
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.prepare_bench import PrepareBench, prepare_bench
from tests.ui.style_bench import dressed


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PrepareBench]:
    with dressed(qapp) as theme, prepare_bench(qtbot, theme, tmp_path) as bench:
        yield bench


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_at_the_smallest_window_no_word_of_a_step_is_cut(desk: PrepareBench, scale: float) -> None:
    page = desk.begin()
    desk.theme.set_text_scale(scale)
    for _ in range(2):  # the first one lets the panel go, which makes room for the second
        desk.view.resize(800, 560)
        desk.settle()
        QApplication.processEvents()
    assert desk.view.width() == 800
    cut: list[tuple[Step, str]] = []
    for step in Step:
        desk.step(step)
        sheet = page.sheet
        assert sheet is not None
        body = sheet.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= sheet.viewport().width()
        parts = (sheet, page.bar)
        labels = [one for part in parts for one in part.findChildren(TextLabel)]
        buttons = [one for part in parts for one in part.findChildren(Button)]
        cut += [(step, one.text()) for one in labels if one.isVisible() and one.is_cut]
        cut += [
            (step, one.accessibleName() or one.text())
            for one in buttons
            if one.isVisible() and one.width() < one.sizeHint().width()
        ]
    assert cut == []


def test_in_a_narrow_window_the_panel_comes_over_the_page_and_goes_with_escape(
    desk: PrepareBench,
) -> None:
    page = desk.begin()
    assert page.facts.isVisible()
    assert not page.bar.panel.isVisible()
    for _ in range(2):
        desk.view.resize(900, 640)
        desk.settle()
    assert not page.facts.isVisible()
    page.bar.panel.click()
    desk.settle()
    assert page.facts.isVisible()
    desk.press("Esc")
    assert not page.facts.isVisible()
    assert page.sheet is not None
    assert page.sheet.isAncestorOf(QApplication.focusWidget() or page)
