"""How the proofs are told: on the page, as text to copy, and by `doctor`; figures, never a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from managernotes.services.trust_memory import Drilled, TrustReport
from managernotes.services.trust_proof import Figures, Proof, ProofName, Verdict

TITLES: Final[Mapping[ProofName, str]] = {
    ProofName.PAGES: "Every page is whole and unaltered",
    ProofName.WORDS: "No word of yours lies readable in the file",
    ProofName.BACKUP: "The last backup gives back the same notes",
    ProofName.FILES: "Only your login may open the files",
    ProofName.CONNECTIONS: "This program opened no connection",
    ProofName.RECORD: "No earlier version was altered or taken out",
    ProofName.CIPHER: "The cipher is set as it must be",
    ProofName.KEYRING: "Your key lies in no keyring but the system’s",
}
CANNOT_BE_PROVEN: Final = (
    "that nobody copied the file at some earlier time",
    "that no other program reads your screen or keys",
    "that nobody put an older copy of it in its place",
    "that memory or swap holds nothing after a lock",
    "that nobody may ask: the law needs no key",
)
_KEYRINGS: Final = {
    "SecretService": "Secret Service",
    "libsecret": "Secret Service",
    "kwallet": "KWallet",
    "macOS": "macOS Keychain",
    "Windows": "Windows Credential Manager",
}
_MILLION: Final = 1_000_000


def figure(proof: Proof) -> str:
    """Return the figure that stands beside a proof, or why it could not run."""
    finding = proof.finding
    if finding.verdict is Verdict.COULD_NOT:
        return finding.reason
    try:
        return _FIGURES[proof.name](finding.figures)
    except KeyError:  # it failed before there was any
        return "failed"


def megabytes(size: int) -> str:
    """Return a size as "16.9 MB"."""
    return f"{size / _MILLION:.1f} MB"


def seconds(number: float) -> str:
    """Return a time as "0.9 s"."""
    return f"{max(number, 0.1):.1f} s"


def report_lines(report: TrustReport, drilled: Drilled | None) -> Iterator[str]:
    """Yield what may be shown to whoever asks: verdicts and figures, no names and no places."""
    yield f"Manager Notes, proven {report.at:%Y-%m-%d %H:%M} in {seconds(report.seconds)}"
    yield ""
    for proof in report.proofs:
        yield proof_line(proof)
    if drilled is not None:
        yield ""
        yield drill_line(drilled)
    yield ""
    yield "What cannot be proven:"
    yield from (f"- {line}" for line in CANNOT_BE_PROVEN)


def proof_line(proof: Proof) -> str:
    """Return one proof in one line; why it failed is part of it."""
    line = f"[{proof.verdict.value}] {TITLES[proof.name]}: {figure(proof)}"
    if proof.verdict is Verdict.COULD_NOT:
        return line
    if proof.verdict is Verdict.FAILED:
        line += f". {proof.finding.reason}"
    return f"{line} ({seconds(proof.seconds)})"


def drill_line(drilled: Drilled) -> str:
    """Return what the last drill brought back."""
    finding = drilled.finding
    return (
        f"Recovery drill {drilled.at:%Y-%m-%d %H:%M}: "
        f"{notes_restored(finding.entries)} in {seconds(finding.seconds)}"
    )


def notes_restored(number: int) -> str:
    """Return "1,284 notes restored"."""
    return f"{number:,} note restored" if number == 1 else f"{number:,} notes restored"


def keyring_name(backend: str) -> str:
    """Return what people call a keyring, from its class name."""
    parts = backend.split(".")
    return next((name for part, name in _KEYRINGS.items() if part in parts), "a keyring")


def _pages(figures: Figures) -> str:
    pages, bad = int(figures["pages"]), int(figures["bad"])
    return f"{max(pages - bad, 0):,} of {pages:,} pages"


def _words(figures: Figures) -> str:
    return f"{figures['words']:,} words, {figures['found']:,} found"


def _backup(figures: Figures) -> str:
    return f"{figures['same']:,} of {figures['entries']:,} entries"


def _files(figures: Figures) -> str:
    alone = f"{figures['open']:,} open to others" if figures["open"] else "all yours alone"
    return f"{figures['files']:,} files, {alone}"


def _connections(figures: Figures) -> str:
    seen = max(int(figures["open"]), int(figures["made"]))
    return f"{seen:,} connection" if seen == 1 else f"{seen:,} connections"


def _record(figures: Figures) -> str:
    return f"{figures['versions']:,} versions, {figures['bad']:,} altered"


def _cipher(figures: Figures) -> str:
    return f"SQLCipher {str(figures['version']).partition(' ')[0]}"


def _keyring(figures: Figures) -> str:
    backend = str(figures["backend"])
    return keyring_name(backend) if backend else "none in use"


_FIGURES: Final[Mapping[ProofName, Callable[[Figures], str]]] = {
    ProofName.PAGES: _pages,
    ProofName.WORDS: _words,
    ProofName.BACKUP: _backup,
    ProofName.FILES: _files,
    ProofName.CONNECTIONS: _connections,
    ProofName.RECORD: _record,
    ProofName.CIPHER: _cipher,
    ProofName.KEYRING: _keyring,
}
