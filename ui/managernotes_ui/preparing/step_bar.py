"""The bar under a question: the step before, whether all is saved, the step after (06)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import discreet as discreet_strings
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.wide_key_button import OnwardButton
from managernotes_ui.shell.save_line import SaveLine
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.tooltip import set_tip

_HEIGHT, _LINE, _OUT = 64, 20, 12


class StepBar(QWidget):
    """64 high with a hairline; on the last step the primary ends the preparation."""

    ready_wanted = Signal()

    def __init__(self, tools: Tools, session: Session) -> None:
        super().__init__()
        self._tools = tools
        self._theme = tools.theme
        self.before = make_button(
            self._theme, strings.PREVIOUS_STEP, icon=Icon.ARROW_LEFT, role=ButtonRole.QUIET
        )
        self.after = OnwardButton(self._theme, strings.NEXT_STEP)
        self._saved = SaveLine(self._theme, session)
        self._discreet = GlyphLabel(self._theme, Icon.EYE_OFF, 14, Role.MUTED)
        self._row = QHBoxLayout(self)
        self._build()
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        tools.vm.step_changed.connect(self._on_changed)
        tools.vm.changed.connect(self._on_changed)
        self._theme.changed.connect(self._dress)
        self._theme.cover_changed.connect(self._dress)
        self._dress()

    def set_side(self, side: int) -> None:
        """Keep the padding of the question above; the quiet button reaches into it."""
        self._row.setContentsMargins(side - _OUT, 1, side, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline across."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)
        painter.end()

    def _build(self) -> None:
        self._discreet.setToolTip(discreet_strings.TITLE)
        self._row.setSpacing(6)
        self._row.addWidget(self.before)
        self._row.addStretch(1)
        self._row.addWidget(self._discreet)
        self._row.addWidget(self._saved)
        self._row.addStretch(1)
        self._row.addWidget(self.after)
        set_tip(self.before, strings.PREVIOUS_STEP, "Ctrl+Up")
        set_tip(self.after, strings.NEXT_STEP, "Ctrl+Down")

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(_HEIGHT, _LINE))
        self._discreet.setVisible(self._theme.cover.kinds)

    @Slot()
    def _on_changed(self) -> None:
        before, after = self._tools.vm.neighbour(-1), self._tools.vm.neighbour(1)
        self.before.setVisible(before is not None)
        if before is not None:
            self.before.setText(strings.STEP_TITLES[before])
            self.before.updateGeometry()
        words = strings.MARK_PREPARED if after is None else strings.STEP_TITLES[after]
        self.after.show_words(words, arrow=after is not None)

    @Slot()
    def _on_before(self) -> None:
        step = self._tools.vm.neighbour(-1)
        if step is not None:
            self._tools.vm.go_to(step)

    @Slot()
    def _on_after(self) -> None:
        step = self._tools.vm.neighbour(1)
        if step is not None:
            self._tools.vm.go_to(step)
        else:
            self.ready_wanted.emit()
