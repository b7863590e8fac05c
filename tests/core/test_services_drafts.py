"""Words that are typed and not saved yet."""

from __future__ import annotations

import pytest

from managernotes.errors import InvalidInputError
from managernotes.services.drafts import DraftsService
from tests.core.office import Office


def test_a_slot_gives_back_what_was_typed_last(office: Office) -> None:
    drafts = DraftsService(office.ledger)
    assert drafts.read("capture") == ""
    drafts.keep("capture", "half a tho")
    drafts.keep("capture", "half a thought\n ")
    drafts.keep("note:1", "other")
    assert drafts.read("capture") == "half a thought\n "
    assert DraftsService(office.second_ledger()).read("capture") == "half a thought\n "


def test_a_dropped_or_emptied_slot_holds_nothing(office: Office) -> None:
    drafts = DraftsService(office.ledger)
    drafts.keep("capture", "half")
    drafts.drop("capture")
    assert drafts.read("capture") == ""
    drafts.keep("capture", "half")
    drafts.keep("capture", "")
    assert drafts.read("capture") == ""
    assert office.db.execute("SELECT count(*) FROM draft").fetchone()[0] == 0


def test_a_draft_holds_no_control_character(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        DraftsService(office.ledger).keep("capture", "\x00")
