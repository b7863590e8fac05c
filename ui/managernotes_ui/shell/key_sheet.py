"""The key sheet: every key there is, over the window; typing filters it (SPEC §5.40)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.strings import keys as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.key_sheet_columns import KeyColumns
from managernotes_ui.shell.key_sheet_groups import KeyGroup, key_groups, narrowed
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.shell.palette_hints import Hint, KeyHints
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

WIDTH, HEIGHT, MARGIN = 1040, 648, 24
HEAD, PADDING, ABOVE, FILTER = 56, 32, 16, 280
PAGE_STEPS = 8
MOST_OF_IT = 100
"""A stretch that lets the filter have its width before the gap gets any."""


class KeySheet(Overlay):
    """`offer` shows it, filled afresh from the action table."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        self._desk = desk
        self._groups: tuple[KeyGroup, ...] = ()
        theme = desk.theme
        self.filter = LineEdit(theme, strings.FILTER_NAME, strings.WHAT_TO_DO, icon=Icon.SEARCH)
        self._print = make_button(
            theme, strings.PRINT, icon=Icon.PRINTER, role=ButtonRole.QUIET, size=ButtonSize.SMALL
        )
        self._close = icon_button(
            theme,
            Icon.X,
            strings.CLOSE,
            key="Esc",
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        self.columns = KeyColumns(theme)
        self._nothing = TextLabel(theme, "", Type.BODY, tone=Role.MUTED, lines=0)
        self._area = QScrollArea()
        self._foot = KeyHints(theme, PADDING)
        self._build()
        self.filter.textChanged.connect(self._on_typed)
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self.close_sheet)

    @Slot()
    def offer(self) -> None:
        """Open with every key, those of the page on show first."""
        place = self._desk.navigator.place
        self._groups = key_groups(self._desk.actions, place.page if place else None)
        self.filter.clear()
        self.show_sheet(self.filter)

    @property
    def groups(self) -> tuple[KeyGroup, ...]:
        """What is on show."""
        return narrowed(self._groups, self.filter.text())

    def place_sheet(self) -> None:
        """Centre the sheet, smaller in a small window."""
        width = min(WIDTH, self.width() - 2 * MARGIN)
        height = min(self._desk.theme.scale.px(HEIGHT), self.height() - 2 * MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.sheet.setGeometry(QRect(left, top, width, height))
        self._head.setFixedHeight(self._desk.theme.scale.grow(HEAD, 24))
        self.filter.setMaximumWidth(self._desk.theme.scale.px(FILTER))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with F1 as well, and scroll with the arrows."""
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        steps |= {Qt.Key.Key_PageDown: PAGE_STEPS, Qt.Key.Key_PageUp: -PAGE_STEPS}
        found = next((by for key, by in steps.items() if key == event.key()), 0)
        if event.key() == Qt.Key.Key_F1:
            self.close_sheet()
        elif found:
            bar.setValue(bar.value() + found * bar.singleStep())
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._desk.theme
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(PADDING, 0, 20, 0)
        head.setSpacing(16)
        head.addWidget(TextLabel(theme, strings.KEYS, Type.SECTION))
        head.addWidget(self.filter, MOST_OF_IT)
        head.addStretch(1)
        head.addWidget(self._print)
        head.addWidget(self._close)
        inside = QWidget()
        inside.setProperty("ground", "none")
        padded = QVBoxLayout(inside)
        padded.setContentsMargins(PADDING, ABOVE, PADDING, 0)
        padded.addWidget(self._nothing)
        padded.addWidget(self.columns, 1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self._area)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(hairline())
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)
        closes = Hint("F1 or Esc", strings.CLOSES)
        self._foot.show_hints(right=closes, words=strings.FOOT)

    def _fill(self) -> None:
        groups = self.groups
        self._nothing.setText(strings.NOTHING.format(typed=self.filter.text().strip()))
        self._nothing.setVisible(not groups)
        fixed = self._head.height() + self._foot.sizeHint().height() + ABOVE + 3
        width = self.sheet.width() - 2 * PADDING - 2
        self.columns.show_groups(groups, width, self.sheet.height() - fixed)

    @Slot(str)
    def _on_typed(self, _typed: str) -> None:
        if self.isVisible():
            self._fill()

    @Slot()
    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from managernotes_ui.shell.key_sheet_print import print_keys

        printer = QPrinter()
        printer.setDocName(strings.PRINT_TITLE)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_keys(self._groups, printer))
        QDialog.open(dialog)  # QPrintDialog hides it behind one that wants a slot by name
