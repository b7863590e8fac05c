"""G19: how soon the window answers at every step with talks, promises and preparations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tests.benchmarks.children import answer_of
from tests.benchmarks.measuring import in_ms, median, p95
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, Target, at_most

STEPS: Mapping[str, str] = {
    "today": "Today shown again (Ctrl+1)",
    "said": "“Said it” on a card, until the list is right (S)",
    "conversations": "the list of talks (Ctrl+2)",
    "promises": "the tab of promises",
    "threads": "the tab of threads",
    "templates": "the templates (Ctrl+5)",
    "person": "somebody's tab of talks",
    "prepare": "the preparation of another talk opened",
    "next_step": "from step to step (Ctrl+Down)",
    "letter": "a letter in an answer, until what is open is right",
    "answer_saved": "an answer saved, and all that follows",
    "rehearse": "rehearsing (F5)",
    "discreet_view": "the discreet view (F7)",
    "after_log": "the log after another talk opened",
    "becomes": "a letter of a promise, until “Becomes” is right",
    "log_saved": "the log saved, and all that follows",
    "brief": "the brief before another one-to-one",
    "one_on_one": "another one-to-one opened",
    "palette": "the palette (Ctrl+K)",
    "palette_letter": "a letter in it, until notes and promises are right",
    "goals": "everybody's goals (Ctrl+3)",
    "growth": "somebody's tab of goals and growth",
    "checked_in": "a check-in saved, and all that follows",
    "expectations": "somebody's tab of expectations",
    "cell": "another cell of the grid, and the notes behind it",
    "measure": "what a note can be measured by (E)",
    "measured": "a note measured, and all that follows",
    "even_hand": "one standard for everybody (Ctrl+4)",
    "look_back": "the look back at the month, with its panel",
    "practice": "my practice, seventeen metrics",
    "lessons": "the tab of lessons",
    "standards": "expectations and values",
    "handover": "what can be handed over, of somebody chosen",
}
_LIMIT, _BRIEF_LIMIT = 0.100, 0.200
_PROCESSES = 3
"""First visits happen once in a process."""


def answers(plan: Plan) -> list[Finding]:
    """G19: from the key to the painted answer, beside an empty question and the same painting."""
    taken: defaultdict[str, list[Mapping[str, float]]] = defaultdict(list)
    first: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(_PROCESSES if plan.rounds > 1 else 1):
        with plan.twins(plan.large).copied() as twins:
            found = answer_of("steps_app.py", str(twins.vault), str(1 + plan.rounds // 3))
        for name, moments in found.items():
            first[name].append(moments[0]["answer"])
            taken[name] += moments[1:] or moments
    return [_finding(name, taken[name], first[name], plan.large) for name in STEPS]


def _finding(
    name: str, moments: Sequence[Mapping[str, float]], first: Sequence[float], notes: int
) -> Finding:
    answer = [moment["answer"] for moment in moments]
    work = [moment["work"] for moment in moments]
    nothing = [moment["nothing"] for moment in moments]
    drawing = median(moment["drawing"] for moment in moments)
    return Finding(
        goal="G19",
        what=f"{STEPS[name]}, {notes:,}",
        ours=(
            f"{in_ms(median(answer))} / {in_ms(p95(answer))} ms, first {in_ms(median(first))} ms; "
            f"longest work {in_ms(median(work))} ms, drawing {in_ms(drawing)} ms"
        ),
        yardstick=f"nothing {in_ms(median(nothing))} ms",
        ratio=median(a / n for a, n in zip(answer, nothing, strict=True)),
        pairs=len(moments),
        targets=(_target(name, median(answer)),),
    )


def _target(name: str, answer: float) -> Target:
    if name == "brief":
        return at_most("≤ 200 ms", answer, _BRIEF_LIMIT)
    return at_most("≤ 100 ms", answer, _LIMIT)
