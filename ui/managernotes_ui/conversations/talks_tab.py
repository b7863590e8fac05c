"""The tab that lists the talks: to follow up, planned, held (SPEC §7.20)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.tab_body import TabBody


class TalksTab(TabBody):
    """Draws the list of talks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        QVBoxLayout(self)
