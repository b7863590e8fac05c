"""Quick capture: one line in a small window of its own, that shows nothing older (SPEC §5.4)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.line_field import LineField
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


class QuickCaptureWindow(QWidget):
    """Enter saves and closes, Esc keeps a draft and closes; `closed` follows either."""

    closed = Signal()

    def __init__(self, vm: CaptureViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.vm = vm
        self._theme = theme
        self.setWindowTitle(strings.WINDOW_TITLE)
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = LineField(vm, theme, style=Type.CAPTURE, tall=True, parent=self)
        self._told = TextLabel(theme, "", Type.META, tone=Role.DANGER, parent=self)
        self._foot = _foot(theme, self)
        self._lay_out()
        self.field.told.connect(self._told.setText)
        self.field.escaped.connect(self.close)
        vm.saved.connect(self._on_saved)
        vm.unsaved_changed.connect(self._on_unsaved_changed)
        theme.changed.connect(self._fit)
        self._fit()

    def summon(self) -> None:
        """Come up on the screen with the pointer, with the line that was left here."""
        if not self.isVisible():
            self.vm.open()
            self.setGeometry(placed_on(_pointer_screen(), self.size()))
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed."""
        self.vm.keep_draft()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setContentsMargins(_SIDE, _ABOVE, _SIDE, _CAP_GAP)
        text.setSpacing(_CAP_GAP)
        text.addWidget(self.field, 1)
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

    @Slot()
    def _on_unsaved_changed(self) -> None:
        unsaved = self.vm.unsaved
        self._told.setText(strings.TEXT_IS_KEPT.format(title=unsaved.title) if unsaved else "")

    @Slot()
    def _on_saved(self) -> None:
        self.close()


def placed_on(screen: QRect, size: QSize) -> QRect:
    """Return where the window stands: in the middle, a quarter down."""
    left = screen.left() + (screen.width() - size.width()) // 2
    top = screen.top() + screen.height() // _DOWN
    return QRect(max(left, screen.left()), top, size.width(), size.height())


def _pointer_screen() -> QRect:
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _foot(theme: Theme, parent: QWidget) -> QWidget:
    """Return the foot: what the keys do, and what the signs begin."""
    foot = QWidget(parent)
    row = QHBoxLayout(foot)
    row.setContentsMargins(_FOOT_SIDE, 0, _FOOT_SIDE, 0)
    row.setSpacing(_FOOT_GAP)
    for key, word in ((strings.KEY_SAVE, strings.SAVE), (strings.KEY_DRAFT, strings.KEEP_DRAFT)):
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
