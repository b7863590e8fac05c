"""Replaying the record chain: which versions must be there, and where the chain is broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from managernotes.domain.record_chain import FIRST_HASH, Act, Entry, entry_hash

_ACTS = {act.value: act for act in Act}
_NEW_WORDS = frozenset({Act.ADOPTED, Act.WRITTEN, Act.REVISED, Act.AMENDED})
_HASH_BYTES, _ID_BYTES = 32, 16


class Finding(StrEnum):
    """What can be wrong with the record."""

    BROKEN = "broken"
    """An entry does not follow from the one before."""
    ALTERED = "altered"
    """A version's words, or the moments that belong to them, are not what was saved."""
    REMOVED = "removed"
    """A version that must be there is not."""
    ADDED = "added"
    """A version is there that the app never saved."""


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """One finding: at an entry of the chain, or about a record's version."""

    finding: Finding
    entry: int = 0
    record: bytes = b""
    revision: int = 0
    is_present: bool = False
    """Whether it is about the words on show, not about an earlier version."""


@dataclass(slots=True)
class _Track:
    """One record: the revision and digest of its words, and of those kept."""

    revision: int
    digest: bytes
    kept: dict[int, bytes] = field(default_factory=dict)


class Replay:
    """Follows the chain entry by entry, then is asked about every version that is there."""

    def __init__(self) -> None:
        self.problems: list[RecordProblem] = []
        self._tracks: dict[bytes, _Track] = {}
        self._number = 0
        self._hash = FIRST_HASH

    @property
    def entries(self) -> int:
        """How many entries were followed."""
        return self._number

    def follow(self, entries: Iterable[Entry]) -> None:
        """Follow the entries in their order; one that does not fit is told and gone on from."""
        for entry in entries:
            if not (self._fits(entry) and self._take(entry)):
                self.problems.append(RecordProblem(Finding.BROKEN, entry.number, entry.record))
            self._number, self._hash = entry.number, entry.hash

    def check_present(self, record: bytes, revision: int, digest: bytes) -> None:
        """Compare the words on show with what was saved last."""
        track = self._tracks.get(record)
        if track is None:
            self._tell(Finding.ADDED, record, revision, is_present=True)
            return
        if (track.revision, track.digest) != (revision, digest):
            self._tell(Finding.ALTERED, record, revision, is_present=True)
        track.digest = b""

    def check_kept(self, record: bytes, revision: int, digest: bytes) -> None:
        """Compare a kept version with what was saved."""
        track = self._tracks.get(record)
        expected = track.kept.pop(revision, None) if track else None
        if expected is None:
            self._tell(Finding.ADDED, record, revision)
        elif expected != digest:
            self._tell(Finding.ALTERED, record, revision)

    def finish(self) -> None:
        """Tell what must be there and was not asked about."""
        for record, track in self._tracks.items():
            if track.digest:
                self._tell(Finding.REMOVED, record, track.revision, is_present=True)
            for revision in track.kept:
                self._tell(Finding.REMOVED, record, revision)

    def _tell(
        self, finding: Finding, record: bytes, revision: int, *, is_present: bool = False
    ) -> None:
        self.problems.append(RecordProblem(finding, 0, record, revision, is_present))

    def _fits(self, entry: Entry) -> bool:
        if len(entry.record) != _ID_BYTES or len(entry.digest or self._hash) != _HASH_BYTES:
            return False
        if len(self._hash) != _HASH_BYTES or entry.number != self._number + 1:
            return False
        if entry.revision < 0:
            return False
        return entry.hash == entry_hash(
            self._hash,
            entry.number,
            entry.act,
            entry.record,
            revision=entry.revision,
            digest=entry.digest,
        )

    def _take(self, entry: Entry) -> bool:
        """Do what an entry says; False when it makes no sense after the ones before."""
        act, track = _ACTS.get(entry.act), self._tracks.get(entry.record)
        if act in _NEW_WORDS:
            return entry.digest is not None and self._take_words(entry, entry.digest, act, track)
        if track is None:
            return False
        if act is Act.ERASED:
            del self._tracks[entry.record]
            return True
        return act is Act.THINNED and track.kept.pop(entry.revision, None) is not None

    def _take_words(
        self, entry: Entry, digest: bytes, act: Act | None, track: _Track | None
    ) -> bool:
        if track is None:
            self._tracks[entry.record] = _Track(entry.revision, digest)
            return act in {Act.WRITTEN, Act.ADOPTED}
        if act in {Act.REVISED, Act.ADOPTED}:
            track.kept[track.revision] = track.digest
        rises = entry.revision > track.revision
        track.revision, track.digest = entry.revision, digest
        return act is not Act.WRITTEN and rises
