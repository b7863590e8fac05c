"""The app proves itself, one proof after the other (SPEC §7, 34; SECURITY-DESIGN §1, §5).

Each is done in short steps, so that whoever drives them can save notes in between, and stop.
What a step costs is counted; what lies between two steps is not.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from managernotes.errors import ManagerNotesError, VaultDamagedError
from managernotes.services.backup_places import usual_place
from managernotes.services.trust_backup import last_backup_gives_back
from managernotes.services.trust_cipher import as_it_must_be
from managernotes.services.trust_connections import connections_of_this_program, none_opened
from managernotes.services.trust_files import only_yours, rights_of
from managernotes.services.trust_keyring import (
    KeyringFacts,
    asked,
    keepers_of,
    only_trusted_keyrings,
)
from managernotes.services.trust_leaks import nothing_readable
from managernotes.services.trust_own_words import own_words
from managernotes.services.trust_pages import every_page_is_whole, record_is_whole
from managernotes.services.trust_places import Folders, places_of, usual_folders
from managernotes.services.trust_proof import Finding, Proof, ProofName, Proving, could_not, failed
from managernotes.services.trust_subject import Subject, backup_folders
from managernotes.services.trust_words import words_to_look_for
from managernotes.vault.cipher_facts import (
    EXPECTED,
    SET_BY_A_READER,
    settings_of,
    settings_of_driver,
)
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringPort


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What lies around the vault: the keyring, and the folders of the app's files."""

    keyring: KeyringPort
    folders: Folders


def usual_surroundings(subject: Subject, keyring: KeyringPort) -> Surroundings:
    """Return this keyring and the system's folders, with every place where backups may lie."""
    return Surroundings(keyring=keyring, folders=usual_folders(backup_folders(subject)))


def surroundings_without_key(vault: Path, keyring: KeyringPort) -> Surroundings:
    """Return the same for a vault that is locked: where it chose to put backups is not known."""
    return Surroundings(keyring=keyring, folders=usual_folders((usual_place(vault),)))


def prove(subject: Subject, around: Surroundings) -> Iterator[Proof | None]:
    """Yield each proof as it ends, and None after each step of one; nothing is written."""
    db, files = subject.ledger.db, subject.files
    provings = {
        ProofName.PAGES: every_page_is_whole(db),
        ProofName.WORDS: _words(subject, around),
        ProofName.BACKUP: last_backup_gives_back(subject, around.folders.backups),
        ProofName.FILES: _files(files, around),
        ProofName.CONNECTIONS: _connections(),
        ProofName.RECORD: record_is_whole(db),
        ProofName.CIPHER: _cipher(subject),
        ProofName.KEYRING: _keyring(files, around),
    }
    for name, proving in provings.items():
        yield from _timed(name, proving)


def prove_without_key(
    path: Path, around: Surroundings, why: ManagerNotesError
) -> Iterator[Proof | None]:
    """Yield, as `prove` does, what can be proved without the key, and why the rest could not run.

    A vault that does not open because it is damaged has a page that is not whole.
    """
    files = VaultFiles(path)
    closed = could_not(why.title)
    is_damage = isinstance(why, VaultDamagedError)
    provings = {
        ProofName.PAGES: _known(failed(why.title, damage=True) if is_damage else closed),
        ProofName.WORDS: _known(closed),
        ProofName.BACKUP: _known(closed),
        ProofName.FILES: _files(files, around),
        ProofName.CONNECTIONS: _connections(),
        ProofName.RECORD: _known(closed),
        ProofName.CIPHER: _cipher_of_driver(),
        ProofName.KEYRING: _keyring(files, around),
    }
    for name, proving in provings.items():
        yield from _timed(name, proving)


def _timed(name: ProofName, proving: Proving) -> Iterator[Proof | None]:
    """Drive one proof; what goes wrong in it is its finding."""
    seconds = 0.0
    while True:
        began = time.monotonic()
        finding = _step(proving)
        seconds += time.monotonic() - began
        if finding is not None:
            yield Proof(name=name, finding=finding, seconds=seconds)
            return
        yield None


def _step(proving: Proving) -> Finding | None:
    try:
        next(proving)
    except StopIteration as done:
        found: Finding = done.value
        return found
    except VaultDamagedError as error:
        return failed(error.title, damage=True)
    except ManagerNotesError as error:
        return could_not(error.title)
    except OSError:
        return could_not("The system refused to read a file.")
    return None


def _words(subject: Subject, around: Surroundings) -> Proving:
    files = subject.files
    words = words_to_look_for(subject.ledger.db, ours=own_words(files))
    yield
    places = places_of(files, around.folders)
    return (yield from nothing_readable(words, subject.key, places))


def _files(files: VaultFiles, around: Surroundings) -> Proving:
    yield
    return only_yours(rights_of(places_of(files, around.folders)))


def _connections() -> Proving:
    yield
    return none_opened(connections_of_this_program())


def _cipher(subject: Subject) -> Proving:
    yield
    names = SET_BY_A_READER if subject.reads_only else tuple(EXPECTED)
    return as_it_must_be(settings_of(subject.ledger.db, names))


def _cipher_of_driver() -> Proving:
    yield
    return as_it_must_be(settings_of_driver())


def _keyring(files: VaultFiles, around: Surroundings) -> Proving:
    report = yield from asked(around.keyring)
    return only_trusted_keyrings(KeyringFacts(keepers_of(read_envelope(files).slots), report))


def _known(finding: Finding) -> Proving:
    yield
    return finding
