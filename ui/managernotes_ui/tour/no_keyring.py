"""The tour asks no keyring; it draws what the screens say of one."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.services.keys import KeyringAnswer, KeyringOutcome, KeyringReport


@dataclass(frozen=True, slots=True)
class NoKeyring:
    """Gives one outcome to everything, and keeps nothing."""

    outcome: KeyringOutcome = KeyringOutcome.UNAVAILABLE
    backend: str = ""

    def read(self, account: str) -> KeyringAnswer:  # noqa: ARG002 - the port's signature
        """Return the outcome."""
        return KeyringAnswer(outcome=self.outcome, backend=self.backend)

    def write(self, account: str, secret: bytes) -> KeyringAnswer:  # noqa: ARG002
        """Return the outcome; nothing is kept."""
        return KeyringAnswer(outcome=self.outcome, backend=self.backend)

    def delete(self, account: str) -> KeyringAnswer:  # noqa: ARG002
        """Return the outcome."""
        return KeyringAnswer(outcome=self.outcome, backend=self.backend)

    def report(self) -> KeyringReport:
        """Return the outcome."""
        return KeyringReport(outcome=self.outcome, backend=self.backend)
