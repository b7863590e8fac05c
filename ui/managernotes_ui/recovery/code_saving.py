"""The recovery sheet as a PDF: made in memory, written once, where the manager says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.recovery.code_sheet import CodeSheet
from managernotes_ui.style.theme import Theme

_RESOLUTION = 300


def pdf_of(sheet: CodeSheet) -> bytes:
    """Return the sheet as a PDF of one page, which no file has ever held."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(strings.SHEET_NAME)
    painter = QPainter()
    if painter.begin(writer):
        sheet.draw(painter, QRectF(0, 0, writer.width(), writer.height()))
        painter.end()
    return bytes(buffer.data().data())


def ask_where_to_save(theme: Theme, parent: QWidget, chosen: Callable[[Path], None]) -> AskDialog:
    """Say that the file will not be encrypted, then ask for its place; `chosen` hears of it."""
    ask = AskDialog(
        theme,
        strings.SAVE_TITLE,
        strings.SAVE_TEXT,
        strings.CHOOSE_PLACE,
        parent=parent,
    )
    ask.accepted.connect(lambda: _choose(parent, chosen))
    ask.open()
    return ask


def _choose(parent: QWidget, chosen: Callable[[Path], None]) -> QFileDialog:
    dialog = discreet_dialog(parent, strings.SAVE_TITLE, Path.home())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a name that is taken is refused
    dialog.setNameFilters(strings.PDF_FILES)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(strings.SHEET_FILE)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog
