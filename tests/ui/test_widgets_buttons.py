"""Buttons have the sizes of SPEC §4, say their key, and are never cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.chip import ChipButton, person_chip
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.switch import Switch
from tests.ui.style_bench import LOOKS, dressed, has, picture, words_width


@pytest.mark.parametrize(
    ("size", "height"),
    [(ButtonSize.NORMAL, 32), (ButtonSize.SMALL, 28), (ButtonSize.TINY, 24), (ButtonSize.LINE, 20)],
)
def test_buttons_are_as_high_as_the_specification_says(
    qapp: QApplication, qtbot: QtBot, size: ButtonSize, height: int
) -> None:
    with dressed(qapp) as theme:
        button = make_button(theme, "Note", icon=Icon.PLUS, size=size)
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() == height


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
@pytest.mark.parametrize("size", list(ButtonSize))
def test_the_words_of_a_button_have_room(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float, size: ButtonSize
) -> None:
    with dressed(qapp, scheme, scale) as theme:
        button = make_button(theme, "Prepare the talk…", icon=Icon.CALENDAR, size=size)
        qtbot.addWidget(button)
        room = button.minimumSizeHint()
        text = 13 if size in {ButtonSize.NORMAL, ButtonSize.LINE} else 12
        assert room.width() >= words_width(theme, "Prepare the talk…", text, 500)
        assert room.height() >= theme.scale.px(16)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(
    ("role", "ground"),
    [(ButtonRole.PRIMARY, "accent"), (ButtonRole.PLAIN, "raised"), (ButtonRole.DANGER, "raised")],
)
def test_the_role_decides_the_ground(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, role: ButtonRole, ground: str
) -> None:
    with dressed(qapp, scheme) as theme:
        button = make_button(theme, "Note", role=role)
        qtbot.addWidget(button)
        image = picture(button)
        assert image.pixelColor(6, 16) == getattr(theme.tokens, ground)


def test_a_button_turns_to_danger_only_when_it_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        button = make_button(theme, "Erase for good…")
        qtbot.addWidget(button)
        before = picture(button)
        button.set_role(ButtonRole.DANGER)
        assert picture(button) != before


def test_a_disabled_button_has_no_fill(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        button = make_button(theme, "Note", role=ButtonRole.PRIMARY)
        qtbot.addWidget(button)
        button.setEnabled(False)
        assert not has(picture(button), theme.tokens.accent)


def test_an_icon_button_has_a_name_and_a_tooltip_with_its_key(
    qapp: QApplication, qtbot: QtBot
) -> None:
    with dressed(qapp) as theme:
        button = icon_button(theme, Icon.PANEL_RIGHT, "Side panel", key="Ctrl+Alt+P")
        qtbot.addWidget(button)
        assert button.accessibleName() == "Side panel"
        assert button.accessibleDescription() == "Ctrl+Alt+P"
        assert "Side&nbsp;panel" in button.toolTip()
        assert "Ctrl&nbsp;Alt&nbsp;P" in button.toolTip()
        assert button.sizeHint().width() == button.sizeHint().height() == 32


def test_an_ampersand_marks_a_key_and_takes_no_room(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        plain, marked = make_button(theme, "Note"), make_button(theme, "&Note")
        qtbot.addWidget(plain)
        qtbot.addWidget(marked)
        assert plain.sizeHint() == marked.sizeHint()


def test_a_button_follows_the_text_scale(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        button = make_button(theme, "Note")
        qtbot.addWidget(button)
        before = button.sizeHint()
        theme.set_text_scale(1.5)
        assert button.sizeHint().height() == 42
        assert button.sizeHint().width() > before.width()


class TestSwitch:
    """On or off at once."""

    def test_space_switches_it(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            switch = _shown(qtbot, Switch(theme, "Cover the window"))
            with qtbot.waitSignal(switch.toggled):
                QTest.keyClick(switch, Qt.Key.Key_Space)
            assert switch.isChecked()

    def test_a_click_anywhere_switches_it(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            switch = _shown(qtbot, Switch(theme, "Cover the window"))
            corner = switch.rect().bottomRight()
            QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=corner)
            assert switch.isChecked()

    def test_it_is_named_and_turns_to_accent(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            switch = _shown(qtbot, Switch(theme, "Cover the window"))
            assert switch.accessibleName() == "Cover the window"
            assert has(picture(switch), theme.tokens.control)
            switch.setChecked(True)
            assert has(picture(switch), theme.tokens.accent)


class TestSegments:
    """One of a few is chosen."""

    def test_a_click_chooses_and_says_which(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            segments = Segments(theme, "Views", ["Draft", "Her view", "Talk"])
            qtbot.addWidget(segments)
            segments.show()
            heard: list[int] = []
            segments.chosen.connect(heard.append)
            at = segments.rect().center()
            where = segments.childAt(at)
            assert where is not None
            QTest.mouseClick(where, Qt.MouseButton.LeftButton)
            assert (segments.current(), heard) == (1, [1])

    def test_arrows_move_the_choice(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            segments = Segments(theme, "Views", ["Draft", "Her view", "Talk"])
            qtbot.addWidget(segments)
            segments.show()
            first = segments.childAt(12, 14)
            assert first is not None
            first.setFocus()
            QTest.keyClick(first, Qt.Key.Key_Right)
            assert segments.current() == 1

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_labels_have_room(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        labels = ["To follow up", "Planned", "Held"]
        with dressed(qapp, scheme, scale) as theme:
            segments = Segments(theme, "Order", labels)
            qtbot.addWidget(segments)
            words = sum(words_width(theme, label, 12, 500) for label in labels)
            assert segments.sizeHint().width() >= words + 3 * 2 * 10
            assert segments.sizeHint().height() == theme.scale.grow(28, 20)


def test_a_chip_can_be_clicked_with_the_keyboard(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        chip = ChipButton(theme, person_chip("Dana Whitfield"), "Take Dana Whitfield off")
        qtbot.addWidget(chip)
        chip.show()
        with qtbot.waitSignal(chip.clicked):
            QTest.keyClick(chip, Qt.Key.Key_Space)
        assert chip.accessibleName() == "Take Dana Whitfield off"


def _shown(qtbot: QtBot, switch: Switch) -> Switch:
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    switch.show()
    return switch
