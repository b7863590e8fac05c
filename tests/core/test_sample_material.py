"""Tests of the sample's material as shipped: every trade can tell every scene."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from managernotes.domain.observation import Kind
from managernotes.resources import resource_folder
from managernotes.services.sample_grammar import Sentences, seeded
from managernotes.services.sample_material import (
    Material,
    Scene,
    Trade,
    read_material,
)
from managernotes.services.sample_setting import NoteSetting

FEWEST_SCENES = 2


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material(resource_folder("sample"))


def every_fragment(scene: Scene, trade: Trade) -> list[str]:
    setting = NoteSetting("Ada", ("Bo", "Cy"), date(2026, 6, 3), (8, 18), seeded(1))
    groups = (
        scene.titles,
        scene.shorts,
        scene.facts,
        scene.more,
        scene.effects,
        scene.readings,
        scene.points,
        scene.said,
        scene.look,
        scene.details,
    )
    return [
        Sentences((scene.words, trade.words), setting, seeded(seed)).fill(fragment)
        for seed, fragment in enumerate(chain.from_iterable(groups))
    ]


def test_brings_eight_trades_with_their_teams(material: Material) -> None:
    assert len(material.trades) == 8
    assert len({trade.name for trade in material.trades}) == 8
    assert all(len(trade.teams) >= 4 for trade in material.trades)


def test_has_scenes_of_every_kind_in_every_team(material: Material) -> None:
    for trade in material.trades:
        for team in trade.teams:
            for kind in Kind:
                scenes = team.scenes[kind]
                assert len({scene.facts for scene in scenes}) >= FEWEST_SCENES, (team.name, kind)
                assert all(scene.shorts and scene.facts for scene in scenes)


def test_fills_every_fragment_in_every_trade(material: Material) -> None:
    for trade in material.trades:
        for team in trade.teams:
            for scene in chain.from_iterable(team.scenes.values()):
                for text in every_fragment(scene, trade):
                    assert "{" not in text
                    assert "}" not in text
                    assert text == text.strip()


def test_has_names_for_two_hundred_people_without_using_a_given_name_twice(
    material: Material,
) -> None:
    given = list(chain.from_iterable(group.given for group in material.names))
    assert len(given) == len(set(given))
    assert len(material.names) >= 12
    assert sum(len(group.given) for group in material.names) >= 160


def test_keeps_a_scene_to_the_teams_it_can_happen_in(material: Material) -> None:
    [hospitality] = [trade for trade in material.trades if trade.name == "hospitality"]
    by_name = {team.name: team for team in hospitality.teams}
    own = {scene.facts for scene in by_name["Kitchen"].scenes[Kind.CONCERN]}
    others = {scene.facts for scene in by_name["Front office"].scenes[Kind.CONCERN]}
    assert own > others


def test_names_the_second_person_in_every_short_form_of_a_note_about_two(
    material: Material,
) -> None:
    teams = [team for trade in material.trades for team in trade.teams]
    pairs = {
        scene.facts: scene
        for team in teams
        for scene in chain.from_iterable(team.scenes.values())
        if scene.pair
    }
    assert pairs
    for scene in pairs.values():
        for fragment in (*scene.shorts, *scene.facts):
            assert "peer" in {slot for _before, slot, _capital, _bare in fragment.parts}
