"""From a line typed while the vault is locked to a note that waits for a look."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.person import NewPerson
from managernotes.domain.search_query import parse_query
from managernotes.errors import (
    DamagedInboxKeyError,
    InboxFullError,
    InboxTooLargeError,
    InvalidInputError,
    MissingVaultError,
    NoInboxKeyError,
)
from managernotes.services.inbox import InboxReport
from managernotes.services.sealed_capture import SealedCapture
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import (
    Protection,
    Workspace,
    create_workspace,
    open_workspace,
)
from managernotes.storage import sealed_notes
from managernotes.vault.inbox_file import MOST_BYTES, append_box
from managernotes.vault.inbox_key import InboxKey, read_inbox_key, write_inbox_key
from managernotes.vault.location import VaultFiles
from managernotes.vault.sealed_box import new_pair, seal
from tests.core.office import NOON, MovingClock
from tests.core.vault_fakes import MemoryKeyring

ROOT = Path(__file__).resolve().parents[2]
MUTATIONS, AT_ONCE = 1000, 10


class Locked:
    """A vault with two Danas and an Arjun in it, locked."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "vault.db"
        self.files = VaultFiles(self.path)
        self.keyring = MemoryKeyring()
        self.clock = MovingClock()
        made, code = create_workspace(
            self.path, Protection.KEYRING, None, clock=self.clock, keyring=self.keyring
        )
        for name in ("Dana Whitfield", "Dana Kim", "Arjun Mehta"):
            made.people.add(NewPerson(display_name=name))
        made.close()
        self.code = code.text
        self.inbox = SealedCapture(self.path, self.clock)

    def open(self) -> Workspace:
        return open_workspace(self.path, KeyringWay(), clock=self.clock, keyring=self.keyring)


@pytest.fixture
def locked(tmp_path: Path) -> Locked:
    return Locked(tmp_path)


def test_a_line_is_filed_at_the_unlock_as_of_the_day_it_was_written(locked: Locked) -> None:
    locked.inbox.take("@arjun +win ran it calmly #incident ^yesterday !+2")
    written = locked.clock.now()
    locked.clock.advance(days=3)
    workspace = locked.open()
    assert workspace.received == InboxReport(filed=1)
    [waiting] = workspace.unconfirmed.waiting()
    note = workspace.notes.get(waiting.row.id)
    assert (note.text.fact, note.kind, note.tags) == ("ran it calmly", Kind.WIN, ("incident",))
    assert note.occurred_on == NOON.date() - timedelta(days=1)
    assert note.come_back_on == NOON.date() + timedelta(days=2)
    assert note.created_at == written
    assert (note.unconfirmed, note.share_state) == (True, None)
    assert locked.files.inbox.stat().st_size == 0
    workspace.close()


def test_nothing_of_a_sealed_line_can_be_read_beside_the_vault(locked: Locked) -> None:
    locked.inbox.take("@arjun could not hold the marker-7431 promise")
    for path in locked.files.folder.iterdir():
        assert b"marker-7431" not in path.read_bytes()
        assert b"arjun" not in path.read_bytes().lower()


def test_an_unconfirmed_note_is_found_and_counts_nowhere_until_it_is_confirmed(
    locked: Locked,
) -> None:
    locked.inbox.take("@arjun +con came late")
    workspace = locked.open()
    [arjun] = [p for p in workspace.people.overview() if p.display_name == "Arjun Mehta"]
    assert arjun.unsaid == 0
    [hit] = workspace.search.search(parse_query("late", NOON.date()))
    assert hit.unconfirmed
    [row] = workspace.notes.timeline(arjun.id).rows
    assert (row.unconfirmed, row.share_state) == (True, None)
    workspace.unconfirmed.confirm(row.id)
    [arjun] = [p for p in workspace.people.overview() if p.display_name == "Arjun Mehta"]
    assert (arjun.unsaid, workspace.unconfirmed.count()) == (1, 0)
    note = workspace.notes.get(row.id)
    assert (note.unconfirmed, note.share_state) == (False, ShareState.UNSAID)
    assert workspace.unconfirmed.confirm(row.id) == note
    workspace.close()


