"""Proof: only the manager's own login may open the files (SECURITY-DESIGN §5 row 18)."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from managernotes.services.trust_places import Part, Place
from managernotes.services.trust_proof import Finding, could_not, failed, proved
from managernotes.vault.kept_rights import devices_without_rights

_OTHERS = 0o077
_NOT_OURS_ALONE = frozenset({Part.SETTINGS, Part.LOG})
"""Such folders are the system's to make; what lies in them counts."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the system says of a file: what it is, whose, and who may do what."""

    part: Part
    is_link: bool
    is_mine: bool
    mode: int
    are_kept: bool = True

    @property
    def is_mine_alone(self) -> bool:
        """Whether nobody else may open or exchange it."""
        return self.is_mine and not self.is_link and not self.mode & _OTHERS


def rights_of(places: Iterable[Place]) -> list[Rights]:
    """Ask the system about each file; one that has gone meanwhile is left out."""
    found, without = [], devices_without_rights()
    for place in places:
        if place.is_folder and place.part in _NOT_OURS_ALONE:
            continue
        try:
            entry = place.path.lstat()
        except OSError:
            continue
        found.append(
            Rights(
                part=place.part,
                is_link=stat.S_ISLNK(entry.st_mode),
                is_mine=not hasattr(os, "geteuid") or entry.st_uid == os.geteuid(),
                mode=stat.S_IMODE(entry.st_mode),
                are_kept=entry.st_dev not in without,
            )
        )
    return found


def only_yours(rights: Iterable[Rights], *, tells_rights: bool = os.name == "posix") -> Finding:
    """Judge them: each must be an ordinary file of one's own that nobody else may open."""
    if not tells_rights:
        return could_not("This system keeps such rights elsewhere; the app cannot read them.")
    rights = list(rights)
    if not rights:
        return could_not("No file of the vault is there.")
    open_ones = Counter(r.part for r in rights if r.are_kept and not r.is_mine_alone)
    figures = {"files": len(rights), "open": sum(open_ones.values())}
    if open_ones:
        return failed(_sentence(open_ones), figures)
    if not all(right.are_kept for right in rights):
        return could_not("A disk with some of them keeps no rights; it is all encrypted.", figures)
    return proved(figures)


def _sentence(parts: Mapping[Part, int]) -> str:
    named = ", ".join(sorted(part.value for part in parts))
    return f"Others may open or exchange: {named}."
