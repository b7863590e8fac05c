"""The system libraries and programs that Qt and the tests need, and how to get them on Debian.

The list was found by running in a bare Debian 12: first what `ldd` missed for Qt's offscreen and
xcb platforms, then the programs that the tests start. Each need has its Debian name, an older or
newer name where a release renamed it, and the file by which other systems are judged.
"""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass


class PackagesMissingError(Exception):
    """Something is missing that only the person at the machine can install; says the command."""


@dataclass(frozen=True)
class Need:
    """One system package: its Debian names (newest last) and what it brings."""

    names: tuple[str, ...]
    brings: str

    @property
    def is_library(self) -> bool:
        """Whether it brings a shared library (else a program)."""
        return ".so" in self.brings


def _need(names: str, brings: str) -> Need:
    return Need(tuple(names.split()), brings)


RUN: tuple[Need, ...] = (
    _need("libglib2.0-0 libglib2.0-0t64", "libglib-2.0.so.0"),
    _need("libgl1", "libGL.so.1"),
    _need("libegl1", "libEGL.so.1"),
    _need("libfontconfig1", "libfontconfig.so.1"),
    _need("libfreetype6", "libfreetype.so.6"),
    _need("libdbus-1-3", "libdbus-1.so.3"),
    _need("libxkbcommon0", "libxkbcommon.so.0"),
    _need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    _need("libx11-xcb1", "libX11-xcb.so.1"),
    _need("libxcb-cursor0", "libxcb-cursor.so.0"),
    _need("libxcb-icccm4", "libxcb-icccm.so.4"),
    _need("libxcb-image0", "libxcb-image.so.0"),
    _need("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    _need("libxcb-randr0", "libxcb-randr.so.0"),
    _need("libxcb-render-util0", "libxcb-render-util.so.0"),
    _need("libxcb-shape0", "libxcb-shape.so.0"),
    _need("libxcb-sync1", "libxcb-sync.so.1"),
    _need("libxcb-xfixes0", "libxcb-xfixes.so.0"),
    _need("libxcb-xkb1", "libxcb-xkb.so.1"),
    _need("libwayland-cursor0", "libwayland-cursor.so.0"),
)
TEST: tuple[Need, ...] = (
    *RUN,
    _need("xvfb", "Xvfb"),
    _need("xauth", "xauth"),
    _need("xdotool", "xdotool"),
    _need("dbus", "dbus-daemon"),
    _need("gnome-keyring", "gnome-keyring-daemon"),
    _need("libsecret-tools", "secret-tool"),
    _need("strace", "strace"),
    _need("faketime", "faketime"),
)
BUILD: tuple[Need, ...] = (*RUN, _need("binutils", "objdump"))

_WAIT_FOR_OTHERS = ("-o", "DPkg::Lock::Timeout=120")  # seconds


def installed_names(dpkg_output: str) -> frozenset[str]:
    """Return the packages that `dpkg-query` lists as installed ("name<TAB>status" lines)."""
    lines = (line.partition("\t") for line in dpkg_output.splitlines())
    return frozenset(name for name, _, status in lines if status.strip() == "installed")


def missing(needs: Iterable[Need], installed: Collection[str]) -> list[Need]:
    """Return the needs of which no name is installed, in their order."""
    return [need for need in needs if not any(name in installed for name in need.names)]


def offered_names(policy_output: str) -> frozenset[str]:
    """Return the packages for which `apt-cache policy` shows a version to install."""
    offered = set()
    name = ""
    for line in policy_output.splitlines():
        if line and not line[0].isspace():
            name = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            offered.add(name)
    return frozenset(offered)


def names_to_install(needs: Iterable[Need], offered: Collection[str]) -> list[str]:
    """Return one name per need: the one on offer, else the first, which apt knows to follow."""
    return [next((name for name in need.names if name in offered), need.names[0]) for need in needs]


def ensure(needs: Sequence[Need]) -> None:
    """Install, ask for or name what is missing; raises PackagesMissingError if it stays missing."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        _ensure_debian([*needs, *_venv_need()])
    else:
        _tell_other_systems(needs)


def install_command(names: Sequence[str]) -> list[str]:
    """Return the command that installs these packages without asking anything."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def _venv_need() -> list[Need]:
    """Debian ships venv without pip's bootstrap unless python3-venv is installed."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return [_need(f"{version} python3-venv", "ensurepip")]


def _ensure_debian(needs: Sequence[Need]) -> None:
    lacking = missing(needs, _installed(needs))
    if not lacking:
        return
    as_root: list[str] = [] if os.geteuid() == 0 else ["sudo"]
    names = names_to_install(lacking, _offered(lacking))
    print("Missing system packages:", *names, flush=True)
    if as_root and not (shutil.which("sudo") and _agreed("Install them now with sudo?")):
        command = " ".join(install_command(names))
        raise PackagesMissingError(f"Install them first:\n  sudo {command}")
    # A list that cannot be fetched is told by apt and does not matter if the install succeeds.
    _apt([*as_root, "apt-get", "update"])
    names = names_to_install(lacking, _offered(lacking))
    _apt([*as_root, *install_command(names)])
    still = missing(needs, _installed(needs))
    if still:
        listed = " ".join(need.names[0] for need in still)
        raise PackagesMissingError(f"These system packages could not be installed: {listed}")


def _tell_other_systems(needs: Iterable[Need]) -> None:
    absent = absent_here(needs, ctypes.util.find_library, shutil.which)
    if absent:
        listed = "\n".join(f"  {need.brings}  (Debian: {need.names[0]})" for need in absent)
        print(f"Not found on this system; install what brings them:\n{listed}", flush=True)


def absent_here(
    needs: Iterable[Need],
    find_library: Callable[[str], str | None],
    which: Callable[[str], str | None],
) -> list[Need]:
    """Return the needs whose library or program the two look-ups do not find."""

    def found(need: Need) -> bool:
        if need.is_library:
            stem = need.brings.split(".so")[0].removeprefix("lib")
            return find_library(stem) is not None
        return which(need.brings) is not None

    return [need for need in needs if not found(need)]


def _installed(needs: Iterable[Need]) -> frozenset[str]:
    query = ["dpkg-query", "-W", "-f", "${Package}\t${db:Status-Status}\n"]
    return installed_names(_output([*query, *(name for need in needs for name in need.names)]))


def _offered(needs: Iterable[Need]) -> frozenset[str]:
    names = [name for need in needs for name in need.names]
    return offered_names(_output(["apt-cache", "policy", *names]))


def _output(command: Sequence[str]) -> str:
    # The exit code only says that some name is unknown, which is what was asked.
    environment = {**os.environ, "LC_ALL": "C"}
    answer = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return answer.stdout


def _apt(command: Sequence[str]) -> None:
    # Hundreds of lines that nobody reads in a log; what goes wrong comes on stderr.
    lines = None if sys.stdout.isatty() else subprocess.DEVNULL
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*command, *_WAIT_FOR_OTHERS], stdout=lines, env=environment, check=False)


def _agreed(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in {"y", "yes"}
