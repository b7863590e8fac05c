"""What is behind one line of my practice: its items, each opened by Enter (S40)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.metric import Item, Reading
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.item_list import REACH, ItemList
from managernotes_ui.reviews.look_back_words import LookBackLines
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_WIDTH, _TOP, _MARGIN, _PADDING, _ROW, _MOST = 560, 88, 24, 24, 32, 12


class MetricSheet(Overlay):
    """Title, sentence, items A to Z or by day, what to do next; nothing to copy or print."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, words: Callable[[], LookBackLines]) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        theme = desk.theme
        self._words = words
        self._title = TextLabel(theme, "", Type.SECTION, lines=0)
        self._sentence = TextLabel(theme, "", Type.BODY, tone=Role.TEXT2, lines=0)
        self._sentence.hold_text(Uncover(theme, self._sentence, self))
        self.list = ItemList(theme, strings.ITEMS_NAME, row=_ROW)
        self._note = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._close = make_button(theme, strings.CLOSE, key="Esc")
        self._build()
        self._close.clicked.connect(self.close_sheet)
        self.list.opened.connect(lambda _key: self._open())

    def offer(self, reading: Reading) -> None:
        """Open for one metric."""
        words = self._words()
        title = strings.METRICS[reading.metric]
        self._title.setText(title)
        self.sheet.setAccessibleName(title)
        self._sentence.setText(reading.sentence)
        lines = [words.item(item) for item in reading.items]
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        more = strings.MORE_ITEMS.format(count=reading.more) if reading.more else ""
        nothing = "" if lines else strings.NOTHING_BEHIND
        self._note.setText("\n".join(filter(None, (nothing, more, reading.next or ""))))
        self._note.setVisible(bool(self._note.text()))
        self.show_sheet(self.list if lines else self._close)

    def place_sheet(self) -> None:
        """Centre the sheet, as high as its items need; in a low window they scroll."""
        width = min(self._theme.scale.px(_WIDTH), self.width() - 2 * _MARGIN)
        row = self._theme.scale.grow(_ROW, 20)
        self.list.setFixedHeight(min(len(self.list.lines), _MOST) * row)
        column = self._column
        wanted = max(column.heightForWidth(width), column.sizeHint().height())
        most = self.height() - 2 * _MARGIN
        if wanted > most:
            self.list.setFixedHeight(max(self.list.height() - (wanted - most), row))
        height = min(wanted, most)
        top = max(_MARGIN, min(_TOP, self.height() - _MARGIN - height))
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter where it has the keyboard."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._close.hasFocus():
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self.sheet)
        side = _PADDING - REACH  # the rows reach so far beyond their words
        column.setContentsMargins(side, _PADDING, side, _PADDING)
        column.setSpacing(8)
        for part in (self._title, self._sentence, self.list, self._note):
            if part is not self.list:
                part.setContentsMargins(REACH, 0, REACH, 0)
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(REACH, 8, REACH, 0)
        foot.addWidget(self._close)
        foot.addStretch(1)
        column.addLayout(foot)

    @Slot()
    def _open(self) -> None:
        line = self.list.line
        item: Item | None = line.item if line is not None else None
        if item is not None:
            self.close_sheet()
            self.opened.emit(item)
