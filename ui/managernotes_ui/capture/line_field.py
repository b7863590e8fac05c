"""The editor of a capture line, tied to its view-model: typing, chips, popup, saving."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from managernotes.errors import ManagerNotesError
from managernotes_ui.capture.capture_vm import CaptureViewModel, Problem
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.capture.chip_looks import ChipLooks
from managernotes_ui.capture.completer_popup import CompleterPopup
from managernotes_ui.capture.completing import Completing
from managernotes_ui.capture.refusal import refusal_of
from managernotes_ui.capture.splices import Splice
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme


class LineField(ChipEdit):
    """What the composer and the quick window type in; `told` brings a sentence, or clears it."""

    told = Signal(str)

    def __init__(
        self,
        vm: CaptureViewModel,
        theme: Theme,
        *,
        style: Type = Type.EDITOR,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            strings.LINE_NAME,
            strings.WHAT_DID_YOU_SEE,
            refusal_of,
            style=style,
            tall=tall,
            parent=parent,
        )
        self._vm = vm
        self._dress = ChipLooks(vm.names.name_of, DateWords(), vm.names.shown)
        self.popup = CompleterPopup(theme, self, vm.names.shown)
        vm.line_replaced.connect(self.set_line)
        vm.reading_changed.connect(self._on_reading_changed)
        vm.problem_found.connect(self._on_problem_found)
        self.line_changed.connect(vm.type)
        self.submitted.connect(vm.save)
        self.paste_refused.connect(self._on_paste_refused)
        self._completing = Completing(self, vm, self.popup)
        if vm.line:
            self.set_line(vm.line)
        self._on_reading_changed()

    def take(self, change: Splice) -> None:
        """Make a change that was chosen beside the line, and type on."""
        self.splice(change)
        self.setFocus()
        self.set_caret(self.caret())

    @Slot()
    def _on_reading_changed(self) -> None:
        tokens = self._dress.chip_tokens(self._vm.reading, self._vm.today)
        self.show_tokens(tokens)
        spoken = ", ".join(token.look.text for token in tokens)
        self.setAccessibleDescription(spoken or strings.FACT_FIRST)
        self.told.emit("")

    @Slot(object)
    def _on_problem_found(self, problem: Problem) -> None:
        if problem.place is not None:
            self.set_caret(problem.place[1])
        self.told.emit(f"{problem.title} {problem.advice}".strip())
        self._completing.refresh()

    @Slot(Exception)
    def _on_paste_refused(self, error: ManagerNotesError) -> None:
        self.told.emit(str(error))
