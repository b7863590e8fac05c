"""G1 and G3: from the command to a window with rows in it, and what that keeps in memory."""

from __future__ import annotations

from tests.benchmarks.children import whole_process
from tests.benchmarks.measuring import Pairs, median, spread
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, at_most
from tests.benchmarks.vaults import sample_twins


def cold_start(plan: Plan) -> list[Finding]:
    """G1 and G3: whole processes, the small and the large vault beside a bare window."""
    findings = []
    for notes in (plan.small, plan.large):
        times, memory = _starts(notes, plan.rounds)
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


def _starts(notes: int, rounds: int) -> tuple[Pairs, Pairs]:
    vault = str(sample_twins(notes).vault)
    times, memory = Pairs(), Pairs()
    whole_process("start_app.py", vault)
    for number in range(rounds):
        scripts = [("start_app.py", vault), ("start_bare.py",)]
        taken = [whole_process(*script) for script in scripts[:: -1 if number % 2 else 1]]
        ours, bare = reversed(taken) if number % 2 else taken
        times.add(ours[0], bare[0])
        memory.add(ours[1], bare[1])
    return times, memory
