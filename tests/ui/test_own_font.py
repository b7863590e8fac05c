"""A font that a widget set for itself survives a move to another parent."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.own_font import set_own_font
from tests.ui.style_bench import dressed


def sized(pixels: int) -> QFont:
    font = QFont("Inter")
    font.setPixelSize(pixels)
    return font


def test_a_moved_widget_keeps_its_latest_font(qtbot: QtBot, qapp: QApplication) -> None:
    with dressed(qapp) as theme:
        first, second, panel = QWidget(), QWidget(), QWidget()
        for window in (first, second):
            qtbot.addWidget(window)
        panel.setParent(first)
        editor = QTextEdit(panel)
        set_own_font(editor, sized(14))
        editor.ensurePolished()
        theme.set_text_scale(1.5)
        set_own_font(editor, sized(21))
        panel.setParent(second)
        assert editor.font().pixelSize() == 21
        assert editor.viewport().font().pixelSize() == 21
        assert editor.document().defaultFont().pixelSize() == 21
