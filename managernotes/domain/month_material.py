"""What jogs the memory beside a month look-back: plain lists, oldest first, nothing counted."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.look_back import Month
from managernotes.domain.metric import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class OneThing:
    """What was to be tried, as an earlier month named it."""

    month: Month
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One month of my own doing; a list without anything is not shown."""

    month: Month
    thanks_said: tuple[Item, ...] = ()
    """By the day they were said."""
    good_work_unsaid: tuple[Item, ...] = ()
    """Seen in the month, and not said until now."""
    hard_things_said: tuple[Item, ...] = ()
    waited_longest: tuple[Item, ...] = ()
    """The concern that was open the longest at the end of the month, by the day it was seen."""
    promises_moved: tuple[Item, ...] = ()
    """Mine, by the day they were moved; open where they were not told."""
    told_me: tuple[Item, ...] = ()
    kept_running: tuple[Item, ...] = ()
    """S06: goal check-ins, promises of mine that were kept, what was agreed."""
    grew_people: tuple[Item, ...] = ()
    """S06: support given, growth seen, growth steps and career talks."""
    fit_to_tell: tuple[Item, ...] = ()
    """S33: marked as fit to tell the team, never a concern."""
    last_one_thing: OneThing | None = None
    cut: frozenset[str] = frozenset()
    """The names of the lists that go on beyond the fifty lines they hold; no number (S06)."""

    @property
    def is_empty(self) -> bool:
        """Whether the month left nothing to look at."""
        return not (
            self.thanks_said
            or self.good_work_unsaid
            or self.hard_things_said
            or self.waited_longest
            or self.promises_moved
            or self.told_me
            or self.kept_running
            or self.grew_people
            or self.fit_to_tell
            or self.last_one_thing
        )
