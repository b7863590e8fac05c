"""The component sheet: every component in every state, to lay beside look/components.png."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.tour import component_controls, component_parts
from managernotes_ui.tour.component_board import SheetBoard

_PLACES = (
    component_controls.place_surfaces,
    component_controls.place_type,
    component_controls.place_buttons,
    component_controls.place_small,
    component_parts.place_kinds,
    component_parts.place_share,
    component_controls.place_inputs,
    component_controls.place_popups,
    component_parts.place_rows,
    component_controls.place_banners,
    component_parts.place_strip,
    component_parts.place_grid,
    component_controls.place_sidebar,
    component_parts.place_steps,
)


def component_sheet(theme: Theme) -> QWidget:
    """Return the sheet of a theme, ready to be grabbed; the theme must have been applied."""
    board = SheetBoard(theme)
    for place in _PLACES:
        place(board, theme)
    board.finish()
    return board
