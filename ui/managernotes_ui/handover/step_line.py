"""The four steps in a row; the one on show stands out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.strings import handover as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 24


class StepLine(QWidget):
    """Says where one is; a screen reader hears "Step 2 of 4: What"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._labels = [
            TextLabel(theme, f"{number}  {title}", Type.LIST, tone=Role.MUTED)
            for number, title in enumerate(strings.STEPS, start=1)
        ]
        for label in self._labels:
            row.addWidget(label)
        row.addStretch(1)

    def show_step(self, step: int) -> None:
        """Light one step, from 0."""
        for number, label in enumerate(self._labels):
            label.set_style(Type.NAME if number == step else Type.LIST)
            label.set_tone(Role.TEXT if number == step else Role.MUTED)
        self.setAccessibleName(
            strings.STEP_ALOUD.format(
                number=step + 1, all=len(self._labels), title=strings.STEPS[step]
            )
        )
