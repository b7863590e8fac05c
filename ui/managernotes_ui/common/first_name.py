"""How a page calls somebody: by the first name; the surname stands elsewhere (SPEC §6)."""

from __future__ import annotations


def first_name(display_name: str) -> str:
    """Return the first word of a name; initials, in discreet mode, are one word already."""
    return display_name.split(maxsplit=1)[0] if display_name.strip() else ""
