"""Quick capture: one line in a small window of its own, that shows nothing older (SPEC §5.4)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.line_field import LineField
from managernotes_ui.capture.quick_frame import QuickFrame
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

_KEYS = ((strings.KEY_SAVE, strings.SAVE), (strings.KEY_DRAFT, strings.KEEP_DRAFT))


class QuickCaptureWindow(QuickFrame):
    """Enter saves and closes, Esc keeps a draft and closes; `closed` follows either."""

    closed = Signal()

    def __init__(self, vm: CaptureViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        self.vm = vm
        self.field = LineField(vm, theme, style=Type.CAPTURE, tall=True)
        super().__init__(theme, self.field, _KEYS, parent)
        self.field.told.connect(self.say)
        self.field.escaped.connect(self.close)
        vm.saved.connect(self._on_saved)
        vm.unsaved_changed.connect(self._on_unsaved_changed)

    def summon(self) -> None:
        """Come up on the screen with the pointer, with the line that was left here."""
        if not self.isVisible():
            self.vm.open()
        self.come_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed."""
        self.vm.keep_draft()
        super().closeEvent(event)
        self.closed.emit()

    @Slot()
    def _on_unsaved_changed(self) -> None:
        unsaved = self.vm.unsaved
        self.say(strings.TEXT_IS_KEPT.format(title=unsaved.title) if unsaved else "")

    @Slot()
    def _on_saved(self) -> None:
        self.close()
