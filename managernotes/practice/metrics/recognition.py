"""M04: thanks said and concerns said in 90 days, side by side; no ratio, no target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import named

LOOKED_BACK: Final = timedelta(days=90)
_ONE_SIDED = 3


def recognition_and_correction(
    thanks: int,
    concerns: int,
    items: Sequence[Item] = (),
    *,
    unsaid_concerns: int = 0,
    person: PersonId | None = None,
) -> Reading:
    """Read M04; `items` are the latest of both, newest first."""
    sentence = NOT_YET
    if thanks or concerns:
        sentence = f"{named('Thanks said', thanks)} · {named('concerns said', concerns)}"
    advice = _advice(thanks, concerns, unsaid_concerns)
    metric = Metric.RECOGNITION_AND_CORRECTION
    return Reading(
        metric=metric,
        sentence=sentence,
        items=tuple(items),
        next=advice,
        nudges=(Nudge(metric=metric, person=person, sentence=advice),) if advice else (),
        more=thanks + concerns - len(items),
    )


def _advice(thanks: int, concerns: int, unsaid_concerns: int) -> str | None:
    if not thanks and concerns >= _ONE_SIDED:
        return "Only concerns were said. What went well?"
    if not concerns and unsaid_concerns:
        return "A concern waits, and none was said. Choose a day for it?"
    if not concerns and thanks >= _ONE_SIDED:
        return "Only thanks were said. Is there something you hold back?"
    return None
