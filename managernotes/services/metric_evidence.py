"""Reading the metrics that stand on evidence: M05, M06 and M07, over the last twelve months."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from managernotes.domain.look_back import Month
from managernotes.domain.metric import Reading
from managernotes.domain.observation import Source
from managernotes.practice.coverage import months_to
from managernotes.practice.metrics.evidence_coverage import Evidence, evidence_coverage
from managernotes.practice.metrics.recency_share import Dated, recency_share, year_until
from managernotes.practice.metrics.source_mix import source_mix
from managernotes.services.metric_scope import MOST, MetricScope
from managernotes.services.note_items import with_items
from managernotes.storage import evidence_notes


def read_evidence_coverage(scope: MetricScope) -> Reading:
    """Read M05: in which of twelve months there is any evidence."""
    months = months_to(Month.of(scope.today))
    found = scope.evidence()
    rows = []
    for member in scope.team:
        notes = Counter(Month.of(note.on) for note in found.get(member.key, ()))
        rows.append(
            Evidence(
                person=member.id,
                months=[(month, notes[month]) for month in months],
                known_since=member.known_since,
                away=member.away,
            )
        )
    return evidence_coverage(rows, scope.today)


def read_recency_share(scope: MetricScope) -> Reading:
    """Read M06: how much of the evidence is from the last quarter."""
    period = year_until(scope.today)
    found = scope.evidence()
    rows = [
        Dated(person=member.id, days=[note.on for note in found.get(member.key, ())])
        for member in scope.team
    ]
    return recency_share(rows, period)


def read_source_mix(scope: MetricScope) -> Reading:
    """Read M07: what was seen, and what was told."""
    found = scope.evidence()
    notes = {note for member in scope.team for note in found.get(member.key, ())}
    second_hand = evidence_notes.second_hand(scope.db)
    counts = Counter(second_hand.get(note.key, Source.FIRST_HAND) for note in notes)
    latest = [
        (item, second_hand.get(note.key, Source.FIRST_HAND))
        for note, item in with_items(scope.db, nlargest(MOST, notes))
    ]
    return source_mix(counts, latest, person=scope.person)
