"""The house keeps its shape: two roots, small rooms, and a core that knows no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 350  # lines; review starts at 250
LONGEST_TEST = 600  # lines; cases of one room stand in one file
LISTS = {"managernotes/errors.py"}  # one short class per failure: a list, not a room


def _modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _longer_than(lines: int, *folders: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in _modules(*folders)
        if len(path.read_text(encoding="utf-8").splitlines()) > lines
    }


def test_packaging_is_no_package_and_so_hides_no_library_of_that_name() -> None:
    assert (ROOT / "packaging" / "bootstrap.py").exists()
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_ui_is_a_source_root_and_no_package() -> None:
    assert (ROOT / "ui" / "managernotes_ui" / "__init__.py").exists()
    assert not (ROOT / "ui" / "__init__.py").exists()


def test_no_module_grows_beyond_what_one_can_read() -> None:
    assert _longer_than(LONGEST_MODULE, "managernotes", "ui", "packaging") - LISTS == set()
    assert _longer_than(LONGEST_TEST, "tests") == set()


def test_every_package_folder_is_a_regular_package() -> None:
    folders = {path.parent for path in _modules("managernotes", "ui/managernotes_ui")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def test_importing_the_whole_core_loads_no_qt() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in _modules("managernotes")
        if path.stem != "__main__"
    ]
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in {'PySide6', 'shiboken6'}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, *names], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout.strip()) == (0, ""), answer.stderr
