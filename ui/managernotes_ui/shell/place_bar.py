"""The banner for a vault whose file is gone, replaced or damaged while it is open (SPEC §5.18)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.errors import ManagerNotesError, VaultPlaceLostError
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.trouble_bar import ABOVE, SIDE
from managernotes_ui.style.icons import Icon
from managernotes_ui.unlock.vault_dialogs import ask_for_folder
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button


class PlaceBar(QWidget):
    """Stands as long as it is true, and offers to go on elsewhere; what was typed stays typed.

    `moved` brings the new place; `failed` why there is no copy.
    """

    moved = Signal(Path)
    failed = Signal(Exception)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._lost: ManagerNotesError | None = None
        self._elsewhere = make_button(desk.theme, strings.SAVE_ELSEWHERE, size=ButtonSize.SMALL)
        again = make_button(desk.theme, strings.LOOK_AGAIN, size=ButtonSize.SMALL)
        self._banner = Banner(
            desk.theme, BannerKind.NOTE, Icon.HARD_DRIVE, "", buttons=(self._elsewhere, again)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(self._banner)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        again.clicked.connect(desk.session.look_again)
        desk.session.place_changed.connect(self._on_place_changed)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._banner.words

    def go_on_at(self, place: Path) -> None:
        """Copy the vault there and go on with it."""
        self._banner.say(self._lost.title if self._lost else "", strings.COPY_UNDER_WAY)
        self._elsewhere.setEnabled(False)
        self._session.go_on_at(place, done=lambda: self._on_moved(place), failed=self._on_failed)

    @Slot(object)
    def _on_place_changed(self, lost: ManagerNotesError | None) -> None:
        self._lost = lost
        if lost is not None:
            self._banner.say(lost.title, lost.advice)
            self._elsewhere.setVisible(isinstance(lost, VaultPlaceLostError))
            self._elsewhere.setEnabled(True)
        self.setVisible(lost is not None)

    @Slot()
    def _on_elsewhere(self) -> None:
        ask_for_folder(self, Path.home() / "vault", self.go_on_at, strings.CHOOSE_NEW_PLACE)

    def _on_moved(self, place: Path) -> None:
        self._elsewhere.setEnabled(True)
        self.moved.emit(place)

    def _on_failed(self, error: Exception) -> None:
        self._on_place_changed(self._lost)
        self.failed.emit(error)
