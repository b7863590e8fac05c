"""Saving the words of papers: one transaction, the versions before kept as the rule says."""

from __future__ import annotations

import json
from uuid import UUID

from managernotes.domain.identity import new_uuid7
from managernotes.domain.record_chain import Act
from managernotes.errors import EditConflictError
from managernotes.services.ledger import Ledger
from managernotes.services.open_versions import OpenVersions
from managernotes.storage import papers
from managernotes.storage.papers import Paper, Sort, Words


class PaperWriting:
    """Adds papers and changes their words; shared by every service that has papers.

    Callers own the transaction: what a paper is beside its words is changed in the same one.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open_versions = OpenVersions[UUID]()

    def add(self, sort: Sort, words: Words, plain: str) -> tuple[UUID, int]:
        """Store a new paper; return its id and its number."""
        now = self._ledger.now()
        identity = new_uuid7(now)
        db, device = self._ledger.db, self._ledger.device
        number = papers.insert(db, sort, identity, words, plain=plain, device=device, at=now)
        return identity, number

    def save(
        self,
        identity: UUID,
        words: Words,
        plain: str,
        expected_revision: int | None = None,
        *,
        anew: bool = False,
    ) -> Paper:
        """Store changed words and return the paper as it is then.

        With `anew` the words before are kept whatever the rule says. Words that are the same
        change nothing. EditConflictError when it is no longer the revision that was read;
        PaperNotFoundError when it was erased.
        """
        db, now = self._ledger.db, self._ledger.now()
        present = papers.paper(db, papers.key_of(db, identity))
        if expected_revision is not None and present.revision != expected_revision:
            raise EditConflictError
        if words == present.words:
            return present
        act = Act.REVISED
        if anew:
            self._open_versions.begin(identity, now=now, revision=present.revision + 1)
        elif self._open_versions.go_on(
            identity,
            now=now,
            current=present.revision,
            before=[json.dumps(present.words, ensure_ascii=False)],
            after=[json.dumps(words, ensure_ascii=False)],
        ):
            act = Act.AMENDED
        device = self._ledger.device
        papers.rewrite(db, present, words, plain=plain, device=device, at=now, act=act)
        return papers.paper(db, present.key)

    def touch(self, number: int) -> None:
        """Sign a change of what a paper is beside its words."""
        papers.touch(self._ledger.db, number, self._ledger.device, self._ledger.now())

    def bin(self, identity: UUID) -> None:
        """Move a paper to the bin."""
        db = self._ledger.db
        papers.bin_paper(db, papers.key_of(db, identity), self._ledger.device, self._ledger.now())

    def restore(self, identity: UUID) -> None:
        """Take a paper out of the bin."""
        db = self._ledger.db
        papers.restore(db, papers.key_of(db, identity), self._ledger.device, self._ledger.now())
