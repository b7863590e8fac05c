"""The questions that "better", "partly" and "not yet" bring, and where their answers go (3.6)."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes_ui.common.strings import after_talk as strings

THANKS, NEW_ASK, IN_THE_WAY, MORE_HELP, FOR_HR = "thanks", "ask", "way", "help", "hr"
BROUGHT_BY = {
    strings.BETTER: (THANKS,),
    strings.PARTLY: (NEW_ASK,),
    strings.NOT_YET: (IN_THE_WAY, MORE_HELP, FOR_HR),
}
"""Better, a thanks; partly, a new ask; not yet, the three questions."""
PROMISING = (NEW_ASK,)
"""Their lines become promises, as those of "What next?" do."""
_FORMS = dict(zip((IN_THE_WAY, MORE_HELP, FOR_HR), strings.WAY_LINES, strict=True))


def next_words(written: str, later: Mapping[str, str]) -> str:
    """Return what comes next: what is written, then the answers that stand for it.

    The thanks becomes a note of its own and is left out.
    """
    answers = (
        _FORMS.get(name, "{text}").format(text=text)
        for name, text in later.items()
        if text.strip() and name != THANKS
    )
    return "\n".join(filter(None, (written.rstrip(), *answers)))
