"""The first run in the window: one page after the other in a column of 600 (36, 15)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.unlock.first_run_vm import FirstRunViewModel, Step
from managernotes_ui.unlock.gate_column import GateColumn
from managernotes_ui.unlock.people_step import PeopleStep
from managernotes_ui.unlock.place_step import PlaceStep
from managernotes_ui.unlock.protection_step import ProtectionStep
from managernotes_ui.unlock.recovery_step import RecoveryStep
from managernotes_ui.unlock.step_page import StepPage

_WIDTH, _TOP = 600, 96


class FirstRunView(GateColumn):
    """A page is made when its step comes and destroyed when it goes, with all that was typed."""

    other_vault_wanted = Signal()
    new_place_wanted = Signal()

    def __init__(self, theme: Theme, vm: FirstRunViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, _TOP, parent=parent)
        self._theme = theme
        self._vm = vm
        self._pages = QVBoxLayout(self.content)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self.page = self._made(vm.step)
        self.page.focus_moved.connect(self.ensureWidgetVisible)
        self._pages.addWidget(self.page)
        vm.step_changed.connect(self._on_step_changed)

    def take_focus(self) -> None:
        """Put the keyboard where the page begins."""
        self.page.take_focus()

    def leave(self) -> None:
        """Close what was made and not handed on."""
        self._vm.leave()

    def _made(self, step: Step) -> StepPage:
        match step:
            case Step.PLACE:
                place = PlaceStep(self._theme, self._vm)
                place.other_vault_wanted.connect(self.other_vault_wanted)
                place.new_place_wanted.connect(self.new_place_wanted)
                return place
            case Step.PROTECTION:
                return ProtectionStep(self._theme, self._vm)
            case Step.CODE:
                assert self._vm.code is not None
                return RecoveryStep(self._theme, self._vm.code)
            case Step.PEOPLE:
                assert self._vm.people is not None
                return PeopleStep(self._theme, self._vm.people)

    @Slot(object)
    def _on_step_changed(self, step: Step) -> None:
        before, self.page = self.page, self._made(step)
        self.page.focus_moved.connect(self.ensureWidgetVisible)
        if isinstance(before, ProtectionStep):
            before.forget()
        self._pages.replaceWidget(before, self.page)
        before.hide()
        before.deleteLater()
        self.page.show()
        self.verticalScrollBar().setValue(0)
        self.page.take_focus()
