"""Which Markdown is understood, and which HTML may come of it.

Three walls (SECURITY-DESIGN findings 1 and 12, §4 Rendering): raw HTML is never parsed as such,
pictures become their words, and what comes out is cut down to a short list of tags, attributes
and addresses. Nothing that is left can make a viewer open a file or a connection.

Importing this takes 30 ms; markdown_html is the way in that imports it when it is needed.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_IN_A_LINE = ("strong", "em", "del", "sup", "code", "a", "br")
_BLOCKS = ("p", "hr", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
TAGS = frozenset((*_HEADINGS, *_IN_A_LINE, *_BLOCKS, *_TABLE))
"""Every tag that may come out."""

ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "li": {"id"},  # the target of a footnote
    "sup": {"id"},  # and of its way back
    **{heading: {"id"} for heading in _HEADINGS},  # so that the preview can scroll along
}
"""Every attribute that may come out, by tag."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead; beside these only to a place in the same text."""

_EXTENSIONS = (
    "tables",
    "sane_lists",
    "footnotes",
    "def_list",
    "toc",
    "fenced_code",
    "nl2br",  # a new line in a note is meant as one
    "pymdownx.tilde",
)
_SETTINGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},  # a style would not survive
    "toc": {"marker": ""},
    "pymdownx.tilde": {"subscript": False},
}


def to_safe_html(text: str) -> str:
    """Return Markdown as HTML made of TAGS only; half a surrogate pair becomes a question mark.

    Takes as long as python-markdown does: quadratic for some texts. May raise RecursionError.
    """
    return nh3.clean(
        _converter().convert(text.encode("utf-8", "replace").decode("utf-8")),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        url_relative=_inside_the_text,
        link_rel=None,
    )


def _inside_the_text(address: str) -> str | None:
    """Keep an address without a scheme only when it is a place in the same text."""
    return address if address.startswith("#") else None


def _converter() -> Markdown:
    """Return a fresh converter, half a millisecond's work: one that is shared keeps state."""
    converter = Markdown(extensions=list(_EXTENSIONS), extension_configs=_SETTINGS)
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    after_fences = 20
    converter.preprocessors.register(_ListsFollowText(converter), "lists_follow", after_fences)
    before_inline, after_inline = 25, 15
    converter.treeprocessors.register(_TaskBoxes(converter), "task_boxes", before_inline)
    converter.treeprocessors.register(_PictureWords(converter), "picture_words", after_inline)
    return converter


class _ListsFollowText(Preprocessor):
    """Lets a list begin right under a line of text, as people write it."""

    _item = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]) +\S")
    _numbered_later = re.compile(r" {0,3}(?!1[.)])\d")

    def run(self, lines: list[str]) -> list[str]:
        spaced: list[str] = []
        for line in lines:
            before = spaced[-1] if spaced else ""
            if self._begins_list(line) and before.strip() and not self._goes_on(before):
                spaced.append("")
            spaced.append(line)
        return spaced

    def _begins_list(self, line: str) -> bool:
        # Only a 1 begins a list inside a text: "… in\n2026. Then" is a sentence.
        return bool(self._item.match(line)) and not self._numbered_later.match(line)

    def _goes_on(self, before: str) -> bool:
        """Whether the line above is part of a list, a quote or an indented block already."""
        return bool(self._item.match(before)) or before.startswith((" ", "\t", ">"))


class _TaskBoxes(Treeprocessor):
    """Writes `- [x]` and `- [ ]` as ☑ and ☐: a viewer without forms shows no check boxes."""

    _box = re.compile(r"\s*\[([ xX])\]\s+(?=\S)")

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            holds_text = item[0] if len(item) and not (item.text or "").strip() else item
            box = self._box.match(holds_text.text or "")
            if box and holds_text.tag in {"li", "p"}:
                sign = "☐" if box[1] == " " else "☑"
                holds_text.text = f"{sign} {(holds_text.text or '')[box.end() :]}"


class _PictureWords(Treeprocessor):
    """Puts a picture's words in its place: no picture is ever loaded."""

    def run(self, root: Element) -> None:
        for picture in list(root.iter("img")):
            picture.text = picture.get("alt", "")
            picture.tag = "span"
            picture.attrib.clear()
