"""Settings, About: the version, what the app does not do, and what it is made of."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

import managernotes
from managernotes.services.vault_files import cipher_version
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.section import Section
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

COLUMN_GAP, LINE_GAP = 16, 4


class AboutSection(Section):
    """Figures and sentences; nothing of the vault."""

    def __init__(self, theme: Theme) -> None:
        title = strings.ABOUT_TITLE.format(version=managernotes.__version__)
        super().__init__(theme, title, strings.ABOUT_TEXT)
        self._heading(strings.LIMITS_TITLE)
        self.column.addLayout(self._limits())
        self.column.addSpacing(16)
        self._heading(strings.LIBRARIES_TITLE)
        self.column.addLayout(self._libraries())
        self.column.addStretch(1)

    def _heading(self, words: str) -> None:
        self.column.addWidget(TextLabel(self.theme, words, Type.NAME, lines=0))
        self.column.addSpacing(LINE_GAP)

    def _limits(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(LINE_GAP)
        for sentence in strings.LIMITS:
            label = TextLabel(self.theme, sentence, Type.LIST, tone=Role.TEXT2, lines=0)
            column.addWidget(label)
        return column

    def _libraries(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(COLUMN_GAP)
        grid.setVerticalSpacing(LINE_GAP)
        for number, cells in enumerate(library_rows()):
            for column, words in enumerate(cells):
                tone = Role.MUTED if column else Role.TEXT2
                label = TextLabel(self.theme, words, Type.LIST, tone=tone, lines=0)
                grid.addWidget(label, number, column)
        return grid


def library_rows() -> Iterator[tuple[str, str, str]]:
    """Yield name, version and licence of each part."""
    yield "Python", platform.python_version(), "PSF-2.0"
    name, licence = strings.CIPHER
    yield name, cipher_version(), licence
    for package, called, licence in strings.LIBRARIES:
        yield called, _version(package), licence
    yield from strings.ART


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return strings.NOT_FOUND
