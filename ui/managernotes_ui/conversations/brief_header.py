"""The head of the brief: with whom and when, and what comes next (SPEC §7.22)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import brief as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.text_label import TextLabel

_LONGEST = 28
"""Letters of a topic that a button names; the rest is in its tooltip."""


class BriefHeader(QWidget):
    """Title, one line of facts, and the buttons."""

    start_wanted = Signal()
    prepare_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = TextLabel(theme, "", Type.TITLE)
        self._facts = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.start = make_button(theme, strings.START, role=ButtonRole.PRIMARY, key="Ctrl+Enter")
        self.prepare = make_button(theme, "", key="Ctrl+P")
        self.print = icon_button(theme, Icon.PRINTER, strings.PRINT, key="Ctrl+Shift+P")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.start, self.prepare, self.print):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.prepare.hide()
        self.start.clicked.connect(self.start_wanted)
        self.prepare.clicked.connect(self.prepare_wanted)
        self.print.clicked.connect(self.print_wanted)

    def show_brief(self, title: str, facts: str, *, has_begun: bool) -> None:
        """Show whose brief it is."""
        self._title.setText(title)
        self._facts.setText(facts)
        self.start.setText(strings.GO_ON if has_begun else strings.START)

    def offer_preparing(self, topic: str) -> None:
        """Offer to prepare a hard topic; an empty one takes the offer back."""
        short = topic if len(topic) <= _LONGEST else f"{topic[: _LONGEST - 1].rstrip()}…"
        words = strings.PREPARE.format(topic=short[:1].lower() + short[1:]).replace("……", "…")
        self.prepare.setText(words)
        self.prepare.setVisible(bool(topic))
