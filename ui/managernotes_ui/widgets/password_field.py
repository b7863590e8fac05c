"""A field for a passphrase, with an eye and a word about Caps Lock."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.line_edit import LineEdit, Measure, mark_error
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import set_tip

_GAP = 4
_INSET = 4


class PasswordWords(NamedTuple):
    """The sentences of the field: the eye's two names, and the hint that Caps Lock is on."""

    show: str
    hide: str
    caps_lock: str


class PasswordField(QWidget):
    """Hides what is typed until the eye is pressed; never remembers whether it was."""

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: PasswordWords,
        *,
        measure: Measure = Measure.LARGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.edit = LineEdit(theme, name, measure=measure)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = icon_button(
            theme,
            Icon.EYE,
            words.show,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
            parent=self.edit,
        )
        self._caps = TextLabel(theme, words.caps_lock, Type.META, tone=Role.MUTED, lines=0)
        self._caps.hide()
        self._build()
        self._connect()

    def text(self) -> str:
        """Return what was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field and hide the letters again."""
        self.edit.clear()
        self._show_letters(shown=False)

    def select_all(self) -> None:
        """Select the text, so that the next letter replaces it (14: a wrong passphrase)."""
        self.edit.selectAll()

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Turn the border to danger, or back."""
        mark_error(self.edit, error=error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by the letters it makes: no platform tells its state through Qt."""
        if event.type() == QEvent.Type.KeyPress:
            self._judge_caps(cast("QKeyEvent", event))
        elif event.type() == QEvent.Type.FocusOut:
            self._caps.hide()
        elif event.type() == QEvent.Type.Resize:
            self._place_eye()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the right end."""
        super().resizeEvent(event)
        self._place_eye()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.edit)
        layout.addWidget(self._caps)
        self.setFocusProxy(self.edit)
        self._eye.setCheckable(False)

    def _connect(self) -> None:
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.text_changed)
        self.edit.returnPressed.connect(self.submitted)
        self._eye.clicked.connect(self._on_eye_clicked)

    def _place_eye(self) -> None:
        side = self._eye.sizeHint().width()
        left = self.edit.width() - side - _INSET
        self._eye.setGeometry(left, (self.edit.height() - side) // 2, side, side)
        self.edit.setTextMargins(0, 0, side, 0)

    def _judge_caps(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) != 1 or letter.upper() == letter.lower():
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._caps.setVisible(letter.isupper() != shifted)

    def _show_letters(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        name = self._words.hide if shown else self._words.show
        self._eye.set_glyph(Icon.EYE_OFF if shown else Icon.EYE)
        self._eye.setAccessibleName(name)
        set_tip(self._eye, name)

    @Slot()
    def _on_eye_clicked(self) -> None:
        self._show_letters(shown=self.edit.echoMode() == QLineEdit.EchoMode.Password)
