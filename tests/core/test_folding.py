"""Names are compared without regard to case, accents and spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.folding import folded


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("  Dana   WHITFIELD ", "dana whitfield"),
        ("Zoë Brontë", "zoe bronte"),
        ("Łukasz Øster", "lukasz oster"),
        ("Straße", "strasse"),
        ("ＡＢＣ", "abc"),
        ("İpek", "ipek"),
        ("Ærø", "aero"),
        ("", ""),
    ],
)
def test_folds(typed: str, compared: str) -> None:
    assert folded(typed) == compared


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
