"""Asking the keyring through a process: whatever the helper does, one of five outcomes comes."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from managernotes.vault.os_keyring import KeyringAnswer, KeyringOutcome, OsKeyring

BUDGET: Final = 0.6
SECRET: Final = b"\x00secret\xff"


def _helper(program: str) -> OsKeyring:
    """Return a keyring whose helper is this program."""
    return OsKeyring(_command(program), budget_seconds=BUDGET)


def _command(program: str) -> Sequence[str]:
    return (sys.executable, "-S", "-c", program)


def _says(*lines: str) -> str:
    return f"import sys; sys.stdin.read(); print({chr(10).join(lines)!r}, flush=True)"


@pytest.mark.parametrize("outcome", KeyringOutcome)
def test_every_outcome_comes_through(outcome: KeyringOutcome) -> None:
    keyring = _helper(_says(f'{{"outcome": "{outcome}", "backend": "b", "refused": ["x.Y"]}}'))
    answer = keyring.read("vault-1")
    assert answer == KeyringAnswer(outcome=outcome, backend="b", refused=("x.Y",))
    assert (answer.failure() is None) is (outcome is KeyringOutcome.FOUND)


def test_a_found_secret_comes_through_and_does_not_show_itself() -> None:
    keyring = _helper(_says('{"outcome": "found", "secret": "AHNlY3JldP8="}'))
    answer = keyring.read("vault-1")
    assert answer.secret == SECRET
    assert "secret" not in repr(answer)


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "import os; os.abort()",
        "import os; os.close(0); os.close(1)",
        _says("no json"),
        _says("[]"),
        _says('{"outcome": "maybe"}'),
        _says('{"outcome": "found", "secret": "not base64"}'),
        _says('{"outcome": "found", "secret": 5}'),
        _says('{"outcome": null}'),
    ],
)
def test_a_helper_that_fails_or_babbles_is_unavailable(program: str) -> None:
    assert _helper(program).read("vault-1").outcome is KeyringOutcome.UNAVAILABLE


def test_a_helper_that_cannot_start_is_unavailable(tmp_path: Path) -> None:
    keyring = OsKeyring((str(tmp_path / "nothing"),))
    assert keyring.read("vault-1").outcome is KeyringOutcome.UNAVAILABLE


def test_a_helper_that_hangs_is_killed_with_all_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    program = f"""
import os, pathlib, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
pathlib.Path({str(pids)!r}).write_text(f"{{os.getpid()}} {{child.pid}}")
time.sleep(60)
"""
    started = time.monotonic()
    assert _helper(program).read("vault-1").outcome is KeyringOutcome.TIMEOUT
    assert time.monotonic() - started < BUDGET + 1
    for pid in map(int, pids.read_text().split()):
        _assert_ends(pid)


def test_a_keyring_that_was_locked_when_the_time_ran_out_is_called_locked() -> None:
    program = _says('{"outcome": "locked", "backend": "b"}') + "; import time; time.sleep(60)"
    assert _helper(program).read("vault-1").outcome is KeyringOutcome.LOCKED


def test_a_keyring_that_was_unlocked_in_time_is_found() -> None:
    keyring = _helper(_says('{"outcome": "locked"}', '{"outcome": "found", "secret": "AA=="}'))
    assert keyring.read("vault-1").secret == b"\0"


def test_a_secret_travels_over_the_pipe_alone(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = f"""
import os, pathlib, sys
pathlib.Path({str(told)!r}).write_text(f"{{sys.argv}} {{dict(os.environ)}}")
assert "AHNlY3JldP8=" in sys.stdin.read()
print('{{"outcome": "found"}}')
"""
    assert _helper(program).write("vault-1", SECRET).outcome is KeyringOutcome.FOUND
    assert "vault-1" not in told.read_text()
    assert "AHNlY3JldP8=" not in told.read_text()


def test_a_python_file_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("keyring", "json", "managernotes"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    OsKeyring().report()
    assert not (tmp_path / "ran").exists()


def test_an_interrupted_question_leaves_no_helper(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    program = f"""
import os, pathlib, signal, time
pathlib.Path({str(pid_file)!r}).write_text(str(os.getpid()))
os.kill(os.getppid(), signal.SIGINT)
time.sleep(60)
"""
    keyring = OsKeyring(_command(program), budget_seconds=10)
    # A shell that starts tests in the background lets them ignore the key.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            keyring.read("vault-1")
    finally:
        signal.signal(signal.SIGINT, before)
    _assert_ends(int(pid_file.read_text()))


def _assert_ends(pid: int) -> None:
    deadline = time.monotonic() + 5
    while _runs(pid):
        assert time.monotonic() < deadline, "the process still runs"
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # An orphan that nobody reaps yet is dead all the same.
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
