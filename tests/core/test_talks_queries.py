"""Tests that lists of talks and promises are found by index, however long they have become."""

from __future__ import annotations

import pytest

from managernotes.storage import conversation_lists, conversation_rows, promise_lists, topics
from tests.core.office import Office

_VALUES = {
    "since": "2026-01-01", "until": "2026-02-01", "limit": 50, "logged_types": "[]",
    "recap_types": "[]", "types": "[]", "person": 1, "but": 0, "keys": "[1]", "talk": 1,
}  # fmt: skip
_LISTS = [
    f"{module.__name__}.{name}"
    for module, names in (
        (conversation_lists, "_TO_FOLLOW_UP _PLANNED _HELD _OF_PERSON _NEXT_PLANNED"),
        (conversation_rows, "_ROWS _PEOPLE _TOPICS _CONCERNS _PROMISES _INNER"),
        (promise_lists, "_MINE _THEIRS _ENDED _COUNTS _OF_TALK"),
        (topics, "_OF_TALK _OPEN_OF_PERSON"),
    )
    for name in names.split()
]
_BY_PARTIAL_INDEX = {
    "c USING INDEX conversation_to_follow_up", "c USING INDEX conversation_planned",
    "p USING INDEX promise_open", "promise USING INDEX promise_open",
    "promise USING COVERING INDEX promise_open",
    "promise USING INDEX promise_dropped_untold",
}  # fmt: skip
"""An index that holds only what is still to be done, so that all of it is wanted."""


@pytest.mark.parametrize("name", _LISTS)
def test_no_list_reads_a_whole_table(office: Office, name: str) -> None:
    steps = _plan(office, _statement(name).replace("{narrowed}", ""))
    read_whole = {step.removeprefix("SCAN ") for step in steps if step.startswith("SCAN ")}
    allowed = {step for step in read_whole if "json_each" in step or step in _BY_PARTIAL_INDEX}
    assert read_whole == allowed


@pytest.mark.parametrize("name", ["_HELD", "_TO_FOLLOW_UP", "_PLANNED"])
def test_a_list_narrowed_to_a_person_starts_from_their_talks(office: Office, name: str) -> None:
    statement = getattr(conversation_lists, name).replace(
        "{narrowed}", conversation_lists._WITH_PERSON
    )
    plan = "\n".join(_plan(office, statement))
    assert "conversation_person USING PRIMARY KEY (person_key=?)" in plan


def test_held_talks_come_in_the_order_of_their_index(office: Office) -> None:
    plan = "\n".join(_plan(office, conversation_lists._HELD.replace("{narrowed}", "")))
    assert "TEMP B-TREE" not in plan


def _statement(name: str) -> str:
    module, _, constant = name.rpartition(".")
    for known in (conversation_lists, conversation_rows, promise_lists, topics):
        if known.__name__ == module:
            return str(getattr(known, constant))
    raise AssertionError(name)


def _plan(office: Office, statement: str) -> list[str]:
    found = office.db.execute(f"EXPLAIN QUERY PLAN {statement}", _VALUES)
    return [str(row["detail"]) for row in found]
