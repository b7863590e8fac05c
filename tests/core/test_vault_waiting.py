"""Several programs write to one vault, and each gets its turn."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from managernotes.vault.connection import create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.waiting import FairWait

KEY: Final = DataKey(bytes(range(32)))
WRITERS: Final = 8
WRITES: Final = 20
_WRITER: Final = """
import sys, time
from pathlib import Path
from managernotes.vault.connection import open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
db = open_connection(VaultFiles(Path(sys.argv[1])), DataKey(bytes(range(32))))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    with db.transaction():
        db.execute("INSERT INTO note (body) VALUES (?)", (number,))
        time.sleep(0.005)
"""


def test_eight_steady_writers_lose_nothing_and_none_is_refused(tmp_path: Path) -> None:
    files = VaultFiles(tmp_path / "mine.vault")
    with closing(create_connection(files, KEY)) as db:
        db.execute("CREATE TABLE note (body)")
    command = [sys.executable, "-c", _WRITER, str(files.database), str(WRITES)]
    writers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(WRITERS)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(b"\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    with closing(open_connection(files, KEY)) as db:
        assert db.execute("SELECT count(*) FROM note").fetchone()[0] == WRITERS * WRITES


def test_waiting_ends_when_the_patience_does() -> None:
    wait = FairWait(patience_seconds=0.05)
    started = time.monotonic()
    looks = 0
    while wait.look_again(looks):
        looks += 1
    assert 0.05 <= time.monotonic() - started < 1
    assert looks > 5
    assert wait.look_again(0)  # a new wait starts afresh


def test_only_a_writer_in_a_row_leaves_a_gap() -> None:
    wait = FairWait()
    assert _seconds_before_write(wait) < 0.002
    wait.wrote()
    assert _seconds_before_write(wait) >= 0.002


def _seconds_before_write(wait: FairWait) -> float:
    started = time.monotonic()
    wait.before_write()
    return time.monotonic() - started
