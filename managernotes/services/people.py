"""The people a manager looks after: adding, changing, finding, and letting go."""

from __future__ import annotations

from collections.abc import Sequence

from managernotes.domain.identity import PersonId, new_uuid7
from managernotes.domain.person import (
    NewPerson,
    Person,
    PersonOverview,
    PersonRevision,
    PersonStatus,
    newly_added,
)
from managernotes.domain.record_chain import Act
from managernotes.errors import EditConflictError
from managernotes.services.ledger import Ledger
from managernotes.services.open_versions import OpenVersions
from managernotes.services.person_rules import check_unique, checked_person
from managernotes.services.talk_plans import TalkPlans
from managernotes.storage import bin as storage_bin
from managernotes.storage import people as storage_people
from managernotes.storage import person_versions
from managernotes.text.capture_people import find_person

_GONE = (PersonStatus.TRANSFERRED, PersonStatus.LEFT)


class PeopleService:
    """What can be done with people; each change one transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open_versions = OpenVersions[PersonId]()

    def list_people(self, *, include_gone: bool = False) -> list[Person]:
        """Return the team A-Z; with `include_gone` also who has left or moved on."""
        everybody = storage_people.people(self._ledger.db)
        return [who for who in everybody if include_gone or who.status not in _GONE]

    def binned(self) -> list[Person]:
        """Return the people in the bin, A-Z."""
        return storage_people.binned_people(self._ledger.db)

    def overview(self) -> list[PersonOverview]:
        """Return a row for everybody outside the bin, A-Z, with what they have not heard yet."""
        return storage_people.overview(self._ledger.db)

    def get(self, identity: PersonId) -> Person:
        """Return one person, in the bin or not; PersonNotFoundError when erased."""
        return storage_people.person(self._ledger.db, identity)

    def find(self, name: str) -> Person:
        """Return whom a name means, by the capture line's rules (DESIGN §4).

        UnknownPersonError or AmbiguousPersonError when it is not exactly one.
        """
        everybody = storage_people.people(self._ledger.db)
        meant = find_person(name, everybody).id
        return next(who for who in everybody if who.id == meant)

    def add(self, person: NewPerson) -> Person:
        """Store a new person; InvalidInputError or PersonExistsError, with nothing changed."""
        [added] = self.add_many([person])
        return added

    def add_many(self, people: Sequence[NewPerson]) -> list[Person]:
        """Store new people, all or none; InvalidInputError or PersonExistsError as in `add`."""
        db, now = self._ledger.db, self._ledger.now()
        added: list[Person] = []
        with db.transaction():
            others = storage_people.people(db)
            for person in map(checked_person, people):
                check_unique(person, others)
                new = newly_added(person, PersonId(new_uuid7(now)), now)
                storage_people.insert_person(db, new, self._ledger.device)
                others.append(new)
                added.append(new)
            return [storage_people.person(db, person.id) for person in added]

    def edit(self, person: Person) -> Person:
        """Store what was changed about a person.

        The version before is kept unless this session has just typed it (domain/revision_rule).

        EditConflictError when the person is no longer the revision that was read;
        InvalidInputError or PersonExistsError when it cannot be stored.
        """
        db, now = self._ledger.db, self._ledger.now()
        new = checked_person(person)
        with db.transaction():
            old = storage_people.person(db, person.id)
            if old.revision != person.revision:
                raise EditConflictError
            if new == old:
                return old
            check_unique(new, self._others(person.id))
            act = Act.AMENDED
            if not self._open_versions.go_on(
                person.id, now=now, current=old.revision, before=old.texts, after=new.texts
            ):
                person_versions.keep(db, old)
                act = Act.REVISED
            storage_people.update_person(db, new, self._ledger.device, now, act)
            return storage_people.person(db, person.id)

    def revisions(self, identity: PersonId) -> list[PersonRevision]:
        """Return the kept earlier versions of a person, newest first."""
        return person_versions.kept(self._ledger.db, identity)

    def bin(self, identity: PersonId) -> None:
        """Move a person to the bin, with the notes, talks and promises about nobody else.

        A note that stays was perhaps to be said in one of those talks: it is unsaid again.
        """
        db = self._ledger.db
        with db.transaction():
            if not storage_people.is_binned(db, identity):
                device, now = self._ledger.device, self._ledger.now()
                for gone in storage_bin.bin_person(db, identity, device, now):
                    TalkPlans(self._ledger).release(gone)

    def restore(self, identity: PersonId) -> None:
        """Take a person out of the bin, with all that went there with them.

        PersonExistsError when somebody is called so by now.
        """
        db = self._ledger.db
        with db.transaction():
            if storage_people.is_binned(db, identity):
                check_unique(storage_people.person(db, identity), self._others(identity))
                device, now = self._ledger.device, self._ledger.now()
                for back in storage_bin.restore_person(db, identity, device, now):
                    TalkPlans(self._ledger).take_back(back)

    def _others(self, identity: PersonId) -> list[Person]:
        return [who for who in storage_people.people(self._ledger.db) if who.id != identity]
