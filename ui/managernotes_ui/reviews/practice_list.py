"""The segment "My practice": a sentence for each metric, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.metric import Metric, Reading
from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.item_list import REACH
from managernotes_ui.reviews.practice_vm import PracticeViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.week_dots import DOT, paint_week_dots

HIDE = ActionSpec(
    name="hide-metric",
    title=strings.HIDE,
    section=Section.HERE,
    keys=("H",),
    sheet="hide a line of my practice",
    icon=Icon.EYE_OFF,
    in_palette=False,
)
_PADDING, _ABOVE, _BELOW, _GAP = 24, 8, 9, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLine(ListLine):
    """One metric in words."""

    title: str
    reading: Reading
    is_hidden: bool


class PracticePart(QWidget):
    """Enter opens what is behind a line, H hides it, the button at the foot shows hidden ones."""

    def __init__(self, theme: Theme, vm: PracticeViewModel, actions: Actions) -> None:
        super().__init__()
        self.vm = vm
        self.list = LineList(theme, strings.PRACTICE_NAME)
        self.list.setItemDelegate(_PracticeRows(theme, self.list))
        self.hidden = make_button(
            theme, strings.SHOW_HIDDEN, size=ButtonSize.SMALL, role=ButtonRole.QUIET
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING - 1 - REACH, 0, _PADDING - REACH, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignLeft)
        scope = Qt.ShortcutContext.WidgetShortcut
        actions.add(HIDE, self.list, self.toggle_chosen, scope=scope)
        self.hidden.clicked.connect(lambda: vm.show_hidden(shown=not vm.shows_hidden))
        vm.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def chosen_metric(self) -> Metric | None:
        """The chosen metric."""
        key = self.list.chosen_key
        return key if isinstance(key, Metric) else None

    def toggle_chosen(self) -> None:
        """Hide the chosen one, or bring it back."""
        metric = self.chosen_metric
        if metric is not None:
            self.vm.toggle(metric)

    @Slot()
    def _on_changed(self) -> None:
        vm = self.vm
        self.list.show_lines([self._line(one) for one in vm.readings], chooses_first=False)
        words = strings.PUT_HIDDEN_AWAY if vm.shows_hidden else strings.SHOW_HIDDEN
        self.hidden.setText(f"{words} ({vm.hidden})")
        self.hidden.setVisible(vm.hidden > 0)

    def _line(self, reading: Reading) -> PracticeLine:
        title = strings.METRICS[reading.metric]
        is_hidden = self.vm.is_hidden(reading.metric)
        after = [reading.next or "", strings.HIDDEN if is_hidden else ""]
        return PracticeLine(
            key=reading.metric,
            text=reading.sentence,
            before=title,
            after=", ".join(filter(None, after)),
            title=f"{title}, {strings.HIDDEN}" if is_hidden else title,
            reading=reading,
            is_hidden=is_hidden,
        )


class _PracticeRows(QStyledItemDelegate):
    """Title, sentence, the eight weeks where there are some, and what to do next."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of what a line says in the width of the panel."""
        room = float(self._view.viewport().width() - 2 * REACH)
        parts = self._parts(index, room)
        high = sum(block.height for block, _ in parts) + _GAP * (len(parts) - 1)
        dots = self._theme.scale.icon(DOT) + 8 if self._has_dots(index) else 0
        return QSize(0, round(high) + dots + _ABOVE + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        rect = QRectF(option.rect)
        room = rect.adjusted(REACH, 0, -REACH, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=selected,
            padding=REACH,
        )
        top = room.top() + _ABOVE
        for number, (block, role) in enumerate(self._parts(index, room.width())):
            block.paint(painter, QPointF(room.left(), top), role)
            top += block.height + _GAP
            if number == 1 and self._has_dots(index):
                line: PracticeLine = index.data(LINE_ROLE)
                at = QPointF(room.left(), top + 2)
                paint_week_dots(painter, at, self._theme, line.reading.dots)
                top += self._theme.scale.icon(DOT) + 8

    def _has_dots(self, index: Index) -> bool:
        line: PracticeLine = index.data(LINE_ROLE)
        return bool(line.reading.dots)

    def _parts(self, index: Index, width: float) -> list[tuple[TextBlock, Role]]:
        line: PracticeLine = index.data(LINE_ROLE)
        cover = self._view.cover
        covers = cover is not None and not cover.shows(index.row())
        theme = self._theme
        tone = Role.MUTED if line.is_hidden or line.reading.is_empty else Role.TEXT
        parts = [
            (TextBlock(theme, line.title, Type.META, width), Role.MUTED),
            (TextBlock(theme, line.text, Type.LIST, width, covers=covers), tone),
        ]
        if line.reading.next:
            parts.append((TextBlock(theme, line.reading.next, Type.META, width), Role.TEXT2))
        return parts
