"""Services about talks: planned, prepared, held, and what follows from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from managernotes.services.daily_services import DailyServices

if TYPE_CHECKING:
    from managernotes.services.briefs import BriefsService
    from managernotes.services.calendar import CalendarService
    from managernotes.services.preparations import PreparationsService
    from managernotes.services.promises import PromisesService
    from managernotes.services.talk_ending import TalkEnding
    from managernotes.services.talks import TalksService
    from managernotes.services.templates import TemplatesService
    from managernotes.services.threads import ThreadsService


class TalkServices(DailyServices):
    """The services over an open vault that are about talks; each is loaded when first asked."""

    @cached_property
    def templates(self) -> TemplatesService:
        """The templates."""
        from managernotes.services.templates import TemplatesService

        return TemplatesService(self.ledger, self.papers)

    @cached_property
    def talks(self) -> TalksService:
        """The talks."""
        from managernotes.services.talks import TalksService

        return TalksService(self.ledger, self.papers, self.templates)

    @cached_property
    def promises(self) -> PromisesService:
        """The promises."""
        from managernotes.services.promises import PromisesService

        return PromisesService(self.ledger, self.papers)

    @cached_property
    def briefs(self) -> BriefsService:
        """The page before a talk."""
        from managernotes.services.briefs import BriefsService

        return BriefsService(self.ledger, self.talks, self.promises)

    @cached_property
    def preparations(self) -> PreparationsService:
        """The preparations of hard talks."""
        from managernotes.services.preparations import PreparationsService

        return PreparationsService(self.ledger, self.papers)

    @cached_property
    def talk_ending(self) -> TalkEnding:
        """How a talk is ended."""
        from managernotes.services.talk_ending import TalkEnding

        return TalkEnding(self.ledger, self.papers)

    @cached_property
    def threads(self) -> ThreadsService:
        """The threads."""
        from managernotes.services.threads import ThreadsService

        return ThreadsService(self.ledger, self.papers)

    @cached_property
    def calendar(self) -> CalendarService:
        """Days that may leave the vault for a calendar."""
        from managernotes.services.calendar import CalendarService

        return CalendarService(self.ledger)
