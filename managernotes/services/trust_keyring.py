"""Proof: which keyring keeps this vault's key, and that no other one does."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

from managernotes.services.trust_proof import Finding, could_not, failed, proved
from managernotes.vault.key_slots import KeySlot, SlotKind
from managernotes.vault.os_keyring import KeyringOutcome, KeyringPort, KeyringReport

_LOOK_SECONDS: Final = 0.02
_OF_THE_LIBRARY: Final = "keyring.backends."
_KEEPS_NOTHING: Final = (
    "keyring.backends.null",
    "keyring.backends.fail",
    "keyring.backends.chainer",
)
_REASONS: Final = {
    KeyringOutcome.LOCKED: "The keyring is locked.",
    KeyringOutcome.TIMEOUT: "The keyring did not answer.",
    KeyringOutcome.UNAVAILABLE: "No keyring that the app trusts answers here.",
    KeyringOutcome.ABSENT: "The keyring could not be asked.",
}


@dataclass(frozen=True, slots=True)
class KeyringFacts:
    """The classes that hold a key of the vault, by its key file, and what the system offers."""

    keepers: tuple[str, ...]
    report: KeyringReport


def keepers_of(slots: tuple[KeySlot, ...]) -> tuple[str, ...]:
    """Return the class names of the keyrings that hold a key of the vault."""
    held = (slot for slot in slots if slot.backend or slot.kind is SlotKind.KEYRING)
    return tuple(dict.fromkeys(slot.backend for slot in held))


def only_trusted_keyrings(facts: KeyringFacts) -> Finding:
    """Judge them: a vault's key lies in a keyring of the system's own, or in none."""
    report = facts.report
    figures: dict[str, int | str] = {"refused": len(report.refused), "backend": ""}
    if not all(_is_trusted(name) for name in facts.keepers):
        return failed("A key lies in a keyring that the app does not trust.", figures)
    if not facts.keepers:
        return proved(figures)
    if report.outcome is not KeyringOutcome.FOUND:
        return could_not(_REASONS[report.outcome], figures)
    if report.backend not in facts.keepers:
        return could_not("The key lies in another keyring than the one that answers here.", figures)
    return proved(figures | {"backend": report.backend})


def asked(keyring: KeyringPort) -> Generator[None, None, KeyringReport]:
    """Ask on a thread of its own, which may take six seconds, and pause meanwhile."""
    answers: list[KeyringReport] = []
    asking = threading.Thread(target=lambda: answers.append(keyring.report()), daemon=True)
    asking.start()
    while asking.is_alive():
        asking.join(_LOOK_SECONDS)
        yield
    return answers[0] if answers else KeyringReport(outcome=KeyringOutcome.UNAVAILABLE)


def _is_trusted(name: str) -> bool:
    return not name or (name.startswith(_OF_THE_LIBRARY) and not name.startswith(_KEEPS_NOTHING))
