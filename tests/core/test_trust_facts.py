"""The proofs that need no key, each with the case in which it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from managernotes.services import trust_connections
from managernotes.services.trust_cipher import as_it_must_be
from managernotes.services.trust_connections import Connections, none_opened
from managernotes.services.trust_files import Rights, only_yours, rights_of
from managernotes.services.trust_keyring import KeyringFacts, asked, only_trusted_keyrings
from managernotes.services.trust_places import Folders, Part, places_of
from managernotes.services.trust_proof import Verdict
from managernotes.vault.cipher_facts import EXPECTED, settings_of, settings_of_driver
from managernotes.vault.kept_rights import devices_without_rights
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringOutcome, KeyringReport
from tests.core.office import Office
from tests.core.trust_bench import outcome
from tests.core.vault_fakes import BACKEND, MemoryKeyring

FOUND: Final = KeyringReport(outcome=KeyringOutcome.FOUND, backend=BACKEND)
PLAINTEXT: Final = "keyrings.alt.file.PlaintextKeyring"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return folders of the test's own, with one file in each."""
    made = Folders(
        backups=(tmp_path / "away",),
        settings=tmp_path / "settings",
        logs=(tmp_path / "logs",),
        temporary=tmp_path / "temporary",
    )
    for folder in (*made.backups, made.settings, *made.logs, made.temporary):
        folder.mkdir(mode=0o700)
        (folder / "managernotes.abc123").touch(mode=0o600)
    return made


# files


def test_every_file_of_the_app_is_looked_at_and_no_other(tmp_path: Path, folders: Folders) -> None:
    home = tmp_path / "home"
    (home / "vault.db.backups").mkdir(parents=True, mode=0o700)
    for name in ("vault.db", "vault.db-journal", "vault.db.keys.json", "other.db"):
        (home / name).touch(mode=0o600)
    (home / "vault.db.backups" / "one.mnbackup").touch(mode=0o600)
    for name in ("somebody else's", "managernotes-pictures"):
        (folders.temporary / name).touch()
    found = places_of(VaultFiles(home / "vault.db"), folders)
    told = {place.path.name: place.part for place in found if place.path.is_relative_to(home)}
    assert told == {
        "vault.db": Part.VAULT,
        "vault.db-journal": Part.JOURNAL,
        "vault.db.keys.json": Part.KEYS,
        "vault.db.backups": Part.BACKUP,
        "one.mnbackup": Part.BACKUP,
    }
    elsewhere = [place.part for place in found if not place.path.is_relative_to(home)]
    assert set(elsewhere) == {Part.BACKUP, Part.SETTINGS, Part.LOG, Part.TEMPORARY}
    named = {place.path.name for place in found}
    assert not named & {"somebody else's", "managernotes-pictures"}


def test_private_files_are_proved_and_counted(tmp_path: Path, folders: Folders) -> None:
    finding = only_yours(rights_of(places_of(VaultFiles(tmp_path / "vault.db"), folders)))
    assert finding.verdict is Verdict.PROVED
    assert finding.figures == {"files": 5, "open": 0}


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o622, 0o644])
def test_a_file_that_others_may_open_fails(tmp_path: Path, folders: Folders, mode: int) -> None:
    (folders.backups[0] / "managernotes.abc123").chmod(mode)
    finding = only_yours(rights_of(places_of(VaultFiles(tmp_path / "vault.db"), folders)))
    assert (finding.verdict, finding.figures["open"]) == (Verdict.FAILED, 1)
    assert finding.reason == "Others may open or exchange: a backup."


def test_a_link_and_somebody_elses_file_fail() -> None:
    mine = Rights(part=Part.KEYS, is_link=False, is_mine=True, mode=0o600)
    link = Rights(part=Part.KEYS, is_link=True, is_mine=True, mode=0o600)
    other = Rights(part=Part.BACKUP, is_link=False, is_mine=False, mode=0o600)
    assert only_yours([mine]).verdict is Verdict.PROVED
    assert only_yours([mine, link]).verdict is Verdict.FAILED
    assert only_yours([mine, other]).verdict is Verdict.FAILED


def test_a_disk_that_keeps_no_rights_is_told_and_neither_passed_nor_failed() -> None:
    mine = Rights(part=Part.VAULT, is_link=False, is_mine=True, mode=0o600)
    stick = Rights(part=Part.BACKUP, is_link=False, is_mine=True, mode=0o755, are_kept=False)
    finding = only_yours([mine, stick])
    assert (finding.verdict, finding.figures["open"]) == (Verdict.COULD_NOT, 0)
    wide = Rights(part=Part.KEYS, is_link=False, is_mine=True, mode=0o644)
    assert only_yours([mine, stick, wide]).verdict is Verdict.FAILED


def test_disks_made_for_other_systems_are_known_by_their_file_system(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "36 35 8:1 / / rw,noatime shared:1 - ext4 /dev/sda1 rw\n"
        "40 36 8:17 / /media/a\\040stick rw shared:2 - vfat /dev/sdb1 rw,fmask=0022\n"
        "41 36 0:52 / /media/nas rw - cifs //nas/home rw\n"
    )
    assert devices_without_rights(mounts) == {os.makedev(8, 17), os.makedev(0, 52)}
    assert devices_without_rights(tmp_path / "none") == frozenset()


