"""The backup section with its keys, and the windows that it opens; gone with the vault."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from managernotes.services.backup_work import KnownBackup
from managernotes_ui.common.backup_beside import BackupBeside
from managernotes_ui.settings.backup import BackupSection
from managernotes_ui.settings.backup_fetch import FetchDialog
from managernotes_ui.settings.backup_vm import BackupViewModel
from managernotes_ui.settings.backup_window import BackupWindow
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk


class BackupDesk(QObject):
    """Puts the section, its window and its dialog together."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.vm = BackupViewModel(desk.backups, self)
        self._beside = BackupBeside(desk.backups)
        self.section = BackupSection(desk.theme, self.vm)
        self.window: BackupWindow | None = None
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        section = self.section
        desk.actions.add(commands.BACK_UP_HERE, section, section.back_up, scope=inside)
        desk.actions.add(commands.OPEN_BESIDE, section, self._open_chosen, scope=inside)
        section.beside_wanted.connect(self._open_beside)
        section.fetch_wanted.connect(self._offer_notes)
        desk.session.closing.connect(self._put_away)

    def _open_chosen(self) -> None:
        if self.vm.chosen is not None:
            self._open_beside(self.vm.chosen)

    @Slot(object)
    def _open_beside(self, backup: KnownBackup) -> None:
        if self.window is None:
            self.window = BackupWindow(self._desk.theme, self._beside, self.section.window())
        self.window.show_backup(backup, self.vm.short_day(backup), self.vm.long_moment(backup))

    @Slot(object)
    def _offer_notes(self, backup: KnownBackup) -> None:
        card = self.vm.card
        if card is not None and card.found is not None:
            dialog = FetchDialog(self._desk.theme, self._beside, self.section.window())
            self._beside.offer_notes(backup, card.found, dialog.show_rows)
            dialog.open()

    @Slot()
    def _put_away(self) -> None:
        """Let nothing of a backup outlive the vault: the window belongs to the one that stays."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
