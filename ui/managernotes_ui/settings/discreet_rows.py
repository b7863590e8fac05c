"""The rows about discreet mode, in Settings, Privacy in the room (SPEC §8)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.settings import Settings
from managernotes_ui.common.strings import discreet as strings
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.switch import Switch


class DiscreetRows(QWidget):
    """Two switches that take effect at once; they follow the key too."""

    def __init__(self, theme: Theme, settings: SettingsKeeper) -> None:
        super().__init__()
        self._settings = settings
        self.mode = Switch(theme, strings.TITLE)
        self.texts_open = Switch(theme, strings.TEXTS_OPEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for title, text, control in (
            (strings.TITLE, strings.ROW_HELP, self.mode),
            (strings.TEXTS_OPEN, strings.TEXTS_OPEN_HELP, self.texts_open),
        ):
            column.addWidget(SettingRow(theme, title, text, control))
        self.mode.clicked.connect(self._on_mode_clicked)
        self.texts_open.clicked.connect(self._on_texts_open_clicked)
        settings.changed.connect(self._on_settings)
        self._on_settings(settings.settings)

    @Slot(object)
    def _on_settings(self, chosen: Settings) -> None:
        self.mode.setChecked(chosen.discreet_mode)
        self.texts_open.setChecked(chosen.discreet_texts_open)

    @Slot(bool)
    def _on_mode_clicked(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(discreet_mode=on)

    @Slot(bool)
    def _on_texts_open_clicked(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(discreet_texts_open=on)