def test_where_the_system_does_not_tell_rights_nothing_is_proved() -> None:
    mine = Rights(part=Part.KEYS, is_link=False, is_mine=True, mode=0o600)
    assert only_yours([mine], tells_rights=False).verdict is Verdict.COULD_NOT
    assert only_yours([]).verdict is Verdict.COULD_NOT


# cipher


def test_an_open_vault_is_set_as_it_must_be(office: Office) -> None:
    finding = as_it_must_be(settings_of(office.db))
    assert finding.verdict is Verdict.PROVED
    assert finding.figures["settings"] == len(EXPECTED)


def test_the_drivers_own_settings_need_no_vault() -> None:
    assert as_it_must_be(settings_of_driver()).verdict is Verdict.PROVED


@pytest.mark.parametrize("changed", EXPECTED)
def test_any_other_setting_fails_and_is_named(office: Office, changed: str) -> None:
    finding = as_it_must_be(settings_of(office.db) | {changed: "7"})
    assert finding.verdict is Verdict.FAILED
    assert finding.reason == f"Not as it must be: {changed}."


def test_a_connection_that_was_changed_fails(office: Office) -> None:
    office.db.execute("PRAGMA synchronous = OFF")
    office.db.execute("PRAGMA secure_delete = OFF")
    finding = as_it_must_be(settings_of(office.db))
    assert finding.reason == "Not as it must be: secure_delete, synchronous."


def test_a_driver_without_a_cipher_fails() -> None:
    assert as_it_must_be({}).verdict is Verdict.FAILED


# keyring


def test_a_trusted_keyring_in_use_is_proved_and_named() -> None:
    finding = only_trusted_keyrings(KeyringFacts((BACKEND,), FOUND))
    assert (finding.verdict, finding.figures["backend"]) == (Verdict.PROVED, BACKEND)


def test_a_vault_without_the_keyring_is_proved_whatever_the_system_offers() -> None:
    nothing = KeyringReport(outcome=KeyringOutcome.UNAVAILABLE, refused=(PLAINTEXT,))
    finding = only_trusted_keyrings(KeyringFacts((), nothing))
    assert finding.verdict is Verdict.PROVED
    assert finding.figures == {"backend": "", "refused": 1}


@pytest.mark.parametrize(
    "keeper", [PLAINTEXT, "keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"]
)
def test_a_key_in_a_keyring_that_keeps_it_in_plain_or_not_at_all_fails(keeper: str) -> None:
    assert only_trusted_keyrings(KeyringFacts((keeper,), FOUND)).verdict is Verdict.FAILED


@pytest.mark.parametrize("silent", [o for o in KeyringOutcome if o is not KeyringOutcome.FOUND])
def test_a_keyring_that_does_not_answer_is_told_and_not_passed(silent: KeyringOutcome) -> None:
    facts = KeyringFacts((BACKEND,), outcome(asked(MemoryKeyring(silent))))
    finding = only_trusted_keyrings(facts)
    assert finding.verdict is Verdict.COULD_NOT
    assert finding.reason


def test_another_keyring_than_the_one_that_took_the_key_is_told() -> None:
    facts = KeyringFacts(("keyring.backends.kwallet.DBusKeyring",), FOUND)
    assert only_trusted_keyrings(facts).verdict is Verdict.COULD_NOT


# connections


CHILD: Final = """
import os, socket, sys
from managernotes.clock import SystemClock
from managernotes.network_watch import NetworkWatch
from managernotes.services.trust_connections import connections_of_this_program, none_opened
if "watch" in sys.argv:
    NetworkWatch(SystemClock()).begin()
kept = []
if "local" in sys.argv:
    kept.append(socket.socketpair(socket.AF_UNIX))
if "listen" in sys.argv:
    kept.append(socket.create_server(("127.0.0.1", 0)))
if "datagram" in sys.argv:
    kept.append(socket.socket(socket.AF_INET6, socket.SOCK_DGRAM))
    kept[-1].bind(("::", 0))
if "closed" in sys.argv:
    socket.socket(socket.AF_INET).close()
finding = none_opened(connections_of_this_program())
print(finding.verdict.value, finding.figures["open"], finding.figures["made"])
"""


def in_a_child(*words: str) -> str:
    """Run the proof in a process of its own that does what the words say."""
    command = [sys.executable, "-c", CHILD, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
@pytest.mark.parametrize(
    ("does", "told"),
    [
        (["watch"], "proved 0 0"),
        (["watch", "local"], "proved 0 0"),
        (["watch", "listen"], "failed 1 1"),
        (["watch", "datagram"], "failed 1 1"),
        (["watch", "closed"], "failed 0 1"),
        (["listen"], "failed 1 0"),
        ([], "could not run 0 0"),
    ],
)
def test_a_connection_is_seen_while_it_is_open_and_remembered_after(
    does: list[str], told: str
) -> None:
    assert in_a_child(*does) == told


def test_a_system_that_cannot_be_asked_proves_nothing() -> None:
    watch = trust_connections.connections_of_this_program().watch
    assert none_opened(Connections(None, watch)).verdict is Verdict.COULD_NOT


def test_the_rights_of_another_user_do_not_blind_the_question() -> None:
    """Core dumps are off, which makes /proc/self root's: one's own must stay readable."""
    if os.geteuid() != 0:
        pytest.skip("wants to give up root's rights")
    give_up = (
        "import os, socket, managernotes.services.trust_connections\n"
        "from managernotes import quiet; quiet.keep_quiet(); os.setuid(65534)\n"
    )
    command = [sys.executable, "-c", give_up + CHILD, "watch", "listen"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "failed 1 1"
