"""Turns discreet mode on and off, and keeps it: it survives a lock and a restart (SPEC §8)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QToolTip

from managernotes.settings import Settings
from managernotes_ui.common.session import Session
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.cover import Cover
from managernotes_ui.style.theme import Theme


class DiscreetMode(QObject):
    """Brings the setting to the session, which renames, and to the theme, which covers."""

    def __init__(
        self, theme: Theme, session: Session, settings: SettingsKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._settings = settings
        settings.changed.connect(self._on_settings)
        self._on_settings(settings.settings)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._session.discreet.is_on

    @Slot()
    def toggle(self) -> None:
        """Turn it on, or by hand off; the screen first, the disk after it."""
        chosen = self._settings.settings
        on = not self.is_on
        self._switch(on=on, leaves_texts_open=chosen.discreet_texts_open)
        self._settings.change(discreet_mode=on)

    @Slot(object)
    def _on_settings(self, chosen: Settings) -> None:
        self._switch(on=chosen.discreet_mode, leaves_texts_open=chosen.discreet_texts_open)

    def _switch(self, *, on: bool, leaves_texts_open: bool) -> None:
        QToolTip.hideText()
        discreet = self._session.discreet
        discreet.switch(on=on, leaves_texts_open=leaves_texts_open)
        self._theme.set_cover(Cover(kinds=discreet.is_on, texts=discreet.covers_texts))
