"""Text, lines and icons grow with the user's scale; padding does not (SPEC 38b)."""

from __future__ import annotations

import pytest

from managernotes_ui.style.scale import TEXT_SCALES, Scale


def test_icons_grow_to_the_sizes_of_the_specification() -> None:
    scale = Scale(1.5)
    assert [scale.icon(side) for side in (16, 14, 12)] == [24, 20, 18]


@pytest.mark.parametrize("text", TEXT_SCALES)
def test_icons_are_even_at_every_scale(text: float) -> None:
    assert not [side for side in (12, 14, 16, 18, 28, 40) if Scale(text).icon(side) % 2]


def test_a_row_grows_by_its_lines_only() -> None:
    assert Scale(1.5).grow(40, 20) == 50
    assert Scale(1.5).grow(52, 20, 16) == 70
    assert Scale(1.0).grow(52, 20, 16) == 52


def test_the_sidebar_grows_as_the_specification_says() -> None:
    assert [Scale(text).sidebar for text in (1.0, 1.5)] == [224, 292]
