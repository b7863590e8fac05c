"""The hot seat's replies come by chance from the chosen cards, three to five of them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.preparation import IfThen
from managernotes.practice.possible_replies import MOST_ROUNDS, draw, replies_to

SILENT = IfThen("they go silent", "I count to ten")
UNFAIR = IfThen("they say it is unfair", "I ask which part")
OWN = IfThen("they ask about the reorganisation", "I say what is decided")


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - which card comes is no secret


cards = st.lists(
    st.builds(
        IfThen,
        st.sampled_from(["they go silent", "they cry", "they blame others", "a quick yes", "x y"]),
        st.just("I listen"),
    ),
    max_size=8,
)


def test_a_card_of_a_known_sort_is_answered_in_its_manner() -> None:
    assert "That’s not fair." in replies_to(UNFAIR)
    assert all(reply.startswith("(") or "know" in reply for reply in replies_to(SILENT))


def test_a_card_of_ones_own_is_asked_as_it_is() -> None:
    assert replies_to(OWN) == ("(they ask about the reorganisation)",)


def test_without_cards_nothing_is_drawn() -> None:
    assert draw((), chance(1)) == ()
    assert draw((IfThen("they cry", ""), IfThen(" ", "I wait")), chance(1)) == ()


def test_two_cards_make_three_rounds_and_both_are_asked() -> None:
    replies = draw((SILENT, UNFAIR), chance(4))

    assert len(replies) == 3
    assert {reply.card for reply in replies} == {SILENT, UNFAIR}


@given(cards, st.integers(0, 10_000))
def test_three_to_five_rounds_whatever_the_cards_and_the_chance(
    chosen: list[IfThen], seed: int
) -> None:
    replies = draw(chosen, chance(seed))

    assert len(replies) in {0, 3, 4, 5}
    assert bool(replies) is bool(chosen)
    assert all(reply.words in replies_to(reply.card) for reply in replies)
    if len(chosen) <= MOST_ROUNDS:
        assert {reply.card for reply in replies} == set(chosen)


@given(st.integers(0, 10_000))
def test_the_same_card_is_not_asked_twice_in_a_row(seed: int) -> None:
    replies = draw((SILENT, UNFAIR, OWN), chance(seed))

    assert all(one.card != other.card for one, other in pairwise(replies))
