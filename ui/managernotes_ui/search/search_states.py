"""What stands on the search page when there is nothing to list: how to search (SPEC §5.17)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.search_vm import SearchViewModel
from managernotes_ui.search.when_choice import when_choices
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel

ABOVE = 48
RIGHT = 24
"""What the list of results reaches into the margin, and its scroll bar."""
_MOST = 100
"""A stretch that leaves to others only what is beyond the widest a column may be."""


class EmptySearch(QWidget):
    """Nothing is typed yet: what can be, and some searches to try."""

    example_chosen = Signal(str)

    def __init__(self, theme: Theme, vm: SearchViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        since = when_choices(vm.today, DateWords())[2]
        examples = QWidget()
        column = QVBoxLayout(examples)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for letters, meaning in strings.examples(since.letters, since.words):
            column.addLayout(self._example(theme, letters, meaning))
        state = EmptyState(
            theme,
            Icon.SEARCH,
            strings.EMPTY_TITLE,
            strings.EMPTY_TEXT,
            example_caption=strings.EMPTY_EXAMPLE,
            example=examples,
        )
        _centre(self, state)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as small as it may."""
        return QSize(0, 0)

    def _example(self, theme: Theme, letters: str, meaning: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        button = make_button(theme, letters, role=ButtonRole.LINK, size=ButtonSize.LINE)
        button.setAccessibleName(f"{letters}: {meaning}")
        button.clicked.connect(partial(self.example_chosen.emit, f"{letters} "))
        row.addWidget(button)
        row.addWidget(TextLabel(theme, meaning, Type.LIST, tone=Role.MUTED), 1)
        return row


class NothingFound(QWidget):
    """Something is asked that no note answers: what to do about it."""

    def __init__(self, theme: Theme, vm: SearchViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self._take_off = make_button(theme, strings.TAKE_OFF)
        self._take_off.clicked.connect(vm.take_off)
        self._text = EmptyState(
            theme,
            Icon.SEARCH,
            strings.NOTHING_TITLE,
            strings.NOTHING_TEXT,
            quiet=self._take_off,
        )
        _centre(self, self._text)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as small as it may."""
        return QSize(0, 0)

    @Slot()
    def refresh(self) -> None:
        """Offer to take off the ticks when the words alone find something."""
        self._take_off.setVisible(bool(self._vm.found.all.total))


def _centre(widget: QWidget, state: EmptyState) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, ABOVE, RIGHT, 0)
    row = QHBoxLayout()  # an aligned widget would get the height of its unwrapped text
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(state, _MOST)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
