"""Printing the recovery sheet, when asked for and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from managernotes_ui.common.strings import recovery as strings
from managernotes_ui.recovery.code_sheet import CodeSheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


def print_sheet(parent: QWidget, sheet: CodeSheet) -> QPrintDialog:
    """Ask for a printer, then draw the sheet on it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # of use once in a vault's life

    printer = QPrinter()
    printer.setDocName(strings.SHEET_NAME)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: draw_on(printer, sheet))
    QDialog.open(dialog)  # QPrintDialog hides it behind one that wants a slot by name
    return dialog


def draw_on(printer: QPrinter, sheet: CodeSheet) -> None:
    """Draw the sheet on one page."""
    painter = QPainter()
    if painter.begin(printer):
        sheet.draw(painter, QRectF(0, 0, printer.width(), printer.height()))
        painter.end()
