"""The restore card: what the chosen backup lacks and what only it has, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.backup_vm import RestoreCard
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.text_label import TextLabel

_SIDE_BY_SIDE_FROM = 520


class BackupCard(Card):
    """Three differences over three buttons; a backup of another key has none of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = TextLabel(theme, "", Type.SECTION, lines=0)
        self.aside = TextLabel(theme, strings.KEPT_ASIDE, Type.META, tone=Role.MUTED, lines=0)
        self.other_key = TextLabel(
            theme, strings.OTHER_KEY_TEXT, Type.LIST, tone=Role.TEXT2, lines=0
        )
        self.values = [TextLabel(theme, "", Type.BODY, lines=0) for _ in range(3)]
        self.open = make_button(
            theme, strings.OPEN_BESIDE, role=ButtonRole.PRIMARY, key="Return",
        )  # fmt: skip
        self.fetch = make_button(theme, strings.FETCH)
        self.restore = make_button(theme, strings.RESTORE)
        self.unlock = make_button(theme, strings.UNLOCK)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def show_card(self, card: RestoreCard) -> None:
        """Show another backup's differences, or that they are looked for."""
        self.title.setText(card.title)
        words = (card.newer, card.changed, card.only_there)
        for label, text in zip(self.values, words, strict=True):
            label.setText(text)
            label.set_tone(Role.TEXT if card.found is not None else Role.MUTED)
        self.other_key.setVisible(not card.is_ours)
        for button in (self.open, self.fetch, self.restore):
            button.setVisible(card.is_ours)
        self.unlock.setVisible(not card.is_ours)
        self.fetch.setEnabled(card.found is not None)
        self.restore.setEnabled(card.found is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put facts and buttons side by side, or one below the other."""
        super().resizeEvent(event)
        beside = self.width() / self._theme.scale.text >= _SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if beside else directions.TopToBottom
        for box in (self._head, self._facts, self._buttons):
            box.setDirection(wanted)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(0)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._head)
        column.addSpacing(12)
        names = (strings.NEWER, strings.CHANGED, strings.ONLY_THERE)
        self._facts.setSpacing(12)
        for name, value in zip(names, self.values, strict=True):
            fact = QVBoxLayout()
            fact.setSpacing(0)
            fact.addWidget(TextLabel(self._theme, name, Type.META, tone=Role.MUTED))
            fact.addWidget(value)
            fact.addStretch(1)
            self._facts.addLayout(fact, 1)
        column.addLayout(self._facts)
        column.addSpacing(16)
        column.addWidget(self.other_key)
        column.addSpacing(4)
        self._buttons.setSpacing(8)
        for button in (self.open, self.fetch, self.restore, self.unlock):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addLayout(self._buttons)
        row.addStretch(1)
        column.addLayout(row)
