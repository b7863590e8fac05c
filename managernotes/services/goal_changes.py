"""What every verb on a goal has in common: read it, let a rule judge, store what differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from managernotes.domain.goal import Goal, GoalWords
from managernotes.domain.goal_rules import fallen_back
from managernotes.domain.identity import GoalId
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.storage import goals as storage_goals

Rule = Callable[[Goal], Goal]
"""A step of domain/goal_rules: the goal after it, or InvalidInputError."""


class GoalChanges:
    """Reads goals and changes them, each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def get(self, identity: GoalId) -> Goal:
        """Return one goal, in the bin or not; PaperNotFoundError when it was erased."""
        return storage_goals.goal(self._ledger.db, identity)

    def _changed(self, identity: GoalId, rule: Rule) -> Goal:
        """Store what a rule makes of a goal, and return it as it then is."""
        with self._ledger.db.transaction():
            return self._changed_within(identity, rule)

    def _changed_within(self, identity: GoalId, rule: Rule) -> Goal:
        db = self._ledger.db
        old = storage_goals.goal(db, identity)
        new = fallen_back(rule(old), self._ledger.today())
        if new == old:
            return old
        key = storage_goals.goal_key(db, identity)
        storage_goals.update(db, key, new)
        self._papers.touch(key)
        return storage_goals.goal(db, identity)


def checked_goal_words(words: GoalWords) -> GoalWords:
    """Return the words to store, the title on one line; InvalidInputError as in `checked_words`."""
    names = [part.name for part in fields(words)]
    checked = GoalWords(**{name: checked_words(getattr(words, name)) for name in names})
    return replace(
        checked, title=" ".join(checked.title.split()), unit=" ".join(checked.unit.split())
    )


def want_title(words: GoalWords) -> None:
    """Raise InvalidInputError when nobody could tell one goal from another."""
    if not words.title:
        raise InvalidInputError(
            "A goal needs a title; nothing was saved.", "Say in a few words what it is."
        )


def want_out_of_bin(goal: Goal) -> Goal:
    """Return a goal; InvalidInputError for one in the bin, where nobody would see what is new."""
    if goal.binned_at is not None:
        raise InvalidInputError(
            "This goal is in the bin; nothing was saved.", "Take it out of the bin first."
        )
    return goal
