"""The heading over the sidebar's people; it leads to everybody."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.tooltip import set_tip

HEIGHT, PADDING = 28, 8


class PeopleHeading(QAbstractButton):
    """28 px, a label until the pointer comes; checked means: everybody is on show."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(strings.PEOPLE)
        self.setAccessibleName(strings.PEOPLE)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, strings.EVERYBODY, key)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return 28 px, and what the text grew."""
        return QSize(0, self._theme.scale.grow(HEIGHT, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, on the ground of a row when it is chosen or pointed at."""
        theme, here = self._theme, self.isChecked()
        painter = QPainter(self)
        paint_row_ground(
            painter,
            QRectF(self.rect()),
            theme,
            hovered=self.underMouse(),
            selected=here,
            hairline=False,
            hover=Role.SIDE_HOVER,
        )
        painter.setFont(theme.fonts.of(Type.LABEL_MEDIUM))
        painter.setPen(theme.tokens.text if here else theme.tokens.muted)
        room = QRectF(self.rect()).adjusted(PADDING, 0, -PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
