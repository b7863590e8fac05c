"""M12: where my attention went, A-Z; quiet only where there was nothing at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from managernotes.domain.attention import AttentionRow
from managernotes.domain.identity import PersonId
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import counted, joined, named


def my_attention(rows: Sequence[AttentionRow], quiet_30_days: Collection[PersonId]) -> Reading:
    """Read M12 over the last sixty days, A-Z as given; for one person, their line."""
    quiet = [row for row in rows if row.is_quiet]
    sentence = NOT_YET
    if any(row.notes or row.talks for row in rows):
        sentence = counted(len(quiet), "person", "people") + " quiet" if quiet else "Nobody quiet"
        if len(rows) == 1:
            sentence = _words(rows[0])
    return Reading(
        metric=Metric.MY_ATTENTION,
        sentence=sentence,
        items=tuple(
            Item(
                sort=ItemSort.PERSON,
                id=row.person,
                person=row.person,
                text="",
                on=None,
                detail=_words(row),
                is_open=row.is_quiet,
            )
            for row in rows
        ),
        next="Ask one who is quiet how it goes." if quiet else None,
        nudges=tuple(
            Nudge(
                metric=Metric.MY_ATTENTION,
                person=row.person,
                sentence="Nothing for thirty days. How are they?",
            )
            for row in rows
            if row.person in quiet_30_days
        ),
    )


def _words(row: AttentionRow) -> str:
    if row.is_quiet:
        return "quiet"
    if not row.notes and not row.talks:
        return NOT_YET
    return joined(named("notes", row.notes), named("talks", row.talks))
