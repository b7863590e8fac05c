"""The discreet meeting view: a small window of its own that shows nothing at rest (SPEC §5.8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.locking.capture_guard import NEVER_SHARED
from managernotes_ui.locking.covered_window import COVERS_ITSELF
from managernotes_ui.meeting.discreet_parts import CardFace, CoveredFace, DiscreetFoot
from managernotes_ui.meeting.discreet_vm import DiscreetViewModel
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.card import hairline

WIDTH, HEIGHT, FOOT, FOOT_LINE = 360, 188, 36, 16
"""Inside the system's frame, which takes 32 of the SPEC's 220."""
RESTS_MS = 300
"""How long the pointer rests on it before it shows."""
_SIDE, _ABOVE, _EDGE = 20, 16, 24
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DiscreetWindow(QWidget):
    """Stays on top; needs no veil, is left out of recordings, and ends with the vault."""

    closed = Signal()

    def __init__(self, theme: Theme, vm: DiscreetViewModel, sharing: str = "") -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self.vm = vm
        self.setWindowTitle(strings.WINDOW_TITLE)
        self.setAccessibleName(strings.WINDOW_TITLE)
        self.setProperty("ground", "raised")
        self.setProperty(COVERS_ITSELF, True)
        self.setProperty(NEVER_SHARED, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.covered = CoveredFace(theme, sharing)
        self.card = CardFace(theme, vm)
        self.foot = DiscreetFoot(theme)
        self._faces = QStackedWidget()
        self._rest = QTimer(self, interval=RESTS_MS, singleShot=True)
        self._rest.timeout.connect(lambda: vm.hover(hovers=True))
        self._lay_out()
        theme.changed.connect(self._fit)
        vm.changed.connect(self._on_changed)
        self._fit()
        self._on_changed()

    def summon(self) -> None:
        """Stand at the lower right of the screen, covered, with the keyboard."""
        if not self.isVisible():
            self.move(corner_of(QGuiApplication.primaryScreen().availableGeometry(), self.rect()))
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold Space to read, arrows for the cards, a sign for a line, Esc to cover."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._cover()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.vm.hold(holds=True)
        elif key in _STEPS:
            self.vm.step(_STEPS[key])
        elif event.text() in strings.SIGNS and event.text():
            self.vm.begin_line(event.text())
        elif key in _ENTERS and self.vm.is_shown and self.vm.is_last:
            self.vm.end()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Cover when Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.vm.hold(holds=False)
        else:
            super().keyReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show once the pointer rests here."""
        self._rest.start()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Cover as soon as it leaves."""
        self._rest.stop()
        self.vm.hover(hovers=False)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of Space with the keyboard: its release may go to another window."""
        if not self.vm.is_writing:
            self.vm.hold(holds=False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Cover when another window is turned to."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._rest.stop()
            self.vm.cover()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cover: what comes up again is at rest."""
        self._rest.stop()
        self.vm.cover()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep a line that was begun."""
        self.vm.leave()
        super().closeEvent(event)
        self.closed.emit()

    def _cover(self) -> None:
        self._rest.stop()
        self.vm.cover()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for face in (self.covered, self.card):
            self._faces.addWidget(face)
        body = QVBoxLayout()
        body.setContentsMargins(_SIDE, _ABOVE, _SIDE, 0)
        body.addWidget(self._faces)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(hairline(self))
        whole.addWidget(self.foot)

    @Slot()
    def _fit(self) -> None:
        scale = self._theme.scale
        self.foot.setFixedHeight(scale.grow(FOOT, FOOT_LINE) - 1)
        self.setFixedSize(scale.px(WIDTH), scale.px(HEIGHT))

    @Slot()
    def _on_changed(self) -> None:
        vm = self.vm
        self.covered.show_agenda(vm)
        self.card.show_card()
        self.foot.show_foot(vm)
        self._faces.setCurrentWidget(self.card if vm.is_shown or vm.is_writing else self.covered)
        if vm.is_writing and not self.card.line.hasFocus():
            self.card.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not vm.is_writing and self.card.line.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def corner_of(screen: QRect, window: QRect) -> QPoint:
    """Return where the window stands: the lower right corner of a screen."""
    left = screen.right() - window.width() - _EDGE
    return QPoint(max(left, screen.left()), max(screen.bottom() - 2 * window.height(), 0))
