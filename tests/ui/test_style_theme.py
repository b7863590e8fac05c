"""One live theme dresses the whole application and switches while it runs."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.qss.sheet import application_qss
from managernotes_ui.style.scale import Scale
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.style.theme_controller import Appearance, ThemeController
from managernotes_ui.style.tokens import DARK, LIGHT, Role, Tokens
from tests.ui.style_bench import LOOKS, dressed, has, picture


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", [1.0, 1.5])
def test_the_style_sheet_has_only_colours_of_the_table(tokens: Tokens, text: float) -> None:
    qss = application_qss(tokens, Scale(text))
    known = {tokens.of(role).name() for role in Role}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", qss)) <= known
    assert not re.findall(r"\b(?:rgba?|palette|black|white|red|None)\b", qss)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_leaves_nothing_unresolved(tokens: Tokens) -> None:
    qss = application_qss(tokens, Scale(1.5))
    assert qss.count("{") == qss.count("}")
    assert "{c" not in qss
    assert "{s" not in qss
    assert not re.findall(r":\s*;|:\s*}", qss)


def test_qt_understands_the_whole_style_sheet(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp):
        # Qt logs "Could not parse application stylesheet", and a logged warning fails the test.
        label = QLabel("text")
        qtbot.addWidget(label)
        label.setProperty("tone", "danger")
        label.grab()
        assert label.palette().color(QPalette.ColorRole.WindowText) == LIGHT.danger


def test_switching_dresses_what_is_already_there(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        field = QLineEdit()
        qtbot.addWidget(field)
        field.resize(120, 32)
        assert has(picture(field), LIGHT.raised)
        with qtbot.waitSignal(theme.changed):
            theme.set_scheme(Scheme.DARK)
        assert has(picture(field), DARK.raised)
        assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.bg


def test_a_larger_text_makes_fields_higher(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        field = QLineEdit()
        qtbot.addWidget(field)
        field.ensurePolished()
        assert field.sizeHint().height() == 32
        theme.set_text_scale(1.5)
        assert field.sizeHint().height() == 42


def test_setting_what_is_already_set_announces_nothing(qapp: QApplication) -> None:
    theme = Theme(Scheme.DARK, 1.25)
    heard: list[None] = []
    theme.changed.connect(lambda: heard.append(None))
    theme.set_scheme(Scheme.DARK)
    theme.set_text_scale(1.25)
    assert heard == []


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_marks_are_drawn_in_the_accent_when_on(
    qapp: QApplication,
    qtbot: QtBot,
    scheme: Scheme,
    scale: float,
    kind: type[QCheckBox | QRadioButton],
) -> None:
    with dressed(qapp, scheme, scale) as theme:
        box = kind("Ask first")
        qtbot.addWidget(box)
        assert not has(picture(box), theme.tokens.accent)
        box.setChecked(True)
        assert has(picture(box), theme.tokens.accent)


class TestThemeController:
    """Follows the system, or holds what was chosen."""

    def test_holds_dark_when_chosen(self, qapp: QApplication) -> None:
        theme = Theme()
        controller = ThemeController(qapp, theme, Appearance.DARK)
        seen = [theme.scheme]
        controller.set_appearance(Appearance.LIGHT)
        seen.append(theme.scheme)
        assert seen == [Scheme.DARK, Scheme.LIGHT]
        controller.set_appearance(Appearance.SYSTEM)

    def test_follows_the_system_while_it_runs(self, qapp: QApplication) -> None:
        theme = Theme()
        controller = ThemeController(qapp, theme)
        assert controller.appearance is Appearance.SYSTEM
        seen = []
        for system in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            qapp.styleHints().colorSchemeChanged.emit(system)
            seen.append(theme.scheme)
        assert seen == [Scheme.DARK, Scheme.LIGHT]

    def test_a_chosen_look_does_not_follow_the_system(self, qapp: QApplication) -> None:
        theme = Theme()
        controller = ThemeController(qapp, theme, Appearance.LIGHT)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert theme.scheme is Scheme.LIGHT
        controller.set_appearance(Appearance.SYSTEM)


def test_a_plain_widget_is_filled_with_the_ground_it_names(
    qapp: QApplication, qtbot: QtBot
) -> None:
    with dressed(qapp):
        side = QWidget()
        qtbot.addWidget(side)
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setProperty("ground", "side")
        side.resize(8, 8)
        assert has(picture(side), LIGHT.side)
