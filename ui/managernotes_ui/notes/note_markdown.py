"""A note's fields as one Markdown text: to be copied out, or to be compared."""

from __future__ import annotations

from managernotes.domain.observation import NoteText
from managernotes_ui.common.strings import notes as strings


def leaving_markdown(words: NoteText, under_title: str = "") -> str:
    """Return what would leave the vault; never the reading (INV-04)."""
    parts = [f"# {words.title.strip()}" if words.title.strip() else "", under_title]
    parts.append(words.fact.strip())
    if words.effect.strip():
        parts += [f"## {strings.EFFECT_HEADING}", words.effect.strip()]
    return "\n\n".join(part for part in parts if part)


def whole_markdown(words: NoteText) -> str:
    """Return every field of a version under its heading, as the revisions show it."""
    parts = [f"# {words.title}" if words.title else ""]
    for field, heading in strings.SECTION_TITLES.items():
        text = getattr(words, field).strip("\n")
        if text.strip():
            parts += [f"## {heading}", text]
    return "\n\n".join(part for part in parts if part)
