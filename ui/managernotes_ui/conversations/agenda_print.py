"""The agenda of a talk on paper: their topics, carried over, yours, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from managernotes_ui.common.strings import brief as strings
from managernotes_ui.conversations.brief_lines import BriefRow, BriefSection
from managernotes_ui.style.fonts import FAMILY

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_MARGIN, _GAP, _BOX = 0.09, 0.014, 0.018
"""Parts of the sheet's width."""
_TITLE, _SECTION, _BODY = 16.0, 12.0, 11.0
"""Points."""
_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """What is printed; a box before each topic, to be ticked by hand."""

    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, title: str, sections: Sequence[BriefSection]) -> AgendaSheet:
        """Return the sheet of the agenda's sections: titles and topics, no line under them."""
        return cls(
            title,
            tuple(
                (
                    section.title,
                    tuple(part.text for part in section.parts if isinstance(part, BriefRow)),
                )
                for section in sections
            ),
        )

    def draw(self, painter: QPainter, page: QRectF) -> None:
        """Draw the sheet; black on white, whatever the window looks like."""
        margin = page.width() * _MARGIN
        room = page.adjusted(margin, margin, -margin, -margin)
        painter.setPen(Qt.GlobalColor.black)
        top = _paragraph(painter, room, self.title, _font(_TITLE, QFont.Weight.DemiBold))
        box = room.width() * _BOX
        for title, topics in self.sections:
            top += box
            bold = _font(_SECTION, QFont.Weight.DemiBold)
            top = _paragraph(painter, _below(room, top), title, bold)
            for topic in topics:
                painter.drawRect(QRectF(room.left(), top + box / 4, box, box))
                beside = _below(room, top).adjusted(2 * box, 0, 0, 0)
                top = _paragraph(painter, beside, topic, _font(_BODY))


def print_agenda(parent: QWidget, sheet: AgendaSheet) -> QPrintDialog:
    """Ask for a printer, then draw the agenda on it; nothing is written to a file by us."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # a print is rare

    printer = QPrinter()
    printer.setDocName(strings.PRINT_TITLE.format(name="").rstrip(", "))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: draw_on(printer, sheet))
    QDialog.open(dialog)  # QPrintDialog hides it behind one that wants a slot by name
    return dialog


def draw_on(printer: QPrinter, sheet: AgendaSheet) -> None:
    """Draw the sheet on one page."""
    painter = QPainter()
    if painter.begin(printer):
        sheet.draw(painter, QRectF(0, 0, printer.width(), printer.height()))
        painter.end()


def _paragraph(painter: QPainter, room: QRectF, words: str, font: QFont) -> float:
    """Draw wrapped text and return where the next one begins."""
    painter.setFont(font)
    drawn = painter.boundingRect(room, _WRAPPED, words)
    painter.drawText(room, _WRAPPED, words)
    return drawn.bottom() + room.width() * _GAP


def _below(room: QRectF, top: float) -> QRectF:
    rest = QRectF(room)
    rest.setTop(top)
    return rest


def _font(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font
