"""Reading the metrics that stand on promises, goals, lessons and the vault: M08-M10, M17."""

from __future__ import annotations

from managernotes.domain.metric import Reading
from managernotes.domain.promise import PromiseOwner
from managernotes.practice.metrics.goals_without_check_in import Looked, goals_without_check_in
from managernotes.practice.metrics.house_keeping import house_keeping
from managernotes.practice.metrics.my_promises import my_promises
from managernotes.practice.metrics.their_agreements import their_agreements
from managernotes.practice.today import LOOSE_AFTER
from managernotes.services.ledger import Ledger
from managernotes.services.metric_scope import MOST, MetricScope
from managernotes.services.note_items import note_items
from managernotes.services.promises import LOOKED_BACK
from managernotes.storage import metric_work, promise_lists, promises, today_notes
from managernotes.storage.month_notes import DatedNote
from managernotes.storage.note_keys import day_of_key, key_of

_ENDED_AT_MOST = 500


def read_my_promises(scope: MetricScope) -> Reading:
    """Read M08: what became of my promises in 90 days, those still open among them."""
    db, since = scope.db, scope.today - LOOKED_BACK
    ended = promise_lists.ended(db, since=since, limit=_ENDED_AT_MOST)
    known = promises.promises(db, [*promise_lists.mine(db), *ended])
    mine = [one for one in known if one.owner is PromiseOwner.ME]
    return my_promises(promise_lists.my_counts(db, since), mine, scope.today)


def read_their_agreements(scope: MetricScope) -> Reading:
    """Read M09: what they agreed to and is open."""
    theirs = promises.promises(scope.db, promise_lists.theirs(scope.db, scope.person))
    names = {member.id: member.name for member in scope.team}
    return their_agreements(theirs, names, scope.today)


def read_goals(scope: MetricScope) -> Reading:
    """Read M10: goals under way that nobody looked at."""
    keys = {member.key for member in scope.team}
    return goals_without_check_in(
        [
            Looked(
                item=goal.item,
                name=scope.name_of(goal.item.person),
                started_on=goal.started_on,
                checked_on=goal.checked_on,
                next_on=goal.next_on,
                away=scope.away_of(goal.item.person),
                is_there=scope.is_there(goal.item.person),
            )
            for goal in metric_work.active_goals(scope.db)
            if goal.person_key in keys
        ],
        scope.today,
    )


def read_house_keeping(scope: MetricScope, ledger: Ledger) -> Reading:
    """Read M17: retention, holds, and jots without a kind for more than a week."""
    db = scope.db
    ids, total = today_notes.loose(db, ledger.now() - LOOSE_AFTER, MOST)
    keys = [key_of(db, note) for note in ids]
    jots = note_items(db, [DatedNote(key, day_of_key(key)) for key in keys])
    return house_keeping(
        metric_work.retention_due(db, scope.today),
        metric_work.on_hold(db),
        jots,
        more_jots=total - len(jots),
    )
