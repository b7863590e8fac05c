"""A lesson as the team is told it: what happened and why, roles instead of names (S33)."""

from __future__ import annotations

from managernotes.domain.day_words import year_day
from managernotes.domain.lesson import Held, Lesson
from managernotes.text.role_mask import RoleMask

_HELD = {
    Held.YES: "It held",
    Held.PARTLY: "It held partly",
    Held.NO: "It did not hold",
}


def team_words(lesson: Lesson, mask: RoleMask) -> str:
    """Return the lesson as plain text with headings; days carry their year (INV-24)."""
    said = mask.with_roles
    words = lesson.words
    likely = "\n".join(f"- {said(line.strip())}" for line in words.likely if line.strip())
    parts = [
        _part("What we expected", said(words.expected)),
        _part("What happened", said(words.actual)),
        _part("What went well and stays", said(words.kept)),
        _part("What made it likely", likely),
        _part("What we change", _change(lesson, mask)),
        _part("Did it hold?", _held(lesson, mask)),
    ]
    title = " ".join(said(words.title).split())
    told = [f"{title} ({year_day(lesson.happened_on)})", *filter(None, parts)]
    return "\n\n".join(told)


def _part(heading: str, text: str) -> str:
    return f"{heading}\n{text.strip()}" if text.strip() else ""


def _change(lesson: Lesson, mask: RoleMask) -> str:
    words = lesson.words
    if not words.change.strip():
        reason = mask.with_roles(words.no_change.strip())
        return f"Nothing: {reason}" if reason else ""
    told = [mask.with_roles(words.change.strip()).rstrip(".")]
    if owner := mask.with_roles(words.change_owner.strip()):
        told.append(owner)
    if lesson.change_due_on:
        told.append(f"first by {year_day(lesson.change_due_on)}")
    return " · ".join(told)


def _held(lesson: Lesson, mask: RoleMask) -> str:
    if lesson.held is None or lesson.checked_on is None:
        return ""
    told = [f"{_HELD[lesson.held]}, looked at on {year_day(lesson.checked_on)}."]
    if seen := mask.with_roles(lesson.words.checked.strip()):
        told.append(seen)
    if lesson.again_on:
        told.append(f"Again on {year_day(lesson.again_on)}.")
    return " ".join(told)
