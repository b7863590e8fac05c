"""A label with the type, line height and colour of the SPEC, and a tooltip when it is cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from managernotes.text.covered_words import spoken
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.uncover import Uncover

_LEAST_WIDTH = 24


class TextLabel(QLabel):
    """Plain text or runs: `lines` 1 is cut at the end, n wraps to n lines, 0 wraps freely."""

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        text: str = "",
        style: Type = Type.BODY,
        *,
        tone: Role = Role.TEXT,
        lines: int = 1,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._tone = tone
        self._max_lines = lines
        self._tabular = tabular
        self._runs: tuple[Run, ...] = ()
        self._own_tip = ""
        self._uncover: Uncover | None = None
        self._blocks: dict[float | None, TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if lines != 1:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._on_theme_changed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show plain text."""
        self.set_runs([Run(text)] if text else [])

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show stretches of different weight or colour; read out as one sentence."""
        self._runs = tuple(runs)
        self._tell()
        self._forget()

    def hold_text(self, uncover: Uncover) -> None:
        """Take note that the words are of the vault: bars stand for them while texts are covered.

        `uncover` tells when they show nevertheless (SPEC §8).
        """
        self._uncover = uncover
        self._theme.cover_changed.connect(self._on_cover_changed)
        uncover.changed.connect(self._on_cover_changed)
        self._on_cover_changed()

    @property
    def is_covered(self) -> bool:
        """Whether bars stand for the words."""
        return self._uncover is not None and not self._uncover.shows()

    def set_tone(self, tone: Role) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    def set_style(self, style: Type) -> None:
        """Change size and weight."""
        self._style = style
        self._forget()

    def setToolTip(self, text: str) -> None:
        """Set the tooltip that shows while nothing is cut."""
        self._own_tip = text
        super().setToolTip(text)

    @property
    def is_cut(self) -> bool:
        """Whether part of the text does not fit at the present width."""
        return self._block(float(self.contentsRect().width())).is_cut

    def sizeHint(self) -> QSize:
        """Return the width of the unwrapped text, and its height there."""
        block = self._block(None)
        return self._with_margins(math.ceil(block.width), math.ceil(block.height))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters: what is cut has its whole in the tooltip."""
        least = min(_LEAST_WIDTH, self.sizeHint().width())
        return self._with_margins(least, self._theme.fonts.line(self._style))

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that wrapped text is higher when narrower."""
        return self._max_lines != 1

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text at a width."""
        margins = self.contentsMargins()
        block = self._block(float(width - margins.left() - margins.right()))
        lines = max(math.ceil(block.height), self._theme.fonts.line(self._style))
        return lines + margins.top() + margins.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, aligned as the label is."""
        room = QRectF(self.contentsRect())
        block = self._block(room.width())
        is_told = block.is_cut and not block.covers
        wanted = tooltip(self.text()) if is_told else self._own_tip
        if wanted != self.toolTip():
            super().setToolTip(wanted)
        at = QPointF(room.left(), room.top())
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            at.setX(max(room.left(), room.right() - block.width))
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            at.setX(max(room.left(), room.center().x() - block.width / 2))
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            at.setY(room.top() + (room.height() - block.height) / 2)
        painter = QPainter(self)
        block.paint(painter, at, self._tone if self.isEnabled() else Role.DISABLED)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colour of disabled text, and back."""
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def _block(self, width: float | None) -> TextBlock:
        if width not in self._blocks:
            if len(self._blocks) > 4:  # noqa: PLR2004 - a layout asks for a few widths at most
                self._blocks.clear()
            lines = self._max_lines if width is not None else 0
            self._blocks[width] = TextBlock(
                self._theme,
                self._runs,
                self._style,
                width,
                max_lines=lines,
                tabular=self._tabular,
                covers=self.is_covered,
            )
        return self._blocks[width]

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _tell(self) -> None:
        """Give the words to whatever reads them out; what is covered is only said to be so."""
        words = spoken("".join(run.text for run in self._runs), COVERED)
        super().setText(COVERED if words and self.is_covered else words)

    @Slot()
    def _on_cover_changed(self) -> None:
        self._blocks.clear()
        self._tell()
        self.update()

    def _forget(self) -> None:
        self._blocks.clear()
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._forget()
