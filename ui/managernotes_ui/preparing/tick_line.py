"""A box to tick beside a day, words and a small line: a note or a yardstick that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_PADDING, _GAP, _DAY, _LINES = 8, 12, 56, 3


class TickLine(QWidget):
    """`ticked` tells a change by hand; a press anywhere on the line does it too."""

    ticked = Signal(bool)

    def __init__(  # noqa: PLR0913 - what it says, by keyword
        self,
        theme: Theme,
        words: str,
        *,
        name: str = "{}",
        day: str = "",
        detail: str = "",
        uncover: Uncover | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._name = name
        self._uncover = uncover
        self.box = QCheckBox()
        self._text = TextLabel(theme, words, Type.LIST, lines=_LINES)
        self._detail = TextLabel(theme, detail, Type.META, tone=Role.MUTED, lines=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._build(day)
        self.box.clicked.connect(self.ticked)
        if uncover is not None:
            self._text.hold_text(uncover)
            uncover.changed.connect(self._tell)
            theme.cover_changed.connect(self._tell)
        self._tell()

    @property
    def is_ticked(self) -> bool:
        """Whether the box is ticked."""
        return self.box.isChecked()

    def set_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show whether it is chosen."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick with a press on the words too."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.box.click()
        super().mouseReleaseEvent(event)

    def _build(self, day: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _PADDING, 0, _PADDING)
        row.setSpacing(_GAP)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(self.box)
        sign.addStretch(1)
        row.addLayout(sign)
        if day:
            label = TextLabel(self._theme, day, Type.META, tone=Role.MUTED, lines=2, tabular=True)
            label.setFixedWidth(self._theme.scale.px(_DAY))
            label.setContentsMargins(0, 2, 0, 0)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        self._detail.setVisible(bool(self._detail.text()))

    @Slot()
    def _tell(self) -> None:
        """Name the box after its words, unless those are covered (SPEC §8)."""
        tells = self._uncover is None or self._uncover.tells
        name = self._name.replace("{}", self._words if tells else COVERED)
        self.box.setAccessibleName(name)
        self.box.setToolTip(name)
