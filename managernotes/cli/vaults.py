"""`init` and `sample`, and how every other command opens its vault."""

from __future__ import annotations

import getpass
from pathlib import Path

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.errors import PassphraseWantedError
from managernotes.services.keys import Protection, SlotKind
from managernotes.services.ways_in import KeyringWay, PassphraseWay, WayIn
from managernotes.services.workspace import Workspace, create_workspace, open_workspace, ways_in
from managernotes.text.note_text import refuse_unstorable

SAMPLE_PASSPHRASE = "sample"  # noqa: S105 - no secret: a sample vault holds invented people


def init(run: Run) -> int:
    """Create a vault and print its recovery code, once."""
    protection = Protection(run.chosen.protect)
    passphrase = None if protection is Protection.KEYRING else new_passphrase(run)
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
    run.streams.say(f"Made {run.vault}, opened by {protection.value.replace('+', ' and ')}.")
    run.streams.say("Recovery code, shown only now. Write it down, keep it off this computer:")
    run.streams.say(code.text)
    return DONE


def sample(run: Run) -> int:
    """Write a believable vault of any size, protected by a passphrase."""
    from managernotes.services.sample_vault import Sample

    chosen = run.chosen
    passphrase = run.streams.passphrase() if chosen.passphrase_stdin else SAMPLE_PASSPHRASE
    made_up = Sample(people=chosen.people, notes=chosen.notes, seed=chosen.seed, today=run.today)
    workspace, _code = create_workspace(
        chosen.out, Protection.PASSPHRASE, passphrase, clock=run.clock, keyring=run.keyring
    )
    try:
        made_up.write(workspace)
    finally:
        workspace.close()
    run.streams.say(f"Wrote {chosen.people} people and {chosen.notes} notes to {chosen.out}.")
    return DONE


def open_vault(run: Run, way: WayIn | None = None) -> Workspace:
    """Open the vault by the passphrase on stdin, else the keyring, else by asking a person."""
    way = way or way_in(run, run.vault)
    return open_workspace(run.vault, way, clock=run.clock, keyring=run.keyring)


def way_in(run: Run, vault: Path) -> WayIn:
    """Return the way into a vault: the passphrase on stdin, else its keyring, else a person."""
    if run.chosen.passphrase_stdin:
        return PassphraseWay(run.streams.passphrase())
    if SlotKind.KEYRING in ways_in(vault):
        return KeyringWay()
    if run.chosen.command == "capture":  # which is sealed instead
        raise PassphraseWantedError
    return PassphraseWay(present_passphrase(run))


def present_passphrase(run: Run) -> str:
    """Ask a person for the vault's passphrase; PassphraseWantedError when nobody is there."""
    if run.streams.is_interactive:
        return getpass.getpass("Passphrase: ")
    raise PassphraseWantedError


def new_passphrase(run: Run) -> str:
    """Return a passphrase to set up; InvalidInputError when a window cannot type it."""
    if run.streams.is_interactive and not run.chosen.passphrase_stdin:
        passphrase = getpass.getpass("New passphrase: ")
    else:
        passphrase = run.streams.passphrase()
    refuse_unstorable(passphrase)
    return passphrase
