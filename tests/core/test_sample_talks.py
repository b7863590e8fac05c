"""The sample's talks, promises, threads and yardsticks: what is stored beside the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.conversation import (
    ONE_ON_ONES,
    ConversationState,
    ConversationType,
    NoteRole,
    TalkFilter,
)
from managernotes.domain.identity import NoteId
from managernotes.domain.promise import PromiseState
from managernotes.services.keys import Protection
from managernotes.services.sample_vault import Sample
from managernotes.services.workspace import Workspace, create_workspace
from managernotes.storage import papers, record_check
from tests.core.vault_fakes import MemoryKeyring

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
EVERYTHING = TalkFilter(held_limit=10_000)


@pytest.fixture(scope="module")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Workspace]]:
    made: list[Workspace] = []

    def make() -> Workspace:
        folder: Path = tmp_path_factory.mktemp("sample")
        workspace, _code = create_workspace(
            folder / "v.mnotes",
            Protection.KEYRING,
            None,
            clock=FixedClock(NOON),
            keyring=MemoryKeyring(),
        )
        made.append(workspace)
        return workspace

    yield make
    for workspace in made:
        workspace.close()


@pytest.fixture(scope="module")
def sample(new_vault: Callable[[], Workspace]) -> Workspace:
    workspace = new_vault()
    Sample(people=8, notes=400, seed=1, today=TODAY).write(workspace)
    return workspace


def everything(workspace: Workspace) -> list[object]:
    """Return every paper and what it is beside its words, as they come out of the vault."""
    db = workspace.ledger.db
    found: list[object] = []
    for (identity,) in db.execute("SELECT id FROM paper ORDER BY key").fetchall():
        paper = papers.paper(db, db.execute(
            "SELECT key FROM paper WHERE id = ?", (identity,)
        ).fetchone()[0])  # fmt: skip
        found.append((paper.id, paper.words, paper.created_at))
    lists = workspace.talks.lists(EVERYTHING)
    return [*found, *lists.held, *lists.planned, *lists.to_follow_up]


def test_every_person_is_talked_with_in_the_rhythm_they_have(sample: Workspace) -> None:
    for row in sample.people.overview():
        held = [talk for talk in sample.talks.of_person(row.id, 500) if talk.held_on is not None]
        assert held
        assert row.last_one_on_one is not None
        assert all(
            TODAY - timedelta(days=366) <= talk.held_on < TODAY for talk in held if talk.held_on
        )
        assert sample.away.usual(row.id).weekday is not None


def test_every_talk_is_about_something_and_the_answer_is_given(sample: Workspace) -> None:
    held = sample.talks.lists(EVERYTHING).held
    for row in held[:80]:
        talk = sample.talks.get(row.id)
        assert talk.state is ConversationState.CLOSED
        assert talk.words.notes or talk.type is ConversationType.TOUGH
        if talk.type in ONE_ON_ONES:
            assert talk.has_answer


def test_a_hard_talk_has_its_preparation_with_facts_and_a_yardstick(sample: Workspace) -> None:
    lists = sample.talks.lists(EVERYTHING)
    hard = [
        row for row in (*lists.held, *lists.planned, *lists.to_follow_up)
        if row.type is ConversationType.TOUGH
    ]  # fmt: skip
    assert hard
    for row in hard:
        made = sample.preparations.of(row.id)
        assert made is not None
        assert made.facts
        assert made.yardsticks
        assert made.words.effect


def test_what_is_planned_is_on_the_list_of_a_talk_still_ahead(sample: Workspace) -> None:
    found = sample.ledger.db.execute(
        "SELECT id FROM observation WHERE share_state = 'planned'"
    ).fetchall()
    assert found
    for (identity,) in found:
        note = sample.notes.get(NoteId(UUID(bytes=identity)))
        assert note.planned_in is not None
        talk = sample.talks.get(note.planned_in)
        assert talk.held_on is None
        assert note.planned_for == talk.planned_on
        assert note.id in sample.talks.notes_of(talk.id)[NoteRole.TO_SAY]


def test_promises_have_come_to_every_end_and_few_are_open(sample: Workspace) -> None:
    lists = sample.promises.lists()
    ends = {promise.state for promise in lists.kept}
    assert {PromiseState.KEPT, PromiseState.KEPT_LATE} <= ends
    for promise in (*lists.mine, *lists.theirs):
        assert promise.due_on is not None
        assert promise.due_on >= TODAY - timedelta(days=6) or promise.is_untold
    for promise in lists.kept:
        assert promise.ended_on is not None
        assert promise.made_on < promise.ended_on <= TODAY
        assert (promise.state is PromiseState.KEPT) <= (
            promise.due_on is not None and promise.ended_on <= promise.due_on
        )


def test_threads_close_only_with_a_sentence(sample: Workspace) -> None:
    for row in sample.threads.list():
        thread = sample.threads.get(row.id)
        assert (thread.closed_on is None) == (thread.words.better_now == "")
        assert thread.steps[-1].state is thread.state


def test_every_yardstick_was_named_to_everybody(sample: Workspace) -> None:
    found = sample.yardsticks.list()
    assert len(found) == 7
    assert all(len(entry.people) == 8 for entry in found)
    assert any(known.on for entry in found for known in entry.people)


def test_one_seed_makes_the_same_talks_and_another_does_not(
    new_vault: Callable[[], Workspace],
) -> None:
    told: list[Any] = []
    for seed in (4, 4, 5):
        workspace = new_vault()
        Sample(people=3, notes=60, seed=seed, today=TODAY).write(workspace)
        told.append(everything(workspace))
    assert told[0] == told[1]
    assert told[0] != told[2]


def test_every_paper_is_sealed_and_found(sample: Workspace) -> None:
    assert record_check.check_record(sample.ledger.db)[1] == []
    found = sample.ledger.db.execute(
        "SELECT count(*) FROM paper_search WHERE paper_search MATCH 'proud'"
    ).fetchone()
    assert found[0] > 0


def test_s41_the_seed_fills_each_column(sample: Workspace) -> None:
    today = sample.today.today()
    assert today.thank.cards
    assert today.help.cards
    assert today.raise_.cards
    assert today.i_owe.cards
    assert any(talk.on for talk in today.one_on_ones)
