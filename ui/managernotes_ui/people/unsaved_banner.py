"""The banner over a page whose line could not be saved (SPEC §5.18a)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.common.dates import count
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.strings import person as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button

BELOW = 20


class UnsavedBanner(QWidget):
    """Shows while a capture line is in memory only; it tries again by itself every 5 s."""

    def __init__(self, theme: Theme, vm: CaptureViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        again = make_button(theme, strings.TRY_NOW, size=ButtonSize.SMALL)
        copy = make_button(theme, strings.COPY_TEXT, size=ButtonSize.SMALL)
        self._banner = Banner(theme, BannerKind.NOTE, Icon.HARD_DRIVE, "", buttons=(again, copy))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BELOW)
        column.addWidget(self._banner)
        again.clicked.connect(vm.try_again)
        copy.clicked.connect(self._on_copy)
        vm.unsaved_changed.connect(self._on_unsaved_changed)
        self._on_unsaved_changed()

    @property
    def is_needed(self) -> bool:
        """Whether there is something to tell."""
        return self._vm.unsaved is not None

    @Slot()
    def _on_unsaved_changed(self) -> None:
        unsaved = self._vm.unsaved
        if unsaved is not None:
            above = unsaved.told_above
            title, advice = ("", strings.TRIED_AGAIN) if above else (unsaved.title, unsaved.advice)
            text = strings.DRAFT_SAFE_TEXT.format(advice=advice)
            if unsaved.characters:
                characters = count(unsaved.characters, "character")
                text = strings.NOT_SAVED_TEXT.format(count=characters, advice=advice)
            self._banner.say(strings.NOT_SAVED_TITLE.format(title=title).strip(), text)
        self.setVisible(unsaved is not None)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(private_text(self._vm.line))
