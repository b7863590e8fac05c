"""The `managernotes` command: the window without a command, the command line with one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from managernotes import quiet
from managernotes.cli.main import main as run_command_line
from managernotes.clock import SystemClock
from managernotes.network_watch import NetworkWatch

if TYPE_CHECKING:
    from managernotes_ui.shell.single_instance import Request


class QtFrontEnd:
    """The window's side of the command line; Qt is imported only when a window is asked for."""

    def open_window(self, vault: Path) -> int:
        """Open the window, or bring forward the one that is there."""
        from managernotes_ui.shell.single_instance import Request

        return _window(vault, Request.RAISE)

    def quick_capture(self, vault: Path) -> int:
        """Open the quick capture window, in the running app if there is one."""
        from managernotes_ui.shell.single_instance import Request

        return _window(vault, Request.CAPTURE)

    def tour(self, out: Path) -> int:
        """Draw every screen into a folder."""
        from managernotes_ui.tour.tour import draw

        return draw(out)


def _window(vault: Path, request: Request) -> int:
    """Hand over to the window that is there, before anything of one is loaded; else be it."""
    from managernotes_ui.shell.single_instance import SingleInstance

    instance = SingleInstance(vault.absolute())
    if not instance.claim_or_ask(request):
        return 0
    from managernotes_ui.app import run

    return run(vault, request, instance)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    quiet.keep_quiet()
    NetworkWatch(SystemClock()).begin()
    return run_command_line(sys.argv[1:] if argv is None else argv, QtFrontEnd())


if __name__ == "__main__":
    sys.exit(main())
