"""Every colour of the app, light and dark: the one table of SPEC §1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor


class Role(StrEnum):
    """What a colour is for; the value is the name of the field in Tokens."""

    BG = "bg"
    SIDE = "side"
    RAISED = "raised"
    SUNKEN = "sunken"
    HOVER = "hover"
    SIDE_HOVER = "side_hover"
    SELECTED = "selected"
    LINE = "line"
    LINE2 = "line2"
    CONTROL = "control"
    TEXT = "text"
    TEXT2 = "text2"
    MUTED = "muted"
    DISABLED = "disabled"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESS = "accent_press"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    WIN = "win"
    LESSON = "lesson"
    CONCERN = "concern"
    SUPPORT = "support"
    FEEDBACK = "feedback"
    DANGER = "danger"
    WIN_SOFT = "win_soft"
    LESSON_SOFT = "lesson_soft"
    CONCERN_SOFT = "concern_soft"
    SUPPORT_SOFT = "support_soft"
    FEEDBACK_SOFT = "feedback_soft"
    DANGER_SOFT = "danger_soft"
    NEUTRAL_SOFT = "neutral_soft"
    MATCH = "match"
    CITE = "cite"
    NOTE = "note"
    NOTE_LINE = "note_line"
    INFO = "info"
    INFO_LINE = "info_line"
    TIP = "tip"
    TIP_TEXT = "tip_text"
    TIP_MUTED = "tip_muted"
    G1 = "g1"
    G2 = "g2"
    G2_TEXT = "g2_text"
    HATCH = "hatch"
    SCRIM = "scrim"
    DESK = "desk"


_TABLE: dict[Role, tuple[str, str]] = {
    Role.BG: ("#FAFAF8", "#1B1C1E"),
    Role.SIDE: ("#F2F1ED", "#161718"),
    Role.RAISED: ("#FFFFFF", "#242528"),
    Role.SUNKEN: ("#F5F4F0", "#1F2022"),
    Role.HOVER: ("#EFEEE9", "#2A2B2E"),
    Role.SIDE_HOVER: ("#E8E6DF", "#242628"),
    Role.SELECTED: ("#E3EDE8", "#263630"),
    Role.LINE: ("#E4E2DC", "#313337"),
    Role.LINE2: ("#D2CFC7", "#43464B"),
    Role.CONTROL: ("#85837B", "#7B7F86"),
    Role.TEXT: ("#1F2328", "#E7E6E3"),
    Role.TEXT2: ("#3F464D", "#CBCBC8"),
    Role.MUTED: ("#5C636B", "#A2A6AC"),
    Role.DISABLED: ("#A3A6A6", "#5F6368"),
    Role.ACCENT: ("#2F6F5E", "#6FBFA8"),
    Role.ACCENT_HOVER: ("#275F50", "#82CBB6"),
    Role.ACCENT_PRESS: ("#204F43", "#5DAA94"),
    Role.ACCENT_SOFT: ("#E3EDE8", "#263630"),
    Role.ON_ACCENT: ("#FFFFFF", "#0F1F1A"),
    Role.WIN: ("#2A7549", "#6CC48D"),
    Role.LESSON: ("#7352AE", "#B79BE8"),
    Role.CONCERN: ("#A84C18", "#E89360"),
    Role.SUPPORT: ("#1B6699", "#6FB4E6"),
    Role.FEEDBACK: ("#7A6000", "#D9BC4A"),
    Role.DANGER: ("#A3342B", "#EE8A80"),
    Role.WIN_SOFT: ("#E7F2EA", "#22342A"),
    Role.LESSON_SOFT: ("#F0EBF8", "#302B3C"),
    Role.CONCERN_SOFT: ("#FAECE2", "#3A2C24"),
    Role.SUPPORT_SOFT: ("#E4EFF7", "#24313C"),
    Role.FEEDBACK_SOFT: ("#F7F0D8", "#353020"),
    Role.DANGER_SOFT: ("#FAEAE8", "#3C2826"),
    Role.NEUTRAL_SOFT: ("#EEEDE8", "#2F3134"),
    Role.MATCH: ("#FBE9A9", "#5B4C18"),
    Role.CITE: ("#E3EDE8", "#263630"),
    Role.NOTE: ("#FBF5E1", "#2F2B1E"),
    Role.NOTE_LINE: ("#E6D8A6", "#574C26"),
    Role.INFO: ("#EAF1F6", "#222C33"),
    Role.INFO_LINE: ("#C5D8E5", "#35495A"),
    Role.TIP: ("#2A2E33", "#E7E6E3"),
    Role.TIP_TEXT: ("#FFFFFF", "#1B1C1E"),
    Role.TIP_MUTED: ("#C3C8CE", "#50555B"),
    Role.G1: ("#CFE2DA", "#2F4A42"),
    Role.G2: ("#3E7A6A", "#6FBFA8"),
    Role.G2_TEXT: ("#FFFFFF", "#0F1F1A"),
    Role.HATCH: ("#D9D6CE", "#3A3C40"),
    Role.SCRIM: ("#521F2328", "#85000000"),
    Role.DESK: ("#B9BBBD", "#3A3C3F"),  # behind small windows, in pictures only
}
"""Light and dark; `scrim` is #AARRGGBB: 32 % and 52 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme's colours, a field for each role; treat the colours as values, never change one."""

    bg: QColor
    side: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    side_hover: QColor
    selected: QColor
    line: QColor
    line2: QColor
    control: QColor
    text: QColor
    text2: QColor
    muted: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    accent_soft: QColor
    on_accent: QColor
    win: QColor
    lesson: QColor
    concern: QColor
    support: QColor
    feedback: QColor
    danger: QColor
    win_soft: QColor
    lesson_soft: QColor
    concern_soft: QColor
    support_soft: QColor
    feedback_soft: QColor
    danger_soft: QColor
    neutral_soft: QColor
    match: QColor
    cite: QColor
    note: QColor
    note_line: QColor
    info: QColor
    info_line: QColor
    tip: QColor
    tip_text: QColor
    tip_muted: QColor
    g1: QColor
    g2: QColor
    g2_text: QColor
    hatch: QColor
    scrim: QColor
    desk: QColor

    def of(self, role: Role) -> QColor:
        """Return the colour of a role that is only known at run time (a kind's, say)."""
        colour: QColor = getattr(self, role.value)
        return colour


LIGHT = Tokens(**{role.value: QColor(light) for role, (light, _) in _TABLE.items()})
DARK = Tokens(**{role.value: QColor(dark) for role, (_, dark) in _TABLE.items()})
