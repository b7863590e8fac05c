"""Services of everyday: people, notes, what waits today, and what was typed and not yet kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from managernotes.services.attention import AttentionService
    from managernotes.services.away import AwayService
    from managernotes.services.drafts import DraftsService
    from managernotes.services.ledger import Ledger
    from managernotes.services.links import LinksService
    from managernotes.services.notes import NotesService
    from managernotes.services.nudges import NudgesService
    from managernotes.services.paper_writing import PaperWriting
    from managernotes.services.people import PeopleService
    from managernotes.services.preferences import PreferencesService
    from managernotes.services.rhythm import RhythmService
    from managernotes.services.search import SearchService
    from managernotes.services.sharing import SharingService
    from managernotes.services.team import TeamService
    from managernotes.services.today import TodayService
    from managernotes.services.unconfirmed import UnconfirmedService


class DailyServices:
    """The services over an open vault that any day asks for; each is loaded when first asked."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        """For the services that tell a whole story at once: the sample and the tour's."""

    @cached_property
    def papers(self) -> PaperWriting:
        """What writes papers of every sort."""
        from managernotes.services.paper_writing import PaperWriting

        return PaperWriting(self.ledger)

    @cached_property
    def people(self) -> PeopleService:
        """The people."""
        from managernotes.services.people import PeopleService

        return PeopleService(self.ledger)

    @cached_property
    def away(self) -> AwayService:
        """When somebody is away, and when we usually talk."""
        from managernotes.services.away import AwayService

        return AwayService(self.ledger)

    @cached_property
    def notes(self) -> NotesService:
        """The notes."""
        from managernotes.services.notes import NotesService

        return NotesService(self.ledger)

    @cached_property
    def unconfirmed(self) -> UnconfirmedService:
        """Notes that were sealed while the vault was locked."""
        from managernotes.services.unconfirmed import UnconfirmedService

        return UnconfirmedService(self.ledger, self.notes)

    @cached_property
    def sharing(self) -> SharingService:
        """Saying what has not been said."""
        from managernotes.services.sharing import SharingService

        return SharingService(self.ledger, self.papers)

    @cached_property
    def links(self) -> LinksService:
        """From a note to what it led to, and back."""
        from managernotes.services.links import LinksService

        return LinksService(self.ledger)

    @cached_property
    def drafts(self) -> DraftsService:
        """Text that was typed and not yet kept."""
        from managernotes.services.drafts import DraftsService

        return DraftsService(self.ledger)

    @cached_property
    def preferences(self) -> PreferencesService:
        """What the manager chose for this vault."""
        from managernotes.services.preferences import PreferencesService

        return PreferencesService(self.ledger)

    @cached_property
    def search(self) -> SearchService:
        """The search."""
        from managernotes.services.search import SearchService

        return SearchService(self.ledger)

    @cached_property
    def team(self) -> TeamService:
        """What is fit to tell the team."""
        from managernotes.services.team import TeamService

        return TeamService(self.ledger)

    @cached_property
    def attention(self) -> AttentionService:
        """Where my attention went."""
        from managernotes.services.attention import AttentionService

        return AttentionService(self.ledger)

    @cached_property
    def rhythm(self) -> RhythmService:
        """How my rhythm with everybody stands."""
        from managernotes.services.rhythm import RhythmService

        return RhythmService(self.ledger)

    @cached_property
    def nudges(self) -> NudgesService:
        """Quiet questions about my own practice."""
        from managernotes.services.nudges import NudgesService

        return NudgesService(self.ledger)

    @cached_property
    def today(self) -> TodayService:
        """What waits today."""
        from managernotes.services.today import TodayService

        return TodayService(self.ledger)
