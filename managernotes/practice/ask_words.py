"""Whether an ask could be seen: somebody does something, by a day or so many times (RC06).

English only, by rule: a word that does something, and a time or a number. "Be better" has
neither; "send the risk list by noon each Friday" has both.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Final

from managernotes.practice.ask_times import time_phrases
from managernotes.resources import resource_folder

_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?", re.IGNORECASE)


_PLAIN: Final = re.compile(
    r"\b(?:have|has|get|gets|make|makes|do|does|go|goes|come|comes|be|is|are)\s+"
    r"(?:the|a|an|it|all|both|every|each|your|our|their|his|her|them|ready|there|here|at|in|on|"
    r"present|online|posted|sent|done|back|through|one|two|three|\d+)\b"
    r"(?!\s+(?:better|more|less|good|nicer|bad|worse)\b)",
    re.IGNORECASE,
)
_CALLED_FOR: Final = re.compile(
    r"(?:^|[.;:]\s*|\b(?:to|please|you|will|can|could|should|must|and|then)\s+)"
    r"([a-z]{3,})\s+(?:the|a|an|your|my|our|me|us|it|them|him|her|all|both)\b",
    re.IGNORECASE,
)


def visible_by(ask: str) -> tuple[str, ...]:
    """Return when or how often what is asked for can be seen; empty: it is not to be seen yet."""
    return time_phrases(ask) if _has_deed(ask) else ()


@cache
def _words(list_name: str) -> frozenset[str]:
    """Return one of the word lists that ship with the app."""
    path = resource_folder("wording") / "ask_english.toml"
    lists: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(lists[list_name].split())


def _has_deed(text: str) -> bool:
    before = ""
    for found in _WORD.finditer(text):
        word = found.group().casefold()
        if _is_deed(word, before):
            return True
        before = word
    if _PLAIN.search(text):
        return True
    no_deeds = _words("no_deeds")
    return any(call[1].casefold() not in no_deeds for call in _CALLED_FOR.finditer(text))


def _is_deed(word: str, before: str) -> bool:
    """Whether a word is something done; one that is as often a thing, not after "the" or "a"."""
    if word in _words("irregular"):
        return True
    deeds = _words("deeds")
    base = next((form for form in _bases(word) if form in deeds), None)
    if base is None:
        return False
    is_thing = base in _words("also_things") and word in {base, f"{base}s"}
    return not (is_thing and before in _words("before_a_thing"))


def _bases(word: str) -> tuple[str, ...]:
    """Return what a form may come from: sends, posted, planning, tries, moved."""
    forms = [word]
    for ending, instead in (
        ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""),
        ("ing", ""), ("ing", "e"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending)
            forms += [stem + instead, stem[:-1] if stem[-1:] == stem[-2:-1] else stem]
    return tuple(forms)
