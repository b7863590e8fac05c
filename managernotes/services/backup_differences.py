"""What a restore would lose and bring back: the vault and one backup, entry by entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from managernotes.domain.identity import NoteId
from managernotes.storage.papers import Sort
from managernotes.storage.vault_differences import (
    NoteMark,
    PaperMark,
    note_marks,
    paper_marks,
    person_ids,
)
from managernotes.vault.connection import Connection


@dataclass(frozen=True, slots=True)
class PaperDifferences:
    """How many talks, promises and other papers are newer, changed, or in the backup only."""

    newer_talks: int = 0
    newer_promises: int = 0
    newer_others: int = 0
    """Topics, preparations, threads, templates, expectations and values, answers."""
    changed: int = 0
    only_in_backup: int = 0

    @property
    def any(self) -> bool:
        """Whether there is any difference."""
        newer = self.newer_talks + self.newer_promises + self.newer_others
        return bool(newer + self.changed + self.only_in_backup)


@dataclass(frozen=True, slots=True)
class Differences:
    """Newer notes and people, notes with other words, and what only the backup still has.

    `only_in_backup` holds the notes erased since, `binned_since` those in the bin by now,
    the first of them since `binned_first`.
    """

    newer: tuple[NoteId, ...]
    newer_people: int
    changed: tuple[NoteId, ...]
    only_in_backup: tuple[NoteId, ...]
    binned_since: tuple[NoteId, ...]
    binned_first: datetime | None
    papers: PaperDifferences
    compared: int

    @property
    def nothing(self) -> bool:
        """Whether both hold the same."""
        told = (self.newer, self.changed, self.only_in_backup, self.binned_since)
        return not (any(told) or self.newer_people or self.papers.any)


def differences(vault: Connection, backup: Connection) -> Differences:
    """Read every note of both and compare them, word by word."""
    here, there = note_marks(vault), note_marks(backup)
    both = [identity for identity in there if identity in here]
    binned = [it for it in both if _went(here[it], there[it])]
    moments = (here[it].binned_at for it in binned)
    return Differences(
        newer=tuple(identity for identity in here if identity not in there),
        newer_people=len(person_ids(vault) - person_ids(backup)),
        changed=tuple(it for it in both if here[it].words != there[it].words),
        only_in_backup=tuple(identity for identity in there if identity not in here),
        binned_since=tuple(binned),
        binned_first=min((moment for moment in moments if moment), default=None),
        papers=_papers(paper_marks(vault), paper_marks(backup)),
        compared=len(there),
    )


def _papers(here: Mapping[bytes, PaperMark], there: Mapping[bytes, PaperMark]) -> PaperDifferences:
    newer = Counter(mark.sort for identity, mark in here.items() if identity not in there)
    talks, promises = newer[Sort.CONVERSATION], newer[Sort.PROMISE]
    return PaperDifferences(
        newer_talks=talks,
        newer_promises=promises,
        newer_others=newer.total() - talks - promises,
        changed=sum(here.get(identity, mark) != mark for identity, mark in there.items()),
        only_in_backup=sum(identity not in here for identity in there),
    )


def _went(here: NoteMark, there: NoteMark) -> bool:
    return here.binned_at is not None and there.binned_at is None
