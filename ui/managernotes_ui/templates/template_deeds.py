"""What the keys and the buttons of the templates do with the chosen one."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.template import TemplateGroup
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.style.icons import Icon
from managernotes_ui.talks.plan_sheet import PlanSheet
from managernotes_ui.templates.template_sheets import OwnTemplateSheet, RenameSheet
from managernotes_ui.templates.templates_vm import TemplatesViewModel
from managernotes_ui.widgets.menu import Menu

_SIDE = 24


class TemplateDeeds(QObject):
    """Acts on the template that a TemplatesViewModel has chosen."""

    def __init__(self, desk: Desk, page: QWidget, vm: TemplatesViewModel, source: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.vm = vm
        self._source = source

    @Slot()
    def ask_to_restore(self) -> None:
        """Ask once, then bring the original back."""
        template = self.vm.open_template
        if template is None or template.original is None:
            return
        if template.words == template.original and not self.vm.differences:
            return
        self.vm.saver.flush()
        dialog = AskDialog(
            self._desk.theme,
            strings.RESTORE_TITLE,
            strings.RESTORE_TEXT,
            strings.RESTORE_YES,
            parent=self._page,
        )
        dialog.accepted.connect(self.vm.changes.restore_original)
        dialog.open()

    @Slot()
    def use_it(self) -> None:
        """Plan a talk with the chosen template."""
        template = self.vm.open_template
        if template is not None:
            self.vm.saver.flush()
            self.plan_sheet.offer(self.vm.person, template.type, template.name)

    @Slot()
    def add_own(self) -> None:
        """Add a template of one's own."""
        self.own_sheet.offer()

    @Slot()
    def rename(self) -> None:
        """Give the chosen template another title."""
        self.vm.saver.flush()
        self.rename_sheet.offer()

    @Slot()
    def show_versions(self) -> None:
        """Offer the earlier versions."""
        menu = Menu(self._desk.theme, self._page)
        menu.setAccessibleName(strings.VERSIONS)
        for kept in self.vm.versions[1:]:
            words = strings.VERSION_ORIGINAL
            if kept.saved_at is not None:
                moment = DateWords().moment(kept.saved_at, self.vm.today())
                words = strings.VERSION_LINE.format(version=kept.version, day=moment)
            bring_back = partial(self.vm.changes.bring_back, self.vm.name, kept.version)
            menu.add_item(words, Icon.HISTORY, run=bring_back)
        if not menu.actions():
            menu.add_item(strings.NO_VERSIONS).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._source.mapToGlobal(QPoint(_SIDE, _SIDE)))
        menu.setActiveAction(menu.actions()[0])

    @Slot()
    def remove_own(self) -> None:
        """Move a template of one's own to the bin."""
        template = self.vm.open_template
        if template is not None and template.group is TemplateGroup.OWN:
            self.vm.changes.remove_own()

    @cached_property
    def plan_sheet(self) -> PlanSheet:
        """The sheet that plans a talk."""
        return PlanSheet(self._desk, ground_of(self._page))

    @cached_property
    def own_sheet(self) -> OwnTemplateSheet:
        """The sheet that adds a template."""
        return OwnTemplateSheet(self._desk, self.vm, ground_of(self._page))

    @cached_property
    def rename_sheet(self) -> RenameSheet:
        """The sheet that renames one."""
        return RenameSheet(self._desk, self.vm, ground_of(self._page))
