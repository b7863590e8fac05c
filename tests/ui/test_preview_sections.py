"""A preview made piece by piece is the preview made at once."""

from __future__ import annotations

import random
import re

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from managernotes.text.markdown_html import markdown_to_html
from managernotes_ui.notes.preview_sections import sections_of
from managernotes_ui.notes.section_document import SectionDocument

CSS = "p, li { margin: 0 0 8px 0; line-height: 24px; }"

PARTS = (
    "# Head",
    "At **18:40** Dana posted `handover done` in the channel.",
    "- 3 Nov, no link\n- 10 Nov, the *old* runbook",
    "1. first\n2. second\n\n3. third after a gap",
    "> She said so\n> twice",
    "```\ncode with\n\nan empty line\n\nAnd a capital\n```",
    "~~~\ntildes\n~~~",
    "```\nnever closed\n\nWords after it",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "---",
    "- item\n\n    indented paragraph\n\n- next item",
    "    indented code",
    "Title\n=====",
    "Words with a [link](https://example.test/a) inside.",
    "Ärger ohne Ende, naïve façade.",
    "Term\n: what it means",
    "",
    "<div onclick='x'>\n\nno HTML\n\n</div>",
    "Last words",
)


def random_text(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - a text, not a secret
    return "\n\n".join(chance.choice(PARTS) for _ in range(chance.randint(1, 40)))


def bare(html: str) -> str:
    """Return the HTML without line ends and without the numbers that make headings' ids differ."""
    html = "".join(line.strip() for line in html.splitlines())
    return re.sub(r'(<h\d) id="[^"]*"', r"\1", html)


@pytest.mark.parametrize("seed", range(200))
def test_the_pieces_render_to_what_the_whole_renders_to(seed: int) -> None:
    text = random_text(seed)
    pieces = sections_of(text)
    assert "\n".join(pieces) == text
    assert bare("".join(map(markdown_to_html, pieces))) == bare(markdown_to_html(text))


@pytest.mark.parametrize("far", ["[a]: https://x.test", "[^1]: a footnote", "*[HTML]: words"])
def test_what_reaches_far_is_rendered_whole(far: str) -> None:
    text = "\n\n".join(["Plain words [a] [^1] HTML."] * 40 + [far])
    assert sections_of(text) == [text]


def test_a_change_leaves_the_other_pieces_alone() -> None:
    paragraphs = [f"Paragraph {number} says something." for number in range(2000)]
    before = sections_of("\n\n".join(paragraphs))
    paragraphs[1000] += " And more."
    after = sections_of("\n\n".join(paragraphs))
    assert len(before) > 100
    assert len(set(after) - set(before)) <= 2


def described(document: QTextDocument) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        bold = [run.format.fontWeight() for run in block.textFormats()]
        found.append((
            block.text(), form.topMargin(), form.bottomMargin(), form.lineHeight(),
            form.headingLevel(), block.textList() is not None, bold,
        ))  # fmt: skip
        block = block.next()
    return found


def whole(pieces: list[str]) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultStyleSheet(CSS)
    document.setHtml("".join(pieces))
    return document


STOCK = [f"<p>Paragraph <b>{number}</b></p>" for number in range(9)] + [
    "<h2>Head</h2><p>under it</p>",
    "<p>List</p><ul><li>one</li><li><em>two</em></li></ul>",
    "<p>Code</p><pre>x\ny</pre>",
    "<p>Rule</p><hr><p>below</p>",
    "<p>Quote</p><blockquote><p>said</p></blockquote>",
]
FIRST = [
    "<ul><li>first</li></ul>",
    "<ol><li>a<ul><li>b</li></ul></li></ol>",
    "<pre>a\nb</pre>",
    "<blockquote><p>said</p></blockquote>",
]
TABLES = [
    "<hr>",
    "<p>Table</p><table><tr><td>a</td><td>b</td></tr></table><p>after</p>",
    "<table><tr><td>first</td></tr></table>",
]


@pytest.mark.parametrize("stock", [STOCK, STOCK + FIRST], ids=["usual", "any beginning"])
@pytest.mark.parametrize("seed", range(30))
def test_patching_leads_where_setting_leads(qtbot: QtBot, seed: int, stock: list[str]) -> None:
    chance = random.Random(seed)  # noqa: S311 - a text, not a secret
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.show()
    document = browser.document()
    document.setUndoRedoEnabled(False)
    document.setDefaultStyleSheet(CSS)
    patched = SectionDocument(browser.document)
    for _ in range(8):
        pieces = ["<p>Title</p>", *chance.choices(stock, k=chance.randint(0, 12))]
        done = patched.show(pieces, 1)
        while not done:
            done = patched.advance(1)
        document.size()
        assert list(patched.shown) == pieces
        assert described(document) == described(whole(pieces))


@pytest.mark.parametrize("seed", range(30))
def test_tables_come_and_go(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a text, not a secret
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.show()
    document = browser.document()
    document.setUndoRedoEnabled(False)
    document.setDefaultStyleSheet(CSS)
    patched = SectionDocument(browser.document)
    for _ in range(8):
        pieces = chance.choices(STOCK + FIRST + TABLES, k=chance.randint(0, 6))
        done = patched.show(pieces, 1)
        while not done:
            done = patched.advance(1)
        document.size()
        browser.grab()
        shown = [text for text, *_ in described(document) if text]
        assert shown == [text for text, *_ in described(whole(pieces)) if text]
        assert patched.is_whole == any("<table" in piece for piece in pieces)
