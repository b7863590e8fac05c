"""G1 and G3: from the command to a window with rows in it, and what that keeps in memory."""

from __future__ import annotations

from tests.benchmarks.children import timed_answer_of
from tests.benchmarks.measuring import Pairs, alternate, median, spread
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, at_most


def cold_start(plan: Plan) -> list[Finding]:
    """G1 and G3: whole processes, the small and the large vault beside a bare window."""
    findings = []
    for notes in (plan.small, plan.large):
        times, memory = _starts(plan, notes)
        peak = median(memory.ours)
        findings += [
            Finding(
                goal="G1",
                what=f"start to a window with rows, then end, {notes:,}",
                ours=spread(times.ours),
                yardstick=f"bare window {spread(times.theirs)}",
                ratio=times.ratio,
                pairs=len(times),
                targets=(at_most("≤ 1.5× bare window", times.ratio, 1.5),),
            ),
            Finding(
                goal="G3",
                what=f"memory at its peak until then, {notes:,}",
                ours=f"{peak:.0f} MiB",
                yardstick=f"bare window {median(memory.theirs):.0f} MiB",
                ratio=memory.ratio,
                pairs=len(memory),
                targets=(
                    at_most("≤ 1.6× bare window", memory.ratio, 1.6),
                    at_most("≤ 100 MiB", peak, 100),
                ),
            ),
        ]
    return findings


def _starts(plan: Plan, notes: int) -> tuple[Pairs, Pairs]:
    """Return the seconds and the MiB of the app's starts and of a bare window's, in turn."""
    vault = str(plan.twins(notes).vault)
    memory = Pairs()

    def start(script: str, *arguments: str, peaks: list[float]) -> float:
        took, peak = timed_answer_of(script, *arguments)
        peaks.append(float(peak))
        return took

    times = alternate(
        plan.rounds,
        lambda: start("start_app.py", vault, peaks=memory.ours),
        lambda: start("start_bare.py", peaks=memory.theirs),
    )
    return times, memory
