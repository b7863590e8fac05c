"""The real Secret Service, in every state that it can be found in."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import (
    KeyringAbsentError,
    KeyringError,
    KeyringLockedError,
    KeyringTimeoutError,
    KeyringUnavailableError,
)
from managernotes.vault.access import unlock_with_keyring, unlock_with_recovery_code
from managernotes.vault.creation import NewVault, Protection
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringAnswer, KeyringOutcome, OsKeyring
from tests.core.keyring_session import KeyringSession, running_keyring
from tests.core.vault_fakes import create_vault

pytestmark = pytest.mark.keyring

BACKEND: Final = "keyring.backends.SecretService.Keyring"
PLAINTEXT: Final = "keyrings.alt.file.PlaintextKeyring"
ACCOUNT: Final = "vault-01234567"
SECRET: Final = bytes(range(32))
WORST_SECONDS: Final = 5.5
HURRY_SECONDS: Final = 2.0  # where the budget itself is not what is tested


@pytest.fixture
def session(home: Path) -> Iterator[KeyringSession]:
    with running_keyring(home) as session:
        yield session


@pytest.fixture
def keyring(session: KeyringSession) -> OsKeyring:
    return OsKeyring(environment=session.environment)


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "notes" / "mine.vault")


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """Install a keyring that writes plain text, as its distribution would, in a folder."""
    folder = tmp_path / "plugins"
    package = folder / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "file.py").write_text(_PLAINTEXT_KEYRING)
    information = folder / "keyrings.alt-9.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 9\n")
    (information / "entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n")
    return folder


_PLAINTEXT_KEYRING: Final = """
import base64, os, pathlib
from keyring.backend import KeyringBackend

STORE = pathlib.Path(os.environ["HOME"]) / "keyring_pass.cfg"

class PlaintextKeyring(KeyringBackend):
    priority = 99

    def get_password(self, service, username):
        return base64.b64decode(STORE.read_bytes()).decode() if STORE.exists() else None

    def set_password(self, service, username, password):
        STORE.write_bytes(base64.b64encode(password.encode()))

    def delete_password(self, service, username):
        STORE.unlink()
