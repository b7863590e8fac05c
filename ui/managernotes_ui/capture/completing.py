"""Leads the popup while a line is typed: when it shows, and what the keys do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent

from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.capture.choices import Choices
from managernotes_ui.capture.completer_popup import CompleterPopup

_KEY = Qt.Key
_ENTER_KEYS = {_KEY.Key_Return, _KEY.Key_Enter}
_STEPS: dict[int, int] = {_KEY.Key_Down: 1, _KEY.Key_Up: -1}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_TYPED = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class Completing(QObject):
    """Shows what the token at the caret may become, and puts the chosen one in its place."""

    def __init__(self, edit: ChipEdit, vm: CaptureViewModel, popup: CompleterPopup) -> None:
        super().__init__(edit)
        self._edit = edit
        self._vm = vm
        self._popup = popup
        self._choices: Choices | None = None
        self._closed_at = -1
        edit.installEventFilter(self)
        edit.caret_moved.connect(self.refresh)
        edit.focus_changed.connect(self.refresh)
        vm.reading_changed.connect(self.refresh)
        popup.picked.connect(self._choose)

    @Slot()
    def refresh(self) -> None:
        """Show, change or hide the popup for where the caret is now."""
        is_typing = self._edit.hasFocus() and not self._edit.textCursor().hasSelection()
        found = self._vm.choices(self._edit.caret()) if is_typing else None
        if found is None or found.start != self._closed_at:
            self._closed_at = -1
        else:
            found = None
        self._choices = found
        if found is None:
            self._popup.hide()
            self._edit.mark(None)
            return
        if self._edit.is_chip(found.start):
            found = self._choices = replace(found, is_first_chosen=False)
            self._edit.mark(None)
        else:
            self._edit.mark((found.start, found.end))
        token = self._edit.rect_of(found.start)
        self._popup.show_choices(
            found, QRect(self._edit.viewport().mapToGlobal(token.topLeft()), token.size())
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys of the popup while it shows, before shortcuts of the page do."""
        if self._choices is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._is_ours(cast("QKeyEvent", event)):
                event.accept()
            return False
        return event.type() == QEvent.Type.KeyPress and self._on_key(cast("QKeyEvent", event))

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() == _CONTROL:
            return key in _ENTER_KEYS
        return key in {_KEY.Key_Escape, _KEY.Key_Tab, *_STEPS, *_ENTER_KEYS}

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it meant anything."""
        key, choices = event.key(), self._choices
        if choices is None or not self._is_ours(event):
            return False
        if event.modifiers() == _CONTROL:
            if choices.new_name:
                self._choose(choices.count - 1)
            return bool(choices.new_name)
        if event.modifiers() not in _TYPED:
            return False
        if key in _STEPS:
            self._popup.move_current(_STEPS[key])
        elif key == _KEY.Key_Escape:
            self._closed_at = choices.start
            self.refresh()
        elif key == _KEY.Key_Tab:
            self._on_tab(choices)
        elif self._popup.current_row() >= 0:
            self._choose(self._popup.current_row())
        else:
            return False
        return True

    def _on_tab(self, choices: Choices) -> None:
        """Choose the current row, else the first; somebody is added only from a current row."""
        row = self._popup.current_row()
        if row < 0 and choices.adds_person(0):
            self._popup.move_current(1)
        else:
            self._choose(max(row, 0))

    @Slot(int)
    def _choose(self, row: int) -> None:
        choices = self._choices
        if choices is None:
            return
        change = choices.splice(row, self._vm.line)
        if choices.adds_person(row):
            self._vm.names.add(choices.new_name)
        self._edit.splice(change)
        self._edit.set_caret(change.start + len(change.text.rstrip()) + 1)
