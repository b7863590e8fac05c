"""The panel beside a source: what is filled in by itself, and how it reads (SPEC §7.25)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.templates.template_words import preview_sections
from managernotes_ui.templates.variable_row import VariableRow
from managernotes_ui.widgets.card import Card, hairline
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_PADDING = 24
_WHO = 108
_LANE = 12
"""Width of the scroll bar, which lies in the panel's padding."""


class VariablePanel(QScrollArea):
    """`wanted` brings the variable to put at the caret, `person_chosen` whose preview it is."""

    wanted = Signal(str)
    person_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.who = Select(theme, strings.WITH_WHOM, quiet=True, small=True)
        self.as_talk = TextLabel(theme, strings.AS_A_TALK, Type.NAME)
        self.card = Card()
        self._variables = QVBoxLayout()
        self._sections = QVBoxLayout(self.card)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._preview = ""
        self._uncover = Uncover(theme, self.card, None)
        self._build()
        self.who.activated.connect(self._on_person)

    def show_people(self, people: Sequence[PersonOverview], chosen: PersonId | None) -> None:
        """Offer these people for the preview."""
        known = [self.who.itemData(at) for at in range(self.who.count())]
        if known != [one.id for one in people]:
            self.who.clear()
            for one in people:
                self.who.addItem(one.display_name.partition(" ")[0] or one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self.who.setVisible(bool(people))
        name = self.who.currentText()
        self.as_talk.setText(strings.AS_TALK.format(name=name) if name else strings.AS_A_TALK)
        self.card.setAccessibleName(strings.PREVIEW.format(name=name))

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Show variables with what they are filled with."""
        if tuple(values) == self._shown:
            return
        self._shown = tuple(values)
        _clear(self._variables)
        for name, value in values:
            row = VariableRow(self._theme, name, value)
            row.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self._variables.addWidget(row)

    def show_preview(self, text: str) -> None:
        """Show the filled template."""
        if text == self._preview:
            return
        self._preview = text
        _clear(self._sections)
        for section in preview_sections(text):
            label = TextLabel(self._theme, "", Type.LIST, lines=0)
            runs = [
                Run(f"{words}\n" if at < len(section) - 1 else words, SEMIBOLD if strong else None)
                for at, (words, strong) in enumerate(section)
            ]
            label.set_runs(runs)
            label.hold_text(self._uncover)
            self._sections.addWidget(label)

    @property
    def preview_text(self) -> str:
        """What the preview reads now."""
        return self._preview

    def _build(self) -> None:
        whole = QWidget()
        whole.setProperty("ground", "sunken")
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(strings.PANEL)
        calm_scrolling(self._theme, self)
        head = QHBoxLayout()
        head.addWidget(TextLabel(self._theme, strings.FILLED, Type.NAME), 1)
        head.addWidget(TextLabel(self._theme, strings.FILLED_HINT, Type.META, tone=Role.MUTED))
        with_whom = QHBoxLayout()
        with_whom.setSpacing(12)
        with_whom.addWidget(self.as_talk, 1)
        with_whom.addWidget(self.who)
        self.who.setMinimumWidth(self._theme.scale.px(_WHO))
        self._variables.setSpacing(0)
        self._sections.setContentsMargins(16, 12, 16, 12)
        self._sections.setSpacing(8)
        keeps = TextLabel(self._theme, strings.KEEPS, Type.META, tone=Role.MUTED, lines=0)
        column = QVBoxLayout(whole)
        column.setContentsMargins(_PADDING, 17, _PADDING - _LANE, _PADDING)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(5)
        column.addWidget(hairline())
        column.addLayout(self._variables)
        column.addSpacing(20)
        column.addLayout(with_whom)
        column.addSpacing(6)
        column.addWidget(self.card)
        column.addSpacing(12)
        column.addWidget(keeps)
        column.addStretch(1)

    @Slot(int)
    def _on_person(self, at: int) -> None:
        self.person_chosen.emit(self.who.itemData(at))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
