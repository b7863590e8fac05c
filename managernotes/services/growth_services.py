"""Services about what is expected, how people grow, and what the manager learns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from managernotes.services.talk_services import TalkServices

if TYPE_CHECKING:
    from managernotes.services.coverage import CoverageService
    from managernotes.services.even_hand import EvenHandService
    from managernotes.services.goals import GoalsService
    from managernotes.services.growth import GrowthService
    from managernotes.services.handovers import HandoversService
    from managernotes.services.lessons import LessonsService
    from managernotes.services.look_backs import LookBacksService
    from managernotes.services.metrics import MetricsService
    from managernotes.services.roles import RolesService
    from managernotes.services.vision import VisionService
    from managernotes.services.yardsticks import YardsticksService


class GrowthServices(TalkServices):
    """The services over an open vault about months and years; each is loaded when first asked."""

    @cached_property
    def vision(self) -> VisionService:
        """Where the team is going."""
        from managernotes.services.vision import VisionService

        return VisionService(self.ledger, self.papers)

    @cached_property
    def roles(self) -> RolesService:
        """The roles and their levels."""
        from managernotes.services.roles import RolesService

        return RolesService(self.ledger, self.papers)

    @cached_property
    def yardsticks(self) -> YardsticksService:
        """Expectations and values, and what is measured by them."""
        from managernotes.services.yardsticks import YardsticksService

        return YardsticksService(self.ledger, self.papers)

    @cached_property
    def coverage(self) -> CoverageService:
        """What was seen of a person, by expectation and month."""
        from managernotes.services.coverage import CoverageService

        return CoverageService(self.ledger, self.yardsticks)

    @cached_property
    def goals(self) -> GoalsService:
        """The goals."""
        from managernotes.services.goals import GoalsService

        return GoalsService(self.ledger, self.papers, self.talks)

    @cached_property
    def growth(self) -> GrowthService:
        """Plans of growth, their steps, and mentoring."""
        from managernotes.services.growth import GrowthService

        return GrowthService(self.ledger, self.papers)

    @cached_property
    def lessons(self) -> LessonsService:
        """What was learnt."""
        from managernotes.services.lessons import LessonsService

        return LessonsService(self.ledger, self.papers)

    @cached_property
    def look_backs(self) -> LookBacksService:
        """The look back at a month."""
        from managernotes.services.look_backs import LookBacksService

        return LookBacksService(self.ledger, self.papers, self.promises)

    @cached_property
    def even_hand(self) -> EvenHandService:
        """Whether I hold one standard for everybody."""
        from managernotes.services.even_hand import EvenHandService

        return EvenHandService(self.ledger)

    @cached_property
    def metrics(self) -> MetricsService:
        """My practice in seventeen readings."""
        from managernotes.services.metrics import MetricsService

        return MetricsService(self.ledger, self.yardsticks, self.growth, self.lessons, self.nudges)

    @cached_property
    def handovers(self) -> HandoversService:
        """What is handed over to somebody's next manager."""
        from managernotes.services.handover_lines import HandoverSources
        from managernotes.services.handovers import HandoversService

        sources = HandoverSources(
            goals=self.goals,
            promises=self.promises,
            growth=self.growth,
            yardsticks=self.yardsticks,
            vision=self.vision,
            talks=self.talks,
            notes=self.notes,
        )
        return HandoversService(self.ledger, self.papers, sources)
