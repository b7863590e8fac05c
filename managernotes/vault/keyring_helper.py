"""The helper process: answers one question about the keyring and ends.

It reads one JSON object from stdin and writes JSON lines to stdout; the last line is the answer.
A line that says LOCKED may come earlier: then the system may be asking the user to unlock, and
if the budget ends meanwhile, it is still known what the keyring waited for.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import threading
from pathlib import Path
from typing import IO, Any, Final

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from managernotes.quiet import keep_quiet
from managernotes.vault.keyring_backends import (
    best_backend,
    forget_steering_variables,
    is_locked,
    name_of,
    refused_backends,
)
from managernotes.vault.os_keyring import KeyringOutcome

# By number: a bundled program without a console has no sys.stdin and no sys.stdout.
_STDIN: Final = 0
_STDOUT: Final = 1
_SERVICE: Final = "managernotes"
_GRACE_SECONDS: Final = 1.0
_GONE: Final = "SecretServiceNotAvailableException"  # of secretstorage, there on Linux only

Answer = dict[str, Any]


def main() -> None:
    """Answer the question on stdin; whatever a backend prints does not reach the answer."""
    keep_quiet()
    answers = os.fdopen(os.dup(_STDOUT), "w", encoding="ascii")
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        os.dup2(nowhere.fileno(), _STDOUT)
    with os.fdopen(_STDIN, encoding="ascii") as questions:
        question = json.load(questions)
    _end_after(float(question["budget"]) + _GRACE_SECONDS)
    forget_steering_variables()
    _say(answers, _answer(question, answers))


def _answer(question: dict[str, str], answers: IO[str]) -> Answer:
    backend = best_backend()
    if backend is None:
        none: Answer = {"outcome": KeyringOutcome.UNAVAILABLE}
        _say(answers, none)  # stands if a plugin should be slow to load
        return none | {"refused": refused_backends()}
    about: Answer = {"backend": name_of(backend)}
    try:
        locked = is_locked(backend)
        if question["do"] == "report":
            outcome = KeyringOutcome.LOCKED if locked else KeyringOutcome.FOUND
            return about | {"outcome": outcome, "refused": refused_backends()}
        if locked:
            _say(answers, about | {"outcome": KeyringOutcome.LOCKED})
        return about | _done(question, backend)
    except Exception as error:  # noqa: BLE001  # whatever a backend raises is an outcome
        return about | {"outcome": _outcome_of(error)}


def _done(question: dict[str, str], backend: KeyringBackend) -> Answer:
    account = question["account"]
    match question["do"]:
        case "read":
            secret = backend.get_password(_SERVICE, account)
            if secret is None:
                return {"outcome": KeyringOutcome.ABSENT}
            return {"outcome": KeyringOutcome.FOUND, "secret": secret}
        case "write":
            return {"outcome": _written(backend, account, question["secret"])}
        case "delete":
            if backend.get_password(_SERVICE, account) is None:
                return {"outcome": KeyringOutcome.ABSENT}
            backend.delete_password(_SERVICE, account)
            return {"outcome": KeyringOutcome.FOUND}
        case other:
            raise ValueError(other)


def _written(backend: KeyringBackend, account: str, secret: str) -> KeyringOutcome:
    """Write, then believe only what can be read back (a null backend takes and loses)."""
    backend.set_password(_SERVICE, account, secret)
    kept = backend.get_password(_SERVICE, account) or ""
    if hmac.compare_digest(kept.encode(), secret.encode()):
        return KeyringOutcome.FOUND
    with contextlib.suppress(KeyringError):
        backend.delete_password(_SERVICE, account)
    return KeyringOutcome.UNAVAILABLE


def _outcome_of(error: Exception) -> KeyringOutcome:
    """Tell a keyring that is shut from one that is gone; an error is never ABSENT."""
    if _GONE in {type(error).__name__, type(error.__cause__).__name__}:
        return KeyringOutcome.UNAVAILABLE
    shut = isinstance(error, KeyringError)
    return KeyringOutcome.LOCKED if shut else KeyringOutcome.UNAVAILABLE


def _say(answers: IO[str], answer: Answer) -> None:
    print(json.dumps(answer), file=answers, flush=True)


def _end_after(seconds: float) -> None:
    """End this process even if its parent has been killed and cannot do it."""
    watchdog = threading.Timer(seconds, os._exit, (1,))
    watchdog.daemon = True
    watchdog.start()


if __name__ == "__main__":
    main()
