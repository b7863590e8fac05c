"""The panel of versions: each with the days on which it held, the newest first (INV-17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.strings import standards as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_PADDING = 24


class VersionText(NamedTuple):
    """A version: its days, and what it said."""

    days: str
    words: tuple[str, ...]


class VersionsPanel(QScrollArea):
    """On the sunken ground; its words are covered where texts are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[VersionText, ...] | None = None
        self._whole = QWidget()
        self._uncover = Uncover(theme, self._whole, None)
        self._column = QVBoxLayout(self._whole)
        self._build()
        self.show_versions(())

    def show_versions(self, versions: Sequence[VersionText]) -> None:
        """Show other versions; the same ones leave everything as it is."""
        if tuple(versions) == self._shown:
            return
        self._shown = tuple(versions)
        while (item := self._column.takeAt(1)) is not None:
            if (part := item.widget()) is not None:
                part.deleteLater()
        if not versions:
            self._add(strings.NO_HISTORY, Type.LIST, Role.MUTED)
        for version in versions:
            self._column.addSpacing(12)
            self._add(version.days, Type.META_MEDIUM, Role.MUTED)
            for words in version.words:
                self._add(words, Type.LIST, Role.TEXT2).hold_text(self._uncover)
        self._column.addStretch(1)

    @property
    def versions(self) -> tuple[VersionText, ...]:
        """What is on show."""
        return self._shown or ()

    def _add(self, words: str, style: Type, tone: Role) -> TextLabel:
        label = TextLabel(self._theme, words, style, tone=tone, lines=0)
        self._column.addWidget(label)
        return label

    def _build(self) -> None:
        for part in (self, self._whole):
            part.setProperty("ground", "sunken")
        self._column.setContentsMargins(_PADDING, 20, _PADDING, _PADDING)
        self._column.setSpacing(4)
        self._column.addWidget(TextLabel(self._theme, strings.HISTORY, Type.NAME))
        self.setAccessibleName(strings.PANEL)
        self.setWidget(self._whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(self._theme, self)
