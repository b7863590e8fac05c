"""What the vault answers is fit to be shown: no record slips through with a name in it."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime

from managernotes import domain
from managernotes.domain.found_text import FoundText
from managernotes.domain.identity import NoteId, PersonId, new_uuid7
from managernotes.domain.observation import Kind, NoteText, SearchHit
from managernotes.domain.person import Person
from managernotes.text.covered_words import COVER, spoken
from managernotes.text.name_mask import NameMask
from managernotes_ui.common import discreet_records
from managernotes_ui.common.discreet_records import shown

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
MASK = NameMask([("Dana Whitfield", "Dee")])
DANA = Person(
    id=PersonId(new_uuid7(NOW)),
    display_name="Dana Whitfield",
    alias="Dee",
    role="Lead engineer",
    team="Platform",
    aims="Dana wants to mentor",
    created_at=NOW,
    updated_at=NOW,
)
NAMELESS = {
    "SearchQuery",
    "Term",
    "NoteFilter",
    "Entry",
    "Conversation",
    "Promise",
    "Template",
    "HandoverSection",
    "Material",
    "Nudge",
    "Reading",
}
"""Records that hold what was typed to look for something, digests, words only in a part, or the
app's own words.
"""


def test_a_person_keeps_initials_only() -> None:
    hidden = shown(DANA, MASK)
    assert (hidden.display_name, hidden.alias) == ("DW", None)
    assert hidden.role == COVER * len("Lead engineer")
    assert hidden.aims == "DW wants to mentor"
    assert hidden.id == DANA.id


def test_records_are_found_however_deep_they_lie() -> None:
    hidden = shown({"a": [(DANA, "Dana")]}, MASK)
    person, word = hidden["a"][0]
    assert person.display_name == "DW"
    assert word == "Dana"


def test_the_marks_of_a_hit_stay_at_their_letters() -> None:
    hit = SearchHit(
        id=NoteId(new_uuid7(NOW)),
        kind=Kind.WIN,
        people=(DANA.id,),
        occurred_on=date(2026, 11, 24),
        share_state=None,
        shared_on=None,
        planned_for=None,
        tags=("dana",),
        snippet="Dana ran the rollback",
        marks=((9, 12),),
    )
    hidden = shown(hit, MASK)
    assert (hidden.snippet, hidden.marks, hidden.tags) == (
        "DW ran the rollback",
        ((7, 10),),
        ("DW",),
    )
    assert shown(FoundText("Dana ran", ((5, 8),)), MASK) == FoundText("DW ran", ((3, 6),))


def test_what_holds_no_name_is_the_same_object() -> None:
    text = NoteText(fact="nothing of the kind")
    assert shown(text, MASK) is text


def test_every_record_of_the_core_that_holds_words_is_known() -> None:
    known = {
        *discreet_records._WORDS,
        *discreet_records._MARKED,
        *discreet_records._NAMES,
        *discreet_records._PEOPLE,
    }
    holders = {
        found
        for module in pkgutil.iter_modules(domain.__path__)
        for found in vars(importlib.import_module(f"managernotes.domain.{module.name}")).values()
        if isinstance(found, type) and is_dataclass(found)
        if any("str" in str(part.type) for part in fields(found))
    }
    assert {one.__name__ for one in holders - known} == NAMELESS


def test_covered_words_are_said_in_one_word() -> None:
    assert spoken("██ · ███ · 2 years", "covered") == "covered · 2 years"
    assert spoken("plain", "covered") == "plain"
