"""A dialog of one width whose height follows what it says: nothing in it is ever squeezed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

from managernotes_ui.style.theme import Theme


class FittedDialog(QDialog):
    """Modal and gone once it closes; `width` in design pixels."""

    def __init__(self, theme: Theme, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._design_width = width
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def event(self, event: QEvent) -> bool:
        """Fit again when something in it wants another height."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Polish}:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """Take the height that the words need at this width."""
        layout = self.layout()
        if layout is None:
            return
        width = self._theme.scale.px(self._design_width)
        layout.activate()
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        self.setFixedSize(width, max(height, layout.minimumSize().height()))