"""


# --- a healthy keyring ------------------------------------------------------------------------


def test_a_secret_is_kept_found_and_deleted(session: KeyringSession, keyring: OsKeyring) -> None:
    assert keyring.read(ACCOUNT).outcome is KeyringOutcome.ABSENT
    assert keyring.delete(ACCOUNT).outcome is KeyringOutcome.ABSENT
    found = KeyringAnswer(outcome=KeyringOutcome.FOUND, backend=BACKEND)
    assert keyring.write(ACCOUNT, SECRET) == found
    assert keyring.read(ACCOUNT) == replace(found, secret=SECRET)
    assert keyring.write(ACCOUNT, SECRET[::-1]) == found
    assert keyring.read(ACCOUNT).secret == SECRET[::-1]
    assert keyring.read(ACCOUNT + "9").outcome is KeyringOutcome.ABSENT
    assert session.labels() == [f"Password for '{ACCOUNT}' on 'managernotes'"]
    assert keyring.delete(ACCOUNT) == found
    assert session.labels() == []


def test_a_secret_outlives_the_daemon(session: KeyringSession, keyring: OsKeyring) -> None:
    keyring.write(ACCOUNT, SECRET)
    session.stop_daemon()
    session.start_daemon()
    assert keyring.read(ACCOUNT).secret == SECRET


def test_the_report_names_the_keyring_and_asks_for_nothing(keyring: OsKeyring) -> None:
    report = keyring.report()
    assert (report.outcome, report.backend, report.refused) == (KeyringOutcome.FOUND, BACKEND, ())


def test_a_vault_is_made_and_opened_with_it(
    session: KeyringSession, keyring: OsKeyring, files: VaultFiles
) -> None:
    made = create_vault(files, Protection.KEYRING, None, keyring)
    assert unlock_with_keyring(files, keyring) == made.data_key
    (label,) = session.labels()
    assert "mine" not in label
    assert str(files.folder) not in label
    session.clear()
    with pytest.raises(KeyringAbsentError):
        unlock_with_keyring(files, keyring)
    assert session.labels() == []
    assert unlock_with_recovery_code(files, made.recovery_code.text) == made.data_key
    _assert_kept_secret([session.home, files.folder], made)


# --- a keyring that fails ---------------------------------------------------------------------


def _lock(session: KeyringSession) -> None:
    session.lock()


def _freeze(session: KeyringSession) -> None:
    session.freeze()


def _stop(session: KeyringSession) -> None:
    session.stop_daemon()


def _end_the_bus(session: KeyringSession) -> None:
    session.close()


_FAILING: Final = {
    "locked": (_lock, KeyringOutcome.LOCKED, KeyringLockedError),
    "frozen": (_freeze, KeyringOutcome.TIMEOUT, KeyringTimeoutError),
    "stopped": (_stop, KeyringOutcome.UNAVAILABLE, KeyringUnavailableError),
    "no bus": (_end_the_bus, KeyringOutcome.UNAVAILABLE, KeyringUnavailableError),
}


@pytest.mark.parametrize("case", _FAILING)
def test_a_failing_keyring_is_named_in_time_and_the_recovery_code_opens(
    session: KeyringSession, keyring: OsKeyring, files: VaultFiles, case: str
) -> None:
    made = create_vault(files, Protection.KEYRING, None, keyring)
    fail, outcome, refusal = _FAILING[case]
    fail(session)
    assert _hurried(session).report().outcome is outcome
    started = time.monotonic()
    with pytest.raises(refusal):
        unlock_with_keyring(files, keyring)
    assert time.monotonic() - started < WORST_SECONDS
    assert unlock_with_recovery_code(files, made.recovery_code.text) == made.data_key
    _assert_kept_secret([session.home, files.folder], made)


@pytest.mark.parametrize("case", _FAILING)
def test_a_failing_keyring_makes_no_vault_and_writes_no_file(
    session: KeyringSession, files: VaultFiles, case: str
) -> None:
    fail, _, refusal = _FAILING[case]
    fail(session)
    before = _files_below(session.home)
    with pytest.raises(refusal):
        create_vault(files, Protection.KEYRING_OR_PASSPHRASE, "correct horse", _hurried(session))
    assert not files.folder.exists()
    assert _files_below(session.home) == before


def test_a_keyring_that_thaws_opens_again(
    session: KeyringSession, keyring: OsKeyring, files: VaultFiles
) -> None:
    made = create_vault(files, Protection.KEYRING, None, keyring)
    session.freeze()
    with pytest.raises(KeyringTimeoutError):
        unlock_with_keyring(files, _hurried(session))
    session.thaw()
    assert unlock_with_keyring(files, keyring) == made.data_key


def test_the_helper_ends_even_when_its_parent_was_killed(session: KeyringSession) -> None:
    session.freeze()
    helper = subprocess.Popen(
        [sys.executable, "-P", "-m", "managernotes.vault.keyring_helper"],
        env=session.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    with helper:
        assert helper.stdin is not None
        helper.stdin.write(b'{"do": "read", "account": "vault-1", "budget": "0.2"}')
        helper.stdin.close()
        assert helper.wait(timeout=10) == 1


# --- keyrings that keep plain text ------------------------------------------------------------

_FORCED: Final = {
    "installed": {},
    "forced": {"PYTHON_KEYRING_BACKEND": PLAINTEXT},
    "null": {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    "chainer": {"PYTHON_KEYRING_BACKEND": "keyring.backends.chainer.ChainerBackend"},
}


def _environment(session: KeyringSession, plugins: Path, case: str) -> dict[str, str]:
    """Return a session in which plaintext keyrings are installed, configured and forced."""
    for root in (session.home / "config", session.home / "share"):
        settings = root / "python_keyring" / "keyringrc.cfg"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[backend]\ndefault-keyring={PLAINTEXT}\n")
    return session.environment | {"PYTHONPATH": str(plugins)} | _FORCED[case]


def test_the_plaintext_keyring_of_these_tests_would_be_used_by_the_library(
    session: KeyringSession, plugins: Path
) -> None:
    program = "import keyring; keyring.set_password('managernotes', 'u', 'x')"
    environment = _environment(session, plugins, "installed")
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    assert (session.home / "keyring_pass.cfg").exists()


@pytest.mark.parametrize("case", _FORCED)
def test_a_plaintext_keyring_is_refused_by_name_and_gets_nothing(
    session: KeyringSession, files: VaultFiles, plugins: Path, case: str
) -> None:
    keyring = OsKeyring(environment=_environment(session, plugins, case))
    session.stop_daemon()
    before = _files_below(session.home)
    expected = {PLAINTEXT, *_FORCED[case].values()}
    assert {*keyring.report().refused} == expected
    with pytest.raises(KeyringUnavailableError) as refusal:
        create_vault(files, Protection.KEYRING, None, keyring)
    assert all(name in str(refusal.value) for name in expected)
    assert not files.folder.exists()
    assert _files_below(session.home) == before


@pytest.mark.parametrize("case", _FORCED)
def test_a_plaintext_keyring_is_passed_over_for_the_real_one(
    session: KeyringSession, files: VaultFiles, plugins: Path, case: str
) -> None:
    keyring = OsKeyring(environment=_environment(session, plugins, case))
    made = create_vault(files, Protection.KEYRING, None, keyring)
    assert unlock_with_keyring(files, keyring) == made.data_key
    report = keyring.report()
    assert report.backend == BACKEND
    assert PLAINTEXT in report.refused
    assert not (session.home / "keyring_pass.cfg").exists()
    _assert_kept_secret([session.home, files.folder], made)


def test_variables_cannot_point_the_real_keyring_elsewhere(session: KeyringSession) -> None:
    steered = session.environment | {"KEYRING_PROPERTY_PREFERRED_COLLECTION": "/nowhere"}
    keyring = OsKeyring(environment=steered)
    assert keyring.write(ACCOUNT, SECRET).outcome is KeyringOutcome.FOUND
    assert keyring.read(ACCOUNT).secret == SECRET


def test_each_refusal_is_one_line_that_differs_from_the_others() -> None:
    sentences = set()
    for outcome in set(KeyringOutcome) - {KeyringOutcome.FOUND}:
        failure = KeyringAnswer(outcome=outcome, refused=(PLAINTEXT,)).failure()
        assert isinstance(failure, KeyringError)
        assert "\n" not in str(failure)
        sentences.add(failure.title)
    assert len(sentences) == 4


def _hurried(session: KeyringSession) -> OsKeyring:
    return OsKeyring(environment=session.environment, budget_seconds=HURRY_SECONDS)


def _files_below(folder: Path) -> dict[str, bytes]:
    """Return every regular file but the daemon's own store of nothing."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "keyrings" not in path.parts
    }


def _assert_kept_secret(folders: list[Path], made: NewVault) -> None:
    """Search everything that was written for the key and the code, in every usual form."""
    key = made.data_key.material
    forms = [key, key.hex().encode(), key.hex().upper().encode(), base64.b64encode(key)]
    forms += [made.recovery_code.symbols.encode(), made.recovery_code.text.encode()]
    searched = 0
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                assert not any(form in content for form in forms), path.name
                searched += 1
    assert searched > len(folders)
    assert not any(key.hex() in value for value in os.environ.values())
