"""The first step: what this is, where it lives, and how to write (36)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.first_run_vm import FirstRunViewModel
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.unlock.vault_place import VaultPlace
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel


class PlaceStep(StepPage):
    """The usual place will do for nearly everybody; a synchronised folder gets a banner."""

    other_vault_wanted = Signal()
    new_place_wanted = Signal()

    def __init__(self, theme: Theme, vm: FirstRunViewModel) -> None:
        super().__init__(theme, 1, strings.PLACE_TITLE, strings.PLACE_TEXT)
        self._vm = vm
        place = vm.place
        self.on = make_button(theme, strings.GO_ON, role=ButtonRole.PRIMARY)
        self.have = make_button(theme, strings.HAVE_VAULT, role=ButtonRole.QUIET)
        self.change = make_button(theme, strings.CHANGE, role=ButtonRole.LINK, size=ButtonSize.LINE)
        self.where = TextLabel(theme, place.words, Type.LIST)
        self.room = TextLabel(theme, place.room, Type.META, tone=Role.MUTED, lines=0)
        self.banner = _synced_banner(theme, place)
        self.body.addSpacing(16)
        self.body.addLayout(_points(theme))
        self.body.addSpacing(24)
        label = TextLabel(theme, strings.WHERE_IT_LIVES, Type.META_MEDIUM, tone=Role.TEXT2)
        self.body.addWidget(label)
        self.body.addSpacing(6)
        self.body.addWidget(_place_row(theme, self.where, self.change))
        self.body.addSpacing(6)
        self.body.addWidget(self.room)
        if self.banner is not None:
            self.body.addSpacing(12)
            self.body.addWidget(self.banner)
        self.body.addSpacing(24)
        self.body.addWidget(_before_you_write(theme))
        self.foot(self.have, self.on)
        self.on.clicked.connect(self.go_on)
        self.have.clicked.connect(self.other_vault_wanted)
        self.change.clicked.connect(self.new_place_wanted)

    def take_focus(self) -> None:
        """Go on is all that is needed here."""
        self.on.setFocus()

    def go_on(self) -> None:
        """Go on to what opens the notes."""
        self._vm.choose_protection()


def _points(theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for point in strings.PLACE_POINTS:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(GlyphLabel(theme, Icon.CHECK, 16, Role.ACCENT))
        row.addWidget(TextLabel(theme, point, lines=0), 1)
        column.addLayout(row)
    return column


def _place_row(theme: Theme, where: TextLabel, change: Button) -> QWidget:
    card = Card()
    row = QHBoxLayout(card)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    row.addWidget(GlyphLabel(theme, Icon.FOLDER, 16))
    row.addWidget(where, 1)
    row.addWidget(change)
    return card


def _synced_banner(theme: Theme, place: VaultPlace) -> Banner | None:
    if not place.service:
        return None
    title = strings.SYNCED_TITLE.format(service=place.service)
    return Banner(theme, BannerKind.NOTE, Icon.TRIANGLE_ALERT, title, strings.SYNCED_TEXT)


def _before_you_write(theme: Theme) -> QWidget:
    card = Card(Surface.SUNKEN)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(2)
    column.addWidget(TextLabel(theme, strings.BEFORE_TITLE, Type.NAME, lines=0))
    column.addWidget(TextLabel(theme, strings.BEFORE_TEXT, Type.LIST, tone=Role.TEXT2, lines=0))
    return card
