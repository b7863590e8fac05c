"""Inter is bundled, in the weights and sizes of SPEC §2."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from managernotes.resources import resource_folder
from managernotes_ui.style.fonts import FAMILY, MEDIUM, REGULAR, SEMIBOLD, Fonts, Type, load_inter
from managernotes_ui.style.scale import Scale


@pytest.fixture(autouse=True)
def inter(qapp: QApplication) -> None:
    load_inter(resource_folder("fonts"))


def _features(font: QFont) -> dict[str, int]:
    return {
        bytes(tag.toString().data()).decode(): font.featureValue(tag) for tag in font.featureTags()
    }


@pytest.mark.parametrize("weight", [REGULAR, MEDIUM, SEMIBOLD])
def test_each_weight_is_a_face_of_its_own(weight: int) -> None:
    info = QFontInfo(Fonts(Scale()).font(14, weight))
    assert (info.family(), info.weight(), info.pixelSize()) == (FAMILY, weight, 14)


def test_italic_is_a_face_of_its_own() -> None:
    assert QFontInfo(Fonts(Scale()).font(15, italic=True)).style() == QFont.Style.StyleItalic


def test_loading_twice_adds_no_second_copy() -> None:
    before = QFontDatabase.styles(FAMILY)
    load_inter(resource_folder("fonts"))
    assert QFontDatabase.styles(FAMILY) == before


def test_the_licence_lies_beside_the_files() -> None:
    licence = resource_folder("fonts") / "LICENSE-Inter.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_figures_in_columns_are_all_equally_wide() -> None:
    fonts = Fonts(Scale())
    tabular = QFontMetricsF(fonts.font(14, tabular=True))
    assert tabular.horizontalAdvance("111") == tabular.horizontalAdvance("000")
    plain = QFontMetricsF(fonts.font(14))
    assert plain.horizontalAdvance("111") < plain.horizontalAdvance("000")


def test_the_recovery_code_has_its_features_and_text_has_none() -> None:
    fonts = Fonts(Scale())
    assert _features(fonts.of(Type.BODY)) == {}
    assert {"zero", "ss02", "tnum"} <= _features(fonts.of(Type.RECOVERY)).keys()


def test_sizes_lines_and_spacing_follow_the_scale() -> None:
    fonts = Fonts(Scale(1.5))
    assert fonts.of(Type.TITLE).pixelSize() == 33
    assert fonts.line(Type.TITLE) == 42
    assert fonts.of(Type.TITLE).letterSpacing() == pytest.approx(-0.45, abs=0.02)


@pytest.mark.parametrize("style", list(Type))
def test_every_type_style_uses_one_of_three_weights(style: Type) -> None:
    assert style.value.weight in {REGULAR, MEDIUM, SEMIBOLD}
    assert style.value.line >= style.value.size


def test_a_font_is_made_once() -> None:
    fonts = Fonts(Scale())
    assert fonts.of(Type.BODY) is fonts.of(Type.BODY)
