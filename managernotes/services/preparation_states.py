"""Calling a talk prepared: with every must done, or with one sentence that says why without."""

from __future__ import annotations

from dataclasses import replace

from managernotes.domain.identity import PreparationId
from managernotes.domain.preparation import Preparation
from managernotes.errors import InvalidInputError
from managernotes.services import overdue, preparation_standing
from managernotes.services.note_rules import checked_words
from managernotes.services.preparation_beginning import PreparationBeginning
from managernotes.services.preparation_view import PreparationView, view_of


class PreparationStates(PreparationBeginning):
    """Gives and takes the label "prepared"."""

    def mark_prepared(self, identity: PreparationId) -> Preparation:
        """Say that the talk is prepared; InvalidInputError names the musts that are open."""
        with self._ledger.db.transaction():
            view = view_of(self._ledger, self.get(identity))
            _refuse(view.open_sentences(overridden=False))
            if view.preparation.words.override:
                self._save_words(identity, replace(view.preparation.words, override=""))
            return self._made_ready(identity, view)

    def override(self, identity: PreparationId, sentence: str) -> Preparation:
        """Go on with something open, for a reason in one sentence that the card shows.

        InvalidInputError without a sentence, and where none helps: no offer of help (S39), HR
        not asked about something grave, a plan without what goes before it (INV-21).
        """
        with self._ledger.db.transaction():
            return self._overridden(identity, sentence)

    def refresh_stale(self) -> int:
        """Take back to its draft what was prepared over fourteen days ago; return how many."""
        if not overdue.has_stale(self._ledger):
            return 0
        with self._ledger.db.transaction():
            return preparation_standing.refresh_stale(self._ledger)

    def _overridden(self, identity: PreparationId, sentence: str) -> Preparation:
        said = checked_words(sentence).strip()
        if not said:
            raise InvalidInputError("Going on without is a decision.", "Say in one sentence why.")
        view = view_of(self._ledger, self.get(identity))
        _refuse(view.open_sentences(overridden=True))
        self._save_words(identity, replace(view.preparation.words, override=said))
        return self._made_ready(identity, view)

    def _made_ready(self, identity: PreparationId, view: PreparationView) -> Preparation:
        preparation_standing.made_ready(self._ledger, self.get(identity), view.talk)
        return self.get(identity)


def _refuse(wanted: tuple[str, ...]) -> None:
    if wanted:
        raise InvalidInputError(
            "This talk is not prepared yet; what you wrote is kept.", " ".join(wanted)
        )
