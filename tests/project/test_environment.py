"""The environment is made once, and made again only when what it was made from changes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import environment
import pytest

# Stands in for the environment's Python: it notes how it was called and obeys.
_FAKE_PYTHON = """#!/bin/sh
echo "$@" >> "{log}"
exit {code}
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


class _Place:
    """A project folder with a lock, a project file and a stand-in Python in its .venv."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = root / "packaging" / "requirements.lock"
        self.pyproject = root / "pyproject.toml"
        self.log = root / "calls"
        self.venv = environment.Environment(root)
        self.lock.parent.mkdir()
        self.lock.write_text("one==1 --hash=sha256:0\n", encoding="utf-8")
        self.pyproject.write_text("[project]\n", encoding="utf-8")
        self.put_python()

    def put_python(self, code: int = 0) -> None:
        python = self.venv.program("python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text(_FAKE_PYTHON.format(log=self.log, code=code), encoding="utf-8")
        python.chmod(python.stat().st_mode | stat.S_IXUSR)

    def pip_calls(self) -> list[str]:
        """Return pip's command lines since the last time this was asked."""
        if not self.log.exists():
            return []
        lines = self.log.read_text(encoding="utf-8").splitlines()
        self.log.unlink()
        return [line for line in lines if line.startswith("-m pip install")]


@pytest.fixture
def place(tmp_path: Path) -> _Place:
    return _Place(tmp_path)


def test_the_first_set_up_installs_the_lock_by_hash_and_then_the_project(place: _Place) -> None:
    place.venv.ensure()
    lock, project = place.pip_calls()
    assert "--require-hashes" in lock
    assert lock.endswith(f"--requirement {place.lock}")
    assert "--no-deps" in project
    assert project.endswith(f"--editable {place.root}")


def test_a_second_start_does_nothing(place: _Place) -> None:
    place.venv.ensure()
    place.pip_calls()
    place.venv.ensure()
    assert not place.log.exists()


def test_a_changed_lock_installs_again(place: _Place) -> None:
    place.venv.ensure()
    place.pip_calls()
    place.lock.write_text("one==2 --hash=sha256:0\n", encoding="utf-8")
    place.venv.ensure()
    assert len(place.pip_calls()) == 2


def test_a_changed_project_file_installs_only_the_project(place: _Place) -> None:
    place.venv.ensure()
    place.pip_calls()
    place.pyproject.write_text("[project]\nname = 'x'\n", encoding="utf-8")
    place.venv.ensure()
    (project,) = place.pip_calls()
    assert "--editable" in project


def test_an_interrupted_set_up_is_not_taken_for_finished(place: _Place) -> None:
    place.put_python(code=1)
    with pytest.raises(environment.SetupError):
        place.venv.install_lock(place.lock)
    assert not (place.venv.folder / environment.STAMP).exists()


def test_an_environment_made_for_another_folder_is_made_anew(place: _Place) -> None:
    place.venv.ensure()
    stamp = place.venv.folder / environment.STAMP
    stamp.write_text(stamp.read_text(encoding="utf-8") + "-moved", encoding="utf-8")
    place.lock.write_text("this is no requirement\n", encoding="utf-8")
    with pytest.raises(environment.SetupError):  # a real pip is there now, and refuses that lock
        place.venv.ensure()
    assert (place.venv.folder / "pyvenv.cfg").exists()
    assert not stamp.exists()
