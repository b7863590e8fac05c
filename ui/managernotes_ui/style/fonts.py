"""The app's type: Inter, bundled, in the sizes of SPEC §2."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from managernotes_ui.style.scale import Scale

FAMILY = "Inter"
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
"""The only weights in use."""

TABULAR = ("tnum",)
RECOVERY_CODE = ("zero", "ss02", "tnum")

_LOADED = "inter_loaded"


class TypeStyle(NamedTuple):
    """Design size and line height in pixels, weight, letter spacing in pixels."""

    size: int
    line: int
    weight: int = REGULAR
    spacing: float = 0.0


class Type(Enum):
    """Every way text is set (SPEC §2)."""

    REHEARSE = TypeStyle(28, 42, MEDIUM, -0.3)
    QUESTION = TypeStyle(24, 32, SEMIBOLD, -0.3)
    TITLE = TypeStyle(22, 28, SEMIBOLD, -0.3)
    CLOCK = TypeStyle(22, 28, MEDIUM)
    RECOVERY = TypeStyle(20, 28, MEDIUM, 3.0)
    KEY_WORDS = TypeStyle(19, 30, MEDIUM)
    CAPTURE = TypeStyle(17, 30)
    NOTE_TITLE = TypeStyle(17, 24, SEMIBOLD)
    PROMPT = TypeStyle(17, 24, MEDIUM)
    ANSWER = TypeStyle(17, 28)
    HEADING = TypeStyle(16, 24, SEMIBOLD)
    SECTION = TypeStyle(15, 20, SEMIBOLD, -0.1)
    EDITOR = TypeStyle(15, 24)
    BODY = TypeStyle(14, 20)
    BODY_MEDIUM = TypeStyle(14, 20, MEDIUM)
    BODY_STRONG = TypeStyle(14, 20, SEMIBOLD)
    LIST = TypeStyle(13, 20)
    BUTTON = TypeStyle(13, 20, MEDIUM)
    NAME = TypeStyle(13, 20, SEMIBOLD)
    META = TypeStyle(12, 16)
    META_MEDIUM = TypeStyle(12, 16, MEDIUM)
    LABEL = TypeStyle(11, 16)
    LABEL_MEDIUM = TypeStyle(11, 16, MEDIUM)


def load_inter(folder: Path) -> None:
    """Give Inter to the running application, once; raises FileNotFoundError when a file is bad."""
    app = QGuiApplication.instance()
    if app is None or app.property(_LOADED):
        return
    for file in sorted(folder.glob("Inter-*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
    app.setProperty(_LOADED, True)


class Fonts:
    """Makes and keeps the fonts; sizes are design pixels, the scale is applied here."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._made: dict[tuple[object, ...], QFont] = {}

    def font(
        self,
        size: int,
        weight: int = REGULAR,
        *,
        tabular: bool = False,
        italic: bool = False,
        spacing: float = 0.0,
    ) -> QFont:
        """Return Inter at a design size; shared, so copy it before changing it."""
        key = (size, weight, tabular, italic, spacing)
        if key not in self._made:
            font = self._plain(TypeStyle(size, 0, weight, spacing), *(TABULAR if tabular else ()))
            font.setItalic(italic)
            self._made[key] = font
        return self._made[key]

    def of(self, style: Type, *, tabular: bool = False) -> QFont:
        """Return the font of one type style; the recovery code comes with its own features."""
        size, _, weight, spacing = style.value
        if style is not Type.RECOVERY:
            return self.font(size, weight, tabular=tabular, spacing=spacing)
        if (style,) not in self._made:
            self._made[style,] = self._plain(style.value, *RECOVERY_CODE)
        return self._made[style,]

    def line(self, style: Type) -> int:
        """Return the line height of one type style in pixels."""
        return self._scale.px(style.value.line)

    def _plain(self, style: TypeStyle, *features: str) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(self._scale.px(style.size))
        font.setWeight(QFont.Weight(style.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if style.spacing:
            spacing = style.spacing * self._scale.text
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        for feature in features:
            font.setFeature(QFont.Tag(feature), 1)
        return font
