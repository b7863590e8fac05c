"""Step 5: the manager's own part; "none" asks once more before it counts (RC05)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.text_part import TextPart
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel

ASKED_TWICE = 2


class MyPart(TextPart):
    """The text, and under it the answer that there was nothing, while there is no text."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        self.none = make_button(
            tools.theme, strings.NO_PART, role=ButtonRole.QUIET, size=ButtonSize.SMALL
        )
        self._asks = TextLabel(tools.theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        super().__init__(tools, question, is_main=is_main)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._asks)
        below.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._below)
        self.none.clicked.connect(self._on_none)
        self.area.typed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask once more after the first "none"; note the second."""
        times = 0 if self._vm.read is None else self._vm.read.desk.preparation.no_part
        is_empty = not self.area.text().strip()
        asks = ("", strings.LOOK_AGAIN, strings.NO_PART_NOTED)[min(times, ASKED_TWICE)]
        self._asks.setText(asks)
        self._asks.setVisible(is_empty and bool(asks))
        self.none.setText(strings.NO_PART_AGAIN if times else strings.NO_PART)
        self.none.setVisible(is_empty and times < ASKED_TWICE)
        self._below.setVisible(is_empty)

    @Slot()
    def _on_none(self) -> None:
        if self._vm.read is not None:
            times = self._vm.read.desk.preparation.no_part
            self._vm.changes.set(no_part=min(times + 1, ASKED_TWICE))
