"""The words of a preparation as JSON, and what a search may find of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from managernotes.domain.preparation import PRIVATE_PREPARATION, IfThen, PreparationWords

_LISTS = ("questions", "offers")
_TEXTS = tuple(
    part.name
    for part in fields(PreparationWords)
    if part.name not in {*_LISTS, "if_then", "special"}
)


def words_of(stored: Mapping[str, Any]) -> PreparationWords:
    """Return the words that were stored; what a later version adds is not known here."""
    texts = {name: str(stored.get(name, "")) for name in _TEXTS}
    return PreparationWords(
        **texts,
        questions=tuple(stored.get("questions", ())),
        offers=tuple(stored.get("offers", ())),
        if_then=tuple(IfThen(plan["when"], plan["then"]) for plan in stored.get("if_then", ())),
        special=dict(stored.get("special", {})),
    )


def to_json(words: PreparationWords) -> dict[str, Any]:
    """Return the words as they are stored."""
    return {
        **{name: getattr(words, name) for name in _TEXTS},
        **{name: list(getattr(words, name)) for name in _LISTS},
        "if_then": [{"when": plan.when, "then": plan.then} for plan in words.if_then],
        "special": dict(words.special),
    }


def plain(words: PreparationWords) -> str:
    """Return what a search may find: nothing private, and no answer to a special prompt.

    Those tell what others said of each other, which is shown to nobody (practice §3.2).
    """
    said = [getattr(words, name) for name in _TEXTS if name not in PRIVATE_PREPARATION]
    said += [line for name in _LISTS for line in getattr(words, name)]
    said += [part for plan in words.if_then for part in (plan.when, plan.then)]
    return "\n".join(part for part in said if part.strip())
