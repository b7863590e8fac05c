"""G16: how long the window's loop stands still while somebody works."""

from __future__ import annotations

from tests.benchmarks.children import answer_of
from tests.benchmarks.measuring import in_ms, percentile
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, at_most
from tests.benchmarks.vaults import best_known

_PARTS = (
    ("open_person", "open somebody's page and let it come to rest"),
    ("write", "write and save 5 notes, key by key"),
    ("search", "search for 3 things, key by key"),
)


def standstills(plan: Plan) -> list[Finding]:
    """G16: gaps between ticks in the whole app, beside the same app with nothing to do."""
    with plan.twins(plan.large).copied() as twins:
        with twins.both() as (vault, _plain):
            person = best_known(vault)
        seen = answer_of("ticks_app.py", str(twins.vault), str(person))
    rest = [gap for gap, _work in seen["nothing"]]
    findings = []
    for name, what in _PARTS:
        gaps = [gap for gap, _work in seen[name]]
        longest, p99 = max(gaps), percentile(gaps, 0.99)
        work = max(work for _gap, work in seen[name])
        findings.append(
            Finding(
                goal="G16",
                what=f"gaps between two ticks, p99 / longest: {what}, {plan.large:,}",
                ours=f"{in_ms(p99)} / {in_ms(longest)} ms (longest work {in_ms(work)})",
                yardstick=f"at rest {in_ms(percentile(rest, 0.99))} / {in_ms(max(rest))} ms",
                targets=(
                    at_most("p99 ≤ 16 ms", p99, 0.016),
                    at_most("longest ≤ 50 ms", longest, 0.050),
                ),
            )
        )
    return findings
