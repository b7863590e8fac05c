"""Settings, Backup: where, when and how many; what is there, and the way back (picture 35)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from managernotes.domain.backup_generations import CHOICES, Rhythm
from managernotes.errors import ManagerNotesError
from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.settings.backup_card import BackupCard
from managernotes_ui.settings.backup_list import BackupList, BackupListHead
from managernotes_ui.settings.backup_secret import BackupSecretDialog
from managernotes_ui.settings.backup_vm import BackupViewModel
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.progress_row import ProgressRow
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

SELECT_WIDTH = 216


class BackupSection(Section):
    """Draws a BackupViewModel."""

    beside_wanted = Signal(object)
    fetch_wanted = Signal(object)

    def __init__(self, theme: Theme, vm: BackupViewModel) -> None:
        now = make_button(theme, strings.BACK_UP_NOW, icon=Icon.ARCHIVE, key=strings.BACK_UP_KEY)
        super().__init__(theme, strings.TITLE, strings.TEXT, control=now)
        self.now = now
        self._vm = vm
        self.change = make_button(theme, strings.CHANGE, size=ButtonSize.SMALL)
        self.change.setAccessibleName(f"{strings.WHERE}: {strings.CHANGE}")
        self.rhythm = self._select(strings.WHEN, list(strings.RHYTHMS.values()))
        self.keep = self._select(strings.HOW_MANY, [strings.keep_words(one) for one in CHOICES])
        self.where = _row(theme, strings.WHERE, strings.BESIDE, self.change)
        self.banner = Banner(theme, BannerKind.NOTE, Icon.TRIANGLE_ALERT, "")
        self.trouble = Banner(theme, BannerKind.NOTE, Icon.TRIANGLE_ALERT, "")
        self.progress = ProgressRow(theme, strings.STOP)
        self.head = BackupListHead(theme)
        self.list = BackupList(theme)
        self.none_yet = TextLabel(theme, strings.NONE_YET, Type.LIST, tone=Role.MUTED, lines=0)
        self.older = make_button(theme, "", role=ButtonRole.LINK, size=ButtonSize.LINE)
        self.card = BackupCard(theme)
        self._build()
        self._connect()
        self._on_changed()
        self._on_card_changed()

    @property
    def footer(self) -> tuple[str, ...]:
        """Where a missed backup is told."""
        return (strings.FOOTER,)

    def look_again(self) -> None:
        """Look at the place again."""
        self._vm.keeper.look_again()

    def ask_restore(self) -> AskDialog:
        """Name what the vault would lose, and ask."""
        title, text = self._vm.question()
        dialog = AskDialog(
            self.theme, title, text, strings.ASK_RESTORE_YES, danger=True, parent=self.window()
        )
        dialog.accepted.connect(self._on_restore)
        dialog.open()
        return dialog

    def ask_secret(self) -> BackupSecretDialog:
        """Ask for what opens a backup of another key."""
        chosen = self._vm.chosen
        assert chosen is not None
        title = strings.UNLOCK_TITLE.format(when=self._vm.long_moment(chosen))
        dialog = BackupSecretDialog(self.theme, title, self.window())
        dialog.given.connect(
            lambda text: self._vm.keeper.unlock(chosen, text, dialog.refuse, dialog.accept)
        )
        dialog.open()
        return dialog

    def _select(self, name: str, words: list[str]) -> Select:
        select = Select(self.theme, name, small=True, quiet=True)
        select.addItems(words)
        return select

    def _build(self) -> None:
        theme, column = self.theme, self.column
        selects = (self.rhythm, self.keep)
        widest = max(select.sizeHint().width() for select in selects)
        for select in selects:
            select.setMinimumWidth(max(theme.scale.px(SELECT_WIDTH), widest))
        for extra in (self.banner, self.trouble):
            column.addWidget(extra)
            extra.hide()
        column.addWidget(self.where)
        column.addWidget(_row(theme, strings.WHEN, strings.WHEN_HELP, self.rhythm))
        column.addWidget(_row(theme, strings.HOW_MANY, strings.HOW_MANY_HELP, self.keep))
        column.addWidget(self.progress)
        self.progress.hide()
        for part in (self.head, self.list):
            self.add_wide(part)
        column = self.column
        column.addWidget(self.none_yet)
        column.addSpacing(6)
        link = QHBoxLayout()
        link.addWidget(self.older)
        link.addStretch(1)
        column.addLayout(link)
        column.addSpacing(12)
        column.addWidget(self.card)
        column.addStretch(1)

    def _connect(self) -> None:
        vm = self._vm
        vm.changed.connect(self._on_changed)
        vm.card_changed.connect(self._on_card_changed)
        vm.progress.connect(self._on_progress)
        vm.ended.connect(self._on_ended)
        vm.failed.connect(self._on_failed)
        self.now.clicked.connect(self.back_up)
        self.progress.cancelled.connect(vm.keeper.cancel)
        self.rhythm.activated.connect(self._on_rhythm)
        self.keep.activated.connect(self._on_keep)
        self.change.clicked.connect(self._on_change)
        self.older.clicked.connect(vm.show_all)
        self.list.chosen.connect(vm.choose)
        self.list.opened.connect(self.beside_wanted)
        self.card.open.clicked.connect(self._on_open)
        self.card.fetch.clicked.connect(self._on_fetch)
        self.card.restore.clicked.connect(self.ask_restore)
        self.card.unlock.clicked.connect(self.ask_secret)

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        self.trouble.hide()
        self._vm.keeper.back_up_now()

    @Slot()
    def _on_changed(self) -> None:
        vm, plan = self._vm, self._vm.keeper.plan
        rows = vm.rows
        self.list.show_rows(rows)
        self.none_yet.setVisible(not rows)
        self.older.setText(vm.older)
        self.older.setVisible(bool(vm.older))
        self.where.set_text(vm.where)
        self.rhythm.setCurrentIndex(list(strings.RHYTHMS).index(plan.rhythm))
        self.keep.setCurrentIndex(CHOICES.index(plan.keep))
        title, text = vm.missed
        self.banner.say(title, text)
        self.banner.setVisible(bool(title))

    @Slot()
    def _on_card_changed(self) -> None:
        card = self._vm.card
        self.card.setVisible(card is not None)
        if card is not None:
            self.card.show_card(card)

    @Slot(str, str, int, int)
    def _on_progress(self, text: str, count: str, done: int, total: int) -> None:
        self.progress.show_progress(text, count, done, total)
        self.progress.show()
        self.now.setEnabled(False)

    @Slot()
    def _on_ended(self) -> None:
        self.progress.hide()
        self.now.setEnabled(True)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ManagerNotesError):
            self.trouble.say(error.title, error.advice)
            self.trouble.show()

    @Slot(int)
    def _on_rhythm(self, number: int) -> None:
        self._vm.set_rhythm(list(Rhythm)[number])

    @Slot(int)
    def _on_keep(self, number: int) -> None:
        self._vm.set_keep(CHOICES[number])

    @Slot()
    def _on_change(self) -> None:
        self.ask_place()

    def ask_place(self) -> AskDialog:
        """Offer the place beside the vault, or another folder."""
        other = make_button(self.theme, strings.OTHER_PLACE)
        dialog = AskDialog(
            self.theme,
            strings.PLACE_TITLE,
            strings.PLACE_TEXT,
            strings.BESIDE,
            extra=other,
            parent=self.window(),
        )
        other.clicked.connect(dialog.reject)
        other.clicked.connect(self._ask_folder)
        dialog.accepted.connect(lambda: self._vm.set_place(None))
        dialog.open()
        return dialog

    @Slot()
    def _ask_folder(self) -> None:
        dialog = discreet_dialog(self.window(), strings.CHOOSE_PLACE, Path.home())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._vm.set_place(Path(name)))
        dialog.open()

    @Slot()
    def _on_open(self) -> None:
        if self._vm.chosen is not None:
            self.beside_wanted.emit(self._vm.chosen)

    @Slot()
    def _on_fetch(self) -> None:
        if self._vm.chosen is not None:
            self.fetch_wanted.emit(self._vm.chosen)

    @Slot()
    def _on_restore(self) -> None:
        if self._vm.chosen is not None:
            self._vm.keeper.restore(self._vm.chosen)


def _row(theme: Theme, title: str, text: str, control: QWidget) -> SettingRow:
    return SettingRow(theme, title, text, control, hint=True, tight=True)
