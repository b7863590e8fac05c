"""One way of practising: a card of 760 in the middle, what stands under it, its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from managernotes_ui.meeting.rehearse_vm import RehearseViewModel
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.scroll_bar import calm_scrolling

_WIDTH, _SIDE = 760, 24
_TOP, _TIGHT_TOP, _BELOW, _TIGHT_BELOW = 64, 16, 24, 16
_LOW = 640
"""Lower than this there is no room to spare above the card."""
_CARD_SIDE, _TIGHT_SIDE = 56, 32

Hint = tuple[str, str]
"""A key and what it does."""


class WayView(QScrollArea):
    """Each way builds its card in `inside`; `begin` and `rest` frame the time it is on show."""

    finished = Signal(str)
    """It was practised to the end; with what may be said of it."""

    keys: Sequence[Hint] = ()
    keys_changed = Signal()
    help_line: str = ""
    leave_hint: Hint = ("", "")

    def __init__(
        self,
        theme: Theme,
        vm: RehearseViewModel,
        primary: str,
        margins: tuple[int, int] = (40, 32),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vm = vm
        self._margins = margins
        self.primary: Button = make_button(theme, primary, role=ButtonRole.PRIMARY, key="Enter")
        self.card = Card()
        self.inside = QVBoxLayout(self.card)
        self.inside.setSpacing(0)
        self.below = QVBoxLayout()
        self.below.setSpacing(0)
        self._column = QWidget()
        self._lay_out()
        theme.changed.connect(self._fit)

    def begin(self) -> None:
        """Come on show: begin anew."""

    def refresh(self) -> None:
        """Show what may have changed in the vault meanwhile."""

    def rest(self) -> None:
        """Go from show: keep what counts."""

    def on_space(self) -> None:
        """Do what Space does here."""

    def on_next(self) -> None:
        """Do what → does here."""

    def on_before(self) -> None:
        """Do what ← does here."""

    def on_again(self) -> None:
        """Do what R does here."""

    def on_hide(self) -> None:
        """Do what H does here."""

    def on_keep(self) -> None:
        """Do what K does here."""

    def take_focus(self) -> None:
        """Put the keyboard on the button that leads on."""
        self.primary.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unless_pressed(self, what: Callable[[], None]) -> None:
        """Do it, unless the keyboard is on another button of the card: that is pressed then."""
        focus = QApplication.focusWidget()
        is_button = isinstance(focus, QPushButton) and focus is not self.primary
        if isinstance(focus, QPushButton) and is_button and self.isAncestorOf(focus):
            focus.click()
        else:
            what()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card in the middle and whole."""
        super().resizeEvent(event)
        self._fit()

    def foot_row(self, *left: QWidget) -> QHBoxLayout:
        """Return a row: words at the left; buttons are added at its end."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in left:
            row.addWidget(widget, int(widget is left[-1]))
        return row

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(self._theme, self)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addSpacing(24)
        column.addLayout(self.below)
        column.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._row = QHBoxLayout(inner)
        self._row.addStretch(1)
        self._row.addWidget(self._column)
        self._row.addStretch(1)
        self.setWidget(inner)

    def _fit(self) -> None:
        low = self.window().height() < self._theme.scale.px(_LOW)
        above, below = (_TIGHT_TOP, _TIGHT_BELOW) if low else (_TOP, _BELOW)
        self._row.setContentsMargins(0, above, 0, below)
        width = min(self._theme.scale.px(_WIDTH), self.width() - 2 * _SIDE)
        self._column.setFixedWidth(max(width, 1))
        side = _CARD_SIDE if width >= _WIDTH else _TIGHT_SIDE
        top, bottom = self._margins
        if low:
            top, bottom = top // 2, bottom // 2
        self.inside.setContentsMargins(side, top, side, bottom)
