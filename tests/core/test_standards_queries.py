"""What is asked about expectations reads a few rows by number, never every paper or note."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from managernotes.storage import (
    coverage,
    expectation_copies,
    role_levels,
    template_facts,
    visions,
    yardstick_scopes,
    yardsticks,
)
from tests.core.office import Office

LARGE = re.compile(r"SCAN (paper|its|talk|o|n|observation\w*|conversation\w*|paper_search)\b")
QUERIES = [
    (module, name)
    for module in (
        coverage,
        expectation_copies,
        role_levels,
        template_facts,
        visions,
        yardstick_scopes,
        yardsticks,
    )
    for name, text in vars(module).items()
    if isinstance(text, str) and re.match(r"_[A-Z_]+$", name) and "SELECT" in text
    if name != "_MEASURED"  # a part of others
]


@pytest.mark.parametrize(
    ("module", "name"), QUERIES, ids=lambda part: getattr(part, "__name__", part)
)
def test_no_query_about_expectations_reads_a_large_table_whole(
    office: Office, module: ModuleType, name: str
) -> None:
    query = vars(module)[name]
    values = dict.fromkeys(re.findall(r":(\w+)", query), "[]")
    plan = [row["detail"] for row in office.db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert plan
    assert not [step for step in plan if LARGE.match(step)]


def test_the_queries_are_found(office: Office) -> None:
    names = {name for _, name in QUERIES}
    assert {"_SEEN", "_BY_ONE", "_BY_NONE", "_ALL", "_SOME", "_HELD", "_LOST", "_NOW"} <= names
    plan = office.db.execute("EXPLAIN QUERY PLAN SELECT * FROM paper").fetchall()
    assert LARGE.match(plan[0]["detail"])
