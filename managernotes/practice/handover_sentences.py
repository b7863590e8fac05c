"""How a hand-over puts a fact into a sentence."""

from __future__ import annotations

from collections.abc import Iterable

_ENDS = (".", "!", "?", "…", ":", "”", '"')


def labelled(label: str, text: str) -> str:
    """Return "Why: the branch waits for it."; nothing when there is no text."""
    text = text.strip()
    if not text:
        return ""
    return f"{label}: {text}" if text.endswith(_ENDS) else f"{label}: {text}."


def sentence(parts: Iterable[str]) -> str:
    """Return the parts as one sentence with commas."""
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def one_line(text: str) -> str:
    """Return a text with its lines drawn into one."""
    return " ".join(text.split())
