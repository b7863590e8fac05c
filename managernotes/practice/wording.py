"""Language checks: questions about words, never verdicts, never in the way of saving.

One flag per sentence and category, the highest level wins. What somebody said (in quotation
marks) and my own reading may judge and guess; health, private life, harm and secrets are asked
about wherever they stand (practice/4-language.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from managernotes.practice.sentences import Sentence, sentences
from managernotes.practice.wording_rules import Level, ReadyRule, Scope, ready_rules

_JUDGING: Final = frozenset("ABCDEH")
"""Categories that do not apply to somebody's own words, or to what is marked as a reading."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One question about a piece of the text, `start` to `end` in its characters."""

    rule: str
    category: str
    level: Level
    start: int
    end: int
    message: str

    @property
    def letter(self) -> str:
        """The category's letter, as the documents name it."""
        return self.category[:1]


def findings(  # noqa: PLR0913  what is read, and the four things that change how
    text: str,
    scope: Scope,
    people: Iterable[str] = (),
    *,
    is_reading: bool = False,
    is_loose: bool = False,
    template: str = "",
) -> tuple[Finding, ...]:
    """Return the questions about a text, in its order; linear in its length.

    `people` are the names that a comparison may name. A reading is not asked about judgements, a
    loose jot only what wants a pause. Lines that stand in `template` are not the manager's own.
    """
    skipped = _JUDGING if is_reading else frozenset()
    rules = [
        ready
        for ready in ready_rules(people, scope)
        if ready.rule.letter not in skipped and (ready.rule.level is Level.PAUSE or not is_loose)
    ]
    own = _without(text, template)
    found: list[Finding] = []
    for sentence in sentences(own):
        found += _of_sentence(sentence, rules)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def has_any(
    text: str, scope: Scope, categories: Collection[str], people: Iterable[str] = ()
) -> bool:
    """Whether a text raises a question of one of these categories, by their letters."""
    return _fires(text, ready_rules(people, scope, categories))


def has_rule(text: str, scope: Scope, wanted: Collection[str]) -> bool:
    """Whether one of these rules fires on a text, whatever else does."""
    rules = [ready for ready in ready_rules((), scope) if ready.rule.id in wanted]
    return _fires(text, rules)


def _fires(text: str, rules: Sequence[ReadyRule]) -> bool:
    return any(_first_hit(one, rule) is not None for one in sentences(text) for rule in rules)


def _of_sentence(sentence: Sentence, rules: Iterable[ReadyRule]) -> list[Finding]:
    best: dict[str, Finding] = {}
    for ready in rules:
        found = _first_hit(sentence, ready)
        if found is None:
            continue
        before = best.get(found.category)
        if before is None or _rank(found) > _rank(before):
            best[found.category] = found
    return list(best.values())


def _rank(finding: Finding) -> tuple[int, int]:
    return finding.level.weight, -finding.start


def _first_hit(sentence: Sentence, ready: ReadyRule) -> Finding | None:
    rule = ready.rule
    for hit in ready.hit.finditer(sentence.text):
        start, end = _trimmed(hit.group(), *hit.span())
        if rule.letter in _JUDGING and sentence.is_quoted(start, end):
            continue
        if ready.unless is not None and ready.unless.search(sentence.text):
            return None
        return Finding(
            rule=rule.id,
            category=rule.category,
            level=rule.level,
            start=sentence.place(start),
            end=sentence.place(end - 1) + 1,
            message=rule.message,
        )
    return None


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words begin and end without what a pattern took of their surroundings."""
    bare = words.lstrip(" .!?")
    return end - len(bare), start + len(words.rstrip()) if bare.strip() else end


def _without(text: str, template: str) -> str:
    """Return the text with every line blanked out that a template brought, its length kept."""
    if not template:
        return text
    brought = {line.strip() for line in template.splitlines() if line.strip()}
    return "".join(
        " " * (len(line) - 1) + line[-1:] if line.strip() in brought else line
        for line in text.splitlines(keepends=True)
    )
