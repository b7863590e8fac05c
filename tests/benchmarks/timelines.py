"""G9: the first rows of a person's timeline, whatever the size of the vault."""

from __future__ import annotations

from functools import partial

from managernotes.domain.identity import PersonId
from managernotes.services.workspace import Workspace
from tests.benchmarks.measuring import alternate, compared, median, middle, seconds
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, against_plain, at_most
from tests.benchmarks.vaults import best_known


def first_rows(plan: Plan) -> list[Finding]:
    """G9: 50 rows, the connection warm, in the large vault beside its twin and the small one."""
    rounds = plan.rounds * 20
    with plan.twins(plan.large).both() as (large, plain):
        person = best_known(large)
        page = partial(_page, person=person)
        twins = compared(rounds, page, large, plain)
        with plan.twins(plan.small).both() as (small, _plain):
            other = best_known(small)
            sizes = alternate(
                rounds,
                lambda: seconds(lambda: page(large)),
                lambda: seconds(lambda: _page(small, person=other)),
            )
    hot = at_most("median ≤ 2 ms", median(twins.ours), 0.002)
    what = f"first 50 rows of a timeline, {plan.large:,}"
    return [
        against_plain("G9", what, twins, (hot,)),
        Finding(
            goal="G9",
            what=f"the same, {plan.large:,} beside {plan.small:,}",
            ours=middle(sizes.ours),
            yardstick=f"{plan.small:,}: {middle(sizes.theirs)}",
            ratio=sizes.ratio,
            pairs=len(sizes),
            targets=(at_most("≤ 2× the small vault", sizes.ratio, 2),),
        ),
    ]


def _page(workspace: Workspace, person: PersonId) -> object:
    return workspace.notes.timeline(person)
