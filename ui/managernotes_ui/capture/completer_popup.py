"""The list under the token being typed; it never takes the focus (SPEC §5.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QWidget

from managernotes.domain.observation import Kind
from managernotes.text.capture_line import Suggestion
from managernotes_ui.capture.choices import Choices
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import SEMIBOLD
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.key_cap import key_words
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.popup_list import PopupList
from managernotes_ui.widgets.popup_row import PopupRow
from managernotes_ui.widgets.text_block import Run

_WIDTH = 272
_LEFT_OF_TOKEN = 8
_UNDER_LINE = 12


class CompleterPopup(PopupList):
    """Shows Choices under a token, and stays on the screen that the token is on.

    Unlike its base it may have no current row: then Enter is not the popup's. `shown` hides names
    in what a row offers.
    """

    def __init__(self, theme: Theme, owner: QWidget, shown: Callable[[str], str] = str) -> None:
        super().__init__(theme, owner, strings.POPUP_NAME)
        self._shown = shown
        self._shown_by = theme
        self._list = cast("QListView", self.findChild(QListView))

    def show_choices(self, choices: Choices, token: QRect) -> None:
        """Show the rows under the place of a token on the screen."""
        rows = [_suggested(suggestion, self._shown) for suggestion in choices.rows]
        if choices.new_name:
            rows.append(_added(choices.new_name))
        first = 0 if choices.is_first_chosen else -1
        is_same = self.isVisible() and tuple(rows) == self.rows
        chosen = self.current_row() if is_same else first
        at = QPoint(token.left() - _LEFT_OF_TOKEN, token.bottom() + 1 + _UNDER_LINE)
        self.show_rows(rows, at, self._shown_by.scale.px(_WIDTH))
        self._choose(chosen)
        self.move(kept_on_screen(self.geometry(), token, _screen_at(token)))

    def move_current(self, by: int) -> None:
        """Choose the next or previous row, round the ends; from none, the first or the last."""
        if self.current_row() < 0 and by < 0:
            self._choose(len(self.rows) - 1)
        else:
            super().move_current(by)

    def _choose(self, row: int) -> None:
        model = self._list.model()
        self._list.setCurrentIndex(model.index(row, 0) if row >= 0 else QModelIndex())


def kept_on_screen(popup: QRect, token: QRect, screen: QRect) -> QPoint:
    """Return where a popup's corner goes: moved in from the right, above the token at the foot."""
    left = max(min(popup.left(), screen.right() + 1 - popup.width()), screen.left())
    top = popup.top()
    if top + popup.height() > screen.bottom() + 1:
        above = token.top() - _UNDER_LINE - popup.height()
        top = max(above, screen.top())
    return QPoint(left, top)


def _screen_at(token: QRect) -> QRect:
    screen = QGuiApplication.screenAt(token.center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _suggested(suggestion: Suggestion, shown: Callable[[str], str]) -> PopupRow:
    if isinstance(suggestion.value, Kind):
        look = kind_look(suggestion.value)
        words = _words(suggestion) if look.word == suggestion.label else look.word
        return PopupRow(words, look.icon, suggestion.detail, icon_role=look.role)
    is_tag = isinstance(suggestion.value, str)
    icon = Icon.TAG if is_tag else Icon.USER
    hidden = shown(suggestion.label)
    if hidden != suggestion.label:
        return PopupRow(hidden, icon)
    return PopupRow(_words(suggestion), icon, "" if is_tag else suggestion.detail)


def _words(suggestion: Suggestion) -> tuple[Run, ...]:
    """Return the label with the letters that were typed in semibold."""
    label, start, end = suggestion.label, suggestion.match_start, suggestion.match_end
    parts = (Run(label[:start]), Run(label[start:end], SEMIBOLD), Run(label[end:]))
    return tuple(part for part in parts if part.text)


def _added(name: str) -> PopupRow:
    words = strings.ADD_PERSON.format(name=name)
    return PopupRow(words, Icon.PLUS, key_words(strings.KEY_ADD_PERSON), role=Role.MUTED)
