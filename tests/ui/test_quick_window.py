"""Quick capture in its own window: from the keyboard alone, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind
from managernotes_ui.capture.quick_frame import placed_on
from managernotes_ui.capture.quick_window import QuickCaptureWindow
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.capture_bench import CONTROL, KEY, CaptureBench, capture_bench, press, type_text
from tests.ui.style_bench import dressed


class Quick:
    """The quick window over a vault."""

    def __init__(self, qtbot: QtBot, theme: Theme, capture: CaptureBench) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self.capture = capture
        self.window = QuickCaptureWindow(capture.new_line(), theme)
        qtbot.addWidget(self.window)

    @property
    def field_line(self) -> str:
        return self.window.field.line()

    def summon(self) -> None:
        """Call the window, as Ctrl+Shift+N does."""
        self.window.summon()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.capture.bench.settle()


@pytest.fixture
def quick(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Quick]:
    with dressed(qapp) as theme, capture_bench(qtbot, tmp_path) as capture:
        made = Quick(qtbot, theme, capture)
        yield made
        made.window.close()


def test_s31_a_win_is_saved_by_keyboard_only_in_four_actions(quick: Quick) -> None:
    """The key (a real one in test_first_journey.py), the name, the text, Enter."""
    quick.summon()
    type_text(quick.window.field, "@dana ")
    type_text(quick.window.field, "+win ran the rollback calmly")
    with quick.qtbot.waitSignal(quick.window.closed):
        press(quick.window.field, KEY.Key_Return, "\r")

    [note] = quick.capture.notes()
    assert (note.people, note.kind) == ((quick.capture.dana.id,), Kind.WIN)
    assert note.text.fact == "ran the rollback calmly"
    assert not quick.window.isVisible()


def test_a_note_about_nobody_is_allowed(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "ask about the quiet room !mon")

    with quick.qtbot.waitSignal(quick.window.vm.saved):
        press(quick.window.field, KEY.Key_Return, "\r")

    [note] = quick.capture.notes()
    assert note.people == ()
    assert note.come_back_on == date(2026, 11, 23)


def test_escape_keeps_a_draft_and_closes(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "@dana half a thou")

    press(quick.window.field, KEY.Key_Escape)

    assert not quick.window.isVisible()
    quick.capture.bench.settle()
    assert quick.capture.draft() == "@dana half a thou"
    assert quick.capture.notes() == []


def test_shows_its_own_draft_again(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "@dana half a thou")
    press(quick.window.field, KEY.Key_Escape)
    quick.capture.bench.settle()

    again = Quick(quick.qtbot, quick.theme, quick.capture)
    again.summon()

    assert again.field_line == "@dana half a thou"
    assert again.window.field.is_chip(0)
    assert again.window.field.caret() == len("@dana half a thou")
    again.window.close()


def test_shows_nothing_older(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "private words")
    with quick.qtbot.waitSignal(quick.window.closed):
        press(quick.window.field, KEY.Key_Return, "\r")

    quick.summon()

    assert quick.field_line == ""
    press(quick.window.field, KEY.Key_Z, "", CONTROL)
    assert quick.field_line == ""
    assert quick.window.windowTitle() == "New note"


def test_closing_by_the_frame_keeps_a_draft(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "half a thou")

    quick.window.close()

    quick.capture.bench.settle()
    assert quick.capture.draft() == "half a thou"


def test_control_enter_adds_the_person_and_the_note_is_about_them(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "@nadia")
    with quick.qtbot.waitSignal(quick.window.vm.names.changed):
        press(quick.window.field, KEY.Key_Return, "\r", CONTROL)

    type_text(quick.window.field, "joined the team")
    with quick.qtbot.waitSignal(quick.window.closed):
        press(quick.window.field, KEY.Key_Return, "\r")

    [note] = quick.capture.notes()
    [nadia] = [who for who in quick.window.vm.names.people if who.display_name == "Nadia"]
    assert note.people == (nadia.id,)
    assert note.text.fact == "joined the team"


def test_a_refused_line_keeps_the_window_and_says_why(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "@ghost was there")

    press(quick.window.field, KEY.Key_Return, "\r")

    assert quick.window.isVisible()
    assert quick.field_line == "@ghost was there"
    assert quick.window._told.text() == "Nobody is called “ghost”."
    assert [row.words for row in quick.window.field.popup.rows] == ["Add “ghost…” as a person"]


def test_a_full_disk_keeps_the_window_and_the_text(quick: Quick) -> None:
    quick.summon()
    quick.capture.bench.fill_disk()
    long = "Must not be lost. " * 5_000
    quick.window.field.set_line(long)

    with quick.qtbot.waitSignal(quick.window.vm.unsaved_changed):
        press(quick.window.field, KEY.Key_Return, "\r")

    assert quick.window.isVisible()
    assert quick.field_line == long
    assert quick.window._told.text().startswith("The disk is full. Your text is kept")


def test_the_keyboard_is_in_the_line_when_it_comes(quick: Quick) -> None:
    quick.summon()

    assert quick.window.field.hasFocus()
    assert quick.window.size() == QSize(640, 172)


@pytest.mark.parametrize(
    ("screen", "corner"),
    [
        (QRect(0, 0, 1280, 800), QPoint(320, 200)),
        (QRect(1280, 100, 1920, 1080), QPoint(1920, 370)),
        (QRect(0, 0, 600, 800), QPoint(0, 200)),
    ],
)
def test_stands_in_the_middle_of_the_screen_a_quarter_down(screen: QRect, corner: QPoint) -> None:
    assert placed_on(screen, QSize(640, 172)).topLeft() == corner


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_cuts_no_word_of_its_foot(quick: Quick, scheme: Scheme, scale: float) -> None:
    quick.theme.set_scheme(scheme)
    quick.theme.set_text_scale(scale)
    quick.summon()

    words = quick.window._foot.findChildren(TextLabel)
    caps = quick.window._foot.findChildren(KeyCapLabel)

    assert [label.text() for label in words if label.is_cut] == []
    assert len(words) == len(caps) == 7
    assert all(cap.width() >= cap.sizeHint().width() for cap in caps)
    quick.theme.set_text_scale(1.0)
    quick.theme.set_scheme(Scheme.LIGHT)


def test_names_its_parts_for_a_screen_reader(quick: Quick) -> None:
    quick.summon()
    type_text(quick.window.field, "@dana +win ran it")

    assert quick.window.field.accessibleName() == "New note"
    assert quick.window.field.accessibleDescription() == "Dana Whitfield, win"
    assert Qt.WindowType.Window in quick.window.windowFlags()
