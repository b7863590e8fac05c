"""The quick line on the lock screen: it shows nothing of the vault, and takes a sealed note."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.capture.quick_frame import QuickFrame
from managernotes_ui.capture.refusal import refusal_of
from managernotes_ui.capture.sealed_vm import SealedViewModel
from managernotes_ui.common.strings import capture as capture_strings
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role

SHOWN_MS = 1_200
"""So long "Sealed" stands there before the window goes; typing on keeps it."""

_KEYS = ((strings.KEY_SEAL, strings.SEAL), (strings.KEY_KEEP, strings.KEEP))


class SealedField(ChipEdit):
    """The line: tokens turn accent as they are typed, and no name becomes a chip."""

    def __init__(self, theme: Theme, vm: SealedViewModel) -> None:
        hint = capture_strings.WHAT_DID_YOU_SEE
        super().__init__(theme, strings.LINE_NAME, hint, refusal_of, style=Type.CAPTURE, tall=True)
        self._vm = vm
        self.setAccessibleDescription(strings.WHILE_LOCKED)
        self.line_changed.connect(self._on_typed)
        vm.line_replaced.connect(self.set_line)

    @Slot(str)
    def _on_typed(self, line: str) -> None:
        self._vm.type(line)
        selections = []
        for mark in self._vm.marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(self._written.place_of(mark.start))
            end = self._written.place_of(mark.end)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format.setForeground(self._theme.tokens.accent)
            selections.append(selection)
        self.setExtraSelections(selections)


class SealedWindow(QuickFrame):
    """Enter seals; Esc and closing seal what is there as it is; a text that cannot be stays.

    `closed` follows once nothing is typed any more.
    """

    closed = Signal()

    def __init__(self, vm: SealedViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        self.vm = vm
        self.field = SealedField(theme, vm)
        super().__init__(theme, self.field, _KEYS, parent)
        vm.setParent(self)
        self.setWindowTitle(strings.WINDOW_TITLE)
        self._leaving = False
        self._go = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._go.timeout.connect(self._on_shown)
        self.field.submitted.connect(vm.seal)
        self.field.escaped.connect(self.close)
        self.field.line_changed.connect(self._on_typed)
        self.field.paste_refused.connect(self._on_paste_refused)
        vm.sealed.connect(self._on_sealed)
        vm.refused.connect(self._on_refused)
        self._tell(strings.WHILE_LOCKED)

    def summon(self) -> None:
        """Come up, with what could not be sealed before."""
        self._leaving = False
        if not self.vm.holds_text:
            self._tell(strings.WHILE_LOCKED)
        self.come_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Seal what is typed first; the window goes when that is on the disk."""
        if self.vm.holds_text:
            self._leaving = True
            self.vm.keep()
            event.ignore()
            return
        self._go.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _tell(self, words: str, tone: Role = Role.MUTED) -> None:
        self._told.set_tone(tone)
        self.say(words)

    @Slot()
    def _on_sealed(self) -> None:
        if self._leaving and not self.vm.holds_text:
            self.close()
            return
        self._leaving = False
        self._tell(strings.SEALED, Role.TEXT2)
        self._go.start()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self._leaving = False
        self._tell(words, Role.DANGER)

    @Slot()
    def _on_shown(self) -> None:
        if not self.vm.holds_text:
            self.close()

    @Slot(str)
    def _on_typed(self, line: str) -> None:
        if line:
            self._go.stop()
            self._tell(strings.WHILE_LOCKED)

    @Slot(Exception)
    def _on_paste_refused(self, error: ManagerNotesError) -> None:
        self._tell(str(error), Role.DANGER)
