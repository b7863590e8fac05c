"""Settings, Protection: what opens the vault, where it lies, what that is good for (SPEC §5.16)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.keys import SlotKind
from managernotes.services.protection import VaultProtection
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.section import Section
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface, hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

SIGN, SIGN_GAP, ROW_PADDING, BOX_GAP = 18, 12, 10, 16
SIDE_BY_SIDE_FROM = 440


class ProtectionSection(Section):
    """The truth about this vault, and below it `foot`: what can be chosen about locking."""

    def __init__(self, theme: Theme, vm: ProtectionViewModel, foot: QWidget) -> None:
        super().__init__(theme, strings.PROTECTS_TITLE, strings.PROTECTS_TEXT)
        self._vm = vm
        self._ways = QVBoxLayout()
        self._ways.setSpacing(0)
        self._facts: QWidget | None = None
        self.column.addLayout(self._ways)
        self.column.addSpacing(12)
        self._boxes = boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        boxes.setSpacing(BOX_GAP)
        protects, does_not = strings.AGAINST, strings.NOT_AGAINST
        check, dash = (Icon.CHECK, Role.ACCENT), (Icon.MINUS, Role.MUTED)
        boxes.addWidget(_box(theme, strings.PROTECTS_AGAINST, protects, *check), 1)
        boxes.addWidget(_box(theme, strings.DOES_NOT_PROTECT, does_not, *dash), 1)
        self.column.addLayout(boxes)
        self.column.addSpacing(BOX_GAP)
        self.column.addWidget(foot)
        self.column.addStretch(1)
        vm.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the boxes side by side, or one below the other."""
        super().resizeEvent(event)
        side_by_side = self.width() / self.theme.scale.text >= SIDE_BY_SIDE_FROM
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if side_by_side else directions.TopToBottom
        self._boxes.setDirection(wanted)

    @property
    def footer(self) -> tuple[str, ...]:
        """Whom this page is written for."""
        return (strings.PROTECTION_FOOTER,)

    def look_again(self) -> None:
        """Look at the vault's files again."""
        self._vm.look_again()

    @Slot()
    def _on_changed(self) -> None:
        assert self._vm.protection is not None
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = _facts(self.theme, self._vm.protection)
        self._ways.addWidget(self._facts)


def _facts(theme: Theme, protection: VaultProtection) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    backend = strings.keyring_words(protection.keyring_backend)
    for kind in SlotKind:
        if kind in protection.ways:
            icon, title, text = strings.WAYS[kind]
            column.addWidget(hairline())
            column.addLayout(_fact(theme, icon, title, [text.format(backend=backend)]))
    column.addWidget(hairline())
    size = strings.FILE_SIZE.format(size=strings.size_words(protection.size))
    place = [str(protection.database), size]
    column.addLayout(_fact(theme, Icon.HARD_DRIVE, strings.FILE_PLACE, place))
    return widget


def _fact(theme: Theme, icon: Icon, title: str, texts: list[str]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, ROW_PADDING, 0, ROW_PADDING)
    row.setSpacing(SIGN_GAP)
    row.addWidget(GlyphLabel(theme, icon, SIGN, Role.ACCENT))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(TextLabel(theme, title, Type.BODY_MEDIUM, lines=0))
    for text in texts:
        label = TextLabel(theme, text, Type.LIST, tone=Role.MUTED, lines=0)
        words.addWidget(label)
    row.addLayout(words, 1)
    return row


def _box(theme: Theme, title: str, lines: tuple[str, ...], icon: Icon, role: Role) -> QFrame:
    box = Card(Surface.SUNKEN)
    column = QVBoxLayout(box)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    column.addWidget(TextLabel(theme, title, Type.NAME, lines=0))
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(GlyphLabel(theme, icon, 16, role))
        sign.addStretch(1)
        row.addLayout(sign)
        row.addWidget(TextLabel(theme, line, Type.LIST, tone=Role.TEXT2, lines=0), 1)
        column.addLayout(row)
    column.addStretch(1)
    return box
