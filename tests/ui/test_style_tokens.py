"""Every colour can be read where it may lie: the ratios of SPEC §1, from the one table."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor

from managernotes_ui.style.tokens import DARK, LIGHT, Role, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
SURFACES = ("bg", "side", "raised", "sunken", "hover", "selected", "note", "info")
KINDS = ("win", "lesson", "concern", "support", "feedback", "danger")


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast as WCAG 2 counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _lowest(tokens: Tokens, name: str, *grounds: str) -> float:
    colour = tokens.of(Role(name))
    return min(ratio(colour, tokens.of(Role(ground))) for ground in grounds)


def test_the_contrast_of_black_on_white_is_known() -> None:
    assert ratio(QColor("black"), QColor("white")) == pytest.approx(21)


@THEMES
@pytest.mark.parametrize("name", ["text", "text2", "muted", "accent"])
def test_text_can_be_read_on_every_surface(tokens: Tokens, name: str) -> None:
    assert _lowest(tokens, name, *SURFACES, "side_hover") >= 4.5


@THEMES
@pytest.mark.parametrize("name", KINDS)
def test_a_kind_can_be_read_on_every_surface_and_on_its_own_soft_ground(
    tokens: Tokens, name: str
) -> None:
    assert _lowest(tokens, name, *SURFACES, f"{name}_soft") >= 4.5


@THEMES
def test_the_border_of_a_control_can_be_seen_on_every_surface(tokens: Tokens) -> None:
    assert _lowest(tokens, "control", *SURFACES, "side_hover") >= 3.0


@THEMES
@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_press"),
        ("accent", "accent_soft"),
        ("text2", "neutral_soft"),
        ("text", "match"),
        ("tip_text", "tip"),
        ("tip_muted", "tip"),
        ("text", "g1"),
        ("g2_text", "g2"),
    ],
)
def test_text_can_be_read_on_the_ground_that_is_made_for_it(
    tokens: Tokens, name: str, ground: str
) -> None:
    assert _lowest(tokens, name, ground) >= 4.5


@pytest.mark.parametrize(
    ("name", "light", "dark"),
    [("text", 12.7, 10.2), ("muted", 4.9, 5.2), ("accent", 4.7, 5.9), ("danger", 5.7, 5.2)],
)
def test_the_ratios_are_those_that_the_specification_measured(
    name: str, light: float, dark: float
) -> None:
    grounds = (*SURFACES, "side_hover") if name != "danger" else SURFACES
    assert _lowest(LIGHT, name, *grounds) == pytest.approx(light, abs=0.06)
    assert _lowest(DARK, name, *grounds) == pytest.approx(dark, abs=0.06)


def test_tokens_have_a_field_for_every_role_and_no_other() -> None:
    assert [field.name for field in dataclasses.fields(Tokens)] == [role.value for role in Role]


def test_the_scrim_lets_the_page_through() -> None:
    assert round(LIGHT.scrim.alphaF(), 2) == 0.32
    assert round(DARK.scrim.alphaF(), 2) == 0.52
