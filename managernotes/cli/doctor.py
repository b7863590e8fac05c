"""`doctor`: what is installed, how the vault is protected, what is proven; never any content."""

from __future__ import annotations

import platform
import stat
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import managernotes
from managernotes.cli import trust
from managernotes.cli.run import Run
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.keys import FileState
from managernotes.services.trust_sentences import CANNOT_BE_PROVEN
from managernotes.services.vault_copies import ConflictCopy, copies_beside
from managernotes.services.vault_files import cipher_version, files_of
from managernotes.services.workspace import vault_state, ways_in

_PACKAGES = ("PySide6-Essentials", "sqlcipher3", "keyring", "cryptography", "argon2-cffi", "nh3")


def examine(run: Run) -> int:
    """Print the report and the proofs; 4 when something is damaged, 1 when another proof fails.

    The vault is opened only to be read, and only where that asks nobody.
    """
    if run.chosen.drill:
        return trust.do_drill(run)
    if run.chosen.code_stdin:
        raise InvalidInputError("--code-stdin belongs to --drill.", "See `managernotes doctor -h`.")
    report: dict[str, dict[str, Any]] = {
        "versions": _versions(),
        "keyring": _keyring(run),
        "vault": _vault(run.vault),
    }
    proofs = trust.proofs(run)
    if run.wants_json:
        told = {"proofs": [trust.document(proof) for proof in proofs]}
        run.streams.json(report | told | {"cannot_be_proven": list(CANNOT_BE_PROVEN)})
        return trust.exit_code(proofs)
    for heading, entries in report.items():
        run.streams.say(heading)
        for name, value in entries.items():
            run.streams.say(f"  {name:<20} {_words(value)}")
    trust.say(run, proofs)
    return trust.exit_code(proofs)


def _versions() -> dict[str, str]:
    found = {
        "managernotes": managernotes.__version__,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cipher": cipher_version(),
    }
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found


def _keyring(run: Run) -> dict[str, Any]:
    report = run.keyring.report()
    return {
        "outcome": report.outcome.value,
        "backend": report.backend or None,
        "refused": list(report.refused),
    }


def _vault(path: Path) -> dict[str, Any]:
    try:
        state = vault_state(path)
    except ManagerNotesError as error:
        return {"file": str(path), "state": error.title}
    found: dict[str, Any] = {"file": str(path), "state": state.value}
    if state is FileState.READY:
        try:
            found["opened_by"] = [kind.value for kind in ways_in(path)]
        except ManagerNotesError as error:
            found["opened_by"] = error.title
    modes = {file.name: _mode(file) for file in files_of(path) if file.exists()}
    found["modes"] = modes | ({"folder": _mode(path.parent)} if modes else {})
    return found | {"copies": [_copy_document(copy) for copy in copies_beside(path)]}


def _copy_document(copy: ConflictCopy) -> dict[str, Any]:
    return {
        "file": str(copy.path),
        "bytes": copy.size,
        "changed_at": copy.changed_at.isoformat(timespec="seconds"),
    }


def _mode(path: Path) -> str:
    return f"{stat.S_IMODE(path.lstat().st_mode):04o}"


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {entry}" for name, entry in value.items()) or "none"
    if isinstance(value, list):
        between = "; " if any(isinstance(entry, dict) for entry in value) else ", "
        return between.join(map(_words, value)) or "none"
    return "none" if value is None else str(value)
