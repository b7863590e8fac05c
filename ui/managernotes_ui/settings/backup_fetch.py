"""Fetching single notes from a backup: tick them, and they are back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.backup_reading import BackupRow
from managernotes_ui.common.backup_beside import BackupBeside
from managernotes_ui.common.dates import count
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.backup_notes import BackupNotesModel
from managernotes_ui.settings.backup_notes_list import BackupNotesList
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _HEIGHT, _PADDING, _GAP = 520, 480, 24, 12


class FetchDialog(QDialog):
    """Lists what the vault lacks, binned or worded differently; brings back what is ticked."""

    def __init__(self, theme: Theme, beside: BackupBeside, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self.setModal(True)
        self.setAccessibleName(strings.FETCH_TITLE)
        self._model = BackupNotesModel(tickable=True, today=beside.today, parent=self)
        self.list = BackupNotesList(theme, self._model, strings.FETCH_LIST)
        self.words = TextLabel(theme, strings.READING, Type.LIST, tone=Role.TEXT2, lines=0)
        self.yes = make_button(theme, strings.FETCH_YES, role=ButtonRole.PRIMARY)
        self.no = make_button(theme, strings.CLOSE)
        self.yes.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, strings.FETCH_TITLE, Type.SECTION))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        self.resize(theme.scale.px(_WIDTH), theme.scale.px(_HEIGHT))
        theme.cover_changed.connect(self.reject)  # what it lists was read under the other rule
        self._model.dataChanged.connect(self._on_ticked)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)

    def show_rows(self, rows: list[BackupRow]) -> None:
        """List the notes that can be brought back."""
        self.words.setText(strings.FETCH_TEXT if rows else strings.FETCH_NONE)
        self._model.show_rows(rows)
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.list.setFocus()

    @Slot()
    def _on_ticked(self) -> None:
        number = len(self._model.ticked)
        self.yes.setEnabled(number > 0)
        words = f"{strings.FETCH_YES} {count(number, 'note')}" if number else strings.FETCH_YES
        self.yes.setText(words)
        self.yes.updateGeometry()

    @Slot()
    def _on_yes(self) -> None:
        self.yes.setEnabled(False)
        self._beside.fetch(self._model.ticked, lambda _number: self.accept())

    @Slot()
    def _on_finished(self) -> None:
        self._beside.close()
        self.deleteLater()
