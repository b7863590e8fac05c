"""`init` and `sample`, and how every other command opens its vault."""

from __future__ import annotations

import getpass

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.errors import PassphraseWantedError
from managernotes.services.keys import Protection, SlotKind
from managernotes.services.ways_in import KeyringWay, PassphraseWay, WayIn
from managernotes.services.workspace import Workspace, create_workspace, open_workspace, ways_in

SAMPLE_PASSPHRASE = "sample"  # noqa: S105 - no secret: a sample vault holds invented people


def init(run: Run) -> int:
    """Create a vault and print its recovery code, once."""
    protection = Protection(run.chosen.protect)
    passphrase = None if protection is Protection.KEYRING else _new_passphrase(run)
    workspace, code = create_workspace(
        run.vault, protection, passphrase, clock=run.clock, keyring=run.keyring
    )
    workspace.close()
    if run.wants_json:
        run.streams.json(
            {
                "vault": str(run.vault),
                "protect": protection.value,
                "recovery_code": code.text,
            }
        )
        return DONE
    run.streams.say(f"Made {run.vault}, opened by {protection.value.replace('+', ' or ')}.")
    run.streams.say("Recovery code, shown only now. Write it down, keep it off this computer:")
    run.streams.say(code.text)
    return DONE


def sample(run: Run) -> int:
    """Write a believable vault of any size, protected by a passphrase."""
    from managernotes.services.sample_vault import write_sample

    passphrase = run.streams.passphrase() if run.chosen.passphrase_stdin else SAMPLE_PASSPHRASE
    workspace, _code = create_workspace(
        run.chosen.out,
        Protection.PASSPHRASE,
        passphrase,
        clock=run.clock,
        keyring=run.keyring,
    )
    try:
        write_sample(
            workspace,
            people=run.chosen.people,
            notes=run.chosen.notes,
            seed=run.chosen.seed,
            today=run.today,
        )
    finally:
        workspace.close()
    people, notes = run.chosen.people, run.chosen.notes
    run.streams.say(f"Wrote {people} people and {notes} notes to {run.chosen.out}.")
    return DONE


def open_vault(run: Run) -> Workspace:
    """Open the vault by the passphrase on stdin, else the keyring, else by asking a person."""
    return open_workspace(run.vault, _way_in(run), clock=run.clock, keyring=run.keyring)


def _way_in(run: Run) -> WayIn:
    if run.chosen.passphrase_stdin:
        return PassphraseWay(run.streams.passphrase())
    kinds = ways_in(run.vault)
    if SlotKind.KEYRING in kinds:
        return KeyringWay()
    if run.streams.is_interactive:
        return PassphraseWay(getpass.getpass("Passphrase: "))
    raise PassphraseWantedError


def _new_passphrase(run: Run) -> str:
    if run.streams.is_interactive and not run.chosen.passphrase_stdin:
        return getpass.getpass("New passphrase: ")
    return run.streams.passphrase()