def test_another_kind_and_saying_it_wait_for_the_confirmation(locked: Locked) -> None:
    locked.inbox.take("@arjun came late")
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    changed = workspace.notes.change(waiting.row.id, kind=Kind.CONCERN)
    assert (changed.kind, changed.share_state, changed.unconfirmed) == (Kind.CONCERN, None, True)
    with pytest.raises(InvalidInputError, match="sealed while"):
        workspace.notes.mark_shared(waiting.row.id, NOON.date())
    workspace.close()


@pytest.mark.parametrize("line", ["@dana +win kept calm", "@nobody +win kept calm"])
def test_a_name_that_is_unclear_costs_no_word_of_the_line(locked: Locked, line: str) -> None:
    locked.inbox.take(line)
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    assert waiting.text == line
    assert (waiting.row.kind, waiting.row.people) == (Kind.LOOSE, ())
    assert waiting.problem
    workspace.close()


def test_who_was_meant_is_chosen_among_those_who_may_be(locked: Locked) -> None:
    locked.inbox.take("@dana +con @arjun left the review early #reviews ^yesterday")
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    names = {p.id: p.display_name for p in workspace.people.list_people()}
    assert {names[person] for person in waiting.candidates} == {"Dana Whitfield", "Dana Kim"}
    kim = next(person for person in waiting.candidates if names[person] == "Dana Kim")
    note = workspace.unconfirmed.choose(waiting.row.id, kim)
    assert [names[person] for person in note.people] == ["Dana Kim", "Arjun Mehta"]
    assert (note.text.fact, note.kind) == ("left the review early", Kind.CONCERN)
    assert note.occurred_on == NOON.date() - timedelta(days=1)
    assert note.unconfirmed
    [listed] = workspace.unconfirmed.waiting()
    assert not listed.problem
    with pytest.raises(InvalidInputError, match="asks for nobody"):
        workspace.unconfirmed.choose(note.id, kim)
    workspace.close()


def test_with_two_unclear_names_one_is_asked_after_the_other(locked: Locked) -> None:
    locked.inbox.take("@dana and @ghost argued")
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    half = workspace.unconfirmed.choose(waiting.row.id, waiting.candidates[0])
    assert "@ghost" in half.text.fact
    [again] = workspace.unconfirmed.waiting()
    assert "ghost" in again.problem
    workspace.close()


@pytest.mark.parametrize(
    "line", ["", "   ", "+win", "@dana", "@dana +win #tag", "+co a", "a ^+3", "a !-3", "a\x00b"]
)
def test_what_could_be_no_note_whoever_is_meant_is_refused_at_once(
    locked: Locked, line: str
) -> None:
    with pytest.raises(InvalidInputError):
        locked.inbox.take(line)
    assert not locked.files.inbox.exists()


def test_what_was_typed_and_left_is_kept_though_it_does_not_parse(locked: Locked) -> None:
    locked.inbox.take_unfinished("@dana +co")
    workspace = locked.open()
    assert [note.text for note in workspace.unconfirmed.waiting()] == ["@dana +co"]
    workspace.close()


def test_a_clock_that_ran_ahead_makes_no_note_from_the_future(locked: Locked) -> None:
    locked.clock.advance(days=400)
    locked.inbox.take("@arjun was here ^today")
    locked.clock.advance(days=-400)
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    assert waiting.row.created_at == locked.clock.now()
    assert waiting.row.occurred_on == NOON.date()
    workspace.close()


def test_the_same_box_put_back_is_not_filed_again(locked: Locked) -> None:
    locked.inbox.take("@arjun was here")
    copy = locked.files.inbox.read_bytes()
    locked.open().close()
    locked.files.inbox.write_bytes(copy * 3)
    workspace = locked.open()
    assert workspace.received == InboxReport()
    assert workspace.unconfirmed.count() == 1
    workspace.close()


