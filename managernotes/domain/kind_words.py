"""The words for a kind of note, as they are typed in a capture, a search or an option."""

from __future__ import annotations

from managernotes.domain.folding import folded
from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.errors import InvalidInputError

_SHORT_WORDS = {"con": Kind.CONCERN}
"""DESIGN §4 gives `+con` by name; it would also begin "context", so it is a word of its own."""


def kind_beginning(word: str) -> Kind | None:
    """Return the kind whose word this is or uniquely begins; None when no kind begins so.

    Case and accents do not count. InvalidInputError when several kinds begin so (never guessed).
    """
    wanted = folded(word)
    if not wanted:
        return None
    if wanted in _SHORT_WORDS:
        return _SHORT_WORDS[wanted]
    found = [kind for kind, name in KIND_WORDS.items() if name.startswith(wanted)]
    if len(found) > 1:
        names = " or ".join(KIND_WORDS[kind] for kind in found)
        raise InvalidInputError(f"“{word}” could be {names}.", "Type more of the word.")
    return found[0] if found else None


def kind_named(name: str) -> Kind:
    """Return the kind for a word, a unique beginning or the model's own name (`praise_given`).

    InvalidInputError, with the words that there are, when no kind is called so.
    """
    wanted = folded(name)
    kind = next((kind for kind in Kind if kind.value == wanted), None) or kind_beginning(name)
    if kind is None:
        words = ", ".join((*KIND_WORDS.values(), Kind.LOOSE.value))
        raise InvalidInputError(f"There is no kind “{name}”.", f"The kinds are {words}.")
    return kind
