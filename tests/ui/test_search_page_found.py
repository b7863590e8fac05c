"""What a search finds and counts, on a real vault, with ticks and without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText, ShareState
from managernotes.domain.search_query import SearchQuery
from managernotes_ui.search import found
from managernotes_ui.search.found import Found, Ticks, count, look_for
from tests.ui.note_bench import Bench, note_bench

RUN = SearchQuery(prefixes=("run",))


@pytest.fixture
def vault(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """Open a vault with four notes about running: Dana two, both one, nobody one."""
    with note_bench(qtbot, tmp_path) as bench:
        bench.note(NoteText(fact="run one"), kind=Kind.WIN)
        bench.note(NoteText(fact="run two"), kind=Kind.CONCERN)
        bench.note(NoteText(fact="run both"), kind=Kind.WIN, people=(bench.dana, bench.arjun))
        bench.note(NoteText(fact="run alone"), kind=Kind.LESSON, people=())
        bench.note(NoteText(fact="walk"), kind=Kind.WIN)
        yield bench


def look(vault: Bench, ticks: Ticks, query: SearchQuery = RUN) -> Found:
    """Search as the page does."""
    names = {who.id: who.display_name for who in (vault.dana, vault.arjun)}
    seen = vault.ask(lambda w: look_for(w, query, ticks, names))
    if seen.is_counted:
        return seen
    return vault.ask(lambda w: count(w, query, ticks, names, seen))


def fill(vault: Bench, notes: int) -> None:
    """Write many more notes about running: every other one a win, all of them Dana's."""
    first = date(2020, 1, 1)
    new = [
        NewObservation(
            text=NoteText(fact=f"run {number}"),
            kind=Kind.WIN if number % 2 else Kind.LESSON,
            people=(vault.dana.id,),
            occurred_on=first + timedelta(days=number % 300),
        )
        for number in range(notes)
    ]
    vault.ask(lambda w: w.notes.add_many(new))


def test_everything_is_counted_by_kind_person_and_state(vault: Bench) -> None:
    counts = look(vault, Ticks()).all
    assert counts.total == 4
    assert counts.kinds == {Kind.WIN: 2, Kind.CONCERN: 1, Kind.LESSON: 1}
    assert counts.people == {vault.dana.id: 3, vault.arjun.id: 1, None: 1}
    assert counts.states == {ShareState.UNSAID: 3}


def test_ticks_of_one_group_mean_any_and_of_two_groups_both(vault: Bench) -> None:
    ticks = Ticks().toggled(Kind.WIN).toggled(Kind.LESSON)
    assert look(vault, ticks).kept.total == 3
    assert look(vault, ticks.toggled(vault.arjun.id)).kept.total == 1


def test_no_one_named_can_be_ticked(vault: Bench) -> None:
    [hit] = look(vault, Ticks().toggled(None)).hits
    assert hit.snippet == "run alone"


def test_counts_of_what_is_there_do_not_change_with_the_ticks(vault: Bench) -> None:
    ticked = look(vault, Ticks().toggled(Kind.LESSON))
    assert ticked.all == look(vault, Ticks()).all
    assert ticked.kept.people == {None: 1}


def test_a_tick_is_taken_off_by_the_same_hand() -> None:
    assert Ticks().toggled(Kind.WIN).toggled(Kind.WIN) == Ticks()


def test_with_more_than_is_read_the_vault_counts(vault: Bench) -> None:
    fill(vault, found.MOST + 50)
    seen = look(vault, Ticks())
    assert len(seen.hits) == found.MOST
    assert seen.all.total == found.MOST + 54
    assert seen.kept.people[vault.dana.id] == found.MOST + 53
    assert None not in seen.kept.people


def test_with_more_than_is_read_ticks_of_kind_and_person_still_count_all(vault: Bench) -> None:
    fill(vault, 2 * found.MOST_TICKED + 100)
    seen = look(vault, Ticks().toggled(Kind.WIN))
    assert {hit.kind for hit in seen.hits} == {Kind.WIN}
    assert seen.kept.total == found.MOST_TICKED + 50 + 2
    assert seen.looked_at is None
    people = look(vault, Ticks().toggled(vault.arjun.id))
    assert people.kept.total == 1


def test_ticks_that_only_the_newest_were_tried_on_say_so(vault: Bench) -> None:
    fill(vault, 2 * found.MOST_TICKED + 100)
    seen = look(vault, Ticks().toggled(ShareState.UNSAID))
    assert seen.looked_at == found.MOST_TICKED
    assert all(hit.share_state is ShareState.UNSAID for hit in seen.hits)


def test_a_person_in_the_line_is_not_widened_by_a_ticked_one(vault: Bench) -> None:
    query = SearchQuery(prefixes=("run",), persons=("Dana Whitfield",))
    [hit] = look(vault, Ticks().toggled(vault.arjun.id), query).hits
    assert hit.snippet == "run both"


def test_somebody_who_is_gone_from_the_list_is_not_asked_for(vault: Bench) -> None:
    ticks = Ticks(people=frozenset({PersonId(vault.note(NoteText(fact="x")))}))
    assert look(vault, ticks).kept.total == 0