def test_the_window_that_is_open_files_what_comes_in(locked: Locked) -> None:
    workspace = locked.open()
    assert workspace.inbox.file_waiting() == InboxReport()
    locked.inbox.take("@arjun was here")
    assert workspace.inbox.file_waiting() == InboxReport(filed=1)
    workspace.close()


def test_what_cannot_be_opened_is_counted_and_set_aside(locked: Locked) -> None:
    locked.inbox.take("@arjun was here")
    append_box(locked.files, seal(b"another vault's", new_pair().public))
    append_box(locked.files, seal(b"no line", read_inbox_key(locked.files).public))
    with locked.files.inbox.open("ab") as file:
        file.write(b"garbage")
    workspace = locked.open()
    assert workspace.received == InboxReport(filed=1, unreadable=3)
    assert locked.files.inbox_aside.read_bytes().endswith(b"garbage")
    assert locked.files.inbox.stat().st_size == 0
    workspace.close()


def test_a_key_put_in_the_place_of_ours_is_noticed_and_put_right(locked: Locked) -> None:
    own = read_inbox_key(locked.files)
    write_inbox_key(locked.files, InboxKey(own.vault_id, new_pair().public))
    locked.inbox.take("@arjun was here")
    workspace = locked.open()
    assert workspace.received == InboxReport(unreadable=1, key_replaced=True)
    assert read_inbox_key(locked.files) == own
    workspace.close()
    assert locked.open().received == InboxReport()


@pytest.mark.parametrize("content", [None, b"damaged"])
def test_a_key_file_that_is_gone_or_damaged_takes_nothing_and_comes_back(
    locked: Locked, content: bytes | None
) -> None:
    own = read_inbox_key(locked.files)
    locked.files.inbox_key.unlink()
    if content is not None:
        locked.files.inbox_key.write_bytes(content)
    assert not locked.inbox.can_seal()
    with pytest.raises((NoInboxKeyError, DamagedInboxKeyError)):
        locked.inbox.take("@arjun was here")
    locked.open().close()
    assert read_inbox_key(locked.files) == own


def test_another_vaults_key_file_is_not_sealed_with(locked: Locked) -> None:
    own = read_inbox_key(locked.files)
    write_inbox_key(locked.files, InboxKey("0" * 32, own.public))
    with pytest.raises(DamagedInboxKeyError):
        locked.inbox.take("@arjun was here")


def test_a_vault_from_before_gets_its_keys_at_the_next_opening(locked: Locked) -> None:
    workspace = locked.open()
    with workspace.ledger.db.transaction():
        workspace.ledger.db.execute("DELETE FROM vault_info WHERE name LIKE 'inbox%'")
    workspace.close()
    locked.files.inbox_key.unlink()
    locked.open().close()
    locked.inbox.take("@arjun was here")
    workspace = locked.open()
    assert workspace.received == InboxReport(filed=1)
    workspace.close()


def test_a_full_inbox_is_said_and_one_that_is_too_large_hinders_no_unlock(
    locked: Locked,
) -> None:
    locked.files.inbox.write_bytes(bytes(MOST_BYTES))
    with pytest.raises(InboxFullError):
        locked.inbox.take("@arjun was here")
    locked.files.inbox.write_bytes(bytes(MOST_BYTES + 1))
    workspace = locked.open()
    assert isinstance(workspace.received.trouble, InboxTooLargeError)
    assert locked.files.inbox.stat().st_size == MOST_BYTES + 1
    workspace.close()


def test_nothing_is_sealed_beside_a_vault_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingVaultError):
        SealedCapture(tmp_path / "vault.db", MovingClock()).take("was here")


def test_the_keys_of_the_inbox_are_made_once(locked: Locked) -> None:
    first, second = locked.open(), locked.open()
    pairs = {sealed_notes.sealing_pair(each.ledger.db) for each in (first, second)}
    assert len(pairs) == 1
    assert None not in pairs
    first.close()
    second.close()


