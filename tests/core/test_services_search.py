"""Searching: words, filters, order, previews; and no word can break the query."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    SearchHit,
    Sensitivity,
    ShareState,
)
from managernotes.domain.person import NewPerson
from managernotes.domain.search_query import SearchQuery
from managernotes.domain.timeline import NoteFilter
from managernotes.errors import AmbiguousPersonError, UnknownPersonError
from managernotes.storage.note_search import newest_sql
from managernotes.storage.note_selection import select_notes
from tests.core.office import NOON, Office

TODAY = NOON.date()
ANY_TEXT = st.text()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("shared"))
    office.notes.add(NewObservation(text=NoteText(fact="a note"), occurred_on=TODAY))
    yield office
    office.close()


def _add(office: Office, fact: str = "", **parts: str) -> NoteId:
    text = NoteText(fact=fact, **parts)
    return office.notes.add(NewObservation(text=text, occurred_on=TODAY)).id


def _ids(hits: list[SearchHit]) -> list[NoteId]:
    return [hit.id for hit in hits]


def _marked(hit: SearchHit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def test_every_word_of_a_note_is_found_without_regard_to_case_and_accents(
    office: Office,
) -> None:
    note = _add(office, "Ran the Rollbäck", title="Café", effect="Trust", my_reading="Ready")
    office.notes.change(note, tags=["incident"])
    for word in ("rollback", "CAFE", "trust", "ready", "Incident"):
        assert _ids(office.search.search(SearchQuery(words=(word,)))) == [note], word
    assert not office.search.search(SearchQuery(words=("roll",)))


def test_all_of_it_must_be_found(office: Office) -> None:
    both = _add(office, "calm rollback in spring", effect="performance")
    _add(office, "rollback calm")
    query = SearchQuery(words=("rollback",), phrases=("calm rollback",), prefixes=("per", "sp"))
    assert _ids(office.search.search(query)) == [both]
    assert not office.search.search(
        SearchQuery(words=("rollback",), phrases=("calm rollback",), without=("spring",))
    )


def test_the_newest_comes_first_whatever_the_order_of_writing(office: Office) -> None:
    days = [3, 1, 2, 1]
    ids = [
        office.notes.add(
            NewObservation(
                text=NoteText(fact="release"), occurred_on=TODAY - timedelta(days=days_ago)
            )
        ).id
        for days_ago in days
    ]
    expected = [ids[3], ids[1], ids[2], ids[0]]
    assert _ids(office.search.search(SearchQuery(words=("release",)))) == expected
    assert _ids(office.search.search(SearchQuery(words=("release",)), limit=2)) == expected[:2]


def test_the_preview_shows_the_found_words_and_where_they_are(office: Office) -> None:
    _add(office, "one two three\nfour " * 30 + "the Rollbäck ran\tcalmly " + "five six " * 30)
    [hit] = office.search.search(SearchQuery(words=("rollback",), prefixes=("calm",)))
    assert _marked(hit) == ["Rollbäck", "calmly"]
    assert "the Rollbäck ran calmly five" in hit.snippet
    assert hit.snippet.startswith("…")
    assert "\n" not in hit.snippet


def test_the_preview_never_comes_from_the_private_reading(office: Office) -> None:
    _add(office, "Ran the release", my_reading="maybe burned out")
    [hit] = office.search.search(SearchQuery(words=("burned",)))
    assert (hit.snippet, hit.marks) == ("Ran the release", ())


def test_a_restricted_note_is_found_without_a_preview(office: Office) -> None:
    new = NewObservation(
        text=NoteText(fact="about the complaint"),
        occurred_on=TODAY,
        sensitivity=Sensitivity.RESTRICTED,
    )
    note = office.notes.add(new).id
    for query in (SearchQuery(words=("complaint",)), SearchQuery(kinds=(Kind.LOOSE,))):
        for [hit] in (office.search.search(query), office.search.ranked(query)):
            assert (hit.id, hit.snippet, hit.marks, hit.restricted) == (note, "", (), True)


def test_a_hit_tells_what_a_list_shows(office: Office) -> None:
    dana = office.people.add(NewPerson(display_name="Dana Whitfield")).id
    new = NewObservation(
        text=NoteText(fact="Ran the rollback"), kind=Kind.WIN, people=(dana,),
        occurred_on=TODAY - timedelta(days=1), tags=("incident",),
    )  # fmt: skip
    office.notes.mark_shared(office.notes.add(new).id, TODAY)
    [hit] = office.search.search(SearchQuery(words=("rollback",)))
    assert (hit.kind, hit.people, hit.tags) == (Kind.WIN, (dana,), ("incident",))
    assert hit.occurred_on == TODAY - timedelta(days=1)
    assert (hit.share_state, hit.shared_on) == (ShareState.SHARED, TODAY)


def test_filters_alone_list_notes_by_how_they_begin(office: Office) -> None:
    note = _add(office, "Ran the rollback\nand more", title="")
    office.notes.change(note, tags=["incident"])
    [hit] = office.search.search(SearchQuery(tags=("Incident",)))
    assert (hit.id, hit.snippet, hit.marks) == (note, "Ran the rollback and more", ())
    assert office.search.ranked(SearchQuery(tags=("incident",))) == [hit]
    assert not office.search.search(SearchQuery(tags=("incident",), without=("ran",)))
    assert not office.search.search(SearchQuery(tags=("never-used",)))


@pytest.mark.parametrize(
    "query",
    [
        SearchQuery(),
        SearchQuery(without=("rollback",)),
        SearchQuery(words=("…",)),
        SearchQuery(words=('"', "*", "()"), prefixes=("-",)),
    ],
)
def test_a_query_without_a_word_to_look_for_finds_nothing(
    office: Office, query: SearchQuery
) -> None:
    _add(office, "Ran the rollback … * () -")
    assert office.search.search(query) == []
    assert office.search.ranked(query) == []
    assert office.search.facets(query).total == 0


@pytest.mark.parametrize(
    "word",
    ['say "hi"', "AND", "NOT", "NEAR(a b)", "title:x", "a*b", "^x", "c++", "it's", "x\0y", "{a}",
     "on-call", "--", "a AND (b"],
)  # fmt: skip
def test_signs_of_the_index_language_are_only_words(office: Office, word: str) -> None:
    note = _add(office, f"before {word.replace(chr(0), ' ')} after")
    for query in (
        SearchQuery(words=("before", word)),
        SearchQuery(phrases=("before " + word,)),
        SearchQuery(words=("before",), prefixes=(word,)),
    ):
        assert _ids(office.search.search(query)) == [note]
    assert not office.search.search(SearchQuery(words=("before",), without=("after", word)))


@settings(max_examples=150)
@example(words=["\ud800x", "\0"], other=["\udfff"])
@given(words=st.lists(ANY_TEXT, max_size=4), other=st.lists(ANY_TEXT, max_size=3))
def test_no_word_breaks_the_query(shared: Office, words: list[str], other: list[str]) -> None:
    for query in (
        SearchQuery(words=tuple(words), without=tuple(other)),
        SearchQuery(phrases=tuple(words)),
        SearchQuery(prefixes=tuple(words), kinds=(Kind.WIN,), without=tuple(other)),
    ):
        shared.search.search(query)


def test_a_person_in_a_query_is_found_by_the_capture_lines_rules(office: Office) -> None:
    dana, _, maya = (
        office.people.add(NewPerson(display_name=name)).id
        for name in ("Dana Whitfield", "Dan Brown", "Maya Brown")
    )
    hers, both = (
        office.notes.add(
            NewObservation(text=NoteText(fact="release"), occurred_on=TODAY, people=who)
        ).id
        for who in ((dana,), (maya, dana))
    )
    _add(office, "release")
    release = ("release",)
    assert _ids(office.search.search(SearchQuery(words=release, persons=("dana",)))) == [
        both,
        hers,
    ]
    either = SearchQuery(words=release, persons=("whit", "maya"))
    assert _ids(office.search.search(either)) == [both, hers]
    with pytest.raises(AmbiguousPersonError):
        office.search.search(SearchQuery(persons=("brown",)))
    with pytest.raises(UnknownPersonError):
        office.search.search(SearchQuery(persons=("zoe",)))


def test_ranking_puts_the_title_above_a_mention(office: Office) -> None:
    titled = _add(office, "what happened", title="Rollback")
    mentioned = _add(office, "a rollback was mentioned among much else " * 3)
    query = SearchQuery(words=("rollback",))
    assert _ids(office.search.search(query)) == [mentioned, titled]
    ranked = office.search.ranked(query)
    assert _ids(ranked) == [titled, mentioned]
    assert _marked(ranked[0]) == ["Rollback"]
    assert _ids(office.search.ranked(query, limit=1)) == [titled]


def test_ranking_looks_at_the_newest_thousand(office: Office) -> None:
    old = NewObservation(
        text=NoteText(title="rollback", fact="x"), occurred_on=TODAY - timedelta(days=9)
    )
    office.notes.add(old)
    often = NewObservation(text=NoteText(fact="a rollback among words"), occurred_on=TODAY)
    ids = office.notes.add_many([often] * 1_000)
    ranked = office.search.ranked(SearchQuery(words=("rollback",)), limit=5)
    assert _ids(ranked) == ids[:-6:-1]


def test_facets_count_everything_that_is_found(office: Office) -> None:
    dana, maya = (office.people.add(NewPerson(display_name=name)).id for name in ("Dana", "Maya"))
    for kind, people in [
        (Kind.WIN, (dana, maya)), (Kind.WIN, (dana,)), (Kind.CONTEXT, (maya,)), (Kind.LOOSE, ()),
    ]:  # fmt: skip
        office.notes.add(
            NewObservation(
                text=NoteText(fact="release"), kind=kind, people=people, occurred_on=TODAY
            )
        )
    office.notes.bin(_add(office, "release"))
    facets = office.search.facets(SearchQuery(words=("release",)))
    assert facets.total == 4
    assert facets.kinds == {Kind.WIN: 2, Kind.CONTEXT: 1, Kind.LOOSE: 1}
    assert facets.people == {dana: 2, maya: 2}
    assert facets.share_states == {ShareState.UNSAID: 2}


WORDS = ("release", "releases", "calm", "calmly", "team")
KINDS = (Kind.WIN, Kind.CONCERN, Kind.LOOSE)


@dataclass(frozen=True)
class Made:
    """One note of a hypothetical vault."""

    words: tuple[str, ...]
    days_ago: int
    kind: Kind
    people: frozenset[int]
    tags: tuple[str, ...]


MADE = st.builds(
    Made,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(tuple),
    st.integers(0, 4),
    st.sampled_from(KINDS),
    st.frozensets(st.integers(0, 2), max_size=2),
    st.lists(st.sampled_from(["red", "blue"]), unique=True).map(tuple),
)
ASKED = st.builds(
    SearchQuery,
    words=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    prefixes=st.lists(st.sampled_from(["re", "cal", "calml", "x"]), max_size=1).map(tuple),
    without=st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
    persons=st.lists(st.sampled_from(["P0", "P1", "P2"]), max_size=2).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(["red", "blue"]), max_size=2).map(tuple),
    after=st.none() | st.integers(0, 4).map(lambda n: TODAY - timedelta(days=n)),
    before=st.none() | st.integers(-1, 4).map(lambda n: TODAY - timedelta(days=n)),
)


@settings(max_examples=30)
@given(made=st.lists(MADE, max_size=20), asked=st.lists(ASKED, min_size=1, max_size=8))
def test_finds_the_same_as_looking_through_all_notes(
    made: list[Made], asked: list[SearchQuery]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        people = office.people.add_many([NewPerson(display_name=f"P{n}") for n in range(3)])
        ids = office.notes.add_many(
            NewObservation(
                text=NoteText(fact=" ".join(note.words)),
                kind=note.kind,
                people=tuple(people[n].id for n in sorted(note.people)),
                tags=note.tags,
                occurred_on=TODAY - timedelta(days=note.days_ago),
            )
            for note in made
        )
        for query in asked:
            places = [
                (-note.days_ago, place) for place, note in enumerate(made) if _fits(note, query)
            ]
            expected = [ids[place] for _, place in sorted(places, reverse=True)]
            assert _ids(office.search.search(query)) == expected
            assert set(_ids(office.search.ranked(query))) == set(expected)
            assert office.search.facets(query).total == len(expected)
        office.close()


def _fits(note: Made, query: SearchQuery) -> bool:
    day = TODAY - timedelta(days=note.days_ago)
    indexed = {*note.words, *note.tags}
    return (
        not query.is_empty
        and set(query.words) <= indexed
        and all(any(word.startswith(p) for word in indexed) for p in query.prefixes)
        and not set(query.without) & set(note.words)
        and (not query.persons or any(f"P{n}" in query.persons for n in note.people))
        and (not query.kinds or note.kind in query.kinds)
        and set(query.tags) <= set(note.tags)
        and (query.after is None or day >= query.after)
        and (query.before is None or day < query.before)
    )


def test_hits_are_chosen_without_sorting_and_without_the_words(office: Office) -> None:
    dana = office.people.add(NewPerson(display_name="Dana")).id
    office.notes.add(NewObservation(text=NoteText(fact="team"), occurred_on=TODAY, tags=("red",)))
    wanted = NoteFilter(
        people=(dana,), kinds=(Kind.WIN,), tags=("red",), since=date(2026, 1, 1), until=TODAY
    )
    for match in ('"team"', ""):
        selection = select_notes(office.db, wanted, match)
        assert selection is not None
        values = {**selection.params, "limit": 50, "opens": "", "closes": ""}
        plan = "\n".join(
            row["detail"]
            for row in office.db.execute(f"EXPLAIN QUERY PLAN {newest_sql(selection)}", values)
        )
        assert "SEARCH o USING INTEGER PRIMARY KEY" in plan
        assert "observation_record" not in plan
        assert "TEMP B-TREE" not in plan
        assert ("SCAN observation_search VIRTUAL TABLE" in plan) == bool(match)
