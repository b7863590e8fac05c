"""M07: what I saw myself, and what I was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, Metric, Nudge, Reading
from managernotes.domain.observation import Source

SEEN = frozenset({Source.FIRST_HAND, Source.DOCUMENT})
_WORDS = {
    Source.FIRST_HAND: "seen",
    Source.DOCUMENT: "document",
    Source.TOLD_BY: "told",
    Source.SELF_REPORT: "their own account",
}
_ADVICE = "A third of it is hearsay. What can you see for yourself?"


def source_mix(
    counts: Mapping[Source, int],
    latest: Sequence[tuple[Item, Source]] = (),
    *,
    person: PersonId | None = None,
) -> Reading:
    """Read M07 over all the evidence; `latest` are the items of it, newest first."""
    everything, told = sum(counts.values()), counts.get(Source.TOLD_BY, 0)
    seen = sum(number for source, number in counts.items() if source in SEEN)
    own = everything - seen - told
    is_hearsay = everything > 0 and 3 * told >= everything
    parts = ((seen, "seen"), (told, "told"), (own, "in their own account"))
    nudge = Nudge(metric=Metric.SOURCE_MIX, person=person, sentence=_ADVICE)
    return Reading(
        metric=Metric.SOURCE_MIX,
        sentence=", ".join(f"{number} {word}" for number, word in parts if number) or NOT_YET,
        items=tuple(replace(item, detail=_WORDS[source]) for item, source in latest),
        next=_ADVICE if is_hearsay else None,
        nudges=(nudge,) if is_hearsay else (),
        more=everything - len(latest),
    )
