"""The front door of the command line: reads it, opens the vault, runs one command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from managernotes.cli import arguments
from managernotes.cli.exit_codes import COULD_NOT, DONE, USAGE, exit_code
from managernotes.cli.run import Run
from managernotes.cli.streams import Streams
from managernotes.clock import Clock, SystemClock
from managernotes.errors import (
    InvalidInputError,
    KeyProblemError,
    ManagerNotesError,
    OutputFailedError,
)
from managernotes.paths import default_vault
from managernotes.services.keys import KeyringPort, OsKeyring
from managernotes.services.workspace import Workspace


class FrontEnd(Protocol):
    """What needs a window; handed in from above, because the core knows no Qt."""

    def open_window(self, vault: Path) -> int:
        """Open the window on a vault and return the exit code when it is closed."""
        ...

    def quick_capture(self, vault: Path) -> int:
        """Open the quick capture window."""
        ...

    def tour(self, out: Path) -> int:
        """Draw every screen into a folder."""
        ...


def main(
    argv: Sequence[str],
    front_end: FrontEnd,
    *,
    streams: Streams | None = None,
    clock: Clock | None = None,
    keyring: KeyringPort | None = None,
) -> int:
    """Run one command line and return its exit code; expected failures become one line."""
    channels = streams or Streams.of_process()
    try:
        chosen = arguments.parse(argv)
        run = Run(
            chosen=chosen,
            vault=chosen.vault or default_vault(),
            streams=channels,
            clock=clock or SystemClock(),
            keyring=keyring or OsKeyring(),
        )
        code = _carry_out(run, front_end)
        channels.flush()
    except OutputFailedError as error:
        channels.discard()
        channels.warn(str(error))
        return COULD_NOT
    except ManagerNotesError as error:
        channels.warn(str(error))
        return exit_code(error)
    except BrokenPipeError:  # `| head`: whoever reads has seen enough
        channels.discard()
        return COULD_NOT
    except KeyboardInterrupt:
        channels.warn("Stopped; what was saved before is safe.")
        return COULD_NOT
    except SystemExit as done:  # argparse ends --help and --version this way
        return DONE if done.code in {0, None} else USAGE
    return code


def _carry_out(run: Run, front_end: FrontEnd) -> int:
    chosen = run.chosen
    if chosen.command in arguments.LATER:
        raise InvalidInputError(f"`{chosen.command}` comes with a later version.")
    if chosen.command is None:
        return front_end.open_window(run.vault)
    if chosen.command == "tour":
        return front_end.tour(chosen.out)
    if chosen.command == "capture" and not chosen.text:
        return front_end.quick_capture(run.vault)
    from managernotes.cli.rescue import naming_backups

    with naming_backups(run.vault):
        return _carry_out_here(run)


def _carry_out_here(run: Run) -> int:
    """Run a command that needs no window; a window needs none of these modules."""
    from managernotes.cli import (
        backups,
        conversations,
        doctor,
        expectations,
        goals,
        notes,
        people,
        promises,
        protection,
        sealed,
        today,
        vaults,
        verify,
        wording,
    )

    alone: dict[str, Callable[[Run], int]] = {
        "init": vaults.init,
        "sample": vaults.sample,
        "doctor": doctor.examine,
        "restore": backups.restore,
        "verify": verify.verify,
        "protect list": protection.list_ways,
        "protect add": protection.add,
        "recover": protection.recover,
        "rekey": protection.rekey,
        "wording": wording.wording,
    }
    on_an_open_vault: dict[str, Callable[[Workspace, Run], int]] = {
        "person add": people.add,
        "person list": people.list_all,
        "capture": notes.capture,
        "timeline": notes.timeline,
        "search": notes.search,
        "today": today.today,
        "conversation list": conversations.list_all,
        "conversation show": conversations.show,
        "promise list": promises.list_all,
        "promise add": promises.add,
        "promise keep": promises.keep,
        "expectation list": expectations.list_all,
        "expectation add": expectations.add,
        "goal list": goals.list_all,
        "goal add": goals.add,
        "goal check-in": goals.check_in,
        "backup": backups.backup,
        "protect remove": protection.remove,
    }
    chosen = run.chosen
    name = " ".join([chosen.command, *([chosen.action] if "action" in chosen else [])])
    if name in alone:
        return alone[name](run)
    try:
        workspace = vaults.open_vault(run)
    except KeyProblemError as error:
        if name == "capture" and sealed.is_locked(error):
            return sealed.capture(run, error)
        raise
    try:
        sealed.tell(run, workspace.received)
        return on_an_open_vault[name](workspace, run)
    finally:
        workspace.close()
