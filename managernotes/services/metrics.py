"""My practice in seventeen readings; they never leave the vault (INV-12)."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Metric, Nudge, Reading
from managernotes.practice.metrics.expectation_clarity import Clear, expectation_clarity
from managernotes.practice.metrics.growth_alive import growth_alive
from managernotes.practice.metrics.lessons_that_changed import lessons_that_changed
from managernotes.practice.metrics.nudging import one_for_each, pause_days
from managernotes.practice.nudges import may_ask
from managernotes.services import metric_evidence, metric_notes, metric_people, metric_work
from managernotes.services.growth import GrowthService
from managernotes.services.ledger import Ledger
from managernotes.services.lessons import LessonsService
from managernotes.services.metric_scope import MetricScope, one_person, whole_team
from managernotes.services.nudges import NudgesService
from managernotes.services.yardsticks import YardsticksService
from managernotes.storage import metric_talks, preferences

HIDDEN: Final = "hidden_metrics"
"""The name of the choice; it stays in the vault."""

ASKED: Final = "metric_asked_"
"""With a metric behind it: the day on which a question about nobody was asked."""

_AHEAD = timedelta(days=14)
"""A talk so near is worth asking whether expectations are clear (M16)."""

_EVERY: Final = frozenset(Metric)
_NOT_OF_ONE = frozenset({Metric.MY_PROMISES, Metric.LESSONS_THAT_CHANGED, Metric.HOUSE_KEEPING})
"""Never read by person: my promises are compared with nobody's, a lesson has no culprit."""


class MetricsService:
    """Reads every metric anew; stored is only which are hidden, and when a question was asked."""

    def __init__(
        self,
        ledger: Ledger,
        yardsticks: YardsticksService,
        growth: GrowthService,
        lessons: LessonsService,
        nudges: NudgesService,
    ) -> None:
        self._ledger = ledger
        self._yardsticks = yardsticks
        self._growth = growth
        self._lessons = lessons
        self._nudges = nudges
        self._readers: Mapping[Metric, Callable[[MetricScope], Reading]] = {
            Metric.LAST_ONE_ON_ONE: metric_people.read_last_one_on_one,
            Metric.FEEDBACK_RHYTHM: metric_notes.read_feedback_rhythm,
            Metric.UNSAID: metric_notes.read_unsaid,
            Metric.RECOGNITION_AND_CORRECTION: metric_notes.read_recognition,
            Metric.EVIDENCE_COVERAGE: metric_evidence.read_evidence_coverage,
            Metric.RECENCY_SHARE: metric_evidence.read_recency_share,
            Metric.SOURCE_MIX: metric_evidence.read_source_mix,
            Metric.MY_PROMISES: metric_work.read_my_promises,
            Metric.THEIR_AGREEMENTS: metric_work.read_their_agreements,
            Metric.GOALS_WITHOUT_CHECK_IN: metric_work.read_goals,
            Metric.TIME_TO_TALK: metric_notes.read_time_to_talk,
            Metric.MY_ATTENTION: metric_people.read_my_attention,
            Metric.GROWTH_ALIVE: self._growth_alive,
            Metric.THEIR_VOICE: metric_people.read_their_voice,
            Metric.LESSONS_THAT_CHANGED: self._lessons_that_changed,
            Metric.EXPECTATION_CLARITY: self._clarity,
            Metric.HOUSE_KEEPING: partial(metric_work.read_house_keeping, ledger=ledger),
        }

    def all(self) -> tuple[Reading, ...]:
        """Return what every metric that is shown says now, in their order."""
        scope = whole_team(self._ledger)
        return tuple(self._readers[metric](scope) for metric in self.shown())

    def one(self, metric: Metric) -> Reading:
        """Return what one metric says now, hidden or not."""
        return self._readers[metric](whole_team(self._ledger))

    def of_person(self, person: PersonId, among: Container[Metric] = _EVERY) -> tuple[Reading, ...]:
        """Return what the metrics that are shown say of my practice with one of the team.

        Only those of `among` are read. Nothing for whoever is not in the team.
        """
        scope = one_person(self._ledger, person)
        if scope is None:
            return ()
        shown = (metric for metric in self.shown() if metric in among)
        wanted = (metric for metric in shown if metric not in _NOT_OF_ONE)
        return tuple(self._readers[metric](scope) for metric in wanted)

    def shown(self) -> tuple[Metric, ...]:
        """Return the metrics that were not hidden, in their order."""
        hidden = self._hidden()
        return tuple(metric for metric in Metric if metric not in hidden)

    def hide(self, metric: Metric) -> None:
        """Show a metric no longer; it asks nothing either."""
        self._keep(self._hidden() | {metric})

    def show(self, metric: Metric) -> None:
        """Show a metric again."""
        self._keep(self._hidden() - {metric})

    def questions(self) -> tuple[Nudge, ...]:
        """Return the questions that may be asked now: one for each person and week at most.

        Tell `asked` when one is on show, and `nudges.put_away` when one about somebody is done.
        """
        return one_for_each(self.all(), self._may_ask)

    def asked(self, nudge: Nudge) -> None:
        """Note that a question is on show; it stays until the day is over, and then rests."""
        if nudge.person is not None:
            self._nudges.shown(nudge.metric.value, nudge.person)
            return
        db, today = self._ledger.db, self._ledger.today()
        with db.transaction():
            preferences.keep(db, f"{ASKED}{nudge.metric.value}", today.isoformat())

    def _may_ask(self, nudge: Nudge) -> bool:
        metric = nudge.metric
        if nudge.person is not None:
            return self._nudges.wants(metric.value, nudge.person, pause_days(metric))
        kept = preferences.read(self._ledger.db, f"{ASKED}{metric.value}")
        known = {metric.value: (date.fromisoformat(kept), None)} if kept else {}
        return may_ask(metric.value, known, pause_days(metric), self._ledger.today())

    def _growth_alive(self, scope: MetricScope) -> Reading:
        people = {member.id for member in scope.team}
        alive = self._growth.alive(scope.today)
        return growth_alive([one for one in alive if one.person in people])

    def _lessons_that_changed(self, scope: MetricScope) -> Reading:
        return lessons_that_changed(self._lessons.checked_in_12_months().lessons, scope.today)

    def _clarity(self, scope: MetricScope) -> Reading:
        ahead = metric_talks.with_clarity_ahead(scope.db, scope.today, scope.today + _AHEAD)
        return expectation_clarity(
            [
                Clear(
                    person=member.id,
                    clarity=self._yardsticks.clarity(member.id),
                    has_talk_ahead=member.key in ahead,
                )
                for member in scope.team
            ]
        )

    def _hidden(self) -> frozenset[Metric]:
        stored = preferences.read(self._ledger.db, HIDDEN) or ""
        return frozenset(metric for metric in Metric if metric.value in stored.split())

    def _keep(self, hidden: frozenset[Metric]) -> None:
        db = self._ledger.db
        with db.transaction():
            preferences.keep(db, HIDDEN, " ".join(sorted(metric.value for metric in hidden)))
