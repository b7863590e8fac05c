"""The sheets of the templates: one of one's own, another title."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import ConversationType
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.templates.templates_vm import TemplatesViewModel
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

_LONGEST = 120


class _TemplateSheet(FormSheet):
    """Title and purpose; put away once the vault has taken them."""

    def __init__(
        self, desk: Desk, vm: TemplatesViewModel, title: str, yes: str, parent: QWidget
    ) -> None:
        super().__init__(desk, title, yes, parent)
        self._vm = vm
        self.words = LineEdit(desk.theme, strings.NAME)
        self.why = LineEdit(desk.theme, strings.WHY, strings.WHY_HINT)
        self.words.setMaxLength(_LONGEST)
        self.add_row(LabelledField(desk.theme, strings.NAME, self.words))
        self.add_row(LabelledField(desk.theme, strings.WHY, self.why))
        vm.changes.done.connect(self._on_done)
        vm.changes.refused.connect(self._on_refused)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        """Hand on what was typed."""

    @Slot()
    def _on_done(self) -> None:
        if self.isVisible():
            self.close_sheet()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.isVisible():
            self.tell(sentence)


class OwnTemplateSheet(_TemplateSheet):
    """Adds a template of one's own, for a sort of talk or for none."""

    def __init__(self, desk: Desk, vm: TemplatesViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.NEW_TITLE, strings.ADD, parent)
        self.sort = Select(desk.theme, strings.SORT)
        for sort, words in talk_strings.TYPES.items():
            self.sort.addItem(words[:1].upper() + words[1:], sort.value)
        self.sort.addItem(strings.NO_SORT, "")
        self.add_row(LabelledField(desk.theme, strings.SORT, self.sort))

    def offer(self) -> None:
        """Open with empty fields."""
        self.words.clear()
        self.why.clear()
        self.sort.setCurrentIndex(0)
        self.tell("")
        self.show_sheet(self.words)

    @Slot()
    def _on_submitted(self) -> None:
        chosen = self.sort.currentData()
        sort = ConversationType(chosen) if chosen else None
        self._vm.changes.add_own(self.words.text(), self.why.text(), sort)


class RenameSheet(_TemplateSheet):
    """Gives the chosen template another title and purpose."""

    def __init__(self, desk: Desk, vm: TemplatesViewModel, parent: QWidget) -> None:
        super().__init__(desk, vm, strings.RENAME_TITLE, strings.SAVE, parent)

    def offer(self) -> None:
        """Open with what the chosen template is called."""
        template = self._vm.open_template
        if template is not None:
            self.words.setText(template.words.title)
            self.why.setText(template.words.why)
            self.tell("")
            self.show_sheet(self.words)

    @Slot()
    def _on_submitted(self) -> None:
        self._vm.changes.rename(self.words.text(), self.why.text())
