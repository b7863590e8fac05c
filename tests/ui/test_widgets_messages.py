"""Banner, undo bar, progress and empty states: what speaks to the user."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGraphicsOpacityEffect,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.tour.component_sheet import component_sheet
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.progress_row import ProgressRow
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.undo_bar import UndoBar
from tests.ui.style_bench import LOOKS, dressed, has, picture, words_width


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


class TestBanner:
    """What happened, what is safe, what to do."""

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_at_any_width_no_word_is_cut(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as look:
            page = QWidget()
            qtbot.addWidget(page)
            banner = Banner(
                look,
                BannerKind.NOTE,
                Icon.HARD_DRIVE,
                "The disk is full. Your text is kept.",
                "Free about 20 MB, then it saves itself. " * 3,
                buttons=[make_button(look, "Copy the text")],
            )
            layout = QVBoxLayout(page)
            layout.addWidget(banner)
            layout.addStretch()
            page.resize(480, 800)
            page.grab()
            for label in banner.findChildren(TextLabel):
                assert not label.is_cut
                assert label.height() >= label.heightForWidth(label.width())

    @pytest.mark.parametrize(
        ("kind", "ground"), [(BannerKind.NOTE, "note"), (BannerKind.INFO, "info")]
    )
    def test_its_ground_tells_the_kind(
        self, qtbot: QtBot, theme: Theme, kind: BannerKind, ground: str
    ) -> None:
        banner = Banner(theme, kind, Icon.INFO, "Title")
        qtbot.addWidget(banner)
        banner.resize(300, 46)
        assert picture(banner).pixelColor(280, 23) == getattr(theme.tokens, ground)

    @pytest.mark.parametrize("inline", [False, True])
    def test_it_can_say_something_else(self, qtbot: QtBot, theme: Theme, inline: bool) -> None:
        banner = Banner(theme, BannerKind.INFO, Icon.INFO, "One.", inline=inline)
        qtbot.addWidget(banner)
        banner.say("Two dated moments.", "It is ready.")
        assert banner.words == "Two dated moments. It is ready."
        shown = [label.text() for label in banner.findChildren(TextLabel) if label.text()]
        assert " ".join(shown) == banner.words


class TestUndoBar:
    """Eight seconds to take it back."""

    @pytest.fixture
    def page(self, qtbot: QtBot) -> QWidget:
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(640, 480)
        page.show()
        return page

    @pytest.fixture
    def done(self) -> list[str]:
        return []

    @pytest.fixture
    def bar(self, theme: Theme, page: QWidget) -> UndoBar:
        return UndoBar(theme, page, "Undo", bottom=12)

    def test_it_lies_at_the_lower_left_and_stays_there(
        self, qtbot: QtBot, page: QWidget, bar: UndoBar
    ) -> None:
        assert bar.isHidden()
        bar.offer("Note moved to the bin", lambda: None)
        assert (bar.x(), bar.geometry().bottom() + 1) == (32, 480 - 12)
        page.resize(640, 400)
        qtbot.waitUntil(lambda: bar.geometry().bottom() + 1 == 400 - 12)

    def test_the_button_takes_it_back_once(
        self, qtbot: QtBot, bar: UndoBar, done: list[str]
    ) -> None:
        bar.offer("Note moved to the bin", lambda: done.append("back"))
        button = bar.findChild(QAbstractButton)
        assert button is not None
        with qtbot.waitSignal(bar.undone):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        bar.undo()
        assert done == ["back"]
        assert bar.isHidden()

    def test_ctrl_z_takes_it_back_anywhere_on_the_page(
        self, qtbot: QtBot, page: QWidget, bar: UndoBar, done: list[str]
    ) -> None:
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.activateWindow()
        page.setFocus()
        bar.offer("Note moved to the bin", lambda: done.append("back"))
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert done == ["back"]

    def test_in_a_text_ctrl_z_stays_with_the_text(
        self, qtbot: QtBot, page: QWidget, bar: UndoBar, done: list[str]
    ) -> None:
        field = QLineEdit(page)
        field.show()
        page.activateWindow()
        field.setFocus()
        QTest.keyClicks(field, "abc")
        bar.offer("Note moved to the bin", lambda: done.append("back"))
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert done == []
        assert field.text() == ""

    def test_after_its_time_nothing_can_be_taken_back(
        self, qtbot: QtBot, bar: UndoBar, done: list[str]
    ) -> None:
        bar.offer("Note moved to the bin", lambda: done.append("back"))
        bar._clock.setInterval(1)
        bar._clock.start()
        qtbot.waitUntil(bar.isHidden)
        bar.undo()
        assert done == []

    def test_it_stays_eight_seconds(self, bar: UndoBar) -> None:
        bar.offer("Note moved to the bin", lambda: None)
        assert (bar._clock.isActive(), bar._clock.interval()) == (True, 8_000)

    def test_a_later_offer_replaces_the_earlier(self, bar: UndoBar, done: list[str]) -> None:
        bar.offer("first", lambda: done.append("first"))
        bar.offer("second", lambda: done.append("second"))
        bar.undo()
        assert done == ["second"]

    def test_with_motion_it_fades_in_and_is_then_opaque(
        self, qapp: QApplication, qtbot: QtBot, page: QWidget
    ) -> None:
        moving = Theme(motion=True)
        bar = UndoBar(moving, page, "Undo")
        bar.offer("Note moved to the bin", lambda: None)
        effect = bar.graphicsEffect()
        assert isinstance(effect, QGraphicsOpacityEffect)
        assert effect.opacity() < 1
        qtbot.waitUntil(lambda: not effect.isEnabled())
        assert effect.opacity() == 1


class TestProgressRow:
    """Long work."""

    def test_it_shows_words_and_count_and_can_be_stopped(self, qtbot: QtBot, theme: Theme) -> None:
        row = ProgressRow(theme, "Cancel")
        qtbot.addWidget(row)
        row.show_progress("Bringing in notes", "312 of 1,204", 312, 1204)
        row.resize(584, row.sizeHint().height())
        row.show()
        label = row.findChild(TextLabel)
        assert label is not None
        assert label.text() == "Bringing in notes 312 of 1,204"
        assert has(picture(row), theme.tokens.accent)
        button = row.findChild(QAbstractButton)
        assert button is not None
        with qtbot.waitSignal(row.cancelled):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_an_empty_state_teaches_without_cut_words(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
) -> None:
    with dressed(qapp, scheme, scale) as look:
        page = QWidget()
        qtbot.addWidget(page)
        text = "Write it as a camera would have seen it: when, what she did, what it changed. " * 2
        state = EmptyState(
            look,
            Icon.STAR,
            "Start with one thing that went well",
            text,
            example_caption="For example",
            example=TextLabel(look, "asked three questions " * 6, lines=0),
            primary=make_button(look, "First note", role=ButtonRole.PRIMARY),
            quiet=make_button(look, "Plan the first one-to-one…", role=ButtonRole.QUIET),
        )
        layout = QVBoxLayout(page)
        layout.addWidget(state, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        page.resize(look.scale.px(760), look.scale.px(700))
        page.grab()
        assert state.width() == look.scale.px(560)
        for label in state.findChildren(TextLabel):
            assert not label.is_cut
            assert label.height() >= label.heightForWidth(label.width())
        title = "Start with one thing that went well"
        assert state.width() >= words_width(look, title, 17, 600)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_component_sheet_shows_every_colour_of_text_and_control(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme
) -> None:
    with dressed(qapp, scheme) as look:
        sheet = component_sheet(look)
        qtbot.addWidget(sheet)
        image = picture(sheet)
        assert (image.width(), image.height()) == (1280, 1704)
        seen = {image.pixelColor(x, y).name() for x in range(0, 1280, 1) for y in range(0, 1704, 2)}
        names = ("text", "muted", "accent", "win", "lesson", "concern", "support", "feedback")
        for name in (*names, "danger", "selected", "note", "info", "tip", "g1", "g2", "match"):
            assert getattr(look.tokens, name).name() in seen, name
