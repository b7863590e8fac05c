"""The one motion of the app: 120 ms of opacity for palette, menu and undo bar (SPEC §2)."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from managernotes_ui.style.theme import Theme

_FADE_MS = 120


def fade_in(widget: QWidget, theme: Theme) -> None:
    """Let a widget or window appear; does nothing when motion is not wanted."""
    if not theme.motion:
        return
    fade = QPropertyAnimation(widget)
    if widget.isWindow():
        fade.setTargetObject(widget)
        fade.setPropertyName(b"windowOpacity")
    else:
        effect = QGraphicsOpacityEffect(widget)
        effect.setOpacity(0.0)
        widget.setGraphicsEffect(effect)
        fade.setTargetObject(effect)
        fade.setPropertyName(b"opacity")
        # An effect that stays would have the widget drawn twice for ever.
        fade.finished.connect(lambda: effect.setEnabled(False))
    fade.setDuration(_FADE_MS)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
