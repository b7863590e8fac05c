"""The whole application style sheet, put together from its families."""

from __future__ import annotations

from managernotes_ui.style.qss.base import base_qss
from managernotes_ui.style.qss.buttons import buttons_qss
from managernotes_ui.style.qss.inputs import inputs_qss
from managernotes_ui.style.qss.popups import popups_qss
from managernotes_ui.style.qss.scroll_bars import scroll_bars_qss
from managernotes_ui.style.scale import Scale
from managernotes_ui.style.tokens import Role, Tokens


def application_qss(tokens: Tokens, scale: Scale) -> str:
    """Return the style sheet of one theme at one text scale."""
    named = {role.value: tokens.of(role).name() for role in Role}
    parts = (base_qss, buttons_qss, inputs_qss, popups_qss, scroll_bars_qss)
    return "\n".join(part(named, scale) for part in parts)
