"""Which versions this session began; only those may be amended by the next save."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from managernotes.domain.revision_rule import OpenVersion, amends

RecordId = TypeVar("RecordId", bound=UUID)


class OpenVersions(Generic[RecordId]):
    """Remembers a version for each record that was saved; a new session remembers none."""

    def __init__(self) -> None:
        self._open: dict[RecordId, OpenVersion] = {}

    def go_on(
        self,
        record: RecordId,
        *,
        now: datetime,
        current: int,
        before: Iterable[str],
        after: Iterable[str],
    ) -> bool:
        """Whether a save of revision `current + 1` amends the version before it (revision_rule).

        When it does not, the version before is to be kept, and this save begins the next one.
        """
        version = self._open.get(record)
        if version is None or not amends(
            version, now=now, current=current, before=before, after=after
        ):
            self.begin(record, now=now, revision=current + 1)
            return False
        self._open[record] = replace(version, revision=current + 1)
        return True

    def begin(self, record: RecordId, *, now: datetime, revision: int) -> None:
        """Begin a version whatever went before: its first save is this revision."""
        self._open[record] = OpenVersion(began_at=now, revision=revision)
