"""The pages of the sidebar and the rail, in their order; each stands there once it exists."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes_ui.common.actions import ActionSpec
from managernotes_ui.shell import commands
from managernotes_ui.shell.page import PageName
from managernotes_ui.style.icons import Icon


@dataclass(frozen=True, slots=True)
class SidePage:
    """A page, the action that goes there, and its sign."""

    page: PageName
    spec: ActionSpec

    @property
    def icon(self) -> Icon:
        """The sign of its row."""
        return Icon(self.spec.icon)

    @property
    def key(self) -> str:
        """The key that goes there."""
        return self.spec.keys[0]


_TODAY = SidePage(PageName.TODAY, commands.PAGE_TODAY)
_CONVERSATIONS = SidePage(PageName.CONVERSATIONS, commands.PAGE_CONVERSATIONS)
_GOALS = SidePage(PageName.GOALS, commands.PAGE_GOALS)
_REVIEWS = SidePage(PageName.REVIEWS, commands.PAGE_REVIEWS)
_TEMPLATES = SidePage(PageName.TEMPLATES, commands.PAGE_TEMPLATES)
PEOPLE = SidePage(PageName.PEOPLE, commands.PAGE_PEOPLE)

ROWS = (_TODAY, _CONVERSATIONS, _GOALS, _REVIEWS, _TEMPLATES)
"""The sidebar's rows; everybody is behind the heading over the people (SPEC §3)."""

RAIL = (_TODAY, PEOPLE, _CONVERSATIONS, _GOALS, _REVIEWS, _TEMPLATES)
"""The rail's icons."""

LIT_BY = {
    PageName.TODAY: PageName.TODAY,
    PageName.PEOPLE: PageName.PEOPLE,
    PageName.PERSON: PageName.PEOPLE,
    PageName.NOTE: PageName.PEOPLE,
    PageName.REVISIONS: PageName.PEOPLE,
    PageName.UNCONFIRMED: PageName.PEOPLE,
    PageName.HANDOVER: PageName.PEOPLE,
    PageName.CONVERSATIONS: PageName.CONVERSATIONS,
    PageName.TALK: PageName.CONVERSATIONS,
    PageName.BRIEF: PageName.CONVERSATIONS,
    PageName.PREPARE: PageName.CONVERSATIONS,
    PageName.REHEARSE: PageName.CONVERSATIONS,
    PageName.AFTER_TALK: PageName.CONVERSATIONS,
    PageName.GOALS: PageName.GOALS,
    PageName.REVIEWS: PageName.REVIEWS,
    PageName.TEMPLATES: PageName.TEMPLATES,
    PageName.STANDARDS: PageName.PEOPLE,
    PageName.SETTINGS: PageName.SETTINGS,
}
"""Which icon of the rail is lit on which page."""
