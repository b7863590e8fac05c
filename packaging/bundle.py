"""The bundle that runs without a Python, and the Debian package made of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from collections.abc import Sequence
from pathlib import Path

from environment import Environment
from system_packages import RUN, Need

APP = "managernotes"
PLACE = Path("opt") / APP


def build(venv: Environment, _arguments: Sequence[str] = ()) -> int:
    """Make dist/managernotes/ with PyInstaller and, where dpkg-deb exists, dist/*.deb."""
    packaging = venv.root / "packaging"
    venv.install_lock(packaging / "build.lock")
    dist = venv.root / "dist"
    work = venv.root / "build"
    folders = ("--distpath", str(dist), "--workpath", str(work / "pyinstaller"))
    spec = str(packaging / f"{APP}.spec")
    code = venv.call("pyinstaller", "--noconfirm", "--log-level", "WARN", *folders, spec)
    if code != 0:
        return code
    if not starts(dist / APP / APP, work / "bundle-tour"):
        print("The bundle does not start; what it said stands above.")
        return 1
    print(f"The bundle is {dist / APP}; start {dist / APP / APP}")
    if not shutil.which("dpkg-deb"):
        return 0
    package = make_deb(venv.root, dist / APP, work / "deb", dist)
    print(f"The Debian package is {package}")
    return 0


def starts(program: Path, pictures: Path) -> bool:
    """Whether the bundle draws its tour: window, vault, fonts and preview all work in it."""
    command = [str(program), "tour", "--out", str(pictures)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, env=environment, check=False).returncode == 0


def make_deb(root: Path, bundle: Path, tree: Path, dist: Path) -> Path:
    """Lay the bundle out below `tree` as it will be installed, pack it, return the package."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / PLACE, symlinks=True)
    linux = root / "packaging" / "linux"
    share = tree / "usr" / "share"
    _place(linux / f"{APP}.desktop", share / "applications")
    _place(linux / f"{APP}.metainfo.xml", share / "metainfo")
    _place(linux / f"{APP}.svg", share / "icons" / "hicolor" / "scalable" / "apps")
    _place(root / "LICENSE", share / "doc" / APP).rename(share / "doc" / APP / "copyright")
    command = tree / "usr" / "bin" / APP
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("/") / PLACE / APP)
    architecture = _output("dpkg", "--print-architecture")
    version = project_version(root / "pyproject.toml")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(control_text(version, architecture, _kibibytes(tree)), encoding="utf-8")
    package = dist / f"{APP}_{version}_{architecture}.deb"
    _output("dpkg-deb", "--root-owner-group", "--build", str(tree), str(package))
    return package


def project_version(pyproject: Path) -> str:
    """Return the version that pyproject.toml names."""
    with pyproject.open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def control_text(version: str, architecture: str, kibibytes: int) -> str:
    """Return the package's control file; `kibibytes` is its installed size."""
    return f"""\
Package: {APP}
Version: {version}
Architecture: {architecture}
Maintainer: The Manager Notes authors <nobody@localhost>
Installed-Size: {kibibytes}
Depends: {", ".join(dependency(need) for need in RUN)}
Recommends: gnome-keyring | kwalletmanager
Section: editors
Priority: optional
Description: private working notes for people who lead people
 Dated observations, promises and conversations about the people you lead,
 kept in one encrypted file on your own computer. It never opens a network connection.
"""


def dependency(need: Need) -> str:
    """Return a need as a Depends entry, with the names that releases gave it as alternatives."""
    return " | ".join(need.names)


def _place(source: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / source.name
    shutil.copyfile(source, target)
    target.chmod(0o644)
    return target


def _kibibytes(tree: Path) -> int:
    sizes = (os.lstat(path).st_size for path in tree.rglob("*"))
    return sum(sizes) // 1024


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
