"""Segments: a few exclusive choices side by side (SPEC §4)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

_HEIGHT, _LINE, _PADDING, _RADIUS = 28, 20, 10, 6


class Segments(QWidget):
    """One of the labels is chosen; arrows move the choice, `chosen` tells its number."""

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        labels: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        self._group = QButtonGroup(self)
        for number, label in enumerate(labels):
            button = _Segment(theme, label, self)
            self._group.addButton(button, number)
            layout.addWidget(button)
        if labels:
            self.set_current(0)
        self._group.idToggled.connect(self._on_toggled)
        theme.changed.connect(self._on_theme_changed)

    def current(self) -> int:
        """Return the number of the chosen label."""
        return self._group.checkedId()

    def set_current(self, number: int) -> None:
        """Choose a label; Tab stops only there, arrows lead to the others."""
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._group.button(number).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.button(number).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrows; the segments hand the keys on."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        there = self.current() + step
        if not step or self._group.button(there) is None:
            super().keyPressEvent(event)
            return
        self.set_current(there)
        self._group.button(there).setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the chosen ground, and the lines between."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        inside = QPainterPath()
        inside.addRoundedRect(box, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.fillPath(inside, tokens.raised)
        painter.setClipPath(inside)
        buttons = self._group.buttons()
        for button in buttons:
            if button.isChecked():
                painter.fillRect(button.geometry(), tokens.selected)
            elif button.underMouse() and button.isEnabled():
                painter.fillRect(button.geometry(), tokens.hover)
        for button in buttons[:-1]:
            line = QRectF(button.geometry().right() + 1, 1, 1, self.height() - 2)
            painter.fillRect(line, tokens.line2)
        painter.setClipping(False)
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(inside)
        painter.end()

    @Slot(int, bool)
    def _on_toggled(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.update()
        if on:
            self.set_current(number)
            self.chosen.emit(number)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class _Segment(QToolButton):
    """One label; the box behind it belongs to Segments."""

    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(label)
        self.setCheckable(True)
        theme.changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the box: Qt's own would only move the focus."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the label's room; the box adds its border."""
        metrics = QFontMetricsF(self._theme.fonts.of(Type.META_MEDIUM))
        width = math.ceil(metrics.horizontalAdvance(self.text())) + 2 * _PADDING
        return QSize(width, self._theme.scale.grow(_HEIGHT - 2, _LINE))

    def minimumSizeHint(self) -> QSize:
        """Return the same: labels are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the label."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self._theme.fonts.of(Type.META_MEDIUM))
        colour = tokens.text if self.isChecked() else tokens.muted
        painter.setPen(colour if self.isEnabled() else tokens.disabled)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
