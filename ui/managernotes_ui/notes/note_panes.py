"""Editor and preview beside each other, or in turns where the window is narrow (SPEC §3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.note_fields import NoteFields
from managernotes_ui.notes.preview_pane import PreviewPane
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.splitter import Splitter

ONE_PANE_BELOW = 1100
"""In a narrower window the preview shares the editor's pane; grows with the text scale."""

_HALF = 10_000


class NotePanes(Splitter):
    """Split 50:50; the preview can be put away."""

    def __init__(
        self, theme: Theme, fields: NoteFields, preview: PreviewPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, Qt.Orientation.Horizontal, strings.SPLITTER, parent)
        self._fields = fields
        self._preview = preview
        self._beside = True
        self._instead = False
        for pane in (fields, preview):
            self.addWidget(pane)
            self.setStretchFactor(self.count() - 1, 1)
        self.setSizes([_HALF, _HALF])
        theme.changed.connect(self._arrange)

    def toggle_preview(self) -> None:
        """Show the preview or put it away; the keyboard goes to what is left."""
        if self._is_narrow:
            self._instead = not self._instead
        else:
            self._beside = not self._beside
        self._arrange()
        if self._fields.isHidden():
            self._preview.browser.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._fields.isAncestorOf(self.window().focusWidget() or self):
            self._fields.fact.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_side(self, side: int) -> None:
        """Keep the page's padding in both panes."""
        self._fields.set_side(side)
        self._preview.set_side(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane or two, as the window has room."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _is_narrow(self) -> bool:
        return self.window().width() < ONE_PANE_BELOW * self._theme.scale.text

    @Slot()
    def _arrange(self) -> None:
        narrow = self._is_narrow
        self._fields.setVisible(not (narrow and self._instead))
        self._preview.setVisible(self._instead if narrow else self._beside)
