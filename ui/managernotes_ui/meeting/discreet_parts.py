"""The two faces of the discreet view, and its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.meeting.card_words import CardWords
from managernotes_ui.meeting.discreet_vm import MOST_TOPICS, DiscreetViewModel
from managernotes_ui.meeting.signed_line import SignedLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CoveredFace(QWidget):
    """The agenda only, as anybody may see it."""

    def __init__(self, theme: Theme, sharing: str) -> None:
        super().__init__()
        self._when = TextLabel(theme, "", Type.BODY, tone=Role.MUTED)
        self._topics = [
            TextLabel(theme, "", Type.BODY, tone=Role.TEXT2) for _ in range(MOST_TOPICS)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._when)
        column.addSpacing(8)
        for topic in self._topics:
            column.addWidget(topic)
        column.addStretch(1)
        if sharing:
            said = TextLabel(theme, sharing, Type.LABEL, tone=Role.MUTED, lines=2)
            column.addWidget(said)
            column.addSpacing(4)

    def show_agenda(self, vm: DiscreetViewModel) -> None:
        """Show when it is and what it is about, in the words of the agenda."""
        self._when.setText(vm.when)
        self._when.setVisible(bool(vm.when))
        for number, label in enumerate(self._topics):
            has = number < len(vm.agenda)
            label.setText(vm.agenda[number] if has else "")
            label.setVisible(has)


class CardFace(QWidget):
    """One card: heading, initials, key words; under them a line, or the button that ends it."""

    def __init__(self, theme: Theme, vm: DiscreetViewModel) -> None:
        super().__init__()
        self._vm = vm
        self._heading = TextLabel(theme, "", Type.NAME, tone=Role.ACCENT)
        self._initials = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self._initials.setAlignment(_RIGHT)
        self.words = CardWords(theme)
        self.line = SignedLine(theme)
        self.done = make_button(theme, strings.DONE_TALKING, size=ButtonSize.SMALL, key="Enter")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._initials)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.words, 1)
        column.addSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.done)
        column.addSpacing(8)
        self.line.textEdited.connect(vm.type)
        self.line.returnPressed.connect(vm.keep_line)
        self.done.clicked.connect(vm.end)

    def show_card(self) -> None:
        """Show the card whose turn it is; while covered nothing stays in the widgets."""
        card = self._vm.card if self._vm.is_shown else None
        self._heading.setText(card.heading if card else "")
        self._initials.setText(self._vm.initials if card else "")
        self.words.show_words(card.words if card else "")
        writes = self._vm.is_writing
        self.done.setVisible(self._vm.is_last and not writes)
        self.line.setVisible(writes)
        if writes:
            self.line.show_sign(self._vm.sign)
        line = self._vm.line if writes else ""
        if self.line.text() != line:
            self.line.setText(line)


class DiscreetFoot(QWidget):
    """At the left what can be done, at the right how long it has been."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._left = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._right = TextLabel(theme, "", Type.META, tone=Role.MUTED, tabular=True)
        self._right.setAlignment(_RIGHT)
        self._right.setAccessibleName(strings.ELAPSED_NAME)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)

    def show_foot(self, vm: DiscreetViewModel) -> None:
        """Show both."""
        self._left.setText(vm.foot)
        self._right.setText(vm.elapsed)
