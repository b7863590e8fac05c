#!/usr/bin/env python3
"""Everything from a fresh clone: set up, run, test, check, measure and build Manager Notes.

Only the standard library is imported here and in the modules beside this one, because nothing
else is installed yet. This file stays readable for Python 3.6 and imports the others only after
the check, so that an old Python gets a sentence instead of a SyntaxError.
"""

import sys

OLDEST_PYTHON = (3, 11)
if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"Manager Notes needs Python 3.11 or newer; this is {sys.version.split()[0]}"
        f" ({sys.executable}).\n"
        "Start it with a newer one, for example: python3.12 packaging/bootstrap.py run"
    )

import argparse  # noqa: E402 - only a supported Python comes this far
from pathlib import Path  # noqa: E402

import bundle  # noqa: E402
import environment  # noqa: E402
import launch  # noqa: E402
import suite  # noqa: E402
import system_packages  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent

COMMANDS = {
    "run": "set up what is missing and open the app (without a display: make its pictures)",
    "test": "set up what is missing, then the checks and the test suite (--long: its long form)",
    "setup": "only set up: .venv with the pinned packages, and the system packages",
    "lint": "only the checks: ruff, mypy and import-linter",
    "bench": "the benchmarks",
    "build": "the bundle and, where dpkg-deb exists, the .deb, in dist/",
}
NEEDS = {
    "run": system_packages.RUN,
    "test": system_packages.TEST,
    "setup": system_packages.RUN,
    "lint": (),
    "bench": system_packages.TEST,
    "build": system_packages.BUILD,
}
ACTIONS = {
    "run": launch.run,
    "test": suite.test,
    "setup": launch.say_ready,
    "lint": suite.lint,
    "bench": suite.bench,
    "build": bundle.build,
}


def parse(arguments: "list[str]") -> "tuple[str, list[str]]":
    """Split the command line into the command and what is handed on to it; exits on a wrong one."""
    listing = "\n".join(f"  {name:<7}{text}" for name, text in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="python3 packaging/bootstrap.py",
        description="commands:\n" + listing,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="ARGUMENT", help="handed on")
    known = parser.parse_args(arguments)
    return known.command, known.rest


def main(arguments: "list[str]") -> int:
    """Carry out one command and return its exit code."""
    command, rest = parse(arguments)
    venv = environment.Environment(ROOT)
    try:
        system_packages.ensure(NEEDS[command])
        venv.ensure()
    except (system_packages.PackagesMissingError, environment.SetupError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return ACTIONS[command](venv, rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
