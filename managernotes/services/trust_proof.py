"""What a proof comes to: a verdict with its figures, never a word of the notes."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProofName(StrEnum):
    """What the app proves about itself (SPEC §7, 34), in the order in which it is shown."""

    PAGES = "pages"
    WORDS = "words"
    BACKUP = "backup"
    FILES = "files"
    CONNECTIONS = "connections"
    RECORD = "record"
    CIPHER = "cipher"
    KEYRING = "keyring"


class Verdict(StrEnum):
    """What could not run is never shown as proved."""

    PROVED = "proved"
    FAILED = "failed"
    COULD_NOT = "could not run"


Figures = Mapping[str, int | str]
"""Counts, sizes in bytes, moments and names of parts of the system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a proof found; `damage` when the vault or a backup is not what was written."""

    verdict: Verdict
    figures: Figures = field(default_factory=dict)
    reason: str = ""
    damage: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A finding with its name and the seconds that it took."""

    name: ProofName
    finding: Finding
    seconds: float

    @property
    def verdict(self) -> Verdict:
        """Whether it holds."""
        return self.finding.verdict


Proving = Generator[None, None, Finding]
"""A proof under way: it pauses often, so that a note can be saved in between."""


def proved(figures: Figures | None = None) -> Finding:
    """Return that it holds, with its figures."""
    return Finding(verdict=Verdict.PROVED, figures=figures or {})


def failed(reason: str, figures: Figures | None = None, *, damage: bool = False) -> Finding:
    """Return that it does not hold, and in one sentence why."""
    return Finding(verdict=Verdict.FAILED, figures=figures or {}, reason=reason, damage=damage)


def could_not(reason: str, figures: Figures | None = None) -> Finding:
    """Return that it could not be found out, and in one sentence why."""
    return Finding(verdict=Verdict.COULD_NOT, figures=figures or {}, reason=reason)
