"""What is written about a talk on its page, and how two writers' words come together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from managernotes.domain.conversation import ConversationWords


@dataclass(frozen=True, slots=True)
class TalkFields:
    """The texts that its pages edit; the other words of a talk are left as they are."""

    notes: str = ""
    asked: str = ""
    wish: str = ""
    """Private; written in the brief."""


def fields_of(words: ConversationWords) -> TalkFields:
    """Return the texts of the page from the words of a talk."""
    return TalkFields(notes=words.notes, asked=words.asked, wish=words.wish)


def merged(base: TalkFields, typed: TalkFields, stored: ConversationWords) -> ConversationWords:
    """Return the words to be stored: what was typed here, and what was added elsewhere.

    `base` is what both began with. Lines that another window put at the end of the notes stay
    there; where both rewrote the same text this window's stands, and the other's is a revision.
    """
    return replace(
        stored,
        notes=_merged(base.notes, typed.notes, stored.notes),
        asked=_merged(base.asked, typed.asked, stored.asked, adds=False),
        wish=_merged(base.wish, typed.wish, stored.wish, adds=False),
    )


def _merged(base: str, typed: str, stored: str, *, adds: bool = True) -> str:
    if typed == base:
        return stored
    if stored in {base, typed} or not (adds and stored.startswith(base)):
        return typed
    added = stored[len(base) :]
    between = "" if added.startswith("\n") or not typed or typed.endswith("\n") else "\n"
    return f"{typed}{between}{added}"
