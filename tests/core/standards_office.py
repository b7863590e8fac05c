"""Short ways to people in a role, and to what is expected of it, for tests over a real vault."""

from __future__ import annotations

from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson
from managernotes.domain.yardstick import Scope, Yardstick, YardstickKind, YardstickWords
from tests.core.office import Office

ENGINEER = "Engineer"


def in_role(
    office: Office, name: str, role: str | None = ENGINEER, level: str | None = None
) -> PersonId:
    """Add somebody in a role."""
    return office.people.add(NewPerson(display_name=name, role=role, level=level)).id


def expected(
    office: Office, title: str, role: str | None = ENGINEER, level: str | None = None
) -> Yardstick:
    """Store an expectation of a role."""
    scope = Scope(role=role, level=level)
    return office.yardsticks.add(YardstickKind.EXPECTATION, YardstickWords(title=title), (), scope)


def titles(found: tuple[Yardstick, ...]) -> list[str]:
    """Return what these are called."""
    return [one.words.title for one in found]
