"""The tags of a note as chips, each with a way to take it off, and a field for one more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.tag_field import TagField
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.chip import ChipButton, outline_chip, tag_chip
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.tooltip import set_tip

_GAP = 8
_CROSS = 12


class TagChip(ChipButton):
    """A tag; under the pointer or with the focus it shows the cross that takes it off."""

    def __init__(self, theme: Theme, tag: str, parent: QWidget) -> None:
        super().__init__(theme, tag_chip(f"#{tag}"), strings.REMOVE_TAG.format(tag=tag), parent)
        self.tag = tag
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_tip(self, strings.REMOVE_TAG.format(tag=tag), "Del")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it off with the keys that delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, and over its end the cross."""
        super().paintEvent(event)
        if not (self.isEnabled() and (self.underMouse() or self.hasFocus())):
            return
        tokens, icons = self._theme.tokens, self._theme.icons
        side = icons.side(_CROSS)
        room = QRectF(self.width() - side - _GAP, 0, side + _GAP, self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.neutral_soft)
        painter.drawRoundedRect(room, 6, 6)
        at = QPointF(room.left() + 4, (self.height() - side) // 2)
        icons.paint(painter, at, Icon.X, _CROSS, tokens.text2)
        painter.end()


class TagChips(QWidget):
    """Shows as many tags as there is room for; the others are in the menu of the last chip."""

    tags_chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._chips: list[TagChip] = []
        self._more = ChipButton(theme, outline_chip(""), parent=self)
        self._add = ChipButton(
            theme, outline_chip(strings.ADD_TAG, Icon.PLUS), strings.ADD_TAG_NAME, self
        )
        self._field = TagField(theme, self)
        self._build()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for widget in (self._more, self._add, self._field):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._field.hide()
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more.clicked.connect(self._on_more_clicked)
        self._add.clicked.connect(self._on_add_clicked)
        self._field.tag_typed.connect(self._on_tag_typed)
        self._field.closed.connect(self._on_field_closed)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show the tags of a note."""
        if tuple(tags) == self._tags:
            return
        self._tags = tuple(tags)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [TagChip(self._theme, tag, self) for tag in self._tags]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)
            chip.clicked.connect(self._on_chip_clicked)
        self._fit()

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Tell which tags are in use, for the completer."""
        self._field.offer([tag for tag in tags if tag not in self._tags])

    def minimumSizeHint(self) -> QSize:
        """Return room for the way to add a tag, and to the others."""
        return QSize(self._least_width(), self._add.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit."""
        super().resizeEvent(event)
        self._fit()

    def _least_width(self) -> int:
        self._more.set_look(outline_chip(strings.MORE_TAGS.format(count=len(self._chips))))
        more = self._more.sizeHint().width() + _GAP if self._chips else 0
        return more + self._add.sizeHint().width()

    def _fit(self) -> None:
        last = self._field if self._field.isVisibleTo(self) else self._add
        room = self.width() - last.sizeHint().width()
        widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
        shown = len(widths)
        if sum(widths) > room:
            self._more.set_look(outline_chip(strings.MORE_TAGS.format(count=len(widths))))
            room -= self._more.sizeHint().width() + _GAP
            while shown and sum(widths[:shown]) > room:
                shown -= 1
        hidden = len(widths) - shown
        self._more.set_look(outline_chip(strings.MORE_TAGS.format(count=hidden)))
        self._more.setVisible(bool(hidden))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < shown)

    def _choose(self, tags: Sequence[str]) -> None:
        self.tags_chosen.emit(list(tags))

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, TagChip)
        self._choose([tag for tag in self._tags if tag != chip.tag])

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        for tag in self._tags:
            others = [other for other in self._tags if other != tag]
            name = strings.REMOVE_TAG.format(tag=tag)
            menu.add_item(name, Icon.X, run=partial(self._choose, others))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add.hide()
        self._field.open()
        self._fit()

    @Slot(str)
    def _on_tag_typed(self, tag: str) -> None:
        if tag not in self._tags:
            self._choose([*self._tags, tag])

    @Slot()
    def _on_field_closed(self) -> None:
        back = self._field.hasFocus()
        self._field.hide()
        self._add.show()
        self._fit()
        if back:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
