"""Roles over a real vault: their levels, their purposes, and who is in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from managernotes.domain.person import PersonStatus
from managernotes.domain.role import Role
from managernotes.errors import InvalidInputError
from managernotes.storage import record_check
from tests.core.office import Office
from tests.core.standards_office import expected, in_role


def rows(office: Office) -> list[tuple[str, str | None, int]]:
    return [(one.title, one.level, len(one.people)) for one in office.roles.list()]


def test_a_role_stands_there_once_for_each_of_its_levels(office: Office) -> None:
    raj = in_role(office, "Raj", "Engineer", "Staff")
    ana = in_role(office, "Ana", "engineer", "staff")
    in_role(office, "Zoe", "Engineer", "Senior")
    in_role(office, "Max", "Designer")
    expected(office, "Hands over", "Engineer")
    expected(office, "Grows others", "Engineer", "Principal")
    assert rows(office) == [
        ("Designer", None, 1),
        ("Engineer", None, 0),
        ("Engineer", "Principal", 0),
        ("Engineer", "Senior", 1),
        ("Engineer", "staff", 2),
    ]
    assert office.roles.list()[-1].people == (ana, raj), "A-Z"


def test_who_has_left_is_in_no_role_and_an_unused_title_is_not_listed(office: Office) -> None:
    gone, binned = in_role(office, "Ana"), in_role(office, "Raj", "Desinger")
    office.people.edit(replace(office.people.get(gone), status=PersonStatus.LEFT))
    office.people.bin(binned)
    assert rows(office) == []


def test_a_purpose_is_kept_with_its_versions_and_its_seal(office: Office) -> None:
    in_role(office, "Ana", level="Senior")
    office.roles.set_purpose(" engineer ", "Nights are calm")
    office.clock.advance(hours=1)
    office.roles.set_purpose("Engineer", "Nights and days are calm")
    [role] = office.roles.list()
    assert (role.level, role.purpose) == ("Senior", "Nights and days are calm")
    assert record_check.check_record(office.db)[1] == []
    kept = office.db.execute("SELECT count(*) FROM revision").fetchone()
    assert kept[0] == 1


def test_a_role_may_have_a_purpose_before_anybody_is_in_it(office: Office) -> None:
    office.roles.set_purpose("Lead", "Grows the others")
    office.roles.set_purpose("Scribe", "  ")
    assert office.roles.list() == (
        Role(title="Lead", level=None, purpose="Grows the others", people=()),
    )


@pytest.mark.parametrize("title", ["", "  ", "x" * 121])
def test_a_role_without_a_fitting_title_is_refused(office: Office, title: str) -> None:
    with pytest.raises(InvalidInputError):
        office.roles.set_purpose(title, "Something")
    assert office.roles.list() == ()
