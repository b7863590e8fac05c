"""A hand-over as one Markdown file that reads as a letter to the next manager (S38)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from managernotes.domain.day_words import year_day
from managernotes.domain.handover import HandoverDocument, HandoverEntry, HandoverPerson

_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
"""What a reader of Markdown would take for HTML."""
_STRUCTURE: Final = re.compile(
    r"^(\s*)(#{1,6}(?:\s|$)|=+\s*$|(?:-\s*){2,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$)"
)
"""A line that would be a heading or a rule; the document has its own."""
_EMPHASIS: Final = re.compile(r"([*`\[\]])")

_WITHIN: Final = "    "
"""Under a line of a list; with fewer spaces some readers of Markdown end the list."""

_PREFACE: Final = (
    "What follows was chosen line by line. It is meant for the next manager, and to be read "
    "together with the person it is about: ask them whether it still holds, what is missing, and "
    "what they would like to be different."
)
_PROMISES: Final = (
    "A promise goes with the people, not with the chair: take over what is open, or say that you "
    "will not."
)
_READINGS: Final = (
    "Where it says *my own reading*, it is one person's view of one day, and not a fact."
)
_FOOT: Final = (
    "These are working notes. Agreements and formal steps belong in your workplace's system of "
    "record."
)


def handover_markdown(document: HandoverDocument) -> str:
    """Return the file's text; every day in it carries its year (INV-24)."""
    names = _listed([person.name for person in document.people])
    lines = [f"# Hand-over: {_plain(names)}", "", f"Written on {year_day(document.made_on)}.", ""]
    lines += [_PREFACE, "", _PROMISES, ""]
    lines += [_READINGS, ""] if any(one.has_readings for one in document.people) else []
    for person in document.people:
        lines += [*_person(person), ""]
    return "\n".join([*lines, "---", "", _FOOT, ""])


def _person(person: HandoverPerson) -> Iterator[str]:
    yield f"## {_plain(person.name)}"
    if person.about:
        yield ""
        yield _plain(person.about)
    for section in person.sections:
        yield ""
        yield f"### {section.heading}"
        for entry in section.entries:
            yield ""
            yield from _entry(entry)


def _entry(entry: HandoverEntry) -> Iterator[str]:
    first, *more = _lines(entry.text) or [""]
    yield f"- **{_plain(entry.lead)}:** {first}" if first else f"- **{_plain(entry.lead)}**"
    yield from (f"{_WITHIN}{line}".rstrip() for line in more)
    if entry.quote:
        yield ""
        yield from (f"{_WITHIN}> {line}".rstrip() for line in _lines(entry.quote))
    for fact in entry.facts:
        yield ""
        yield from (f"{_WITHIN}{line}".rstrip() for line in _lines(fact))
    if entry.points:
        yield ""
    for point in entry.points:
        first, *more = _lines(point)
        yield f"{_WITHIN}- {first}"
        yield from (f"{_WITHIN}{_WITHIN}{line}".rstrip() for line in more)


def _lines(text: str) -> list[str]:
    """Return the lines of somebody's words: their Markdown, without headings, rules and HTML."""
    bare = (_TAG.sub("&lt;", line) for line in text.strip().splitlines())
    return [_STRUCTURE.sub(lambda found: f"{found[1]}\\{found[2]}", line) for line in bare]


def _plain(line: str) -> str:
    """Return one line of words so that it reads as it was typed, and as nothing else."""
    return _EMPHASIS.sub(r"\\\1", _TAG.sub("&lt;", line))


def _listed(names: list[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004  one needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
