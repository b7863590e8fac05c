"""Settings, Protection: what opens the vault, and what that is good for (picture 16)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.services.protection import VaultProtection
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.common.strings import settings as settings_strings
from managernotes_ui.settings.check_row import CheckRow
from managernotes_ui.settings.copies_row import CopiesRow
from managernotes_ui.settings.protection_boxes import lay_boxes, protection_boxes
from managernotes_ui.settings.protection_deeds import ProtectionDeeds
from managernotes_ui.settings.protection_vm import ProtectionViewModel, Told
from managernotes_ui.settings.protection_words import way_rows
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.settings.way_row_view import WayRowView
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.switch import Switch

BOX_GAP = 16
SIDE_BY_SIDE_FROM = 440


class ProtectionSection(Section):
    """The truth about this vault, and below it `foot`: what can be chosen about locking."""

    def __init__(self, theme: Theme, vm: ProtectionViewModel, foot: QWidget) -> None:
        super().__init__(theme, strings.TITLE, strings.TEXT_ANY)
        self._vm = vm
        self.deeds = ProtectionDeeds(theme, vm, self)
        self.banner = Banner(theme, BannerKind.NOTE, Icon.KEY_ROUND, "")
        self.banner.hide()
        self.both = Switch(theme, strings.NEED_BOTH)
        self.change_key = make_button(theme, strings.CHANGE_KEY, size=ButtonSize.SMALL)
        self.rows: list[WayRowView] = []
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self._shown: QWidget | None = None
        self._boxes: QWidget | None = None
        self._place: QWidget | None = None
        self.column.addWidget(self.banner)
        self.column.addLayout(self._facts)
        self.column.addSpacing(BOX_GAP)
        self.column.addWidget(foot)
        self.check = CheckRow(theme, vm)
        self.column.addWidget(self.check)
        self.column.addSpacing(BOX_GAP)
        need_both = (strings.NEED_BOTH, strings.NEED_BOTH_HELP)
        self.column.addWidget(SettingRow(theme, *need_both, self.both, hint=True))
        change_key = (strings.CHANGE_KEY.rstrip("…"), strings.CHANGE_KEY_HELP)
        self.column.addWidget(SettingRow(theme, *change_key, self.change_key, hint=True))
        self._end = QVBoxLayout()
        self.column.addLayout(self._end)
        self.copies = CopiesRow(theme, vm)
        self.column.addWidget(self.copies)
        self.column.addStretch(1)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes side by side, or one below the other."""
        super().resizeEvent(event)
        self._lay_boxes()

    @property
    def footer(self) -> tuple[str, ...]:
        """Whom this page is written for."""
        return (strings.FOOTER,)

    def look_again(self) -> None:
        """Look at the vault's files again."""
        self._vm.look_again()

    def _connect(self) -> None:
        self._vm.changed.connect(self._on_changed)
        self._vm.told.connect(self._on_told)
        self._vm.busy_changed.connect(self._on_busy_changed)
        self.both.clicked.connect(self.deeds.switch_both)
        self.change_key.clicked.connect(self.deeds.change_key)

    @Slot()
    def _on_changed(self) -> None:
        protection = self._vm.protection
        if protection is None:
            return
        for old in (self._shown, self._place):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._shown = self._drawn(protection)
        self._facts.addWidget(self._shown)
        size = settings_strings.size_words(protection.size)
        place = f"{protection.database}\n{settings_strings.FILE_SIZE.format(size=size)}"
        self._place = SettingRow(self.theme, settings_strings.FILE_PLACE, place)
        self._end.addWidget(self._place)
        self.both.setChecked(self.deeds.is_both)
        self._lay_boxes()
        self._on_busy_changed(self._vm.busy)

    def _drawn(self, protection: VaultProtection) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = [WayRowView(self.theme, row) for row in way_rows(protection, self._vm.now)]
        for row in self.rows:
            row.asked.connect(self.deeds.begin)
            column.addWidget(row)
        column.addSpacing(12)
        self._boxes = protection_boxes(self.theme, protection)
        column.addWidget(self._boxes)
        return widget

    def _lay_boxes(self) -> None:
        if self._boxes is not None:
            wide = self.width() / self.theme.scale.text >= SIDE_BY_SIDE_FROM
            lay_boxes(self._boxes, side_by_side=wide)

    @Slot(object)
    def _on_told(self, told: Told | None) -> None:
        self.banner.setVisible(told is not None)
        if told is not None:
            self.banner.say(*told)

    @Slot(str)
    def _on_busy_changed(self, words: str) -> None:
        for row in self.rows:
            row.setEnabled(not words)
        self.both.setEnabled(not words)
        self.change_key.setEnabled(not words)
        if words == strings.CHANGING_KEY:
            self.banner.say(words)
            self.banner.show()
