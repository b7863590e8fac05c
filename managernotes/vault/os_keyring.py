"""The system's keyring, asked through a helper process that can be killed.

A frozen Secret Service blocks its caller for ever (SECURITY-DESIGN §0 no. 3), so every question
is asked in a process of its own with a budget; a thread could not be ended. Secrets travel over
its pipes, never in arguments or variables.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol

from managernotes.errors import (
    KeyringAbsentError,
    KeyringError,
    KeyringLockedError,
    KeyringTimeoutError,
    KeyringUnavailableError,
)

BUDGET_SECONDS: Final = 5.0


class KeyringOutcome(StrEnum):
    """What can come of asking a keyring; only FOUND unlocks (SECURITY-DESIGN §3)."""

    FOUND = "found"
    ABSENT = "absent"
    LOCKED = "locked"
    TIMEOUT = "timeout"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyringReport:
    """How the keyring is: FOUND means usable. Backends are full class names."""

    outcome: KeyringOutcome
    backend: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyringAnswer(KeyringReport):
    """What came of one question; the secret is there only when reading FOUND it."""

    secret: bytes | None = field(default=None, repr=False)

    def failure(self, kept_in: str = "") -> KeyringError | None:
        """Return the error that tells a reader what went wrong, or None when FOUND.

        ``kept_in`` is the backend that took the key, named when another one misses it.
        """
        match self.outcome:
            case KeyringOutcome.FOUND:
                return None
            case KeyringOutcome.ABSENT:
                return KeyringAbsentError(kept_in if kept_in != self.backend else "")
            case KeyringOutcome.LOCKED:
                return KeyringLockedError()
            case KeyringOutcome.TIMEOUT:
                return KeyringTimeoutError()
            case KeyringOutcome.UNAVAILABLE:
                return KeyringUnavailableError(self.refused)


class KeyringPort(Protocol):
    """Keeps one secret per account; never raises, the outcome tells."""

    def read(self, account: str) -> KeyringAnswer:
        """Return the account's secret."""
        ...

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        """Keep a secret; FOUND once it has been read back and is the same."""
        ...

    def delete(self, account: str) -> KeyringAnswer:
        """Drop the account's secret; FOUND when it was there, ABSENT when not."""
        ...

    def report(self) -> KeyringReport:
        """Tell which keyring would be used and which ones are refused; asks for no secret."""
        ...


class OsKeyring:
    """The real keyring. The constructor's values are for tests; the app passes none."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
        budget_seconds: float = BUDGET_SECONDS,
    ) -> None:
        self._command = tuple(command or _helper_command())
        self._environment = environment
        self._budget_seconds = budget_seconds

    def read(self, account: str) -> KeyringAnswer:
        """Return the account's secret, from the best keyring on the allow-list."""
        return _answer_from(self._ask({"do": "read", "account": account}))

    def write(self, account: str, secret: bytes) -> KeyringAnswer:
        """Keep a secret and prove it by reading it back."""
        text = base64.b64encode(secret).decode("ascii")
        return _answer_from(self._ask({"do": "write", "account": account, "secret": text}))

    def delete(self, account: str) -> KeyringAnswer:
        """Drop the account's secret."""
        return _answer_from(self._ask({"do": "delete", "account": account}))

    def report(self) -> KeyringReport:
        """Tell which keyring would be used and which ones are refused."""
        answer = _answer_from(self._ask({"do": "report"}))
        return KeyringReport(outcome=answer.outcome, backend=answer.backend, refused=answer.refused)

    def _ask(self, question: dict[str, str]) -> dict[str, Any]:
        """Return the last thing the helper said, its outcome filled in if it said none."""
        request = json.dumps(question | {"budget": str(self._budget_seconds)}).encode("ascii")
        try:
            helper = subprocess.Popen(  # noqa: S603  # our own program, named in full
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self._environment,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return {"outcome": KeyringOutcome.UNAVAILABLE}
        outcome = KeyringOutcome.UNAVAILABLE
        with helper:
            try:
                said, _ = helper.communicate(request, timeout=self._budget_seconds)
            except subprocess.TimeoutExpired:
                outcome = KeyringOutcome.TIMEOUT
                _kill(helper)
                said, _ = helper.communicate()
            except BaseException:
                _kill(helper)
                raise
        return {"outcome": outcome} | _last_line(said)


def account_of(slot_id: str) -> str:
    """Return the keyring's name for a slot's secret: visible to others, so it tells nothing.

    A name for each slot: a secret is never written over one that may still be needed, be it by
    the slot that is being replaced or by the vault that this one is a restored copy of.
    """
    return f"vault-{slot_id}"


def first_account_of(vault_id: str) -> str:
    """Return the name under which the first vaults kept their one secret."""
    return f"vault-{vault_id[:8]}"


def _helper_command() -> tuple[str, ...]:
    """Return how to start the helper; the current folder is kept out of its import path."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--keyring-helper")
    return (sys.executable, "-P", "-m", "managernotes.vault.keyring_helper")


def _kill(helper: subprocess.Popen[bytes]) -> None:
    """End the helper and whatever it started."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(helper.pid, signal.SIGKILL)
        else:
            helper.kill()
    helper.wait()


def _last_line(said: bytes) -> dict[str, Any]:
    lines = [line for line in said.splitlines() if line.strip()]
    try:
        answer = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _answer_from(said: dict[str, Any]) -> KeyringAnswer:
    try:
        return KeyringAnswer(
            outcome=KeyringOutcome(said["outcome"]),
            backend=str(said.get("backend", "")),
            refused=tuple(str(name) for name in said.get("refused", ())),
            secret=base64.b64decode(said["secret"], validate=True) if "secret" in said else None,
        )
    except (ValueError, TypeError):
        return KeyringAnswer(outcome=KeyringOutcome.UNAVAILABLE)
