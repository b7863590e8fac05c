"""`protect`, `recover` and `rekey`: what opens the vault, and what encrypts it."""

from __future__ import annotations

from contextlib import closing

from managernotes.cli import vaults
from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import RecoveryCode, SlotKind
from managernotes.services.protecting import NewSecrets, WaysChanged, change_ways
from managernotes.services.protection import listed_ways, ways_of
from managernotes.services.recovery import set_up_keyring, set_up_passphrase
from managernotes.services.ways_in import KeyringWay, PassphraseWay, ProvenRecoveryWay, WayIn
from managernotes.services.workspace import Workspace, ways_in
from managernotes.text.note_text import refuse_unstorable

_TYPED = frozenset({SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE})
_NAMES = {
    SlotKind.KEYRING: "this computer's keyring",
    SlotKind.PASSPHRASE: "the passphrase",
    SlotKind.KEYRING_AND_PASSPHRASE: "the keyring and the passphrase, both together",
    SlotKind.RECOVERY: "the recovery code",
}


def list_ways(run: Run) -> int:
    """List the ways in; dates are inside the vault and known only when a passphrase opens it."""
    if run.chosen.passphrase_stdin:
        with closing(vaults.open_vault(run)) as workspace:
            ways = ways_of(workspace)
    else:
        ways = listed_ways(run.vault)
    if run.wants_json:
        run.streams.json(
            [
                {
                    "kind": way.kind.value,
                    "backend": way.backend or None,
                    "changed": way.changed and way.changed.isoformat(),
                }
                for way in ways
            ]
        )
        return DONE
    for way in ways:
        about = [way.backend, f"changed {way.changed:%Y-%m-%d}" if way.changed else ""]
        run.streams.say("  ".join([f"{way.kind.value:<20}", *filter(None, about)]).rstrip())
    return DONE


def add(run: Run) -> int:
    """Add a way in, or replace the one of its kind: a new passphrase, a new recovery code."""
    kind = SlotKind(run.chosen.kind)
    with closing(vaults.open_vault(run, _way_in(run, kind))) as workspace:
        passphrase = vaults.new_passphrase(run) if kind in _TYPED else None
        code = RecoveryCode.new() if kind is SlotKind.RECOVERY else None
        secrets = NewSecrets(passphrase=passphrase, code=code)
        changed = change_ways(workspace, run.keyring, add=(kind,), secrets=secrets)
    _warn_of_leftovers(run, changed)
    if code is not None:
        _show_code(run, code)
    elif run.wants_json:
        run.streams.json({"kind": kind.value})
    else:
        run.streams.say(f"This vault can now be opened by {_NAMES[kind]}.{_still_open(run, kind)}")
    return DONE


def remove(workspace: Workspace, run: Run) -> int:
    """Remove a way in; the last one besides the recovery code stays."""
    kind = SlotKind(run.chosen.kind)
    changed = change_ways(workspace, run.keyring, drop=(kind,))
    _warn_of_leftovers(run, changed)
    run.streams.say(f"This vault is no longer opened by {_NAMES[kind]}.")
    return DONE


def recover(run: Run) -> int:
    """Open with the recovery code, prove the vault, and set up the keyring or a passphrase."""
    code = run.streams.passphrase("recovery code")
    secrets = NewSecrets()
    if run.chosen.passphrase:
        passphrase = run.streams.passphrase()
        refuse_unstorable(passphrase)
        secrets = NewSecrets(passphrase=passphrase)
    with closing(vaults.open_vault(run, ProvenRecoveryWay(code))) as workspace:
        if secrets.passphrase:
            changed = set_up_passphrase(workspace, run.keyring, secrets)
        else:
            changed = set_up_keyring(workspace, run.keyring)
    _warn_of_leftovers(run, changed)
    kind = SlotKind.PASSPHRASE if secrets.passphrase else SlotKind.KEYRING
    run.streams.say(f"The vault is whole. It can now be opened by {_NAMES[kind]}.")
    return DONE


def rekey(run: Run) -> int:
    """Change the data key; the new recovery code is printed before the vault is touched."""
    way = vaults.way_in(run, run.vault)
    with closing(vaults.open_vault(run, way)) as workspace:
        secrets = _present_secrets(run, way)
        change = KeyChange(workspace, run.keyring, secrets=secrets)
        _show_code(run, change.code)
        run.streams.flush()
        changed = change.carry_out()
    _warn_of_leftovers(run, changed)
    if not run.wants_json:
        run.streams.say("The data key was changed. The earlier recovery code opens only backups.")
    return DONE


def _way_in(run: Run, kind: SlotKind) -> WayIn:
    """Return what opens the vault; with no passphrase yet, stdin's first line is the new one."""
    kinds = ways_in(run.vault)
    if kind in _TYPED and SlotKind.KEYRING in kinds and not _TYPED.intersection(kinds):
        return KeyringWay()
    return vaults.way_in(run, run.vault)


def _present_secrets(run: Run, way: WayIn) -> NewSecrets:
    """Return the passphrase that the new key's slots are to be opened by, the same as now."""
    if isinstance(way, PassphraseWay):
        return NewSecrets(passphrase=way.passphrase)
    if _TYPED.intersection(ways_in(run.vault)):
        return NewSecrets(passphrase=vaults.present_passphrase(run))
    return NewSecrets()


def _show_code(run: Run, code: RecoveryCode) -> None:
    if run.wants_json:
        run.streams.json({"recovery_code": code.text})
        return
    run.streams.say("Recovery code, shown only now. Write it down, keep it off this computer:")
    run.streams.say(code.text)


def _still_open(run: Run, kind: SlotKind) -> str:
    """Return a sentence about ways in that make a new one that needs both less than it seems."""
    if kind is not SlotKind.KEYRING_AND_PASSPHRASE:
        return ""
    weaker = {SlotKind.KEYRING, SlotKind.PASSPHRASE}.intersection(ways_in(run.vault))
    names = ", ".join(f"`{other.value}`" for other in sorted(weaker))
    return f" What opens it alone is still there: {names}; see `protect remove`." if names else ""


def _warn_of_leftovers(run: Run, changed: WaysChanged) -> None:
    if not changed.keyring_clean:
        run.streams.warn(
            "The keyring did not let go of the earlier key; it opens nothing any more."
        )
