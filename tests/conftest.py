"""What every test gets: Qt without a screen, a home of its own, no way to the developer's data.

`--long` adds the tests marked long. A test that needs a program this computer lacks is skipped
with that reason, except in CI, where everything must be there.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

pytest_plugins = ["tests.faults.figures"]

_IN_CI = "CI" in os.environ
_HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
# The desktop of whoever runs the tests: its windows, its keyring, its look.
_DESKTOP_VARIABLES = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "PYTHON_KEYRING_BACKEND",
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "QT_SCALE_FACTOR",
    "XDG_CURRENT_DESKTOP",
)
_PROGRAMS_FOR = {
    "dbus": ("dbus-daemon",),
    "keyring": ("dbus-daemon", "gnome-keyring-daemon"),
    "xvfb": ("Xvfb", "xdotool"),
    "faketime": ("faketime",),
    "strace": ("strace",),
}

# pytest-qt starts Qt, so this stands before any test or fixture runs.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in _DESKTOP_VARIABLES:
    os.environ.pop(_name, None)

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if _IN_CI else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--long`."""
    parser.addoption("--long", action="store_true", help="also run the tests marked long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out long tests unless asked for, and tests whose program is not installed."""
    if not config.getoption("--long"):
        config.hook.pytest_deselected(items=[i for i in items if i.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    if _IN_CI:
        return
    for mark, programs in _PROGRAMS_FOR.items():
        absent = [program for program in programs if shutil.which(program) is None]
        for item in items:
            if absent and item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"needs {', '.join(absent)}"))


@pytest.fixture(scope="session")
def homes() -> Iterator[Path]:
    """Where the homes of all tests lie; a short path, because a socket's path may not be long."""
    with tempfile.TemporaryDirectory(prefix="mn-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, so that it can neither read nor write a real one."""
    folder = Path(tempfile.mkdtemp(dir=homes))
    for variable, place in _HOME_VARIABLES.items():
        (folder / place).mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(folder / place))
    return folder
