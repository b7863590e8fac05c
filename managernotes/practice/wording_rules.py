"""The rules behind the language checks, read from resources/wording (practice/4-language.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from managernotes.resources import resource_folder

_NAME: Final = "{NAME}"
_NOBODY: Final = "(?!)"
"""Matches nothing: in a vault without people no name can be compared with."""


class Scope(StrEnum):
    """Where a text stands; some rules ask more of words that others will hear or read."""

    NOTE = "note"
    PREP = "prep"
    REVIEW = "review"


class Level(StrEnum):
    """How much a finding wants: a choice, a question answered, or a glance."""

    PAUSE = "pause"
    NUDGE = "nudge"
    HINT = "hint"

    @property
    def weight(self) -> int:
        """More for what is to be looked at first."""
        return (Level.HINT, Level.NUDGE, Level.PAUSE).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as data: when it fires, when it does not, and what it asks."""

    id: str
    category: str
    """A letter and a word: "B label"."""
    level: Level
    scopes: frozenset[Scope]
    hit: str
    unless: str
    message: str
    bad: str
    better: str
    silent: str

    @property
    def letter(self) -> str:
        """The category's letter, as the documents name it."""
        return self.category[:1]


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule with its patterns compiled for the people of one vault."""

    rule: Rule
    hit: re.Pattern[str]
    unless: re.Pattern[str] | None


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule that ships with the app, in the order of the data."""
    path = resource_folder("wording") / "english.json"
    return tuple(_rule(entry) for entry in json.loads(path.read_text(encoding="utf-8")))


def ready_rules(
    people: Iterable[str], scope: Scope, letters: Collection[str] | None = None
) -> tuple[ReadyRule, ...]:
    """Return the rules of a scope, or of some of its categories, for a team with these names."""
    chosen = [one for one in _of_scope(scope) if letters is None or one.rule.letter in letters]
    names = {name.strip() for name in people if name.strip()}
    if not names or not any(_NAME in one.rule.hit for one in chosen):
        return tuple(chosen)
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    filled = f"(?:{named})"
    return tuple(
        ready if _NAME not in ready.rule.hit else _compiled(ready.rule, filled) for ready in chosen
    )


@cache
def _of_scope(scope: Scope) -> tuple[ReadyRule, ...]:
    """Return the rules of a scope for a team without names: nothing of a vault is kept here."""
    return tuple(_compiled(rule, _NOBODY) for rule in rules() if scope in rule.scopes)


def _compiled(rule: Rule, name: str) -> ReadyRule:
    hit = re.compile(rule.hit.replace(_NAME, name), re.IGNORECASE)
    return ReadyRule(rule, hit, re.compile(rule.unless, re.IGNORECASE) if rule.unless else None)


def _rule(entry: dict[str, str]) -> Rule:
    return Rule(
        id=entry["id"],
        category=entry["category"],
        level=Level(entry["severity"]),
        scopes=frozenset(scope for scope in Scope if scope.value[0] in entry["scope"]),
        hit=entry["hit"],
        unless=entry["unless"],
        message=entry["prompt"],
        bad=entry["bad"],
        better=entry["better"],
        silent=entry["silent"],
    )
