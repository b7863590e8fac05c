"""Choices that stay in the vault."""

from __future__ import annotations

from pathlib import Path

from managernotes.services.preferences import PreferencesService
from tests.core.office import Office


def test_a_choice_is_kept_until_another_is_made(tmp_path: Path) -> None:
    office = Office(tmp_path)
    preferences = PreferencesService(office.ledger)
    assert preferences.read("last person", "nobody") == "nobody"
    preferences.keep("last person", "one")
    preferences.keep("last person", "")
    assert preferences.read("last person", "nobody") == ""
    office.close()
