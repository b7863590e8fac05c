"""What the window asks of a page, and what a page may ask of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import (
    ConversationId,
    GoalId,
    LessonId,
    NoteId,
    PersonId,
    PromiseId,
    ThreadId,
    YardstickId,
)
from managernotes.domain.look_back import Month
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.widgets.tab_bar import TabBar


class PageName(StrEnum):
    """The pages that exist, in the sidebar's order where they stand there."""

    TODAY = "today"
    CONVERSATIONS = "conversations"
    GOALS = "goals"
    REVIEWS = "reviews"
    """Even hand and the month look-back; review drafts come with them."""
    TEMPLATES = "templates"
    PEOPLE = "people"
    PERSON = "person"
    NOTE = "note"
    REVISIONS = "revisions"
    TALK = "talk"
    """A talk being held: agenda beside notes."""
    BRIEF = "brief"
    PREPARE = "prepare"
    REHEARSE = "rehearse"
    AFTER_TALK = "after_talk"
    STANDARDS = "standards"
    """Vision, values, roles and what is expected in them."""
    HANDOVER = "handover"
    UNCONFIRMED = "unconfirmed"
    SEARCH = "search"
    SETTINGS = "settings"


FOCUS_PAGES = frozenset(
    {
        PageName.NOTE,
        PageName.REVISIONS,
        PageName.TEMPLATES,
        PageName.TALK,
        PageName.BRIEF,
        PageName.PREPARE,
        PageName.AFTER_TALK,
        PageName.STANDARDS,
        PageName.HANDOVER,
    }
)
"""Pages that turn the sidebar into the rail (SPEC §3)."""
BARE_PAGES = frozenset({PageName.REHEARSE})
"""Pages that have the whole window, with neither (SPEC §5.7)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window is: a page and what it shows; Back returns to an earlier place."""

    page: PageName
    person: PersonId | None = None
    note: NoteId | None = None
    conversation: ConversationId | None = None
    promise: PromiseId | None = None
    thread: ThreadId | None = None
    goal: GoalId | None = None
    lesson: LessonId | None = None
    yardstick: YardstickId | None = None
    month: Month | None = None
    query: str = ""
    """What is searched for, or which tab or section is wanted."""


Navigate = Callable[[Place], None]
"""How a page asks the window to go somewhere."""


class Page(QWidget):
    """One page of the window; the frame gives it its footer and its place for a panel."""

    footer_items_changed = Signal(list)
    panel_wanted = Signal(bool)

    def show_place(self, place: Place) -> None:
        """Read what the place names and show it."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins on this page."""

    @property
    def tab_bar(self) -> TabBar | None:
        """The tabs of the page, if it has any."""
        return None

    def leave(self) -> None:
        """Hand unsaved text to the vault; called before another page comes and before a lock."""

    def keep(self) -> None:
        """Hand unsaved text to the vault and stay as it is; called before the window is covered."""

    @property
    def has_unsaved(self) -> bool:
        """Whether text of this page is in memory only, because the vault cannot be written."""
        return False

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """What the footer says at first; later changes come by `footer_items_changed`."""
        return ()

    @property
    def to_prepare(self) -> Place | None:
        """What "Prepare…" begins with here: a talk, a concern, or at least a person (S04)."""
        return None

    @property
    def has_footer(self) -> bool:
        """Whether the frame draws the footer; one with a bar of its own tells the state there."""
        return True

    @property
    def panel(self) -> QWidget | None:
        """The page's right panel, if it has one; the frame shows it when the page wants it."""
        return None

    def close_panel(self) -> None:
        """Put the right panel away and give the keyboard back to the page."""

    @property
    def panes(self) -> Sequence[QWidget]:
        """The parts that F6 goes round."""
        return (self,)
