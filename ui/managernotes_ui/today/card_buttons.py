"""The tiny buttons of the chosen card: its next steps (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, make_button

GAP = 8
_ESSENTIAL = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be done with a card: its name in the page's actions, words and key."""

    name: str
    words: str
    key: str


class CardButtons(QWidget):
    """At most three buttons, the first one primary; they go on below where there is no room.

    The third is left out before that: its key does the same.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self.buttons: list[Button] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Offer other steps; the same ones leave the buttons alone."""
        if tuple(steps) == tuple(self._steps):
            return
        self._steps = tuple(steps)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(number, step) for number, step in enumerate(steps)]

    def places(self, width: float) -> list[QPoint]:
        """Return where each button stands in a width."""
        places: list[QPoint] = []
        left = top = 0
        for button in self._shown(width):
            size = button.sizeHint()
            if places and left + size.width() > width:
                left, top = 0, top + size.height() + GAP
            places.append(QPoint(left, top))
            left += size.width() + GAP
        return places

    def height_for(self, width: float) -> int:
        """Return how high they are in a width, in pixels; 0 without any."""
        places = self.places(width)
        return places[-1].y() + self.buttons[0].sizeHint().height() if places else 0

    def lay(self, left: float, top: float, width: float) -> None:
        """Stand there."""
        self.setGeometry(round(left), round(top), round(width), self.height_for(width))
        shown = self._shown(width)
        for button, place in zip(shown, self.places(width), strict=True):
            button.setGeometry(place.x(), place.y(), *button.sizeHint().toTuple())
            button.show()
        for button in self.buttons[len(shown) :]:
            button.hide()

    def _shown(self, width: float) -> list[Button]:
        """Return the buttons that stand in a width: all of them in one line, else two."""
        together = sum(button.sizeHint().width() + GAP for button in self.buttons) - GAP
        return self.buttons if together <= width else self.buttons[:_ESSENTIAL]

    def _button(self, number: int, step: Step) -> Button:
        roles = (ButtonRole.PRIMARY, ButtonRole.PLAIN, ButtonRole.QUIET)
        button = make_button(
            self._theme,
            step.words,
            role=roles[min(number, 2)],
            size=ButtonSize.TINY,
            key=step.key,
            parent=self,
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False, name=step.name: self.wanted.emit(name))
        return button
