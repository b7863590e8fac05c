"""Settings, Appearance: light or dark, and the size of text; both take effect at once."""

from __future__ import annotations

from PySide6.QtCore import Slot

from managernotes.settings import Theme as ThemeChoice
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.scale import TEXT_SCALES
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.segments import Segments

_WHOLE = 100


class AppearanceSection(Section):
    """Changes the settings; whoever keeps the theme hears of it."""

    def __init__(self, theme: Theme, settings: SettingsKeeper) -> None:
        super().__init__(theme, strings.APPEARANCE)
        self._settings = settings
        present = settings.settings
        self._themes = tuple(ThemeChoice)
        self._scales = tuple(sorted({*TEXT_SCALES, present.text_scale}))
        names = [strings.THEMES[choice] for choice in self._themes]
        self.theme_choice = Segments(theme, strings.THEME, names)
        sizes = [strings.PERCENT.format(number=round(scale * _WHOLE)) for scale in self._scales]
        self.size_choice = Segments(theme, strings.TEXT_SIZE, sizes)
        self._show_present()
        rows = (
            (strings.THEME, strings.THEME_HELP, self.theme_choice),
            (strings.TEXT_SIZE, strings.TEXT_SIZE_HELP, self.size_choice),
        )
        for title, text, control in rows:
            self.column.addWidget(SettingRow(theme, title, text, control))
        self.column.addStretch(1)
        self.theme_choice.chosen.connect(self._on_theme_chosen)
        self.size_choice.chosen.connect(self._on_size_chosen)

    def _show_present(self) -> None:
        present = self._settings.settings
        self.theme_choice.set_current(self._themes.index(present.theme))
        self.size_choice.set_current(self._scales.index(present.text_scale))

    @Slot(int)
    def _on_theme_chosen(self, number: int) -> None:
        self._settings.change(theme=self._themes[number])

    @Slot(int)
    def _on_size_chosen(self, number: int) -> None:
        self._settings.change(text_scale=self._scales[number])
