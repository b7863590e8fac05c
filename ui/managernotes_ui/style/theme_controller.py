"""Follows the system's light or dark, or holds the one the user chose."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from managernotes_ui.style.theme import Scheme, Theme


class Appearance(StrEnum):
    """The setting in Settings → Appearance."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeController(QObject):
    """Keeps a theme in step with the setting and, when that says so, with the system."""

    def __init__(
        self, app: QApplication, theme: Theme, appearance: Appearance = Appearance.SYSTEM
    ) -> None:
        super().__init__(theme)
        self._hints = app.styleHints()
        self._theme = theme
        self._appearance = appearance
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._follow()

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Hold light or dark, or follow the system from now on."""
        self._appearance = appearance
        self._follow()

    def _follow(self) -> None:
        wanted = {
            Appearance.SYSTEM: Qt.ColorScheme.Unknown,
            Appearance.LIGHT: Qt.ColorScheme.Light,
            Appearance.DARK: Qt.ColorScheme.Dark,
        }[self._appearance]
        # Tells the platform too, so that title bars and native dialogs go along where they can.
        self._hints.setColorScheme(wanted)
        self._on_system_changed(self._hints.colorScheme())

    @Slot(Qt.ColorScheme)
    def _on_system_changed(self, system: Qt.ColorScheme) -> None:
        dark = self._appearance is Appearance.DARK or (
            self._appearance is Appearance.SYSTEM and system is Qt.ColorScheme.Dark
        )
        self._theme.set_scheme(Scheme.DARK if dark else Scheme.LIGHT)
