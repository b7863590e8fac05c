"""Notes and HTML that try to make a viewer open a file or a connection, and what shows them.

Run as `python -m tests.ui.hostile_notes FOLDER MODE`: FOLDER holds the canary files; MODE is
`notes` (through the editor, the renderer and the preview), `html` (past the renderer, straight
into the preview: the second wall alone) or `plain` (Qt's own browser, which does open them).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from managernotes.domain.observation import NoteText
from managernotes.text.markdown_html import MarkdownRenderer
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.notes.preview_browser import PreviewBrowser
from managernotes_ui.notes.preview_maker import PreviewMaker, PreviewRequest
from managernotes_ui.notes.revision_pane import RevisionPane
from managernotes_ui.notes.word_diff import Piece
from managernotes_ui.style.theme import Theme

CANARY = "canary"
CANARY_FILES = tuple(f"{CANARY}.{suffix}" for suffix in ("png", "svg", "css", "html", "js", "txt"))

_HTML = (
    '<img src="{0}">',
    '<img src="{0}" width="10" height="10">',
    "<img src={0}>",
    '<IMG SRC="{0}"/>',
    '<body background="{0}">x</body>',
    '<table background="{0}"><tr><td background="{0}">x</td></tr></table>',
    '<p style="background-image:url({0})">x</p>',
    "<p style=\"background:url('{0}')\">x</p>",
    '<ul style="list-style-image:url({0})"><li>x</li></ul>',
    '<link rel="stylesheet" href="{0}">',
    '<style>@import "{0}";</style>',
    "<style>p {{ background-image: url({0}); }}</style><p>x</p>",
    '<script src="{0}"></script>',
    '<iframe src="{0}"></iframe>',
    '<object data="{0}"></object>',
    '<embed src="{0}">',
    '<video src="{0}" poster="{0}"></video>',
    '<meta http-equiv="refresh" content="0;url={0}">',
    '<base href="{0}"><img src="x.png">',
    '<a href="{0}"><img src="{0}"></a>',
    '<input type="image" src="{0}">',
    '<svg><image href="{0}"/></svg>',
    '<div onload="open(\'{0}\')"><img src="{0}"></div>',
)
_MARKDOWN = (
    "![a picture]({0})",
    '![a picture]({0} "title")',
    "![a picture](<{0}>)",
    "![a picture][ref]\n\n[ref]: {0}",
    "[a link]({0})",
    "[![both]({0})]({0})",
    "<{0}>",
    "- item ![p]({0})\n- [l]({0})",
    "| a |\n|---|\n| ![p]({0}) |",
    "> ![p]({0})",
    "Words[^1]\n\n[^1]: ![p]({0})",
    "# Head ![p]({0})",
)

FORMS = _HTML + _MARKDOWN
"""Each with a place for an address."""


def targets(folder: Path) -> list[str]:
    """Return the addresses that are tried: the canary files in every spelling, and the network."""
    files = [str(folder / name) for name in CANARY_FILES]
    return [
        *files,
        *(QUrl.fromLocalFile(name).toString() for name in files),
        f"../{folder.name}/{CANARY}.png",
        f"qrc:{files[0]}",
        f"data:text/html,<img src='{files[0]}'>",
        f"http://127.0.0.1:9/{CANARY}.png",
        f"https://127.0.0.1:9/{CANARY}.png",
        f"ftp://127.0.0.1/{CANARY}.png",
        f"//127.0.0.1/share/{CANARY}.png",
        rf"\\127.0.0.1\share\{CANARY}.png",
        f"file://127.0.0.1/share/{CANARY}.png",
    ]


def hostile_texts(folder: Path) -> Iterator[str]:
    """Yield every attempt with every address."""
    for form, target in product(FORMS, targets(folder)):
        yield form.format(target)


def _show_notes(theme: Theme, texts: list[str], holder: QWidget) -> None:
    maker = PreviewMaker(MarkdownRenderer())
    preview = PreviewBrowser(theme, "preview", parent=holder)
    field = NoteField(theme, "field", "", parent=holder)
    pane = RevisionPane(theme, "pane", "", newer=True, parent=holder)
    for text in texts:
        field.show_text(text)
        pasted = QMimeData()
        pasted.setHtml(text)
        pasted.setText(text)
        pasted.setUrls([QUrl(text)])
        field.insertFromMimeData(pasted)
        made = maker.make(PreviewRequest(NoteText(title=text, fact=text, effect=text), text))
        preview.show_pieces(made.pieces)
        pane.show_side([(Piece(text, only_here=True),)], [True])
        _draw(holder)
    maker.stop()


def _show_html(theme: Theme, texts: list[str], holder: QWidget) -> None:
    preview = PreviewBrowser(theme, "preview", parent=holder)
    for text in texts:
        preview.show_pieces([f"<p>x</p>{text}"])
        _draw(holder)
        preview.setHtml(text)
        _draw(holder)
        preview.setSource(QUrl(text))
        _draw(holder)


def _show_plain(_theme: Theme, texts: list[str], holder: QWidget) -> None:
    browser = QTextBrowser(holder)
    for text in texts:
        browser.setHtml(text)
        _draw(holder)


def _draw(holder: QWidget) -> None:
    QApplication.processEvents()
    holder.grab()


def main(folder: Path, mode: str) -> None:
    """Show every text in one of the modes, then say how many there were."""
    app = QApplication([])
    theme = Theme()
    theme.apply(app)
    holder = QWidget()
    holder.resize(400, 300)
    holder.show()
    show = {"notes": _show_notes, "html": _show_html, "plain": _show_plain}[mode]
    texts = list(hostile_texts(folder))
    show(theme, texts, holder)
    sys.stdout.write(f"{len(texts)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
