"""A search line cut into its terms, before anyone asks what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TERM = re.compile(
    r"""(?P<minus> -)?
        (?: (?P<key> [^\W\d_]+ ) : (?!//) )?
        (?: ["“„] (?P<quoted> [^"“”„]* ) (?P<closing> ["“”] )?
        |   (?P<bare> \S+ ) )""",
    re.VERBOSE,
)
FILTERS = ("person", "kind", "tag", "after", "before")
"""The keys that mean something before a colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: `-` before it or not, the filter's key or "", and the words, quoted or bare.

    `is_open` says that a quote was begun and not ended, `is_last` that nothing follows, not even
    a space: it may still be in the middle of being typed.
    """

    words: str
    key: str = ""
    is_without: bool = False
    is_quoted: bool = False
    is_open: bool = False
    is_last: bool = False


def split_terms(text: str) -> Iterator[Term]:
    """Yield the terms of a search line in order; nothing is refused here."""
    for found in _TERM.finditer(text):
        is_quoted = found["quoted"] is not None
        words, key = found["quoted"] if is_quoted else found["bare"], found["key"] or ""
        if not is_quoted and words.endswith(":") and words[:-1].casefold() in FILTERS:
            words, key = "", words[:-1]
        yield Term(
            words=words,
            key=key.casefold(),
            is_without=found["minus"] is not None,
            is_quoted=is_quoted,
            is_open=is_quoted and found["closing"] is None,
            is_last=found.end() == len(text),
        )
