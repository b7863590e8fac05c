"""Settings, Privacy and lock: when the window locks by itself, and locking it now."""

from __future__ import annotations

from PySide6.QtCore import Slot

from managernotes_ui.common.actions import Actions
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell import commands
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.select import Select

MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)
"""What is offered; 0 never locks by itself."""


class PrivacySection(Section):
    """Changes the settings; the idle watch hears of it."""

    def __init__(self, theme: Theme, settings: SettingsKeeper, actions: Actions) -> None:
        super().__init__(theme, strings.PRIVACY, strings.LOCK_COVERS)
        self._settings = settings
        present = settings.settings.auto_lock_minutes
        self._minutes = MINUTES if present in MINUTES else (present, *MINUTES)
        self.after = Select(theme, strings.LOCK_AFTER, small=True)
        for number in self._minutes:
            self.after.addItem(strings.minutes(number))
        self.after.setCurrentIndex(self._minutes.index(present))
        key = commands.LOCK.keys[0]
        self.lock = make_button(theme, strings.LOCK, icon=Icon.LOCK, size=ButtonSize.SMALL, key=key)
        after, now = strings.LOCK_AFTER_HELP, strings.LOCK_NOW_HELP
        self.column.addWidget(SettingRow(theme, strings.LOCK_AFTER, after, self.after))
        self.column.addWidget(SettingRow(theme, strings.LOCK_NOW, now, self.lock))
        self.column.addStretch(1)
        self.after.activated.connect(self._on_chosen)
        self.lock.clicked.connect(lambda: actions.get(commands.LOCK.name).trigger())

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._settings.change(auto_lock_minutes=self._minutes[number])
