"""`capture` while the vault is locked, and what an unlock tells of the notes taken then."""

from __future__ import annotations

from managernotes.cli.exit_codes import DONE, exit_code
from managernotes.cli.run import Run
from managernotes.errors import (
    KeyProblemError,
    KeyringError,
    ManagerNotesError,
    NotSealedError,
    PassphraseWantedError,
)
from managernotes.services.inbox import InboxReport
from managernotes.services.sealed_capture import SealedCapture


def is_locked(error: KeyProblemError) -> bool:
    """Whether the vault is only shut: nobody was asked, and no key was wrong."""
    return isinstance(error, KeyringError | PassphraseWantedError)


def capture(run: Run, locked: KeyProblemError) -> int:
    """Seal one note from the arguments, or one per line of stdin, because the vault is locked.

    NotSealedError when there is nothing to seal with.
    """
    inbox = SealedCapture(run.vault, run.clock)
    try:
        inbox.refuse_unready()
    except KeyProblemError as error:
        raise NotSealedError(locked, error) from None
    if run.chosen.text != ["-"]:
        _take(inbox, run, " ".join(run.chosen.text))
        _explain(run, 1, locked)
        return DONE
    return _take_lines(inbox, run, locked)


def tell(run: Run, report: InboxReport) -> None:
    """Say on stderr what came out of the inbox; nothing when nothing did."""
    for sentence in _sentences(report):
        run.streams.warn(sentence)


def _take_lines(inbox: SealedCapture, run: Run, locked: KeyProblemError) -> int:
    sealed, first_refusal = 0, DONE
    for number, line in run.streams.lines():
        try:
            _take(inbox, run, line)
        except ManagerNotesError as error:
            run.streams.warn(f"line {number}: {error}")
            first_refusal = first_refusal or exit_code(error)
        else:
            sealed += 1
    if sealed:
        _explain(run, sealed, locked)
    return first_refusal


def _take(inbox: SealedCapture, run: Run, line: str) -> None:
    inbox.take(line)
    if not run.wants_json:
        return
    run.streams.json(
        {
            "id": None,
            "people": [],
            "kind": None,
            "occurred_on": run.today.isoformat(),
            "due_on": None,
            "tags": [],
            "text": line,
            "sealed": True,
        }
    )


def _explain(run: Run, sealed: int, locked: KeyProblemError) -> None:
    what, verb = ("the note", "is") if sealed == 1 else (f"{sealed} notes", "are")
    run.streams.warn(f"{locked.title} Sealed: {what} {verb} filed when the vault is next opened.")


def _sentences(report: InboxReport) -> list[str]:
    told = []
    if report.filed:
        notes = _counted(report.filed, "note")
        told.append(f"Filed {notes} written while locked, unconfirmed until you look at them.")
    if report.unreadable:
        what = _counted(report.unreadable, "sealed piece")
        told.append(f"{what} could not be opened with this vault; kept in FILE.inbox.aside.")
    if report.key_replaced:
        told.append(
            "The key in FILE.inbox.json was not this vault's: it was replaced, and is put right."
            " What was sealed with it in the meantime cannot be opened here."
        )
    if report.trouble is not None:
        told.append(f"Notes written while locked are not filed yet. {report.trouble}")
    return told


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
