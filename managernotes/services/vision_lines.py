"""What serves a line of the vision names one that stands there (S09)."""

from __future__ import annotations

from managernotes.domain.identity import VisionLineId
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.storage import visions


def want_line(
    ledger: Ledger, line: VisionLineId | None, before: VisionLineId | None = None
) -> None:
    """Raise InvalidInputError for a line that is not in the present vision.

    One that was named `before` may stay though it has gone: it asks to be linked again.
    """
    if line in {None, before}:
        return
    present = visions.now(ledger.db)
    if present is None or line not in {one.id for one in present[2].words.lines}:
        raise InvalidInputError(
            "This line is not in the vision any more.", "Choose one that stands there now."
        )
