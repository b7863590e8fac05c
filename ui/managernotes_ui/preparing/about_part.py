"""The first step of a path: what the talk is about, and how much of it is prepared (S22)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.preparation import About, Path
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.choices import Choices
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

_ABOUTS, _PATHS = tuple(strings.ABOUTS), (Path.FULL, Path.SHORT)


class AboutPart(Part):
    """Choosing brings other prompts; nothing that was typed goes."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        theme = self._theme
        self.about = Choices(theme, strings.ABOUT, tuple(strings.ABOUTS.values()))
        self.path = Choices(theme, strings.PATH, (strings.FULL_PATH, strings.SHORT_PATH))
        column = self._column
        column.addWidget(self.about)
        column.addSpacing(20)
        column.addWidget(TextLabel(theme, strings.PATH, Type.SECTION, lines=0))
        column.addSpacing(2)
        column.addWidget(
            TextLabel(theme, strings.SHORT_PATH_HELP, Type.LIST, tone=Role.MUTED, lines=0)
        )
        column.addSpacing(12)
        column.addWidget(self.path)
        self.about.chosen.connect(self._on_about)
        self.path.chosen.connect(self._on_path)
        self.refresh()

    @property
    def first(self) -> QWidget:
        """The first answer."""
        return self.about.buttons[0]

    def refresh(self) -> None:
        """Show what is chosen."""
        if self._vm.read is not None:
            preparation = self._vm.read.desk.preparation
            self.about.set_current(_ABOUTS.index(preparation.about))
            self.path.set_current(_PATHS.index(preparation.path))

    @Slot(int)
    def _on_about(self, at: int) -> None:
        self._vm.changes.set(about=About(_ABOUTS[at]))

    @Slot(int)
    def _on_path(self, at: int) -> None:
        self._vm.changes.set(path=_PATHS[at])
