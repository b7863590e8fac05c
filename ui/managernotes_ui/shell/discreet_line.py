"""What the footer says while discreet mode is on (37a): that it is, what shows, how it ends."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.common.strings import discreet as strings
from managernotes_ui.shell import commands
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.text_label import TextLabel

_GAP, _ICON_GAP, _KEY_GAP = 16, 6, 4


class DiscreetLine(QWidget):
    """Stands in the place of the page's own items; what has no room is left out, the help first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._help = TextLabel(theme, strings.HELP, Type.META, tone=Role.MUTED)
        self._space = KeyCapLabel(theme, strings.HELP_KEY)
        self._title = TextLabel(theme, strings.TITLE, Type.META_MEDIUM)
        self._off = QWidget()
        self._build(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.cover_changed.connect(self._on_cover_changed)
        theme.changed.connect(self._fit)
        self._on_cover_changed()

    def sizeHint(self) -> QSize:
        """Return the height of a key cap: the width is what is left."""
        return QSize(0, self._space.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return no width."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the help where it has no room."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        title, off = self._title.sizeHint().width(), self._off.sizeHint().width()
        self._title.setMinimumWidth(title)
        room = self.width() - self._theme.icons.side(14) - _ICON_GAP - title - 2 * _GAP - off
        texts = self._theme.cover.texts
        key = self._space.sizeHint().width() + _KEY_GAP if texts else 0
        fits = self._help.sizeHint().width() + key <= room
        self._help.setVisible(fits)
        self._space.setVisible(fits and texts)

    def _build(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(GlyphLabel(theme, Icon.EYE_OFF, 14, Role.TEXT))
        row.addSpacing(_ICON_GAP)
        row.addWidget(self._title)
        row.addSpacing(_GAP)
        row.addWidget(self._help)
        row.addSpacing(_KEY_GAP)
        row.addWidget(self._space)
        row.addStretch(1)
        row.addWidget(self._off)
        off = QHBoxLayout(self._off)
        off.setContentsMargins(0, 0, 0, 0)
        off.setSpacing(_KEY_GAP)
        off.addWidget(KeyCapLabel(theme, commands.DISCREET.keys[0]))
        off.addWidget(TextLabel(theme, strings.OFF, Type.META, tone=Role.MUTED))

    @Slot()
    def _on_cover_changed(self) -> None:
        self._help.setText(strings.HELP if self._theme.cover.texts else strings.HELP_OPEN)
        self._fit()
