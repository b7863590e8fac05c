"""What expectations and values say: checked before they are stored, and every version kept."""

from __future__ import annotations

from dataclasses import fields

from managernotes.domain.identity import YardstickId
from managernotes.domain.yardstick import CopyWords, YardstickWords
from managernotes.domain.yardstick_versions import Version, last_of_each_day
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.storage import papers, revisions
from managernotes.storage import yardsticks as storage_yardsticks


def checked_yardstick(words: YardstickWords) -> YardstickWords:
    """Return words as they can be stored; InvalidInputError without a name."""
    if not words.title.strip():
        raise InvalidInputError(
            "An expectation or a value needs a name.", "Say in a few words what is expected."
        )
    parts = {part.name: checked_words(getattr(words, part.name)) for part in fields(words)}
    return YardstickWords(**parts)


def checked_copy(words: CopyWords) -> CopyWords:
    """Return a copy's words as they can be stored; InvalidInputError when they cannot."""
    return CopyWords(
        local_note=checked_words(words.local_note),
        in_their_words=checked_words(words.in_their_words),
    )


def reword(
    ledger: Ledger,
    writing: PaperWriting,
    identity: YardstickId,
    words: YardstickWords,
    expected_revision: int | None,
) -> None:
    """Store changed words within a transaction; what held on a day before is always kept."""
    present = papers.paper(ledger.db, papers.key_of(ledger.db, identity))
    writing.save(
        identity,
        storage_yardsticks.to_json(words),
        storage_yardsticks.plain(words),
        expected_revision,
        anew=present.text_saved_at.date() < ledger.today(),
    )


def versions(ledger: Ledger, identity: YardstickId) -> tuple[Version, ...]:
    """Return every version that is kept, newest first, each with the day it holds from."""
    db = ledger.db
    present = papers.paper(db, papers.key_of(db, identity))
    return last_of_each_day(
        [
            (present.text_saved_at.date(), storage_yardsticks.words_of(present.words)),
            *(
                (one.saved_at.date(), storage_yardsticks.words_of(one.body))
                for one in revisions.kept(db, identity)
            ),
        ]
    )
