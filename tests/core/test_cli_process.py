"""The command as a process: pipes that close, streams that are not there, several at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.person import NewPerson
from managernotes.services.keys import Protection
from managernotes.services.workspace import create_workspace
from tests.core.keyring_session import running_keyring
from tests.core.vault_fakes import CHEAP, MemoryKeyring

PASSPHRASE: Final = "four words in a row"
NOBODY: Final = 65_534
_MODULE: Final = (sys.executable, "-m", "managernotes_ui")

# Another user may not read the source tree, so everything is imported before the identity is
# given up; root could write everywhere.
_AS_NOBODY: Final = f"""
import base64, ctypes, importlib, os, pkgutil, resource, sys
import argon2
import managernotes
import managernotes_ui.__main__
for module in pkgutil.walk_packages(managernotes.__path__, "managernotes."):
    importlib.import_module(module.name)
if os.geteuid() == 0:
    os.setgroups([]), os.setgid({NOBODY}), os.setuid({NOBODY})
sys.exit(managernotes_ui.__main__.main(sys.argv[1:]))
"""


@dataclass(frozen=True)
class Program:
    """The installed command on one vault, which a passphrase opens."""

    vault: Path
    start: tuple[str, ...] = _MODULE

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            self._line(*words),
            input=f"{PASSPHRASE}\n{stdin}",
            capture_output=True,
            text=True,
            check=False,
            env=self._environment(),
        )

    def shell(self, script: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command as `"$@"` in a shell script, which says where its streams go."""
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", script, "-", *self._line(*words)],
            input=f"{PASSPHRASE}\n",
            capture_output=True,
            text=True,
            check=False,
            env=self._environment(),
        )

    def _line(self, *words: str) -> list[str]:
        return [*self.start, "--vault", str(self.vault), "--passphrase-stdin", *words]

    def _environment(self) -> dict[str, str]:
        return {name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture
def program(home: Path) -> Program:
    """Make a vault with one person, its passphrase cheap to try."""
    made = Program(home / "own" / "vault.db")
    workspace, _code = create_workspace(
        made.vault,
        Protection.PASSPHRASE,
        PASSPHRASE,
        clock=SystemClock(),
        keyring=MemoryKeyring(),
        cost=CHEAP,
    )
    workspace.people.add(NewPerson(display_name="Dana Whitfield"))
    workspace.close()
    return made


@pytest.mark.parametrize("shape", [(), ("--json",)], ids=["lines", "json"])
def test_a_reader_that_has_seen_enough_ends_the_command_quietly(
    program: Program, shape: tuple[str, ...]
) -> None:
    long = "".join(f"@dana +win {number} {'word ' * 800}\n" for number in range(60))
    assert program.run("capture", "-", stdin=long).returncode == 0
    said = program.shell('"$@" | head -c 1', "search", "word", "--limit", "100", *shape)
    assert (said.returncode in {0, 1}, len(said.stdout), said.stderr) == (True, 1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["person", "list"], ["person", "list", "--json"]])
def test_output_that_finds_no_space_is_one_line(program: Program, words: list[str]) -> None:
    said = program.shell('"$@" >/dev/full', *words)
    assert said.returncode == 1
    assert said.stderr.startswith("The output could not be written.")
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 2), ("<&- >&- 2>&-", 2)]
)
def test_a_stream_that_is_not_there_does_no_harm(program: Program, closed: str, code: int) -> None:
    said = program.shell(f'"$@" {closed}', "person", "add", "Maya Brown")
    assert said.returncode == code
    assert "Manager Notes stopped" not in said.stderr
    rows = json.loads(program.run("person", "list", "--json").stdout)
    assert len(rows) == (2 if code == 0 else 1)


def test_eight_programs_at_once_lose_no_note(program: Program) -> None:
    def write(writer: int) -> subprocess.CompletedProcess[str]:
        lines = "".join(f"@dana +win writer {writer} note {n}\n" for n in range(100))
        return program.run("capture", "-", "--json", stdin=lines)

    with ThreadPoolExecutor(8) as writers:
        runs = list(writers.map(write, range(8)))
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 8
    told = [json.loads(line)["id"] for run in runs for line in run.stdout.splitlines()]
    rows = json.loads(program.run("timeline", "dana", "--limit", "1000", "--json").stdout)
    assert len(rows) == 800
    assert {row["id"] for row in rows} == set(told)


@pytest.mark.parametrize(
    ("place", "mode"),
    [("", 0o500), ("", 0o000), ("vault.db", 0o400), ("vault.db", 0), ("vault.db.keys.json", 0)],
)
def test_a_place_that_may_not_be_written_is_refused_untouched(
    program: Program, place: str, mode: int
) -> None:
    folder = program.vault.parent
    _give_away(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / place).chmod(mode)
    other = Program(program.vault, (sys.executable, "-c", _AS_NOBODY))
    for words in (["person", "list", "--json"], ["capture", "@dana hello"]):
        said = other.run(*words)
        assert (said.returncode, said.stdout) == (1, "")
        assert said.stderr.startswith("This place cannot be written.")
        assert said.stderr.count("\n") == 1
    (folder / place).chmod(0o700)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_no_vault_is_made_where_nothing_may_be_written(program: Program) -> None:
    folder = program.vault.parent
    _give_away(folder)
    folder.chmod(0o500)
    before = sorted(folder.iterdir())
    other = Program(folder / "new" / "vault.db", (sys.executable, "-c", _AS_NOBODY))
    said = other.run("init", "--protect", "passphrase", "--json")
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (1, "", 1)
    assert sorted(folder.iterdir()) == before


@pytest.mark.keyring
def test_a_vault_of_the_keyring_needs_nothing_typed_until_the_keyring_is_locked(
    home: Path,
) -> None:
    with running_keyring(home / "keyring") as keyring:

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [*_MODULE, "--vault", str(home / "v" / "vault.db"), *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                env=keyring.environment,
            )

        made = run("init", "--protect", "keyring", "--json")
        assert json.loads(made.stdout)["protect"] == "keyring"
        assert run("person", "add", "Dana Whitfield").returncode == 0
        noted = run("capture", "@dana +win ran it calmly", "--json")
        assert json.loads(noted.stdout)["kind"] == "win"
        [row] = json.loads(run("search", "calmly", "--json").stdout)
        assert row["person"] == "Dana Whitfield"
        keyring.lock()
        refused = run("search", "calmly", "--json")
        assert (refused.returncode, refused.stdout) == (3, "")
        assert "locked" in refused.stderr
        assert refused.stderr.count("\n") == 1


def _give_away(folder: Path) -> None:
    """Let the user who is nobody own the folder, when this is root, whom no mode stops."""
    if os.geteuid() == 0:
        for path in (folder.parent, folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
