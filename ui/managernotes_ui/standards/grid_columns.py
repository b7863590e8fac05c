"""How the width of the coverage grid is shared out (SPEC §5.11)."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes_ui.standards.coverage_model import FIRST_MONTH, NAME, TALKED
from managernotes_ui.style.scale import Scale

_NAME, _LEAST_NAME = 280, 120
_TALKED, _LEAST_TALKED = 100, 78
_SAID, _LEAST_SAID = 92, 70
_PITCH, _LEAST_PITCH = 41, 26


@dataclass(frozen=True, slots=True)
class Widths:
    """Pixels of each sort of column; what a division leaves goes to the first months."""

    name: int
    talked: int
    months: int
    """All of them together."""
    said: int

    def of(self, column: int, months: int) -> int:
        """Return the width of a column, where there are this many months."""
        if column == NAME:
            return self.name
        if column == TALKED:
            return self.talked
        at = column - FIRST_MONTH
        if at >= months:
            return self.said
        return (at + 1) * self.months // months - at * self.months // months


def widths(room: int, months: int, scale: Scale) -> Widths:
    """Share the room out: the months give way down to 26, then the names, then the rest."""
    said, talked, name = scale.px(_SAID), scale.px(_TALKED), scale.px(_NAME)
    if room < name + talked + said + months * _PITCH:
        said, talked = scale.px(_LEAST_SAID), scale.px(_LEAST_TALKED)
    rest = room - talked - said
    name = min(name, max(scale.px(_LEAST_NAME), rest - months * _LEAST_PITCH))
    name = max(name, min(scale.px(_NAME), rest - months * _PITCH))
    return Widths(name=name, talked=talked, months=max(rest - name, 0), said=said)
