"""`wording`: questions about words, one text a line; needs no vault and keeps nothing."""

from __future__ import annotations

from typing import Any

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.practice.wording import Finding, findings
from managernotes.practice.wording_rules import Scope


def wording(run: Run) -> int:
    """Print one JSON object for each line of stdin, blank ones too, as soon as it is read."""
    for _, line in run.streams.lines(blank=True):
        found = findings(line, Scope(run.chosen.scope))
        run.streams.json({"findings": [_document(one) for one in found]})
    return DONE


def _document(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "level": finding.level.value,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
    }
