"""Components held in a state that only a hand or a key can bring about, for the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QWidget,
)

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button
from managernotes_ui.widgets.key_cap import key_cap_width, paint_key_cap
from managernotes_ui.widgets.kind_look import kind_look, kind_width, paint_kind
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.nav_button import NavButton
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import CalmScrollBar
from managernotes_ui.widgets.share_look import paint_share
from managernotes_ui.widgets.splitter import SplitterGrip
from managernotes_ui.widgets.tab_bar import TabBar
from managernotes_ui.widgets.text_block import Run, TextBlock

_STATE = QStyle.StateFlag


class Painted(QWidget):
    """A piece that delegates paint, shown by itself."""

    def __init__(self, size: QSize, paint: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._size = size
        self._paint = paint

    def sizeHint(self) -> QSize:
        """Return the size it was made for."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the piece."""
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        painter.end()


class PosedButton(Button):
    """A button under a pointer that is not there."""

    pose = _STATE.State_None

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Pretend to be hovered or pressed."""
        super().initStyleOption(option)
        if self.pose == _STATE.State_Sunken:
            option.state &= ~_STATE.State_Raised
        option.state |= self.pose


class PosedLineEdit(LineEdit):
    """A field with the look of focus, caret included."""

    def initStyleOption(self, option: QStyleOptionFrame) -> None:
        """Pretend to have the focus."""
        super().initStyleOption(option)
        option.state |= _STATE.State_HasFocus

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caret after the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        caret = self.cursorRect()
        painter.fillRect(
            QRectF(caret.center().x() + 8, (self.height() - 18) / 2, 1.5, 18),
            self._theme.tokens.accent,
        )
        painter.end()


class PosedNavButton(NavButton):
    """A sidebar row under a pointer that is not there."""

    def underMouse(self) -> bool:
        """Pretend to be hovered."""
        return True


class PosedTabBar(TabBar):
    """Tabs of which one is hovered and another has the ring."""

    def pose(self, hovered: int) -> None:
        """Light a tab."""
        self._hovered = hovered

    def focus_ring_rect(self) -> QRect:
        """Return the word of the third tab."""
        rect = self.tabRect(2)
        return QRect(rect.left(), 6, rect.width() - 24, 20)


class PosedScrollBar(CalmScrollBar):
    """A bar while it scrolls."""

    @property
    def shows(self) -> bool:
        """Pretend to be scrolling."""
        return True


class PosedGrip(SplitterGrip):
    """A grip under a pointer that is not there."""

    def underMouse(self) -> bool:
        """Pretend to be hovered."""
        return True


def swatch(theme: Theme, colour: QColor) -> Painted:
    """Return one colour with a hairline round it."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens.line, 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5.5, 5.5)

    return Painted(QSize(72, 32), paint)


def ground(theme: Theme, size: QSize, role: Role, radius: float) -> Painted:
    """Return a plain box of one colour."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.of(role))
        painter.drawRoundedRect(rect, radius, radius)

    return Painted(size, paint)


def list_row(theme: Theme, *, hovered: bool, selected: bool) -> Painted:
    """Return a row of a list as a delegate would draw it."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_row_ground(painter, rect, theme, hovered=hovered, selected=selected, hairline=False)
        day = [Run("19", weight=MEDIUM), Run(" Thu", role=Role.MUTED)]
        _at_middle(painter, rect, 12, TextBlock(theme, day, Type.LIST, tabular=True))
        kind = QRectF(rect.left() + 76, rect.top(), 88, rect.height())
        paint_kind(painter, kind, theme, kind_look(Kind.WIN))
        _at_middle(painter, rect, 164, TextBlock(theme, "Led the rollback calmly.", Type.BODY))
        paint_share(painter, rect.adjusted(0, 0, -12, 0), theme, ShareState.UNSAID, "unsaid")

    return Painted(QSize(584, 40), paint)


def today_card(theme: Theme) -> Painted:
    """Return the body of a card of Today."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        tokens = theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.line, 1))
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        left, right = rect.left() + 16, rect.right() - 16
        TextBlock(theme, "Ines Carvalho", Type.NAME).paint(painter, QPointF(left, 11))
        age = TextBlock(theme, "4 days", Type.META)
        age.paint(painter, QPointF(right - age.width, 13), Role.MUTED)
        words = "Cut the onboarding form from nine fields to four."
        TextBlock(theme, words, Type.BODY, right - left, max_lines=2).paint(
            painter, QPointF(left, 33)
        )
        look = kind_look(Kind.WIN)
        paint_kind(painter, QRectF(left, 79, 100, 16), theme, look)
        day = TextBlock(theme, "Fri 20 Nov", Type.META)
        day.paint(painter, QPointF(left + kind_width(theme, look) + 8, 79), Role.MUTED)

    return Painted(QSize(256, 106), paint)


def tip(theme: Theme, words: str, key: str = "") -> Painted:
    """Return a tooltip."""
    block = TextBlock(theme, words, Type.META)
    cap = key_cap_width(theme, key) + 8 if key else 0.0

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.tip)
        painter.drawRoundedRect(rect, 6, 6)
        _at_middle(painter, rect, 8, block, Role.TIP_TEXT)
        if key:
            at = QPointF(8 + block.width + 8, (rect.height() - 18) / 2)
            paint_key_cap(painter, at, theme, key, on_tip=True)

    return Painted(QSize(round(block.width + cap + 16), 30 if key else 28), paint)


def open_menu(theme: Theme) -> QLabel:
    """Return a menu as it is when open, its first row chosen."""
    menu = Menu(theme)
    chosen = menu.add_item("Plan to say…", Icon.CALENDAR, "P")
    menu.add_item("Said it", Icon.CHECK, "S")
    menu.add_item("Link to an expectation…", Icon.LINK, "E")
    menu.addSeparator()
    menu.add_item("Move to the bin", Icon.ARCHIVE, "Del")
    menu.setMinimumWidth(232)
    menu.ensurePolished()
    menu.resize(232, menu.sizeHint().height())
    menu.setActiveAction(chosen)
    picture = QLabel()
    picture.setPixmap(menu.grab())
    menu.deleteLater()
    return picture


def _at_middle(
    painter: QPainter, rect: QRectF, left: float, block: TextBlock, role: Role = Role.TEXT
) -> None:
    top = rect.top() + (rect.height() - block.height) / 2
    block.paint(painter, QPointF(rect.left() + left, top), role)
