"""How clear a person's expectations are, in one line (S28, M16)."""

from __future__ import annotations

from managernotes.domain.yardstick import Clarity


def clarity_line(clarity: Clarity) -> str:
    """Return "3 of 5 talked through", "not yet" instead of none; empty where nothing is expected.

    What was edited since counts as not talked through.
    """
    talked = len(clarity.talked)
    every = talked + len(clarity.open)
    if not every:
        return ""
    if not talked:
        return f"{every} expectation{'s' * (every > 1)} not yet talked through"
    return f"{talked} of {every} talked through"
