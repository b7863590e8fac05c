"""Proof: only the manager's own login may open the files (SECURITY-DESIGN §5 row 18)."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from managernotes.services.trust_places import Part, Place
from managernotes.services.trust_proof import Finding, could_not, failed, proved

_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Rights:
    """What the system says of a file: what it is, whose, and who may do what."""

    part: Part
    is_link: bool
    is_mine: bool
    mode: int

    @property
    def is_mine_alone(self) -> bool:
        """Whether nobody else may open or exchange it."""
        return self.is_mine and not self.is_link and not self.mode & _OTHERS


def rights_of(places: Iterable[Place]) -> list[Rights]:
    """Ask the system about each file; one that has gone meanwhile is left out."""
    found = []
    for place in places:
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
    open_ones = Counter(right.part for right in rights if not right.is_mine_alone)
    if open_ones:
        count = sum(open_ones.values())
        return failed(_sentence(open_ones), {"files": len(rights), "open": count})
    return proved({"files": len(rights), "open": 0})


def _sentence(parts: Mapping[Part, int]) -> str:
    named = ", ".join(sorted(part.value for part in parts))
    return f"Others may open or exchange: {named}."
