"""Settings, Privacy in the room: what others may see over a shoulder or on a shared screen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from managernotes_ui.common.actions import Actions
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell import commands
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonSize, make_button


class PrivacySection(Section):
    """Locking now, and what covers the window; `choices` takes the rows of what may be chosen."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(theme, strings.PRIVACY, strings.LOCK_COVERS)
        key = commands.LOCK.keys[0]
        self.lock = make_button(theme, strings.LOCK, icon=Icon.LOCK, size=ButtonSize.SMALL, key=key)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(0)
        self.column.addLayout(self.choices)
        now = strings.LOCK_NOW_HELP
        self.column.addWidget(SettingRow(theme, strings.LOCK_NOW, now, self.lock))
        self.column.addWidget(SettingRow(theme, strings.COVER, strings.COVER_HELP))
        self.column.addStretch(1)
        self.lock.clicked.connect(lambda: actions.get(commands.LOCK.name).trigger())
