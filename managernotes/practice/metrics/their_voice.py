"""M14: in how many of the last talks their own words were written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading

LAST: Final = 6
_FEW = 2


def their_voice(talks: Sequence[tuple[Item, bool]], *, person: PersonId | None = None) -> Reading:
    """Read M14 over the last talks held, newest first, each with whether it has their words."""
    last = list(talks)[:LAST]
    heard = sum(has_words for _, has_words in last)
    is_few = len(last) == LAST and heard < _FEW
    nudge = Nudge(
        metric=Metric.THEIR_VOICE, person=person, sentence="What did they say? Write one sentence."
    )
    return Reading(
        metric=Metric.THEIR_VOICE,
        sentence=f"{heard} of last {len(last)}" if heard else NOT_YET,
        items=tuple(
            replace(item, detail="their words" if has_words else "without their words")
            for item, has_words in last
        ),
        next="After the next talk, write down what they said." if heard < len(last) else None,
        nudges=(nudge,) if is_few else (),
    )
