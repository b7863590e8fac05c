"""What is said of the vault's file: damaged, or with copies beside it."""

from __future__ import annotations

from collections.abc import Sequence

from managernotes.services.vault_copies import ConflictCopy
from managernotes_ui.common.strings.settings import size_words

DAMAGED = "A check found that the vault file is damaged."
DAMAGED_TEXT = (
    "{problem} What can be read is right, what cannot is refused. Restore the newest backup under "
    "Settings, Backup."
)

COPIES_TEXT = (
    "Cloud folders do that when two computers write at once. Nothing is opened or merged by "
    "itself: look into a copy by unlocking it, and remove it when nothing in it is missing here."
)
COPIES_ROW = "Copies beside the vault"
NO_COPIES = "None. Cloud folders make them when two computers write at once."
KEY_FILE = "key file"

_MOST_NAMED = 3


def copies_title(number: int) -> str:
    """Return how many there are."""
    if number == 1:
        return "A copy of the vault lies beside it."
    return f"{number} copies of the vault lie beside it."


def copies_lines(copies: Sequence[ConflictCopy], days: Sequence[str]) -> list[str]:
    """Return a line for each copy: its name, what it is, its day, and its size."""
    lines = []
    for copy, day in zip(copies, days, strict=True):
        what = f"{KEY_FILE} · " if copy.is_key_file else ""
        lines.append(f"{copy.path.name} · {what}{day} · {size_words(copy.size)}")
    return lines


def copies_text(lines: Sequence[str]) -> str:
    """Return the first few lines as one text, and what they mean."""
    named = list(lines[:_MOST_NAMED])
    if len(lines) > _MOST_NAMED:
        named.append(f"and {len(lines) - _MOST_NAMED} more, in Settings, Protection")
    return "\n".join([*named, COPIES_TEXT])
