"""What is typed into the search field: words of the sample's own vocabulary, letter by letter."""

from __future__ import annotations

from managernotes.domain.search_query import SHORTEST_BEGINNING
from managernotes.services.workspace import Workspace
from managernotes.vault.connection import Connection

WORDS = 25
_SHORTEST_WORD = 4
_VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, observation_search, row)"
_BY_FREQUENCY = """
    SELECT term FROM temp.vocabulary
     WHERE length(term) >= :shortest AND term NOT GLOB '*[^a-z]*'
     ORDER BY doc DESC, term
"""


def words(workspace: Workspace) -> list[str]:
    """Return 25 words, from the most common to one of the rarest, in even steps of rarity.

    The rank doubles and doubles: common words are few and much typed, rare ones are many.
    """
    ranked = _ranked_words(workspace.ledger.db)
    step = (len(ranked) - 1) ** (1 / (WORDS - 1))
    ranks = (max(number, round(step**number) - 1) for number in range(WORDS))
    return [ranked[rank] for rank in ranks]


def typed(word: str) -> list[str]:
    """Return what stands in the field after each key, from the second letter on."""
    return [word[:length] for length in range(SHORTEST_BEGINNING, len(word) + 1)]


def keystrokes(workspace: Workspace) -> list[str]:
    """Return what stands in the field after each key of the 25 words."""
    return [beginning for word in words(workspace) for beginning in typed(word)]


def _ranked_words(db: Connection) -> list[str]:
    db.execute(_VOCABULARY)
    try:
        return [row[0] for row in db.execute(_BY_FREQUENCY, {"shortest": _SHORTEST_WORD})]
    finally:
        db.execute("DROP TABLE temp.vocabulary")
