"""What is missing on a Debian is found, named as that release names it, and asked for rightly."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
import system_packages
from system_packages import RUN, TEST, Need

GLIB = Need(("libglib2.0-0", "libglib2.0-0t64"), "libglib-2.0.so.0")
GL = Need(("libgl1",), "libGL.so.1")
XVFB = Need(("xvfb",), "Xvfb")

DPKG_LIST = "libglib2.0-0t64\tinstalled\nlibgl1\tconfig-files\nxvfb\tnot-installed\n"
POLICY_NOBLE = """\
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.80.0-6ubuntu3
  Version table:
     2.80.0-6ubuntu3 500
libgl1:
  Installed: (none)
  Candidate: 1.7.0-1build1
"""


def test_only_packages_in_state_installed_count() -> None:
    assert system_packages.installed_names(DPKG_LIST) == {"libglib2.0-0t64"}


def test_a_renamed_package_satisfies_the_need() -> None:
    installed = system_packages.installed_names(DPKG_LIST)
    assert system_packages.missing([GLIB, GL, XVFB], installed) == [GL, XVFB]


def test_an_empty_dpkg_answer_means_everything_is_missing() -> None:
    installed = system_packages.installed_names("")
    assert system_packages.missing(TEST, installed) == list(TEST)


def test_only_packages_with_a_candidate_are_on_offer() -> None:
    assert system_packages.offered_names(POLICY_NOBLE) == {"libglib2.0-0t64", "libgl1"}


def test_the_release_s_own_name_is_installed() -> None:
    offered = system_packages.offered_names(POLICY_NOBLE)
    assert system_packages.names_to_install([GLIB, GL], offered) == ["libglib2.0-0t64", "libgl1"]


def test_the_first_name_is_used_where_no_package_list_is_there_yet() -> None:
    assert system_packages.names_to_install([GLIB, XVFB], frozenset()) == ["libglib2.0-0", "xvfb"]


def test_the_install_command_asks_nothing_and_takes_no_extras() -> None:
    command = system_packages.install_command(["xvfb"])
    assert command[0] == "apt-get"
    assert command[-4:] == ["install", "-y", "--no-install-recommends", "xvfb"]


def test_other_systems_are_told_which_file_is_not_found() -> None:
    absent = system_packages.absent_here(
        [GLIB, GL, XVFB],
        find_library={"glib-2.0": "libglib-2.0.so.0"}.get,
        which={"Xvfb": "/usr/bin/Xvfb"}.get,
    )
    assert absent == [GL]


def test_the_tests_need_all_that_running_needs() -> None:
    assert set(RUN) < set(TEST)
    assert len({name for need in TEST for name in need.names}) == sum(len(n.names) for n in TEST)


@pytest.mark.skipif(
    not (sys.platform.startswith("linux") and shutil.which("dpkg-query")), reason="needs dpkg"
)
def test_the_real_dpkg_knows_what_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    system_packages.ensure([Need(("no-such-package-at-all", "dpkg"), "dpkg")])
    assert capsys.readouterr().out == ""


class _Debian:
    """A Debian of three stand-in programs: nothing is installed until apt-get installs it."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "calls"
        self.installed = folder / "installed"
        self._put(folder / "dpkg-query", f"[ -e {self.installed} ] && cat {self.installed}; exit 1")
        self._put(folder / "apt-cache", "printf 'xvfb:\\n  Candidate: 2\\n'")
        self._put(
            folder / "apt-get",
            f'echo "$@" >> {self.log}; '
            f"[ $1 = install ] && printf 'xvfb\\tinstalled\\n' > {self.installed}; exit 0",
        )

    @staticmethod
    def _put(path: Path, script: str) -> None:
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Debian:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return _Debian(tmp_path)


_linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks dpkg")


@_linux_only
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="needs root")
def test_root_gets_what_is_missing_without_being_asked(debian: _Debian) -> None:
    system_packages.ensure([XVFB])
    update, install = debian.log.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert install.startswith("install -y --no-install-recommends xvfb")


@_linux_only
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="needs root")
def test_a_package_that_does_not_install_is_named(debian: _Debian) -> None:
    with pytest.raises(system_packages.PackagesMissingError, match="libgl1"):
        system_packages.ensure([XVFB, GL])


@_linux_only
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root is not asked")
def test_others_are_told_the_exact_command(debian: _Debian) -> None:
    with pytest.raises(system_packages.PackagesMissingError, match="sudo apt-get install -y"):
        system_packages.ensure([XVFB])
    assert not debian.log.exists()
