"""A few exclusive answers as buttons side by side; none is chosen before one is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QSizePolicy, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonSize, make_button

_GAP = 8


class Choices(QWidget):
    """`chosen` tells the number of the answer that was pressed; arrows go to its neighbours."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, labels: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: list[Button] = []
        row = FlowLayout(self)
        for number, label in enumerate(labels):
            button = make_button(
                theme, label.replace("&", "&&"), size=ButtonSize.SMALL, checkable=True
            )
            button.setAccessibleName(f"{name} {label}")
            self._group.addButton(button, number)
            self.buttons.append(button)
            row.addWidget(button)
        self._current = -1
        self._group.idClicked.connect(self._on_clicked)

    def current(self) -> int:
        """Return the number of the chosen answer, or -1."""
        return self._current

    def set_current(self, number: int) -> None:
        """Show an answer as chosen, or with -1 none."""
        self._current = number
        for place, button in enumerate(self.buttons):
            button.setChecked(place == number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        held = [place for place, one in enumerate(self.buttons) if one.hasFocus()]
        if not step or not held or not 0 <= held[0] + step < len(self.buttons):
            super().keyPressEvent(event)
            return
        self.buttons[held[0] + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, number: int) -> None:
        self.set_current(number)
        self.chosen.emit(number)


class FlowLayout(QLayout):
    """Lays out from left to right and goes on in the next line where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more; Qt calls it."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let one go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        heights = [item.sizeHint().height() for item in self._items if not item.isEmpty()]
        return QSize(sum(widths) + _GAP * max(0, len(widths) - 1), max(heights, default=0))

    def minimumSize(self) -> QSize:
        """Return room for the widest one."""
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _lay_out(self, rect: QRect, *, moves: bool) -> int:
        x, y, line = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.left() + rect.width():
                x, y, line = rect.left(), y + line + _GAP, 0
            if moves:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + _GAP
            line = max(line, size.height())
        return y + line - rect.top()
