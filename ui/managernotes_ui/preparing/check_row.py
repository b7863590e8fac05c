"""One thing that is open, or in place, in the right panel; an open one leads to its step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from managernotes.practice.readiness import Check
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_PADDING, _GAP = 4, 8


class CheckRow(QAbstractButton):
    """`wanted` carries the step where it can be done."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, uncover: Uncover) -> None:
        super().__init__()
        self._theme = theme
        self._uncover = uncover
        self._check: Check | None = None
        self._icon = GlyphLabel(theme, Icon.CIRCLE_DASHED, 16, Role.MUTED)
        self._words = TextLabel(theme, "", Type.LIST, lines=0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _PADDING, 0, _PADDING)
        row.setSpacing(_GAP)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(self._icon)
        sign.addStretch(1)
        row.addLayout(sign)
        row.addWidget(self._words, 1)
        self._words.hold_text(uncover)
        self.clicked.connect(self._on_clicked)
        uncover.changed.connect(self._tell)
        theme.cover_changed.connect(self._tell)

    def show_check(self, check: Check) -> None:
        """Show another check."""
        if check == self._check:
            return
        self._check = check
        self._icon.show_icon(
            Icon.CIRCLE_DASHED if check.is_open else Icon.CIRCLE_CHECK,
            Role.MUTED if check.is_open else Role.ACCENT,
        )
        self._words.setText(check.message if check.is_open else check.done_message)
        self._words.set_tone(Role.TEXT if check.is_open else Role.MUTED)
        self._tell()

    @property
    def words(self) -> str:
        """What it says."""
        if self._check is None:
            return ""
        return self._check.message if self._check.is_open else self._check.done_message

    def sizeHint(self) -> QSize:
        """Return the row's own."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say that the words may break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.heightForWidth(width)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it leads somewhere."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no ground any more."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the pointer; the words draw themselves."""
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.tokens.hover)
            painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        if self._check is not None:
            self.wanted.emit(self._check.step)

    @Slot()
    def _tell(self) -> None:
        """Name the row; what stands in place may hold words of the vault (SPEC §8)."""
        if self._check is None:
            return
        form = strings.CHECK_OPEN if self._check.is_open else strings.CHECK_DONE
        words = self.words if self._uncover.tells else COVERED
        self.setAccessibleName(form.format(message=words))
        step = strings.STEP_TITLES[self._check.step]
        self.setToolTip(f"{step} (Alt+{int(self._check.step)})")
