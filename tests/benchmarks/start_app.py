"""A process: the app from the command line on, gone once its first rows have been drawn."""

from __future__ import annotations

import sys
from pathlib import Path

from managernotes import quiet
from managernotes.cli.main import main as run_command_line
from tests.benchmarks.memory import peak_mebibytes


class QuittingFrontEnd:
    """The window's side of the command line: a window that closes by itself."""

    def open_window(self, vault: Path) -> int:
        """Open the window, wait for its rows, close it."""
        from tests.benchmarks.event_loop import wait_until
        from tests.benchmarks.running_app import RunningApp

        app = RunningApp(vault)
        wait_until(app.has_rows)
        app.draw()
        app.close()
        return 0

    def quick_capture(self, vault: Path) -> int:
        """Is not measured."""
        raise AssertionError("the benchmark opens the window")

    def tour(self, out: Path) -> int:
        """Is not measured."""
        raise AssertionError("the benchmark opens the window")


if __name__ == "__main__":
    quiet.keep_quiet()
    code = run_command_line(["--vault", sys.argv[1]], QuittingFrontEnd())
    sys.stdout.write(f"{peak_mebibytes()}")
    sys.exit(code)
