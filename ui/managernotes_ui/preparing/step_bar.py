"""The bar under a question: the step before, whether all is saved, the step after (06)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.conversation import ConversationState
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import discreet as discreet_strings
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.wide_key_button import OnwardButton
from managernotes_ui.shell.save_line import SaveLine
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.tooltip import set_tip

_HEIGHT, _LINE, _OUT, _GAP = 64, 20, 12, 6
_LEAST = 200


class StepBar(QWidget):
    """64 high with a hairline; on the last step the primary ends the preparation."""

    ready_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self, tools: Tools, session: Session) -> None:
        super().__init__()
        self._tools = tools
        self._theme = tools.theme
        self.before = make_button(
            self._theme, strings.PREVIOUS_STEP, icon=Icon.ARROW_LEFT, role=ButtonRole.QUIET
        )
        self.after = OnwardButton(self._theme, strings.NEXT_STEP)
        self.panel = icon_button(
            self._theme, Icon.PANEL_RIGHT, strings.PANEL, key="Ctrl+Alt+P", role=ButtonRole.QUIET
        )
        self._saved = SaveLine(self._theme, session)
        self._discreet = GlyphLabel(self._theme, Icon.EYE_OFF, 14, Role.MUTED)
        self._before_words, self._after_words = "", ""
        self._goes_on = False
        self._row = QHBoxLayout(self)
        self._build()
        self.before.clicked.connect(self._on_before)
        self.panel.clicked.connect(self.panel_wanted)
        self.after.clicked.connect(self._on_after)
        tools.vm.step_changed.connect(self._on_changed)
        tools.vm.changed.connect(self._on_changed)
        session.save_state_changed.connect(self._fit)
        self._theme.changed.connect(self._dress)
        self._theme.cover_changed.connect(self._dress)
        self._dress()

    def offer_panel(self, offered: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the way to the panel where it does not stand beside the page."""
        self.panel.setVisible(offered)
        self._fit()

    def set_side(self, side: int) -> None:
        """Keep the padding of the question above; the quiet button reaches into it."""
        self._row.setContentsMargins(side - _OUT, 1, side, 0)

    def minimumSizeHint(self) -> QSize:
        """Return little: what has no room goes into tooltips."""
        return QSize(_LEAST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room: of the step before, then of the state."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline across."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)
        painter.end()

    def _build(self) -> None:
        self._discreet.setToolTip(discreet_strings.TITLE)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.before)
        self._row.addStretch(1)
        self._row.addWidget(self._discreet)
        self._row.addWidget(self._saved)
        self._row.addStretch(1)
        self._row.addWidget(self.panel)
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
        self._before_words = "" if before is None else strings.STEP_TITLES[before]
        read = self._tools.vm.read
        state = None if read is None else read.desk.conversation.state
        is_ready = after is None and state is ConversationState.PREPARED
        last = strings.PREPARED if is_ready else strings.MARK_PREPARED
        words = last if after is None else strings.STEP_TITLES[after]
        self._after_words, self._goes_on = words, after is not None
        self.after.setEnabled(not is_ready)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Show as many words as there is room for; tooltips and names have the others."""
        self.before.setText(self._before_words)
        self.before.setAccessibleName(self._before_words)
        self.after.show_words(self._after_words, arrow=self._goes_on)
        self.after.setAccessibleName(self._after_words)
        self._saved.set_compact(False)
        if not self._has_room():
            self.before.setText("")
        self._saved.set_compact(not self._has_room())
        if not self._has_room() and self._goes_on:
            self.after.show_words(strings.NEXT, arrow=True)
        self.before.updateGeometry()

    def _has_room(self) -> bool:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 5 * _GAP
        parts = (self.before, self._saved, self.panel, self.after)
        return room >= sum(part.sizeHint().width() for part in parts if not part.isHidden())

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
