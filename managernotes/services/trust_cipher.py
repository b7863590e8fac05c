"""Proof: the cipher is set as it must be, by what it says itself."""

from __future__ import annotations

from collections.abc import Mapping

from managernotes.services.trust_proof import Finding, failed, proved
from managernotes.vault.cipher_facts import EXPECTED, VERSION


def as_it_must_be(settings: Mapping[str, str]) -> Finding:
    """Compare the settings that were read with those that must be; the version must be told."""
    read = {name: settings[name] for name in EXPECTED if name in settings}
    wrong = sorted(name for name, value in read.items() if value != EXPECTED[name])
    figures: dict[str, int | str] = {"settings": len(read), "version": settings.get(VERSION, "")}
    if not figures["version"]:
        return failed("The database driver does not encrypt.", figures)
    if wrong:
        return failed(f"Not as it must be: {', '.join(wrong)}.", figures)
    return proved(figures)
