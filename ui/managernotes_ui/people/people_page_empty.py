"""What stands on the people page while there is nobody to show (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.common.strings import people as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.nav_row import paint_person_dot
from managernotes_ui.widgets.text_block import TextBlock

EMPTY_ABOVE = 72
_GAP, _COLUMN = 8, 16


def first_person(theme: Theme, add: Callable[[], None]) -> EmptyState:
    """Return the column that teaches what goes here; its button adds the first person."""
    button = make_button(
        theme, strings.ADD, icon=Icon.USER_PLUS, role=ButtonRole.PRIMARY, key="Ctrl+Shift+A"
    )
    button.clicked.connect(lambda _checked=False: add())
    state = EmptyState(
        theme,
        Icon.USERS,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=ExampleRow(theme),
        primary=button,
    )
    state.setFocusProxy(button)
    return state


def nobody_here(theme: Theme, show_all: Callable[[], None]) -> EmptyState:
    """Return the column for a filter that lets nobody through."""
    button = make_button(theme, strings.SHOW_ALL)
    button.clicked.connect(lambda _checked=False: show_all())
    return EmptyState(
        theme, Icon.LIST_FILTER, strings.NOBODY_TITLE, strings.NOBODY_TEXT, quiet=button
    )


class ExampleRow(QWidget):
    """A row as the list will show it; only to be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(f"{strings.EXAMPLE_NAME}, {strings.EXAMPLE_REST}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return two lines."""
        fonts = self._theme.fonts
        return QSize(320, fonts.line(Type.NAME) + fonts.line(Type.META))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dot, name, and what stands under it."""
        painter = QPainter(self)
        theme = self._theme
        column = theme.scale.icon(_COLUMN)
        room = QRectF(self.rect()).adjusted(column + _GAP, 0, 0, 0)
        name = TextBlock(theme, strings.EXAMPLE_NAME, Type.NAME, room.width(), max_lines=1)
        rest = TextBlock(theme, strings.EXAMPLE_REST, Type.META, room.width(), max_lines=1)
        paint_person_dot(painter, QPointF(column / 2, name.height / 2), theme, filled=True)
        name.paint(painter, room.topLeft())
        rest.paint(painter, room.topLeft() + QPointF(0, name.height), Role.MUTED)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
