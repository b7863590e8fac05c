"""The small window of a single line: the line, a sentence under it, and a foot of keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _HEIGHT = 640, 172
"""Inside the system's frame, which takes 32 of the SPEC's 204."""

_SIDE, _ABOVE = 20, 17
_FOOT, _FOOT_LINE, _FOOT_SIDE, _FOOT_GAP, _CAP_GAP = 36, 16, 16, 16, 4
_DOWN = 4

Hint = tuple[str, str]
"""A key and what it does."""


class QuickFrame(QWidget):
    """`say` puts a sentence under the line; `come_up` shows the window where the pointer is."""

    def __init__(
        self, theme: Theme, field: ChipEdit, keys: Sequence[Hint], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._line = field
        self.setWindowTitle(strings.WINDOW_TITLE)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told = TextLabel(theme, "", Type.META, tone=Role.DANGER, parent=self)
        self._foot = _foot(theme, keys, self)
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    @Slot(str)
    def say(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        self._told.setText(words)

    def come_up(self) -> None:
        """Stand on the screen with the pointer, in front, with the keyboard in the line."""
        if not self.isVisible():
            self.setGeometry(placed_on(_pointer_screen(), self.size()))
        self.show()
        self.raise_()
        self.activateWindow()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setContentsMargins(_SIDE, _ABOVE, _SIDE, _CAP_GAP)
        text.setSpacing(_CAP_GAP)
        text.addWidget(self._line, 1)
        text.addWidget(self._told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(text, 1)
        whole.addWidget(hairline(self))
        whole.addWidget(self._foot)

    @Slot()
    def _fit(self) -> None:
        scale = self._theme.scale
        self._foot.setFixedHeight(scale.grow(_FOOT, _FOOT_LINE) - 1)
        self.setFixedSize(scale.px(_WIDTH), scale.px(_HEIGHT))


def placed_on(screen: QRect, size: QSize) -> QRect:
    """Return where the window stands: in the middle, a quarter down."""
    left = screen.left() + (screen.width() - size.width()) // 2
    top = screen.top() + screen.height() // _DOWN
    return QRect(max(left, screen.left()), top, size.width(), size.height())


def _pointer_screen() -> QRect:
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _foot(theme: Theme, keys: Sequence[Hint], parent: QWidget) -> QWidget:
    """Return the foot: what the keys do, and what the signs begin."""
    foot = QWidget(parent)
    row = QHBoxLayout(foot)
    row.setContentsMargins(_FOOT_SIDE, 0, _FOOT_SIDE, 0)
    row.setSpacing(_FOOT_GAP)
    for key, word in keys:
        row.addLayout(_hint(theme, key, word))
    row.addStretch(1)
    for sign, word in strings.TOKENS:
        row.addLayout(_hint(theme, sign, word))
    return foot


def _hint(theme: Theme, key: str, word: str) -> QHBoxLayout:
    hint = QHBoxLayout()
    hint.setSpacing(_CAP_GAP)
    hint.addWidget(KeyCapLabel(theme, key))
    hint.addWidget(TextLabel(theme, word, Type.META, tone=Role.MUTED))
    return hint
