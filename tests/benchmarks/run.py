"""Measure the product against its goals and print a Markdown table (PERFORMANCE §6).

    .venv/bin/python tests/benchmarks/run.py [--quick] [G4 G9 …]

Absolute figures are this computer's; the ratios are taken in turn and travel. Exit code 1 when a
target is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks that are asked for, all but the huge one if none are named."""
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks import goals
    from tests.benchmarks.plan import FULL, QUICK
    from tests.benchmarks.report import markdown

    chosen = _parse(arguments, list(goals.GOALS))
    plan = QUICK if chosen.quick else FULL
    wanted = chosen.goals or [name for name in goals.GOALS if name not in goals.ONLY_WHEN_NAMED]
    findings = []
    for name in wanted:
        began = time.monotonic()
        findings += goals.GOALS[name](plan)
        sys.stderr.write(f"{name} took {time.monotonic() - began:.0f} s\n")
    sys.stdout.write(markdown(findings) + "\n")
    return 1 if any(finding.missed for finding in findings) else 0


def _parse(arguments: Sequence[str], names: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 packaging/bootstrap.py bench")
    parser.add_argument("--quick", action="store_true", help="small vaults and three pairs each")
    parser.add_argument("goals", nargs="*", metavar="GOAL", help=f"of {', '.join(names)}")
    chosen = parser.parse_args(arguments)
    unknown = [goal for goal in chosen.goals if goal not in names]
    if unknown:
        parser.error(f"no such goal: {', '.join(unknown)}")
    return chosen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
