"""Where the team is going: the present vision, and every one before it with its days (S09)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from managernotes.domain.identity import VisionLineId, new_uuid7
from managernotes.domain.vision import Vision, VisionLine, VisionWords
from managernotes.errors import EditConflictError, InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.storage import visions
from managernotes.storage.papers import Sort

_A_DAY = timedelta(days=1)


class VisionService:
    """What can be done with the vision; each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def now(self) -> Vision | None:
        """Return the present vision; None before the first."""
        present = visions.now(self._ledger.db)
        return present[2] if present else None

    def history(self) -> tuple[Vision, ...]:
        """Return every version, newest first."""
        return visions.history(self._ledger.db)

    def line(self, identity: VisionLineId) -> VisionLine | None:
        """Return a line of the present vision, or as it last stood in one before."""
        everywhere = [line for version in self.history() for line in version.words.lines]
        found = _first(everywhere, identity)
        return found or _first(visions.reworded_lines(self._ledger.db), identity)

    def save(
        self, text: str, lines: Sequence[VisionLine | str], expected_revision: int | None = None
    ) -> Vision:
        """Store the vision; a plain text among the lines is a new one, an empty line goes.

        On a later day than that on which the present one began, a new one begins and that one
        ends the day before; on the same day it is reworded. InvalidInputError when it says
        nothing or a line stands twice; EditConflictError when it is no longer what was read.
        """
        words, db = self._checked(text, lines), self._ledger.db
        today = self._ledger.today()
        stored, plain = visions.to_json(words), visions.plain(words)
        with db.transaction():
            present = visions.now(db)
            if present is None:
                self._begin(words, today)
            elif today <= present[2].valid_from:
                self._papers.save(present[1], stored, plain, expected_revision)
            elif expected_revision not in {None, present[2].revision}:
                raise EditConflictError
            elif words != present[2].words:
                visions.close(db, present[0], today - _A_DAY)
                self._papers.touch(present[0])
                self._begin(words, today)
            saved = visions.now(db)
            assert saved is not None
            return saved[2]

    def _begin(self, words: VisionWords, on: date) -> None:
        stored, plain = visions.to_json(words), visions.plain(words)
        _, number = self._papers.add(Sort.VISION, stored, plain)
        visions.insert(self._ledger.db, number, on)

    def _checked(self, text: str, lines: Sequence[VisionLine | str]) -> VisionWords:
        now = self._ledger.now()
        kept: list[VisionLine] = []
        for line in lines:
            said = checked_words(line if isinstance(line, str) else line.text)
            if said.strip():
                identity = VisionLineId(new_uuid7(now)) if isinstance(line, str) else line.id
                kept.append(VisionLine(id=identity, text=said))
        if len({line.id for line in kept}) < len(kept):
            raise InvalidInputError("A line of the vision stands twice.", "Leave one of them out.")
        words = VisionWords(text=checked_words(text), lines=tuple(kept))
        if not words.text.strip() and not words.lines:
            raise InvalidInputError("A vision needs some words.", "Say where the team is going.")
        return words


def _first(lines: Iterable[VisionLine], identity: VisionLineId) -> VisionLine | None:
    return next((line for line in lines if line.id == identity), None)
