"""The column beside the results: tick boxes, and under them the select "When"."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.facet_list import FacetList
from managernotes_ui.search.facet_model import FacetModel
from managernotes_ui.search.facets import facet_lines
from managernotes_ui.search.search_vm import SearchViewModel
from managernotes_ui.search.when_choice import when_choices, when_words
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, GAP, ABOVE_HEAD, BELOW_HEAD, BELOW = 184, 24, 16, 6, 12


class FacetPanel(QWidget):
    """Ticks go to the view-model; `when_chosen` brings the filter to write into the line."""

    when_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        vm: SearchViewModel,
        directory: PeopleDirectory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vm = vm
        self._directory = directory
        self._dates = DateWords()
        self._is_wide = False
        self.boxes = FacetList(theme, FacetModel(self))
        self.when = Select(theme, strings.WHEN, small=True)
        policy = self.boxes.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
        self.boxes.setSizePolicy(policy)
        self._build()
        self.boxes.toggled.connect(vm.tick)
        self.when.activated.connect(self._on_when)
        theme.changed.connect(self._dress)
        theme.cover_changed.connect(self.refresh)
        self._dress()

    def set_wide(self, is_wide: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Take the whole width, or the column's 184."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._dress()

    @Slot()
    def refresh(self) -> None:
        """Show the boxes and the days of what was found now."""
        vm = self._vm
        people, covers = self._directory.people, self._theme.cover.kinds
        self.boxes.show_lines(facet_lines(vm.found, vm.ticks, people, covers_kinds=covers))
        choices = when_choices(vm.today, self._dates)
        words = [choice.words for choice in choices]
        present = when_words(vm.query, vm.today, self._dates)
        self.when.clear()
        for choice in choices:
            self.when.addItem(choice.words, choice.letters)
        if present not in words:
            self.when.addItem(present)
        self.when.setCurrentIndex(self.when.findText(present))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, BELOW)
        column.setSpacing(0)
        column.addWidget(self.boxes)
        column.addSpacing(ABOVE_HEAD)
        column.addWidget(TextLabel(self._theme, strings.WHEN, Type.META_MEDIUM, tone=Role.MUTED))
        column.addSpacing(BELOW_HEAD)
        column.addWidget(self.when)
        column.addStretch(1)

    @Slot(int)
    def _on_when(self, number: int) -> None:
        letters = self.when.itemData(number)
        if letters is not None:
            self.when_chosen.emit(letters)

    @Slot()
    def _dress(self) -> None:
        if self._is_wide:
            self.setMinimumWidth(0)
            self.setMaximumWidth(self._theme.scale.px(2 * WIDTH) + GAP)
        else:
            self.setFixedWidth(self._theme.scale.px(WIDTH) + GAP)
