"""Push buttons of SPEC §4: ground from the style sheet, icon and words drawn to the pixel."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.tooltip import set_tip

_GAP = 6
_BORDER = 1
_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextSingleLine


class ButtonRole(StrEnum):
    """What a button is; one primary on a page."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


class ButtonSize(StrEnum):
    """32, 28 and 24 high, or a line of text for a link; icon buttons are squares of 32 and 28."""

    NORMAL = "normal"
    SMALL = "small"
    TINY = "tiny"
    LINE = "line"
    ICON = "icon"
    ICON_SMALL = "icon-small"


_HEIGHT = {
    ButtonSize.NORMAL: (32, 20, 12, 13),
    ButtonSize.SMALL: (28, 20, 10, 12),
    ButtonSize.TINY: (24, 16, 8, 12),
    ButtonSize.LINE: (20, 20, 0, 13),
    ButtonSize.ICON: (32, 16, 0, 13),
    ButtonSize.ICON_SMALL: (28, 16, 0, 13),
}
"""Height, the line or icon in it that grows with the text, padding, text size."""


class Button(QPushButton):
    """A push button with an icon 6 px before its words."""

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        text: str,
        *,
        icon: Icon | None = None,
        role: ButtonRole = ButtonRole.PLAIN,
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._glyph = icon
        self._role = role
        self._size = size
        self.setProperty("role", role.value)
        self.setProperty("measure", size.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_glyph(self, icon: Icon | None) -> None:
        """Change the icon."""
        self._glyph = icon
        self.updateGeometry()
        self.update()

    def set_role(self, role: ButtonRole) -> None:
        """Change what the button is: the one that erases turns to danger only when it can."""
        self._role = role
        self.setProperty("role", role.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of SPEC §4 at the present text scale."""
        height, line, padding, _ = _HEIGHT[self._size]
        tall = self._theme.scale.grow(height, line)
        if not self.text():
            side = height - line + self._theme.scale.icon(line)
            return QSize(side, side)
        edges = 0 if self._role is ButtonRole.LINK else 2 * (padding + _BORDER)
        return QSize(round(self._content_width()) + edges, tall)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words of a button are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the style sheet draw the ground, then place icon and words on it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        words, glyph = self._colours()
        left = (self.width() - self._content_width()) / 2
        if self._glyph is not None:
            side = self._theme.icons.side(self._icon_size)
            at = QPointF(round(left), round((self.height() - side) / 2))
            self._theme.icons.paint(painter, at, self._glyph, self._icon_size, glyph)
            left += side + _GAP
        if self.text():
            painter.setFont(self._words_font)
            painter.setPen(words)
            room = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(room, _WORDS, self.text())
        painter.end()

    @property
    def _icon_size(self) -> int:
        return 14 if self.text() else 16

    @property
    def _words_font(self) -> QFont:
        return self._theme.fonts.font(_HEIGHT[self._size][3], MEDIUM)

    def _content_width(self) -> float:
        width = 0.0
        if self._glyph is not None:
            width = self._theme.icons.side(self._icon_size) + (_GAP if self.text() else 0)
        if self.text():
            shown = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            width += QFontMetricsF(self._words_font).horizontalAdvance(shown)
        return width

    def _colours(self) -> tuple[QColor, QColor]:
        t = self._theme.tokens
        if not self.isEnabled():
            return t.disabled, t.disabled
        if self.isChecked():
            return t.text, t.accent
        if self._role is ButtonRole.LINK and self.underMouse():
            return t.accent_hover, t.accent_hover
        return {
            ButtonRole.PLAIN: (t.text, t.muted),
            ButtonRole.PRIMARY: (t.on_accent, t.on_accent),
            ButtonRole.QUIET: (t.text2, t.muted),
            ButtonRole.LINK: (t.accent, t.accent),
            ButtonRole.DANGER: (t.danger, t.danger),
        }[self._role]

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def make_button(  # noqa: PLR0913 - its look, by keyword
    theme: Theme,
    text: str,
    *,
    icon: Icon | None = None,
    role: ButtonRole = ButtonRole.PLAIN,
    size: ButtonSize = ButtonSize.NORMAL,
    key: str = "",
    tip: str = "",
    checkable: bool = False,
    parent: QWidget | None = None,
) -> Button:
    """Return a button with words; its tooltip says `tip`, or the words, and the key."""
    button = Button(theme, text, icon=icon, role=role, size=size, parent=parent)
    button.setCheckable(checkable)
    if key or tip:
        set_tip(button, tip or text.replace("&", ""), key)
    return button


def icon_button(  # noqa: PLR0913 - its look, by keyword
    theme: Theme,
    icon: Icon,
    name: str,
    *,
    key: str = "",
    role: ButtonRole = ButtonRole.PLAIN,
    size: ButtonSize = ButtonSize.ICON,
    checkable: bool = False,
    parent: QWidget | None = None,
) -> Button:
    """Return a button that is only an icon; `name` is its tooltip and accessible name."""
    button = Button(theme, "", icon=icon, role=role, size=size, parent=parent)
    button.setCheckable(checkable)
    button.setAccessibleName(name)
    set_tip(button, name, key)
    return button
