"""The roles of the team and their levels: what each is there for, and who is in it (S27)."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.folding import folded
from managernotes.domain.role import Role, RolePurposeWords
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.person_rules import checked_line
from managernotes.storage import role_levels
from managernotes.storage.papers import Sort
from managernotes.storage.role_levels import InRole
from managernotes.storage.roles import role_key


class RolesService:
    """What can be done with roles; a role is made by the first person or expectation in it."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def list(self) -> tuple[Role, ...]:
        """Return each role on each of its levels, A-Z, without a level first.

        A role that nobody is in, nothing is expected in and nothing was said of is left out.
        """
        db = self._ledger.db
        purposes, every = role_levels.purposes(db), role_levels.in_roles(db)
        found: list[Role] = []
        for key, title in role_levels.titles(db).items():
            here = [one for one in every if one.role == key]
            purpose = purposes.get(key, "")
            if purpose and not here:
                here = [InRole(key, None, None)]
            found.extend(_levels(title, purpose, here))
        return tuple(found)

    def set_purpose(self, title: str, purpose: str) -> None:
        """Say what a role is there for; the words before are kept.

        InvalidInputError without a title.
        """
        words = RolePurposeWords(purpose=checked_words(purpose))
        stored, db = role_levels.to_json(words), self._ledger.db
        name = checked_role(title)
        with db.transaction():
            role = role_key(db, name, self._ledger.device, self._ledger.now())
            known = role_levels.purpose_id(db, role)
            if known is not None:
                self._papers.save(known, stored, words.purpose)
            elif words.purpose.strip():
                _, number = self._papers.add(Sort.ROLE_PURPOSE, stored, words.purpose)
                role_levels.insert_purpose(db, number, role)


def checked_role(title: str) -> str:
    """Return a role's title in single spaces; InvalidInputError when it is empty or long."""
    name = checked_line(title, "A role")
    if name is None:
        raise InvalidInputError("A role needs a title.", "Type what the role is called.")
    return name


def _levels(title: str, purpose: str, here: Iterable[InRole]) -> Iterable[Role]:
    """Yield a role for each level, however a level is spelled."""
    levels: dict[str, list[InRole]] = {}
    for one in here:
        levels.setdefault(folded(one.level or ""), []).append(one)
    for name in sorted(levels):
        people = tuple(one.person for one in levels[name] if one.person)
        level = levels[name][0].level if name else None
        yield Role(title=title, level=level, purpose=purpose, people=people)
