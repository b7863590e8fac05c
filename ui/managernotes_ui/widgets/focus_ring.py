"""The ring round what the keyboard is on; it shows only after a key press (SPEC §2, §4)."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from managernotes_ui.style.theme import Theme

_WIDTH, _GAP = 2, 2
_CONTROL_RADIUS, _CHECK_RADIUS, _ROUND = 6, 4, 8
_REASON = Qt.FocusReason
_BY_KEY = {_REASON.TabFocusReason, _REASON.BacktabFocusReason, _REASON.ShortcutFocusReason}
_BY_ITSELF = {
    _REASON.ActiveWindowFocusReason,
    _REASON.PopupFocusReason,
    _REASON.MenuBarFocusReason,
}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
# These turn their border instead.
_INPUTS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@runtime_checkable
class Ringed(Protocol):
    """A widget in which the ring goes round a part: the word of a tab, a row of a list."""

    def focus_ring_rect(self) -> QRect:
        """Return the part in the widget's own coordinates; an empty one hides the ring."""

    def focus_ring_radius(self) -> int:
        """Return the radius of that part in pixels."""


class FocusRing(QObject):
    """Watches the focus of one application and puts the ring where the keyboard brought it.

    Only the widget that has the focus is listened to: its leaving tells why the next one gets it.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._by_key = False
        self._listened: QWidget | None = None
        self._frame: RingFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def ringed(self) -> QWidget | None:
        """The widget that has the ring at this moment."""
        if self._frame is None or not isValid(self._frame):
            return None
        return self._frame.widget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember whether a key or the pointer moves the focus."""
        if event.type() == QEvent.Type.FocusOut:
            reason = cast("QFocusEvent", event).reason()
            if reason not in _BY_ITSELF:
                self._by_key = reason in _BY_KEY
        elif event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in _TABS:
                self._by_key = True
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # Nothing has the focus: the window itself hears the Tab that will bring it back.
            self._listen(QApplication.activeWindow())
            self._drop()
            return
        self._listen(now)
        if self._by_key and not isinstance(now, _INPUTS) and not now.isWindow():
            self._put(now)
        else:
            self._drop()

    def _listen(self, widget: QWidget | None) -> None:
        # A widget on its way out gives the focus away before it says that it is gone.
        if self._listened is not None and isValid(self._listened):
            self._listened.removeEventFilter(self)
        self._listened = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _put(self, widget: QWidget) -> None:
        self._drop()
        self._frame = RingFrame(self._theme, widget)

    def _drop(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None and isValid(frame):
            frame.setWidget(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
            frame.hide()
            frame.deleteLater()


class RingFrame(QFocusFrame):
    """The ring itself: 2 px accent, 2 px off, radius of the control + 4."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget.window())
        self._theme = theme
        self.setWidget(widget)
        if isinstance(widget, QAbstractItemView):
            self._follow_rows(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring round the widget or the part that it names."""
        widget = self.widget()
        if widget is None:
            return
        rect, radius = ring_of(widget)
        if rect.isEmpty():
            return
        offset = self.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))
        out = _GAP + _WIDTH / 2
        outline = QRectF(rect.translated(offset)).adjusted(-out, -out, out, out)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.accent, _WIDTH))
        painter.drawRoundedRect(outline, radius + out, radius + out)
        painter.end()

    def _follow_rows(self, view: QAbstractItemView) -> None:
        view.verticalScrollBar().valueChanged.connect(self.update)
        selection = view.selectionModel()
        if selection is not None:
            selection.currentChanged.connect(self.update)


def ring_of(widget: QWidget) -> tuple[QRect, int]:
    """Return what the ring goes round, in the widget's coordinates, and its radius."""
    if isinstance(widget, Ringed):
        return widget.focus_ring_rect(), widget.focus_ring_radius()
    if isinstance(widget, QAbstractItemView):
        row = widget.visualRect(widget.currentIndex())
        return row.translated(widget.viewport().pos()), _CONTROL_RADIUS
    if isinstance(widget, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        round_one = isinstance(widget, QRadioButton)
        part = (
            QStyle.SubElement.SE_RadioButtonIndicator
            if round_one
            else QStyle.SubElement.SE_CheckBoxIndicator
        )
        rect = widget.style().subElementRect(part, option, widget)
        return rect, _ROUND if round_one else _CHECK_RADIUS
    return widget.rect(), _CONTROL_RADIUS
