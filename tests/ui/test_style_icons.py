"""Icons are one open set, drawn in the theme's colours."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from managernotes.resources import resource_folder
from managernotes_ui.style.icons import Icon, Icons
from managernotes_ui.style.scale import Scale
from managernotes_ui.style.tokens import DARK, LIGHT
from tests.ui.style_bench import colours


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(resource_folder("icons"), Scale())


def test_every_icon_has_its_file_and_every_file_its_name() -> None:
    files = {file.stem for file in resource_folder("icons").glob("*.svg")}
    assert files == {icon.value for icon in Icon}


def test_the_licence_lies_beside_the_files() -> None:
    licence = resource_folder("icons") / "LICENSE-lucide.txt"
    assert licence.read_text(encoding="utf-8").startswith("ISC License")


@pytest.mark.parametrize("name", list(Icon))
def test_an_icon_is_drawn_in_the_colour_it_was_asked_for(icons: Icons, name: Icon) -> None:
    image = icons.pixmap(name, 40, LIGHT.accent).toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(40) for y in range(40)), key=QColor.alpha
    )
    assert strongest.alpha() > 200
    # Half-covered pixels are stored premultiplied, which rounds.
    for part in (QColor.red, QColor.green, QColor.blue):
        assert abs(part(strongest) - part(LIGHT.accent)) <= 2


def test_each_colour_has_a_picture_of_its_own(icons: Icons) -> None:
    light = icons.pixmap(Icon.STAR, 16, LIGHT.win).toImage()
    dark = icons.pixmap(Icon.STAR, 16, DARK.win).toImage()
    assert light != dark
    assert colours(light).isdisjoint(colours(dark) - {"#000000"})


def test_a_pixmap_is_rendered_once(icons: Icons) -> None:
    first = icons.pixmap(Icon.FLAG, 14, LIGHT.concern)
    assert icons.pixmap(Icon.FLAG, 14, LIGHT.concern) is first


def test_a_dense_screen_gets_more_pixels_and_the_same_size(icons: Icons) -> None:
    pixmap = icons.pixmap(Icon.FLAG, 14, LIGHT.concern, dpr=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (28, 14)


@pytest.mark.parametrize(("side", "pixels"), [(12, 1.3125), (14, 1.3125), (16, 1.75), (40, 1.75)])
def test_the_stroke_is_as_thick_as_the_specification_says(
    icons: Icons, side: int, pixels: float
) -> None:
    svg = icons.svg(Icon.CHECK, side, LIGHT.text)
    width = re.search(r'stroke-width="([\d.]+)"', svg)
    assert width is not None
    assert float(width[1]) * side / 24 == pytest.approx(pixels, abs=0.01)


def test_an_action_icon_is_pale_when_disabled(icons: Icons) -> None:
    icon = icons.icon(Icon.PLUS, 16, LIGHT.muted, LIGHT.disabled)
    normal = icon.pixmap(16, QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(16, QIcon.Mode.Disabled).toImage()
    assert normal.convertToFormat(QImage.Format.Format_RGB32) != disabled.convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_icons_grow_with_the_text(qapp: QApplication) -> None:
    large = Icons(resource_folder("icons"), Scale(1.5))
    assert large.pixmap(Icon.STAR, 14, LIGHT.win).width() == 20
