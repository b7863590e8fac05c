"""What was measured, beside what it should be, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.measuring import Pairs, spread

HEADINGS = ("Goal", "What", "Ours", "Yardstick", "Ratio", "Pairs", "Target", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a figure should be, in words, and whether it is."""

    words: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the table; without targets it only informs."""

    goal: str
    what: str
    ours: str
    yardstick: str = ""
    ratio: float | None = None
    pairs: int = 0
    targets: Sequence[Target] = ()

    @property
    def missed(self) -> bool:
        """Whether a target is not met."""
        return not all(target.met for target in self.targets)


def against_plain(goal: str, what: str, pairs: Pairs, targets: Sequence[Target] = ()) -> Finding:
    """Return the line for a vault and its plain twin: median, p95 and maximum of each."""
    return Finding(
        goal=goal,
        what=what,
        ours=spread(pairs.ours),
        yardstick=f"plain {spread(pairs.theirs)}",
        ratio=pairs.ratio,
        pairs=len(pairs),
        targets=targets,
    )


def at_most(words: str, value: float, limit: float) -> Target:
    """Return a target that a value must not exceed."""
    return Target(words=words, met=value <= limit)


def at_least(words: str, value: float, limit: float) -> Target:
    """Return a target that a value must reach."""
    return Target(words=words, met=value >= limit)


def markdown(findings: Iterable[Finding]) -> str:
    """Return the table."""
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *map(_cells, findings)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(finding: Finding) -> tuple[str, ...]:
    verdict = "missed" if finding.missed else "met" if finding.targets else ""
    return (
        finding.goal,
        finding.what,
        finding.ours,
        finding.yardstick,
        "" if finding.ratio is None else _figure(finding.ratio),
        str(finding.pairs or ""),
        "; ".join(target.words for target in finding.targets),
        verdict,
    )


def _figure(ratio: float) -> str:
    return f"{ratio:.0f}×" if ratio >= 10 else f"{ratio:.2f}×" if ratio >= 0.1 else f"{ratio:.3f}×"