def test_a_thousand_mutations_of_the_inbox_crash_nothing_and_file_nothing_false(
    locked: Locked,
) -> None:
    texts = [f"line {number} was here" for number in range(6)]
    for text in texts:
        locked.inbox.take(text)
    good = locked.files.inbox.read_bytes()
    random = Random(38)  # noqa: S311 - no secret
    workspace = locked.open()
    altered = 0
    for _ in range(MUTATIONS // AT_ONCE):
        heap = b"".join(_mutated(good, random) for _ in range(AT_ONCE))
        locked.files.inbox.write_bytes(heap)
        report = workspace.inbox.file_waiting()
        assert (report.filed, report.trouble) == (0, None)
        altered += report.unreadable
    assert sorted(note.text for note in workspace.unconfirmed.waiting()) == texts
    assert altered > MUTATIONS // 2
    workspace.close()


def _mutated(content: bytes, random: Random) -> bytes:
    """Return an inbox with bits flipped, a part cut out, doubled, or moved."""
    start = random.randrange(len(content))
    end = min(len(content), start + random.randrange(1, 400))
    part = content[start:end]
    match random.randrange(5):
        case 0:
            flipped = bytes([part[0] ^ 1 << random.randrange(8)])
            return content[:start] + flipped + content[start + 1 :]
        case 1:
            return content[:start] + content[end:]
        case 2:
            return content[:end] + part + content[end:]
        case 3:
            return part + content[:start] + content[end:]
        case _:
            return content[:start] + random.randbytes(len(part)) + content[end:]


def test_a_day_in_a_line_is_read_in_the_zone_it_was_written_in(locked: Locked) -> None:
    locked.clock.moment = NOON.replace(hour=0, minute=30)  # the day before in UTC
    locked.inbox.take("was here")
    locked.clock.advance(days=1)
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    assert waiting.row.occurred_on == date(2026, 3, 12)
    workspace.close()


def test_a_name_that_is_known_by_now_is_read_when_the_note_is_confirmed(locked: Locked) -> None:
    locked.inbox.take("@helena +con was not told #release")
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    assert (bool(waiting.problem), waiting.reads_now) == (True, False)
    helena = workspace.people.add(NewPerson(display_name="Helena Brandt"))
    [waiting] = workspace.unconfirmed.waiting()
    assert (waiting.problem, waiting.reads_now) == ("", True)
    note = workspace.unconfirmed.confirm(waiting.row.id)
    assert (note.people, note.kind, note.text.fact) == ((helena.id,), Kind.CONCERN, "was not told")
    assert (note.share_state, note.unconfirmed) == (ShareState.UNSAID, False)
    workspace.close()


def test_a_name_that_stays_unclear_is_confirmed_as_it_was_typed(locked: Locked) -> None:
    locked.inbox.take("@helena was not told")
    workspace = locked.open()
    [waiting] = workspace.unconfirmed.waiting()
    note = workspace.unconfirmed.confirm(waiting.row.id)
    assert (note.text.fact, note.unconfirmed) == ("@helena was not told", False)
    workspace.close()


_OPEN = """
import sys
from pathlib import Path
from managernotes.clock import SystemClock
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import open_workspace
from tests.core.vault_fakes import MemoryKeyring
way = RecoveryWay(sys.stdin.readline().strip())
open_workspace(Path(sys.argv[1]), way, clock=SystemClock(), keyring=MemoryKeyring()).close()
print(any(name.partition(".")[0] == "nacl" for name in sys.modules))
"""


@pytest.mark.parametrize(("waits", "loaded"), [(False, "False"), (True, "True")])
def test_opening_a_vault_loads_the_sealing_library_only_when_something_waits(
    locked: Locked, waits: bool, loaded: str
) -> None:
    if waits:
        locked.inbox.take("was here")
    done = subprocess.run(
        [sys.executable, "-c", _OPEN, str(locked.path)],
        input=locked.code,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (loaded, "")
