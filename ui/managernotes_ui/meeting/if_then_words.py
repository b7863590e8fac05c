"""How an if–then card reads, whichever way its two halves were written."""

from __future__ import annotations

from managernotes.domain.preparation import IfThen
from managernotes_ui.common.strings import rehearsing as strings

_IF, _THEN = "if ", "then "


def if_words(card: IfThen) -> str:
    """Return "If they go silent"."""
    when = card.when.strip()
    return when if when.lower().startswith(_IF) else strings.IF.format(when=when)


def then_words(card: IfThen) -> str:
    """Return "Then I count to ten"."""
    then = _bare(card)
    return strings.THEN.format(then=then)


def after_then_i(card: IfThen) -> str:
    """Return what stands under the heading "Then I…"."""
    then = _bare(card)
    return then.removeprefix("I ")


def _bare(card: IfThen) -> str:
    then = card.then.strip()
    return then[len(_THEN) :] if then.lower().startswith(_THEN) else then
