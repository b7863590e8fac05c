"""Fields ask in words, grow with their text, and keep a passphrase hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.password_field import PasswordField, PasswordWords
from managernotes_ui.widgets.plain_editor import PlainEditor
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea
from tests.ui.style_bench import LOOKS, dressed, has, picture, words_width

WORDS = PasswordWords("Show the passphrase", "Hide the passphrase", "Caps Lock is on")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def password(qtbot: QtBot, theme: Theme) -> PasswordField:
    field = PasswordField(theme, "Passphrase", WORDS)
    qtbot.addWidget(field)
    field.resize(320, 80)
    field.show()
    return field


class TestLineEdit:
    """One line."""

    @pytest.mark.parametrize(
        ("measure", "height"),
        [(Measure.SMALL, 28), (Measure.NORMAL, 32), (Measure.LARGE, 40), (Measure.SEARCH, 44)],
    )
    def test_fields_are_as_high_as_the_specification_says(
        self, qtbot: QtBot, theme: Theme, measure: Measure, height: int
    ) -> None:
        field = LineEdit(theme, "Title", measure=measure)
        qtbot.addWidget(field)
        field.show()
        assert field.height() == field.sizeHint().height() == height
        field.setFocus()
        assert field.sizeHint().height() == height

    def test_an_icon_stands_before_the_text(self, qtbot: QtBot, theme: Theme) -> None:
        field = LineEdit(theme, "Search", "Find", measure=Measure.SEARCH, icon=Icon.SEARCH)
        qtbot.addWidget(field)
        assert field.textMargins().left() == 16 + 8
        theme.set_text_scale(1.5)
        assert field.textMargins().left() == 24 + 8


class TestCaret:
    """Where the next letter goes, in the accent colour."""

    @pytest.fixture
    def field(self, qtbot: QtBot, theme: Theme) -> LineEdit:
        page = QWidget()
        qtbot.addWidget(page)
        field = LineEdit(theme, "Title")
        QVBoxLayout(page).addWidget(field)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        field.setFocus()
        self.page = page
        return field

    def _accent_inside(self, theme: Theme, field: QWidget) -> bool:
        inner = field.rect().adjusted(4, 4, -4, -4)
        return has(field.grab(inner).toImage(), theme.tokens.accent)

    def test_it_is_accent_with_the_focus_and_gone_without(
        self, theme: Theme, field: LineEdit
    ) -> None:
        assert self._accent_inside(theme, field)
        field.clearFocus()
        assert not self._accent_inside(theme, field)

    def test_it_blinks(self, qtbot: QtBot, theme: Theme, field: LineEdit) -> None:
        qtbot.waitUntil(lambda: not self._accent_inside(theme, field), timeout=3000)
        QTest.keyClicks(field, "a")
        assert self._accent_inside(theme, field)

    def test_an_editor_has_it_too(self, qtbot: QtBot, theme: Theme) -> None:
        editor = PlainEditor(theme, "Note")
        qtbot.addWidget(editor)
        editor.resize(200, 60)
        editor.show()
        with qtbot.waitActive(editor):
            editor.activateWindow()
        editor.setFocus()
        assert has(picture(editor), theme.tokens.accent)
        editor.setReadOnly(True)
        assert not has(picture(editor), theme.tokens.accent)


class TestErrorField:
    """A question, said in words."""

    def test_it_says_what_is_wrong_and_turns_to_danger(self, qtbot: QtBot, theme: Theme) -> None:
        field = ErrorField(theme, LineEdit(theme, "Day"))
        qtbot.addWidget(field)
        field.show_error("November has 30 days")
        assert field.error == "November has 30 days"
        assert field.editor.accessibleDescription() == "November has 30 days"
        assert has(picture(field.editor), theme.tokens.danger)

    def test_clearing_gives_the_field_back(self, qtbot: QtBot, theme: Theme) -> None:
        field = ErrorField(theme, LineEdit(theme, "Day"))
        qtbot.addWidget(field)
        calm = picture(field.editor)
        field.show_error("November has 30 days")
        field.clear_error()
        assert field.error == ""
        assert picture(field.editor) == calm

    def test_it_marks_the_field_inside_a_composite(self, qtbot: QtBot, theme: Theme) -> None:
        password = PasswordField(theme, "Passphrase", WORDS)
        field = ErrorField(theme, password)
        qtbot.addWidget(field)
        field.show_error("This is not the passphrase.")
        assert password.edit.property("error") is True


class TestPasswordField:
    """Hidden until the eye is pressed."""

    def test_the_eye_shows_and_hides(self, qtbot: QtBot, password: PasswordField) -> None:
        eye = password.findChild(QAbstractButton)
        assert eye is not None
        assert eye.accessibleName() == WORDS.show
        QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
        assert password.edit.echoMode() is QLineEdit.EchoMode.Normal
        assert eye.accessibleName() == WORDS.hide
        password.clear()
        assert password.edit.echoMode() is QLineEdit.EchoMode.Password

    def test_enter_submits(self, qtbot: QtBot, password: PasswordField) -> None:
        QTest.keyClicks(password.edit, "tide pool")
        with qtbot.waitSignal(password.submitted):
            QTest.keyClick(password.edit, Qt.Key.Key_Return)
        assert password.text() == "tide pool"

    def test_letters_that_came_out_large_tell_of_caps_lock(
        self, qtbot: QtBot, password: PasswordField
    ) -> None:
        hint = next(child for child in password.children() if _words(child) == WORDS.caps_lock)
        assert isinstance(hint, QWidget)
        shift = Qt.KeyboardModifier.ShiftModifier
        none = Qt.KeyboardModifier.NoModifier
        for letter, modifier, hidden in (
            ("A", shift, True),
            ("a", none, True),
            ("7", none, True),
            ("A", none, False),
            ("a", shift, False),
            ("é", none, True),
        ):
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter)
            QApplication.sendEvent(password.edit, press)
            assert hint.isHidden() is hidden

    def test_text_never_runs_under_the_eye(
        self, qtbot: QtBot, theme: Theme, password: PasswordField
    ) -> None:
        eye = password.findChild(QAbstractButton)
        assert eye is not None
        assert password.edit.textMargins().right() >= eye.width()
        assert password.edit.rect().contains(eye.geometry())


class TestTextArea:
    """Grows, then scrolls."""

    @pytest.fixture
    def area(self, qtbot: QtBot, theme: Theme) -> TextArea:
        page = QWidget()
        qtbot.addWidget(page)
        area = TextArea(theme, "Fact", "What would a camera have caught?")
        layout = QVBoxLayout(page)
        layout.addWidget(area)
        layout.addStretch()
        page.resize(500, 600)
        page.show()
        area.parentpage = page  # type: ignore[attr-defined]  # keeps the page alive
        return area

    def test_it_is_one_line_high_and_grows_with_the_text(self, area: TextArea) -> None:
        assert area.sizeHint().height() == 20 + 30
        area.setPlainText("one\ntwo\nthree")
        assert area.sizeHint().height() == 60 + 30

    def test_it_stops_at_its_share_of_the_page(self, area: TextArea) -> None:
        area.setPlainText("line\n" * 60)
        assert area.sizeHint().height() == 240

    def test_it_does_not_scroll_while_it_can_grow(self, qtbot: QtBot, area: TextArea) -> None:
        area.setPlainText("one\ntwo\nthree")
        qtbot.waitUntil(lambda: area.height() == 90)
        assert area.verticalScrollBar().maximum() == 0

    def test_tab_goes_on_to_the_next_field(self, area: TextArea) -> None:
        assert area.tabChangesFocus()

    def test_the_placeholder_is_muted_and_goes_with_the_first_letter(
        self, qtbot: QtBot, theme: Theme, area: TextArea
    ) -> None:
        empty = picture(area)
        QTest.keyClicks(area, " ")
        assert picture(area) != empty


class TestPlainEditor:
    """Plain text on exact lines."""

    @pytest.fixture
    def editor(self, qtbot: QtBot, theme: Theme) -> PlainEditor:
        editor = PlainEditor(theme, "Note", style=Type.EDITOR)
        qtbot.addWidget(editor)
        editor.resize(400, 300)
        editor.show()
        return editor

    def test_every_line_is_24_high_also_those_typed_later(
        self, qtbot: QtBot, editor: PlainEditor
    ) -> None:
        editor.setPlainText("one\ntwo")
        assert editor.document().size().height() == 48
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, "three")
        assert editor.document().size().height() == 72

    def test_a_new_text_is_not_something_to_undo(self, editor: PlainEditor) -> None:
        editor.setPlainText("one")
        assert not editor.document().isUndoAvailable()
        assert not editor.document().isModified()

    def test_a_switch_of_scale_keeps_the_text(self, theme: Theme, editor: PlainEditor) -> None:
        editor.setPlainText("one\ntwo")
        theme.set_text_scale(1.5)
        assert editor.toPlainText() == "one\ntwo"
        assert editor.document().size().height() == 72

    def test_pasted_words_lose_their_dress(self, editor: PlainEditor) -> None:
        data = QMimeData()
        data.setHtml("<h1>Big</h1>")
        data.setText("Big")
        editor.insertFromMimeData(data)
        assert editor.toPlainText() == "Big"
        assert "font-size:xx-large" not in editor.toHtml()


class TestSelect:
    """One of several."""

    @pytest.fixture
    def select(self, qtbot: QtBot, theme: Theme) -> Select:
        select = Select(theme, "Kind of talk")
        qtbot.addWidget(select)
        select.addItems(["one-to-one", "a much longer kind of talk"])
        select.resize(select.sizeHint())
        select.show()
        return select

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_it_has_room_for_its_longest_item(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as look:
            select = Select(look, "Kind", small=True, icon=Icon.CALENDAR)
            qtbot.addWidget(select)
            select.addItems(["win", "feedback from others"])
            words = words_width(look, "feedback from others", 13)
            assert select.sizeHint().width() >= words + 2 * look.scale.icon(14)
            assert select.sizeHint().height() == look.scale.grow(28, 20)

    def test_the_wheel_does_not_change_it(self, select: Select) -> None:
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(select, wheel)
        assert select.currentIndex() == 0

    def test_arrows_change_it(self, qtbot: QtBot, select: Select) -> None:
        QTest.keyClick(select, Qt.Key.Key_Down)
        assert select.currentText() == "a much longer kind of talk"

    def test_the_open_list_is_never_narrower_than_its_items(
        self, qtbot: QtBot, theme: Theme, select: Select
    ) -> None:
        select.resize(80, 32)
        select.showPopup()
        needed = words_width(theme, "a much longer kind of talk", 13)
        assert select.view().viewport().width() >= needed
        select.hidePopup()

    def test_what_is_cut_has_its_whole_in_the_tooltip(self, select: Select) -> None:
        select.setCurrentIndex(1)
        select.resize(80, 32)
        select.grab()
        assert "longer" in select.toolTip()


def _words(child: object) -> str:
    text = getattr(child, "text", None)
    return str(text()) if callable(text) else ""
