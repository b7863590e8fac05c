"""Where somebody wants to go in their own words, and how they like to be thanked (SPEC §5.10)."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.goal_card import head_row
from managernotes_ui.goals.person_goals_vm import PersonGoalsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.line_rows import REACH
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_WORDS_FROM = 210
"""Pixels at text scale 1."""


class DirectionPart(QWidget):
    """Stands under the list of goals; its pencil opens the sheet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.edit = icon_button(
            theme,
            Icon.PENCIL,
            strings.EDIT_DIRECTION,
            key="D",
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        self.direction = TextLabel(theme, "", Type.BODY, tone=Role.TEXT2, lines=0)
        self.said = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.career = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.thanked = TextLabel(theme, "", Type.BODY, tone=Role.TEXT2, lines=0)
        self._in_words = TextLabel(theme, strings.IN_THEIR_WORDS, Type.META, tone=Role.MUTED)
        self._theme = theme
        self._build()
        for label in (self.direction, self.thanked):
            label.hold_text(Uncover(theme, label, None))

    def show_direction(self, vm: PersonGoalsViewModel) -> None:
        """Show what they said, and where."""
        shown = vm.shown
        if shown is None:
            return
        plan = shown.growth.plan
        words = plan.words.direction.strip(' "“”') if plan is not None else ""
        self.direction.setText(
            strings.QUOTED.format(words=words) if words else strings.NO_DIRECTION
        )
        self.direction.set_tone(Role.TEXT2 if words else Role.MUTED)
        for label, line in ((self.said, vm.said), (self.career, vm.last_career_talk)):
            label.setText(line)
            label.setVisible(bool(line))
        self.thanked.setText(shown.thanked or strings.NO_THANKED)
        self.thanked.set_tone(Role.TEXT2 if shown.thanked else Role.MUTED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out that the words are theirs where the head has no room for it."""
        super().resizeEvent(event)
        self._in_words.setVisible(self.width() / self._theme.scale.text >= _WORDS_FROM)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(REACH, 0, REACH, 0)
        column.setSpacing(4)
        column.addSpacing(16)
        column.addWidget(head_row(self._theme, strings.DIRECTION, self._in_words, self.edit))
        column.addWidget(self.direction)
        column.addWidget(self.said)
        column.addWidget(self.career)
        column.addSpacing(12)
        column.addWidget(head_row(self._theme, strings.THANKED))
        column.addWidget(self.thanked)
