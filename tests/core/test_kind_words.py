"""Kinds are named by a word, a unique beginning, or the model's own name."""

from __future__ import annotations

import pytest

from managernotes.domain.kind_words import kind_beginning, kind_named
from managernotes.domain.observation import Kind
from managernotes.errors import InvalidInputError


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_goes_by_the_name_of_the_model(kind: Kind) -> None:
    assert kind_named(kind.value) is kind
    assert kind_named(kind.value.upper()) is kind


def test_a_beginning_is_enough_when_it_is_unique() -> None:
    assert kind_named("oth") is Kind.FEEDBACK_FROM_OTHERS
    assert kind_beginning("con") is Kind.CONCERN
    with pytest.raises(InvalidInputError, match="concern or context"):
        kind_named("co")


def test_an_unknown_kind_is_refused_with_the_words_that_there_are() -> None:
    with pytest.raises(InvalidInputError) as caught:
        kind_named("nonsense")

    assert "win, praise, concern" in caught.value.advice
    assert kind_beginning("nonsense") is None
    assert kind_beginning("") is None
