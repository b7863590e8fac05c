"""The rows about locking and covering, at the foot of Settings, Protection (SPEC §5.16)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import settings as strings
from managernotes_ui.locking.capture_shield import (
    CaptureShield,
    Exclusion,
    shield_of_this_system,
)
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.switch import Switch

MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)
"""What is offered; 0 never locks by itself."""


class LockingRows(QWidget):
    """Three choices that take effect at once; who locks and covers hears of them."""

    def __init__(
        self, theme: Theme, settings: SettingsKeeper, shield: CaptureShield | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        exclusion = (shield or shield_of_this_system()).exclusion
        present = settings.settings
        minutes = present.auto_lock_minutes
        self._minutes = MINUTES if minutes in MINUTES else (minutes, *MINUTES)
        self.after = Select(theme, strings.LOCK_AFTER, small=True)
        for number in self._minutes:
            self.after.addItem(strings.minutes(number))
        self.after.setCurrentIndex(self._minutes.index(minutes))
        self.cover = Switch(theme, strings.COVER)
        self.cover.setChecked(present.cover_on_focus_loss)
        self.keep_out = Switch(theme, strings.KEEP_OUT)
        self.keep_out.setEnabled(exclusion is not Exclusion.IMPOSSIBLE)
        self.keep_out.setChecked(self.keep_out.isEnabled() and present.keep_out_of_sharing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = (
            (strings.LOCK_AFTER, strings.LOCK_AFTER_HELP, self.after),
            (strings.COVER, "", self.cover),
            (strings.KEEP_OUT, strings.KEEP_OUT_HELP[exclusion], self.keep_out),
        )
        for title, text, control in rows:
            column.addWidget(SettingRow(theme, title, text, control, hint=bool(text)))
        self.after.activated.connect(self._on_after_chosen)
        self.cover.clicked.connect(self._on_cover_clicked)
        self.keep_out.clicked.connect(self._on_keep_out_clicked)

    @Slot(int)
    def _on_after_chosen(self, number: int) -> None:
        self._settings.change(auto_lock_minutes=self._minutes[number])

    @Slot(bool)
    def _on_cover_clicked(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(cover_on_focus_loss=on)

    @Slot(bool)
    def _on_keep_out_clicked(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(keep_out_of_sharing=on)
