"""Long work: what is done, how much of it, and a way to stop (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel


class ProgressRow(QWidget):
    """Words with a count over a bar of 4 px; `cancelled` when the user stops it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, cancel_word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextLabel(theme, "", Type.LIST)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        cancel = make_button(theme, cancel_word, role=ButtonRole.LINK, size=ButtonSize.LINE)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._bar)

    def show_progress(self, text: str, count: str, done: int, total: int) -> None:
        """Say what is going on and the count ("312 of 1,204"); total 0 means: not known yet."""
        runs = [Run(f"{text} ")]
        if count:
            runs.append(Run(count, role=Role.MUTED, tabular=True))
        self._words.set_runs(runs)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleName(f"{text} {count}".strip())


def count_words(number: int) -> str:
    """Return a number as people of this locale write it ("1,204")."""
    return QLocale().toString(number)
