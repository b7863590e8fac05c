"""How the place of a new vault is spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from managernotes.paths import default_vault
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.vault_place import place_of, synchronised_by


def test_the_usual_place_has_a_name_instead_of_a_path() -> None:
    place = place_of(default_vault())
    assert place.words == strings.APP_DATA
    assert strings.NOT_IN_DOCUMENTS in place.room
    assert " GB free." in place.room
    assert not place.service


def test_another_place_in_the_home_is_named_from_there(home: Path) -> None:
    assert place_of(home / "work" / "notes" / "vault.db").words == "Your home › work › notes"


def test_a_place_elsewhere_is_named_in_full(tmp_path: Path) -> None:
    place = place_of(tmp_path / "not yet there" / "vault.db")
    assert place.words == str(tmp_path / "not yet there")
    assert strings.NOT_IN_DOCUMENTS not in place.room
    assert place.room


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/kim/OneDrive/notes", "OneDrive"),
        ("/home/kim/OneDrive - Example Ltd/notes", "OneDrive"),
        ("/home/kim/Dropbox", "Dropbox"),
        ("/home/kim/Dropbox (Example)/notes", "Dropbox"),
        ("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/kim/iCloudDrive/notes", "iCloud"),
        ("/home/kim/Google Drive/notes", "Google Drive"),
        ("/Users/kim/Library/CloudStorage/GoogleDrive-kim/My Drive", "Google Drive"),
        ("/home/kim/Nextcloud/notes", "Nextcloud"),
    ],
)
def test_names_the_service_that_copies_a_folder(folder: str, service: str) -> None:
    assert synchronised_by(Path(folder)) == service


@pytest.mark.parametrize("folder", ["/home/kim/notes", "/home/kim/boxes", "/srv/Dropbox-notes"])
def test_an_ordinary_folder_is_copied_by_nobody(folder: str) -> None:
    assert synchronised_by(Path(folder)) == ""
