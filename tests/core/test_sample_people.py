"""Tests of the sample's people: told apart, in teams, with an alias each."""

from __future__ import annotations

from datetime import date

import pytest

from managernotes.domain.folding import folded
from managernotes.errors import InvalidInputError
from managernotes.resources import resource_folder
from managernotes.services.person_rules import checked_person
from managernotes.services.sample_grammar import seeded
from managernotes.services.sample_material import Material, read_material
from managernotes.services.sample_people import Member, make_people

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material(resource_folder("sample"))


def people(material: Material, count: int, seed: int = 1) -> list[Member]:
    return make_people(material, count, TODAY, seeded(seed))


def test_makes_two_hundred_people_who_can_be_told_apart(material: Material) -> None:
    everybody = people(material, 200)
    assert len({folded(member.person.display_name) for member in everybody}) == 200
    assert len({member.person.alias for member in everybody}) == 200
    for member in everybody:
        assert checked_person(member.person) == member.person


def test_calls_a_small_team_by_given_names_alone(material: Material) -> None:
    everybody = people(material, 30)
    assert len({member.called for member in everybody}) == 30
    assert all(member.person.alias == folded(member.called) for member in everybody)


def test_keeps_a_role_to_its_team_and_a_team_to_its_trade(material: Material) -> None:
    for member in people(material, 120):
        assert member.team in member.trade.teams
        assert member.person.team == member.team.name
        assert member.person.role in member.team.roles


def test_brings_two_trades_into_a_small_vault_and_all_into_a_large_one(
    material: Material,
) -> None:
    assert len({member.trade.name for member in people(material, 8)}) == 2
    assert len({member.trade.name for member in people(material, 60)}) == 8


def test_lets_most_have_been_here_for_years_and_some_come_during_the_year(
    material: Material,
) -> None:
    came = [member.started_on for member in people(material, 200)]
    assert max(came) < TODAY
    newcomers = sum((TODAY - day).days < 365 for day in came)
    assert 5 < newcomers < 50


def test_makes_the_same_people_from_the_same_seed(material: Material) -> None:
    assert people(material, 40, 7) == people(material, 40, 7)
    assert people(material, 40, 7) != people(material, 40, 8)


def test_refuses_more_people_than_there_are_names(material: Material) -> None:
    with pytest.raises(InvalidInputError, match="at most"):
        people(material, 100_000)
