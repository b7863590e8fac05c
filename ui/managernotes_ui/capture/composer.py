"""The composer of a person's page: one line at rest, a line and its tools while it is typed in."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.line_field import LineField
from managernotes_ui.capture.tool_row import ToolRow
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.key_cap import KeyCapLabel

GROWS_TO = 0.4
"""Share of the window's height up to which the text grows; then it scrolls (SPEC §4)."""

_BORDER, _RADIUS, _SIDE, _GAP = 1, 8, 16, 8
_REST_ABOVE, _REST_BELOW = 10, 14
_ABOVE, _BELOW = 9, 11
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""A menu of its own, or another window, takes the focus only for a while."""


class Composer(QWidget):
    """Writes notes about one person; `escaped` asks the page to take the keyboard back.

    The view-model tells the rest: `vm.saved`, and `vm.unsaved_changed` for the banner.
    """

    escaped = Signal()

    def __init__(self, vm: CaptureViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vm = vm
        self._theme = theme
        self._is_open = False
        self.field = LineField(vm, theme, style=Type.EDITOR, parent=self)
        self.tools = ToolRow(self.field, vm, theme, self)
        self._key = KeyCapLabel(theme, strings.KEY_NOTE, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.tools.setCursor(Qt.CursorShape.ArrowCursor)
        for part in (self.field, self.tools.kind_chip, self.tools.day_chip):
            part.installEventFilter(self)
        self.field.escaped.connect(self._on_escaped)
        self.field.height_changed.connect(self._lay_out)
        self.field.told.connect(self._lay_out)
        theme.changed.connect(self._lay_out)
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether it is being written in."""
        return self._is_open

    def show_person(self, person: PersonId) -> None:
        """Turn to a person; what was typed about another one is kept as their draft."""
        self.vm.open(person)

    def take_focus(self) -> None:
        """Begin to write."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hand what is typed to the vault: before another page comes, and before a lock."""
        self.vm.keep_draft()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Open when the keyboard comes in, close when it goes elsewhere in the window."""
        if event.type() == QEvent.Type.FocusIn:
            self._set_open(is_open=True)
        elif event.type() == QEvent.Type.FocusOut:
            reason = cast("QFocusEvent", event).reason()
            now = self.window().focusWidget()
            if reason not in _STAYS and (now is None or not self.isAncestorOf(now)):
                self._set_open(is_open=False)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write, wherever it is clicked."""
        super().mousePressEvent(event)
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the line its width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box; its border is accent while it is written in."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent if self._is_open else tokens.control, _BORDER))
        painter.setBrush(tokens.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS - 0.5, _RADIUS - 0.5)
        if self._is_open:
            rule = QRectF(_BORDER, self.tools.y(), self.width() - 2 * _BORDER, 1)
            painter.fillRect(rule, tokens.line)
        painter.end()

    def _set_open(self, *, is_open: bool) -> None:
        if is_open != self._is_open:
            self._is_open = is_open
            self._lay_out()
            if is_open:
                self.field.ensureCursorVisible()
            self.update()

    @Slot()
    def _lay_out(self) -> None:
        line = self._theme.fonts.line(Type.EDITOR)
        cap = self._key.sizeHint()
        self.tools.setVisible(self._is_open)
        self._key.setVisible(not self._is_open)
        width = self.width() - 2 * (_BORDER + _SIDE)
        if not self._is_open:
            self.field.setGeometry(
                _BORDER + _SIDE, _BORDER + _REST_ABOVE, width - cap.width() - _GAP, line
            )
            self.field.verticalScrollBar().setValue(0)
            height = 2 * _BORDER + _REST_ABOVE + line + _REST_BELOW
            right = self.width() - _BORDER - _SIDE - cap.width()
            self._key.setGeometry(right, (height - cap.height()) // 2, cap.width(), cap.height())
        else:
            most = max(line, int(self.window().height() * GROWS_TO) // line * line)
            self.field.resize(width, self.field.height())
            text = min(self.field.text_height(), most)
            tools = self.tools.needed_height()
            top = _BORDER + _ABOVE + text + _BELOW
            self.field.setGeometry(_BORDER + _SIDE, _BORDER + _ABOVE, width, text)
            self.tools.setGeometry(_BORDER, top, self.width() - 2 * _BORDER, tools)
            height = top + tools + _BORDER
        self.setFixedHeight(height)

    @Slot()
    def _on_escaped(self) -> None:
        self.vm.keep_draft()
        self.field.clearFocus()
        self.escaped.emit()
