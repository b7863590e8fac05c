"""The row of 56 over the templates: which one, whose it is, and what can be done with it."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, icon_button, make_button
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.variable_chip import paint_variable, variable_size

_HEIGHT, _GAP, _LEAST_NAME = 55, 12, 80


class StateChip(QWidget):
    """Whose it is, on the neutral ground: “yours, changed 2 Sep”."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Say something else; an empty text hides the chip."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        return variable_size(self._theme, self._words).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_variable(painter, self.rect().toRectF(), self._theme, self._words)
        painter.end()


class TemplateHead(QWidget):
    """Where there is no room for words, two of the buttons are their icons, the chip is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = TextLabel(theme, strings.TITLE, Type.SECTION)
        self.name = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.chip = StateChip(theme)
        self.compare = make_button(
            theme, strings.COMPARE, icon=Icon.GIT_COMPARE, role=ButtonRole.QUIET, key="Ctrl+D"
        )
        self.restore = make_button(theme, strings.RESTORE, icon=Icon.ROTATE_CCW)
        self.use = make_button(theme, strings.USE, role=ButtonRole.PRIMARY, key="Ctrl+Enter")
        for button, words in ((self.compare, strings.COMPARE), (self.restore, strings.RESTORE)):
            button.setAccessibleName(words)
            button.setToolTip(button.toolTip() or tooltip(words))
        self.panel = icon_button(
            theme, Icon.PANEL_RIGHT, strings.PANEL, key="Ctrl+Alt+P", role=ButtonRole.QUIET
        )
        self._row = QHBoxLayout(self)
        self._build()
        theme.changed.connect(self._fit)

    def show_state(self, name: str, state: str, *, has_original: bool, is_changed: bool) -> None:
        """Say which template is chosen, and whose it is."""
        self.name.setText(name)
        self.chip.set_words(state)
        self.restore.setVisible(has_original)
        self.restore.setEnabled(is_changed)
        self.compare.setVisible(has_original)
        self._fit()

    def set_side(self, side: int) -> None:
        """Keep the page's padding."""
        self._row.setContentsMargins(side, 0, side, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width at which buttons are icons."""
        return QSize(self._theme.scale.px(320), self._theme.scale.grow(_HEIGHT, 20))

    def _build(self) -> None:
        self._row.setSpacing(_GAP)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self.title, self.name, self.chip):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for button in (self.compare, self.restore, self.panel, self.use):
            self._row.addWidget(button)

    def _fit(self) -> None:
        """Leave out what has no room: first the chip, then the words of two buttons."""
        name = math.ceil(
            QFontMetricsF(self._theme.fonts.of(Type.LIST)).horizontalAdvance(self.name.text())
        )
        _set_words(self.compare, strings.COMPARE)
        _set_words(self.restore, strings.RESTORE)
        self.chip.setVisible(bool(self.chip.words))
        self.title.setMinimumWidth(self.title.sizeHint().width())
        room = self.width() - self._fixed()
        if room < name:
            self.chip.hide()
            room = self.width() - self._fixed()
        if room < name:
            _set_words(self.compare, "")
            _set_words(self.restore, "")
        self.name.setVisible(self.width() - self._fixed() >= self._theme.scale.px(_LEAST_NAME))

    def _fixed(self) -> int:
        """Return the width that everything but the name takes."""
        margins = self._row.contentsMargins()
        parts = (self.title, self.chip, self.compare, self.restore, self.panel, self.use)
        shown = [part for part in parts if not part.isHidden()]
        hints = sum(part.sizeHint().width() for part in shown)
        return margins.left() + margins.right() + hints + (len(shown) + 1) * _GAP


def _set_words(button: Button, words: str) -> None:
    if button.text() != words:
        button.setText(words)
        button.updateGeometry()
