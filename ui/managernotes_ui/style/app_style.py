"""Fusion, with the marks, measures and manners of SPEC §4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from managernotes_ui.style.marks import paint_check, paint_choice
from managernotes_ui.style.round_window import round_window

if TYPE_CHECKING:
    from managernotes_ui.style.theme import Theme

_TIP, _TIP_RADIUS = "QTipLabel", 6
OWN_CARET = "own_caret"
"""The property of a field that draws its caret itself (widgets/caret.py)."""
_PM = QStyle.PixelMetric
_SH = QStyle.StyleHint
_PE = QStyle.PrimitiveElement
_STATE = QStyle.StateFlag

_METRICS = {
    _PM.PM_CheckBoxLabelSpacing: 8,
    _PM.PM_RadioButtonLabelSpacing: 8,
    _PM.PM_FocusFrameHMargin: 4,
    _PM.PM_FocusFrameVMargin: 4,
    _PM.PM_SplitterWidth: 9,
    _PM.PM_ScrollBarExtent: 12,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_ToolTipLabelFrameWidth: 0,
}
_ICON_METRICS = {
    _PM.PM_IndicatorWidth: 16,
    _PM.PM_IndicatorHeight: 16,
    _PM.PM_ExclusiveIndicatorWidth: 16,
    _PM.PM_ExclusiveIndicatorHeight: 16,
    _PM.PM_SmallIconSize: 16,
    _PM.PM_ButtonIconSize: 14,
}
_HINTS = {
    _SH.SH_ToolTip_WakeUpDelay: 500,
    _SH.SH_FocusFrame_AboveWidget: 1,
    _SH.SH_FocusFrame_Mask: 0,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_UnderlineShortcut: 0,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_DitherDisabledText: 0,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_LineEdit_PasswordCharacter: ord("•"),
}


class AppStyle(QProxyStyle):
    """Draws check boxes and choices, and answers what a style sheet cannot say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def polish(self, target: Any) -> Any:
        """Let tooltips be round; everything else as ever."""
        if isinstance(target, QLabel) and target.metaObject().className() == _TIP:
            round_window(target, _TIP_RADIUS)
        return super().polish(target)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Answer our own measures, and leave the rest to Fusion."""
        if metric in _METRICS:
            return _METRICS[metric]
        if metric in _ICON_METRICS:
            return self._theme.scale.icon(_ICON_METRICS[metric])
        if metric == _PM.PM_TextCursorWidth and widget is not None and widget.property(OWN_CARET):
            return 0
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """Answer our own manners, and leave the rest to Fusion."""
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, returnData)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the marks of SPEC §4; focus is shown by the ring alone."""
        if element == _PE.PE_FrameFocusRect:
            return
        on = bool(option.state & _STATE.State_On)
        enabled = bool(option.state & _STATE.State_Enabled)
        if element in {_PE.PE_IndicatorCheckBox, _PE.PE_IndicatorItemViewItemCheck}:
            paint_check(painter, QRectF(option.rect), self._theme, on=on, enabled=enabled)
        elif element == _PE.PE_IndicatorRadioButton:
            paint_choice(painter, QRectF(option.rect), self._theme, on=on, enabled=enabled)
        else:
            super().drawPrimitive(element, option, painter, widget)
