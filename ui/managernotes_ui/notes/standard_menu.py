"""The menu of what a note can be measured by: a digit takes the row with its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from managernotes.text.covered_words import covered
from managernotes_ui.common.strings import measuring as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

_DIGITS = 9


class Choice(NamedTuple):
    """A row: what it says, whether the note is measured by it already, and what choosing does."""

    title: str
    is_on: bool
    run: Callable[[], None]


class StandardMenu(Menu):
    """Opens at once and is filled when the vault has answered; a digit typed before waits."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(strings.MEASURE)
        self._choices: tuple[Choice, ...] | None = None
        self._awaited: int | None = None
        self._rows: list[QAction] = []
        self._holds_space = False
        self.add_item(strings.READING).setEnabled(False)
        self.aboutToHide.connect(self.deleteLater)

    def fill(self, choices: Sequence[Choice], write: Callable[[], None]) -> None:
        """Offer these; with none, to write the first one."""
        self._choices = tuple(choices)
        self.clear()
        self._rows = []
        for choice in choices:
            icon = Icon.CHECK if choice.is_on else Icon.TARGET
            self._rows.append(self.add_item("", icon, run=choice.run))
        self._word()
        if not choices:
            self.add_item(strings.NOTHING).setEnabled(False)
        self.addSeparator()
        self.add_item(strings.WRITE, Icon.PLUS, run=write)
        self.adjustSize()
        first = self.actions()[0] if choices else self.actions()[-1]
        self.setActiveAction(first)
        if self._awaited is not None:
            self._take(self._awaited)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the digits from the keys of whatever has the keyboard: a menu does not take it."""
        super().showEvent(event)
        below = QApplication.focusWidget()
        if below is not None:
            below.installEventFilter(self)

    def event(self, event: QEvent) -> bool:
        """Claim its keys before any key of the window does."""
        return self._claims(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim them from the widget below too."""
        return self._claims(event) or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row of a digit."""
        digit = _digit(event)
        if digit is not None:
            self._take(digit)
        elif self._uncovers(event):
            self._hold(holds=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Cover the titles again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold(holds=False)
        super().keyReleaseEvent(event)

    def _hold(self, *, holds: bool) -> None:
        if holds != self._holds_space:
            self._holds_space = holds
            self._word()

    def _word(self) -> None:
        """Write the titles: in discreet mode as bars, unless Space is held (SPEC §8)."""
        covers = self._theme.cover.texts and not self._holds_space
        for number, (row, choice) in enumerate(zip(self._rows, self._choices or (), strict=True)):
            title = covered(choice.title) if covers else choice.title.replace("&", "&&")
            row.setText(f"{title}\t{number + 1}" if number < _DIGITS else title)

    def _claims(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not self.isVisible():
            return False
        pressed = cast("QKeyEvent", event)
        is_own = _digit(pressed) is not None or self._uncovers(pressed)
        if is_own:
            event.accept()
        return is_own

    def _uncovers(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Space and self._theme.cover.texts

    def _take(self, digit: int) -> None:
        if self._choices is None:
            self._awaited = digit
        elif digit <= len(self._choices):
            run = self._choices[digit - 1].run
            self.close()
            run()


def _digit(event: QKeyEvent) -> int | None:
    """Return the digit of a key without modifiers, or None."""
    digit = event.key() - Qt.Key.Key_0
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return digit if plain and 1 <= digit <= _DIGITS else None
