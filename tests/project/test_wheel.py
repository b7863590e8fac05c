"""The wheel holds both roots and the resources, and the resources are found inside it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as an installer would, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    (built,) = folder.glob("*.whl")
    return built


def _sources(folder: Path) -> set[str]:
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_installs_two_packages_and_no_folder_called_ui(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "managernotes",
        "managernotes_ui",
    }


def test_the_wheel_holds_every_source_and_every_resource(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    resources = {"managernotes/_" + name for name in _sources(ROOT / "resources")}
    wanted = _sources(ROOT / "managernotes") | _sources(ROOT / "ui" / "managernotes_ui") | resources
    assert wanted - held == set()


def test_the_wheel_offers_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (entry_points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "managernotes = managernotes_ui.__main__:main" in archive.read(entry_points).decode()


@pytest.mark.parametrize("name", ["icons", "fonts", "sample"])
def test_an_installed_wheel_finds_its_own_resources(wheel: Path, tmp_path: Path, name: str) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from managernotes.resources import resource_folder\n"
        "print(resource_folder(sys.argv[2]))"
    )
    command = [sys.executable, "-I", "-c", program, str(tmp_path), name]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(answer.stdout.strip()) == tmp_path / "managernotes" / "_resources" / name


def test_an_installed_wheel_writes_a_sample_vault(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from managernotes_ui.__main__ import main\n"
        "words = 'sample --people 3 --notes 20 --out'.split()\n"
        "sys.exit(main([*words, sys.argv[1] + '/vault.db']))"
    )
    command = [sys.executable, "-I", "-c", program, str(tmp_path)]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "vault.db").stat().st_size > 4096
