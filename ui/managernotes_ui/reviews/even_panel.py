"""Beside the tab "Even hand": three questions, and where attention went, A to Z (SPEC §7.27)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.attention import AttentionRow
from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, PADDING, ROW = 296, 24, 28
_WIDER, _WIDEST = 136, 480


class EvenPanel(QScrollArea):
    """Questions for the manager alone; `note_wanted` asks to write an answer down."""

    note_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.note_button = make_button(
            theme,
            strings.NOTE_TO_MYSELF,
            icon=Icon.PLUS,
            size=ButtonSize.SMALL,
            key="N",
            tip=strings.NOTE_TIP,
        )
        self._rows = QVBoxLayout()
        self._build()
        self.note_button.clicked.connect(self.note_wanted)
        self.setFocusProxy(self.note_button)
        theme.changed.connect(self._measure)
        self._measure()

    def show_attention(self, rows: Sequence[AttentionRow]) -> None:
        """Show everybody of the team, A to Z, never by count (INV-13)."""
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(self._row(row))

    def _build(self) -> None:
        theme = self._theme
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING - 1, PADDING, PADDING, PADDING)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, strings.ASK_YOURSELF, Type.SECTION))
        column.addSpacing(12)
        for question in strings.QUESTIONS:
            column.addWidget(hairline())
            label = TextLabel(theme, question, Type.BODY, tone=Role.TEXT2, lines=0)
            label.setContentsMargins(0, 11, 0, 11)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(28)
        column.addWidget(TextLabel(theme, strings.ATTENTION, Type.SECTION, lines=0))
        column.addSpacing(2)
        column.addWidget(TextLabel(theme, strings.ATTENTION_NOTE, Type.META, tone=Role.MUTED))
        column.addSpacing(8)
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(12)
        column.addWidget(TextLabel(theme, strings.ABOUT_YOU, Type.META, tone=Role.MUTED, lines=0))
        column.addStretch(1)
        self.setWidget(inner)

    def _row(self, row: AttentionRow) -> QWidget:
        line = QWidget()
        line.setMinimumHeight(self._theme.scale.grow(ROW, 20))
        counts = strings.COUNTS.format(notes=row.notes, talks=row.talks)
        words, style = (strings.QUIET, Type.META_MEDIUM) if row.is_quiet else (counts, Type.META)
        tone = Role.TEXT if row.is_quiet else Role.MUTED
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(TextLabel(self._theme, row.name, Type.LIST), 1)
        beside.addWidget(TextLabel(self._theme, words, style, tone=tone, tabular=True))
        line.setAccessibleName(f"{row.name}, {words}")
        return line

    @Slot()
    def _measure(self) -> None:
        wider = round(_WIDER * (self._theme.scale.text - 1))
        self.setMaximumWidth(min(WIDTH + max(wider, 0), _WIDEST))
