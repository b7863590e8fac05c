"""Under "I would raise this with everyone": who else was measured by it, and how long it took."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.even_hand import EvenLine
from managernotes.domain.observation import ShareState
from managernotes_ui.common.dates import count
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel

MOST = 8
"""Lines at a time; the newest of each name would be judging, so the first A-Z stand there."""
_INDENT, _GAP = 28, 4
_SEPARATOR = " · "


class EvenLines(QWidget):
    """One line a concern by the same standard, A-Z, no words of a note, no sums (S24, INV-16)."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._text = TextLabel(tools.theme, "", Type.META, tone=Role.MUTED, lines=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, _GAP, 0, 0)
        column.addWidget(self._text)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What is said, line by line."""
        return self._text.text().splitlines()

    def refresh(self) -> None:
        """Show what is known by now; nothing without a yardstick."""
        read = self._tools.vm.read
        even = () if read is None else read.desk.even
        said = [self._said(line) for line in even[:MOST]]
        if len(even) > MOST:
            said.append(strings.EVEN_MORE.format(count=len(even) - MOST))
        self._text.setText("\n".join([strings.EVEN, *said]) if said else "")
        self.setVisible(bool(said))

    def _said(self, line: EvenLine) -> str:
        day = self._tools.dates.day(line.occurred_on, self._tools.vm.today)
        return _SEPARATOR.join((line.name, day, _wait(line)))


def _wait(line: EvenLine) -> str:
    if line.state is ShareState.NOT_FOR_SHARING:
        return strings.EVEN_KEPT
    if line.is_said:
        same = strings.EVEN_SAME_DAY
        return strings.EVEN_SAID.format(days=count(line.days, "day")) if line.days else same
    return strings.EVEN_UNSAID.format(days=count(line.days, "day"))
