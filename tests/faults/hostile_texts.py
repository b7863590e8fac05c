"""Texts that try to open a file, to phone home, to hang a parser or to hold up the window.

Each is made from a number, so that a long run repeats the short one and goes on from there.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.ui.hostile_notes import FORMS, targets

BOMB_EVERY: Final = 20
"""One text in so many is as long and as slow to parse as its maker can; the others are short."""

LONGEST: Final = 20_000
"""Characters. Beyond 40,000 laying a text out takes Qt itself 100 ms, for 200,000 about 0.4 s."""

_INVISIBLE: Final = "\u202e\u202d\u2066\u2069\u200b\u200d\ufeff\u061c\u0000\u0007\u009b\ud800\u0301"
_REPEATED: Final = (
    *("[", "![", "[^", "[a](", "](", "*", "_", "**a", "`", "~~", "\\", "&#", "<", "<a ", "<!--"),
    *("> ", "- ", "1. ", "# ", "|", "|a", ": ", "\t", "a\n: ", "a\n===\n", "```\n", "[a]: b\n"),
    *("http://x.example/", "@a ", "e\u0301", "\u202e", "&amp;", "- [ ] ", "***bold*** "),
)
_SCHEMES: Final = (
    *("file:///", "file://127.0.0.1/c$/", "\\\\127.0.0.1\\share\\", "//127.0.0.1/share/"),
    *("data:image/png;base64,", "data:text/html,", "javascript:open('", "http://127.0.0.1/"),
    *("ftp://127.0.0.1/", "qrc:/", ":/", "smb://127.0.0.1/", "C:\\", "about:", "blob:", "./"),
)

Maker = Callable[[random.Random, list[str], bool], str]


def hostile_texts(folder: Path, count: int) -> Iterator[str]:
    """Yield so many different texts that name the canary files of a folder."""
    seen: set[str] = set()
    number = 0
    addresses = targets(folder)
    while len(seen) < count:
        chance = random.Random(number)  # noqa: S311  # shapes of texts, no secret
        bomb = number % BOMB_EVERY == 0
        text = chance.choice(_BOMBS if bomb else _MAKERS)(chance, addresses, bomb)[:LONGEST]
        number += 1
        if text not in seen:
            seen.add(text)
            yield text


def _address(chance: random.Random, addresses: list[str]) -> str:
    address = chance.choice(addresses)
    return chance.choice(_SCHEMES) + address.lstrip("/") if chance.random() < 0.5 else address


def _form(chance: random.Random, addresses: list[str], _bomb: bool) -> str:
    return chance.choice(FORMS).format(_address(chance, addresses))


def _page(chance: random.Random, addresses: list[str], bomb: bool) -> str:
    """Put several attempts into the places where Markdown has others inside it."""
    around = ("{}", "> {}", "- {}", "1. {}", "| a |\n|---|\n| {} |", "# {}", "a[^1]\n\n[^1]: {}")
    parts = (
        chance.choice(around).replace("{}", _form(chance, addresses, bomb))
        for _ in range(chance.randrange(2, 8))
    )
    return "\n\n".join(parts)


def _steered(chance: random.Random, addresses: list[str], bomb: bool) -> str:
    """Sprinkle letters that turn, hide or join others over an attempt."""
    text = list(_form(chance, addresses, bomb) + " words from right to left")
    for _ in range(chance.randrange(1, 20)):
        text.insert(chance.randrange(len(text)), chance.choice(_INVISIBLE))
    return "".join(text)


def _repeated(chance: random.Random, _addresses: list[str], bomb: bool) -> str:
    scrap = chance.choice(_REPEATED)
    longest = LONGEST if bomb else 600
    return scrap * chance.randrange(1, longest // len(scrap))


def _nested(chance: random.Random, addresses: list[str], bomb: bool) -> str:
    depth = chance.randrange(2, 300 if bomb else 30)
    sign = chance.choice(["- ", "1. ", "> ", "* "])
    lines = ("    " * level + f"{sign}level {level}\n" for level in range(depth))
    return "".join(lines) + _form(chance, addresses, bomb)


def _table(chance: random.Random, addresses: list[str], bomb: bool) -> str:
    columns, rows = chance.randrange(1, 60), chance.randrange(1, 2_000 if bomb else 8)
    row = "|" + f" {_address(chance, addresses)} |" + " x |" * columns + "\n"
    return "|" + "a|" * (columns + 1) + "\n|" + "-|" * (columns + 1) + "\n" + row * rows


def _footnotes(chance: random.Random, addresses: list[str], bomb: bool) -> str:
    count = chance.randrange(1, 3_000 if bomb else 12)
    notes = "".join(f"[^{number}]: {_form(chance, addresses, bomb)}\n" for number in range(count))
    return "".join(f"a[^{number}] " for number in range(count)) + "\n\n" + notes


def _long_address(chance: random.Random, _addresses: list[str], bomb: bool) -> str:
    address = "http://x.example/" + "u" * chance.randrange(100, 19_000 if bomb else 900)
    return f"[a]: {address}\n\n" + "[a] " * chance.randrange(1, 40_000 if bomb else 40)


def _ordinary(chance: random.Random, _addresses: list[str], bomb: bool) -> str:
    """Return what is not hostile at all, only long."""
    line = "A sentence with *some* weight, **more** and a [link](https://example.org). "
    paragraph = line * chance.randrange(1, 12)
    return "\n\n".join([paragraph] * chance.randrange(1, 200 if bomb else 3))


_MAKERS: Final[tuple[Maker, ...]] = (
    *(_form, _form, _form, _page, _page, _steered, _repeated),
    *(_nested, _table, _footnotes, _long_address, _ordinary),
)
_BOMBS: Final[tuple[Maker, ...]] = (
    *(_repeated, _repeated, _repeated, _nested, _table, _footnotes, _long_address, _ordinary),
)
