"""Finding notes again, and what is beside them: while typing, ranked, counted for tick boxes."""

from __future__ import annotations

from datetime import timedelta

from managernotes.domain.found_paper import FoundPaper
from managernotes.domain.observation import SearchHit
from managernotes.domain.search_facets import SearchFacets
from managernotes.domain.search_query import SearchQuery
from managernotes.domain.timeline import NoteFilter
from managernotes.services.ledger import Ledger
from managernotes.storage import note_search, paper_search, people
from managernotes.text.capture_people import find_person


class SearchService:
    """Answers queries; UnknownPersonError or AmbiguousPersonError for a person in one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def search(self, query: SearchQuery, limit: int = 50) -> list[SearchHit]:
        """Return the newest hits; nothing for an empty query."""
        return note_search.newest(self._ledger.db, query, self._filter(query), limit)

    def ranked(self, query: SearchQuery, limit: int = 50) -> list[SearchHit]:
        """Return the best of the thousand newest hits, best first."""
        return note_search.ranked(self._ledger.db, query, self._filter(query), limit)

    def papers(self, query: SearchQuery, limit: int = 3) -> list[FoundPaper]:
        """Return the newest talks, promises and other papers that hold the words, some of each.

        A query that asks for a person, a kind, a tag or days is about notes and finds none.
        """
        if query.is_narrowed:
            return []
        return paper_search.found(self._ledger.db, query, limit)

    def facets(self, query: SearchQuery) -> SearchFacets:
        """Return how many notes are found in all, by kind, person and share state."""
        return note_search.facets(self._ledger.db, query, self._filter(query))

    def _filter(self, query: SearchQuery) -> NoteFilter:
        everybody = people.people(self._ledger.db) if query.persons else []
        meant = [find_person(name, everybody).id for name in query.persons]
        return NoteFilter(
            people=tuple(dict.fromkeys(meant)),
            kinds=query.kinds,
            tags=query.tags,
            since=query.after,
            until=query.before - timedelta(days=1) if query.before else None,
        )
