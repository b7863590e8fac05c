"""A vault is made, opened by each way in, shared with another program, and closed."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from managernotes.domain.conversation import ConversationState
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.domain.preparation import Stale
from managernotes.errors import (
    InvalidInputError,
    KeyringAbsentError,
    NewerVaultError,
    StorageFailedError,
    VaultClosedError,
    VaultExistsError,
    WrongPassphraseError,
)
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.services.workspace import (
    FileState,
    Protection,
    SlotKind,
    Workspace,
    create_workspace,
    open_workspace,
    vault_state,
    ways_in,
)
from managernotes.storage import vault_info
from managernotes.storage.migrations import runner
from managernotes.vault import access
from managernotes.vault.connection import open_connection
from managernotes.vault.location import VaultFiles
from tests.core.office import NOON, MovingClock
from tests.core.vault_fakes import MemoryKeyring

ROOT: Final = Path(__file__).resolve().parents[2]
A_NOTE = NewObservation(text=NoteText(fact="Ran the rollback"), occurred_on=NOON.date())


class Place:
    """Where a vault is, with a keyring of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "vault.db"
        self.keyring = MemoryKeyring()
        self.clock = MovingClock()
        self.code = ""

    def create(self, protection: Protection, passphrase: str | None = None) -> Workspace:
        made, code = create_workspace(
            self.path, protection, passphrase, clock=self.clock, keyring=self.keyring
        )
        self.code = code.text
        return made

    def open(self, key: WayIn | None = None) -> Workspace:
        return open_workspace(
            self.path, key or KeyringWay(), clock=self.clock, keyring=self.keyring
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_what_is_written_is_there_after_opening_again(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    dana = made.people.add(NewPerson(display_name="Dana"))
    note = made.notes.add(A_NOTE)
    made.close()
    opened = place.open()
    assert opened.people.list_people() == [dana]
    assert opened.notes.get(note.id) == note
    assert opened.preferences.read("x") == ""
    assert opened.drafts.read("x") == ""
    opened.close()


def test_each_way_in_opens_the_same_vault(place: Place) -> None:
    made = place.create(Protection.KEYRING_OR_PASSPHRASE, "correct horse")
    note = made.notes.add(A_NOTE)
    made.close()
    assert set(ways_in(place.path)) == set(SlotKind) - {SlotKind.KEYRING_AND_PASSPHRASE}
    for way in (KeyringWay(), PassphraseWay("correct horse"), RecoveryWay(place.code)):
        opened = place.open(way)
        assert opened.notes.get(note.id) == note
        opened.close()
    with pytest.raises(WrongPassphraseError):
        place.open(PassphraseWay("wrong horse"))
    place.keyring.secrets.clear()
    with pytest.raises(KeyringAbsentError):
        place.open()


def test_a_way_in_never_shows_its_secret() -> None:
    assert "horse" not in repr(PassphraseWay("horse"))
    assert "ABCD" not in repr(RecoveryWay("ABCD"))


def test_the_state_of_the_files_is_told_without_a_key(place: Place) -> None:
    assert vault_state(place.path) is FileState.FIRST_RUN
    place.create(Protection.KEYRING).close()
    assert vault_state(place.path) is FileState.READY


def test_a_vault_is_never_made_over_another(place: Place) -> None:
    place.create(Protection.KEYRING).close()
    before = place.path.read_bytes()
    with pytest.raises(VaultExistsError):
        place.create(Protection.KEYRING)
    assert place.path.read_bytes() == before


def test_without_a_passphrase_nothing_is_made(place: Place) -> None:
    with pytest.raises(InvalidInputError):
        place.create(Protection.PASSPHRASE, "")
    assert vault_state(place.path) is FileState.FIRST_RUN


def test_a_vault_that_cannot_be_set_up_leaves_no_file_and_no_key(tmp_path: Path) -> None:
    class StoppedClock:
        def now(self) -> datetime:
            raise StorageFailedError

    keyring = MemoryKeyring()
    path = tmp_path / "notes" / "vault.db"
    with pytest.raises(StorageFailedError):
        create_workspace(path, Protection.KEYRING, None, clock=StoppedClock(), keyring=keyring)
    assert list(tmp_path.iterdir()) == []
    assert keyring.secrets == {}


_MAKER = """
import sys
from pathlib import Path
from managernotes.services.workspace import Protection, create_workspace
from tests.core.office import MovingClock
from tests.core.vault_fakes import CHEAP, MemoryKeyring
for number in range(10_000):
    create_workspace(
        Path(sys.argv[1]) / str(number) / "v", Protection.PASSPHRASE, "correct horse",
        clock=MovingClock(), keyring=MemoryKeyring(), cost=CHEAP,
    )
    print("made", flush=True)
"""


def test_a_kill_while_making_leaves_no_vault_without_its_schema(tmp_path: Path) -> None:
    whole = 0
    for kill in range(5):
        place = tmp_path / str(kill)
        with subprocess.Popen(
            [sys.executable, "-c", _MAKER, str(place)], stdout=subprocess.PIPE, cwd=ROOT
        ) as maker:
            assert maker.stdout is not None
            maker.stdout.readline()
            time.sleep(0.02 * kill)
            maker.kill()
        for folder in place.iterdir():
            files = VaultFiles(folder / "v")
            if vault_state(files.database) is FileState.READY:
                key = access.unlock_with_passphrase(files, "correct horse")
                with closing(open_connection(files, key)) as db:
                    assert runner.current_version(db) == len(runner.STEPS)
                    assert vault_info.device(db) is not None
                whole += 1
    assert whole >= 5


def test_a_newer_vault_is_refused_untouched(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    made._db.execute("PRAGMA user_version = 99")
    made.close()
    before = place.path.read_bytes()
    with pytest.raises(NewerVaultError):
        place.open()
    assert place.path.read_bytes() == before


def test_a_closed_vault_answers_nothing(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    made.close()
    made.close()
    made.interrupt()
    for ask in (made.people.list_people, made.notes.timeline, made.changed):
        with pytest.raises(VaultClosedError):
            ask()


def test_notices_what_another_program_wrote(place: Place) -> None:
    window = place.create(Protection.KEYRING)
    command = place.open()
    assert not window.changed()
    window.notes.add(A_NOTE)
    assert not window.changed(), "its own writing is no news"
    note = command.notes.add(A_NOTE)
    assert window.changed()
    assert not window.changed()
    assert window.notes.get(note.id) == note
    assert command.changed()
    window.close()
    command.close()


def test_the_bin_is_emptied_when_the_vault_is_opened(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    old, new = made.notes.add(A_NOTE), made.notes.add(A_NOTE)
    made.notes.bin(old.id)
    place.clock.advance(days=2)
    made.notes.bin(new.id)
    made.close()
    place.clock.moment = NOON + timedelta(days=31)
    opened = place.open()
    assert [note.id for note in opened.notes.binned()] == [new.id]
    opened.close()


def test_a_bin_that_cannot_be_emptied_now_does_not_keep_the_vault_shut(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    note = made.notes.add(A_NOTE)
    made.notes.bin(note.id)
    place.clock.advance(days=31)
    with made._db.transaction():
        opened = place.open()
    assert [binned.id for binned in opened.notes.binned()] == [note.id]
    opened.close()
    made.close()


def test_what_was_prepared_long_ago_is_a_draft_when_the_vault_is_opened(place: Place) -> None:
    with closing(place.create(Protection.KEYRING)) as workspace:
        dana = workspace.people.add(NewPerson(display_name="Dana"))
        concern = workspace.notes.add(replace(A_NOTE, kind=Kind.CONCERN, people=(dana.id,)))
        made = workspace.preparations.from_note(concern.id)
        workspace.preparations.change(made.id, is_grave=False)
        words = replace(made.words, offers=("I move the call",))
        workspace.preparations.save_words(made.id, words)
        workspace.preparations.override(made.id, "She asked to talk.")
    place.clock.advance(days=14, minutes=1)
    with closing(place.open(KeyringWay())) as workspace:
        talk = workspace.talks.get(made.conversation)
        assert talk.state is ConversationState.DRAFTING
        assert workspace.preparations.get(made.id).stale is Stale.OLD


def test_every_vault_signs_with_one_device(place: Place) -> None:
    made = place.create(Protection.KEYRING)
    made.notes.add(A_NOTE)
    made.close()
    opened = place.open()
    opened.notes.add(A_NOTE)
    origins = opened._db.execute("SELECT DISTINCT origin FROM observation_record").fetchall()
    assert len(origins) == 1
    opened.close()
