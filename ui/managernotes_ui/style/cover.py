"""What is covered while others may look at the screen (SPEC §8, discreet mode)."""

from __future__ import annotations

from typing import NamedTuple


class Cover(NamedTuple):
    """Kinds without colour, icon and word; texts as bars."""

    kinds: bool = False
    texts: bool = False
