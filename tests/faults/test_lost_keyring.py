"""Whatever becomes of the keyring, the notes stay reachable, in time, and nothing is plain.

The states of the real Secret Service themselves are tested in tests/core/test_os_keyring_real.py;
here a vault with notes lives through each of them.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import KeyringError, ManagerNotesError
from managernotes.services.keys import OsKeyring, Protection
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.services.workspace import create_workspace, open_workspace
from managernotes.vault.key_derivation import KdfCost
from tests.core.keyring_session import KeyringSession, running_keyring
from tests.core.leak_scanner import hits
from tests.core.vault_fakes import CHEAP
from tests.faults.figures import Figures

pytestmark = pytest.mark.keyring

PASSPHRASE: Final = "four words by chance"
WORDS: Final = "said only to the vault"
WORST_SECONDS: Final = 6.0
PLAIN: Final = "keyrings.alt.file.PlaintextKeyring"
COST: Final[KdfCost] = CHEAP


class Notebook:
    """A vault with one note, opened by keyring, passphrase and code."""

    def __init__(self, session: KeyringSession, path: Path) -> None:
        self.session = session
        self.path = path
        self.environment = session.environment
        workspace, code = create_workspace(
            path,
            Protection.KEYRING_OR_PASSPHRASE,
            PASSPHRASE,
            clock=SystemClock(),
            keyring=self.keyring,
            cost=COST,
        )
        with closing(workspace):
            workspace.notes.add(
                NewObservation(text=NoteText(fact=WORDS), occurred_on=workspace.ledger.today())
            )
            self.secrets = [workspace.key.material, WORDS.encode(), code.symbols.encode()]
        self.code = code.text

    @property
    def keyring(self) -> OsKeyring:
        """The keyring as this environment has it."""
        return OsKeyring(environment=self.environment)

    def words_by(self, way: WayIn) -> str:
        """Return the note's words, or an empty text when the way opens nothing."""
        try:
            workspace = open_workspace(self.path, way, clock=SystemClock(), keyring=self.keyring)
        except KeyringError:
            return ""
        with closing(workspace):
            [row] = workspace.notes.timeline_outline(None)
            return workspace.notes.get(row.id).text.fact


@pytest.fixture
def notebook(home: Path, tmp_path: Path) -> Iterator[Notebook]:
    with running_keyring(home) as session:
        yield Notebook(session, tmp_path / "notes" / "vault.db")


def _delete_the_entry(notebook: Notebook) -> None:
    notebook.session.clear()


def _swap_the_backend(notebook: Notebook) -> None:
    """Answer on the same bus with another keyring, as after a change of the desktop."""
    notebook.session.stop_daemon()
    for file in notebook.session.home.rglob("*.keyring"):
        file.unlink()
    notebook.session.start_daemon()


def _freeze_the_daemon(notebook: Notebook) -> None:
    notebook.session.freeze()


def _lock_it(notebook: Notebook) -> None:
    notebook.session.lock()


def _force_plain_text(notebook: Notebook) -> None:
    notebook.environment = notebook.session.environment | {"PYTHON_KEYRING_BACKEND": PLAIN}
    notebook.session.stop_daemon()


FAULTS: Final[dict[str, Callable[[Notebook], None]]] = {
    "entry deleted": _delete_the_entry,
    "backend swapped": _swap_the_backend,
    "daemon frozen": _freeze_the_daemon,
    "locked": _lock_it,
    "plaintext backend forced": _force_plain_text,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_other_ways_reach_the_notes_and_nothing_is_plain(
    notebook: Notebook, figures: Figures, fault: str
) -> None:
    assert notebook.words_by(KeyringWay()) == WORDS
    FAULTS[fault](notebook)
    began = time.monotonic()
    assert notebook.words_by(KeyringWay()) == ""
    answered = time.monotonic() - began
    reached = sum(
        notebook.words_by(way) == WORDS
        for way in (PassphraseWay(PASSPHRASE), RecoveryWay(notebook.code))
    )
    plain = [
        *hits(notebook.session.home, notebook.secrets),
        *hits(notebook.path.parent, notebook.secrets),
    ]
    figures(
        f"keyring: {fault}",
        1,
        f"answer after {answered:.1f} s, notes by {reached} of 2 other ways, {len(plain)} in plain",
    )
    assert answered < WORST_SECONDS
    assert (reached, plain) == (2, [])


def test_a_secret_that_a_keyring_writes_in_plain_is_found(notebook: Notebook) -> None:
    written = notebook.session.home / "keyring_pass.cfg"
    written.write_bytes(base64.b64encode(notebook.secrets[0]))
    assert hits(notebook.session.home, notebook.secrets)


def test_a_wrong_passphrase_is_no_other_way(notebook: Notebook) -> None:
    with pytest.raises(ManagerNotesError):
        notebook.words_by(PassphraseWay("not this one"))
