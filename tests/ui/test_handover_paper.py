"""The pages of a hand-over: what belongs together stands together, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextBlock
from PySide6.QtWidgets import QApplication

from managernotes.text.markdown_html import markdown_to_html
from managernotes_ui.handover.handover_paper import HandoverPaper
from managernotes_ui.handover.handover_pdf import pdf_of

ENTRY = "- **Goal {number}:** To be reached\n\n    Under way.\n\n    Set together.\n\n"
PERSON = "## Person {number}\n\nEngineer\n\n### Goals\n\n"


def letter(people: int, entries: int) -> str:
    parts = ["# Hand-over\n\nWritten today.\n\n"]
    for person in range(people):
        parts.append(PERSON.format(number=person))
        parts += [ENTRY.format(number=number) for number in range(entries)]
    return "".join(parts)


def blocks_of(paper: HandoverPaper) -> list[QTextBlock]:
    return [paper.findBlockByNumber(number) for number in range(paper.blockCount())]


def drawn(markdown: str) -> HandoverPaper:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = HandoverPaper(markdown_to_html(markdown))
    paper.draw_on(QPdfWriter(buffer))
    return paper


def test_the_lines_of_an_entry_stand_together_and_the_next_entry_stands_off(
    qapp: QApplication,
) -> None:
    paper = HandoverPaper(markdown_to_html(letter(people=1, entries=2)))
    lead = next(block for block in blocks_of(paper) if block.text().startswith("Goal 1"))
    fact, other = lead.next(), lead.next().next()
    assert fact.blockFormat().indent() > 0
    assert fact.blockFormat().topMargin() < lead.blockFormat().topMargin()
    assert fact.blockFormat().bottomMargin() == other.blockFormat().bottomMargin()
    assert fact.blockFormat().bottomMargin() < lead.blockFormat().topMargin()


@pytest.mark.parametrize("entries", range(8, 20))
def test_no_heading_and_no_first_line_is_alone_at_the_foot_of_a_page(
    qapp: QApplication, entries: int
) -> None:
    paper = drawn(letter(people=4, entries=entries))
    assert paper.pageCount() > 1
    blocks = blocks_of(paper)
    for block, after in pairwise(blocks):
        stays = block.blockFormat().headingLevel() >= 2 or block.text().startswith("Goal")
        if stays and after.isValid():
            assert paper._page_of(block) == paper._page_of(after)


@pytest.mark.parametrize("entries", range(8, 20))
def test_every_line_has_a_place_of_its_own_below_the_one_before(
    qapp: QApplication, entries: int
) -> None:
    paper = drawn(letter(people=4, entries=entries))
    layout = paper.documentLayout()
    tops = [layout.blockBoundingRect(block).top() for block in blocks_of(paper)]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    assert all(block.layout().lineCount() for block in blocks_of(paper) if block.text())


def test_a_letter_with_one_line_is_a_pdf_of_one_page(qapp: QApplication) -> None:
    assert pdf_of("# Hand-over\n").startswith(b"%PDF")
    assert drawn("# Hand-over\n").pageCount() == 1
