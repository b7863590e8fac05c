"""The checks and the test suite, in the order in which a mistake shows soonest."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence

import isolation
from environment import Environment

CHECKS = (
    ("ruff check", "ruff", ("check", ".")),
    ("ruff format", "ruff", ("format", "--check", ".")),
    ("mypy", "mypy", ()),
    ("import-linter", "lint-imports", ()),
)

IN_TWO = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""A file's tests stay together: they share what is dear to set up."""
SLOWEST_FIRST = tuple(f"tests/{part}" for part in ("faults", "journeys", "project", "ui", "core"))
TESTS_FAILED = 1
"""What pytest returns when tests ran and some failed; anything else is no matter of luck."""


def lint(venv: Environment, _arguments: Sequence[str] = ()) -> int:
    """Run every check, print each one's time, and return 1 if any failed."""
    return 1 if _failed_checks(venv) else 0


def test(venv: Environment, arguments: Sequence[str]) -> int:
    """Run every check and then pytest, whose summary closes the output; 0 only if all passed.

    Without a network, where the system lets a program go without. The whole suite runs in two
    processes; a test that fails there gets one more run with the machine to itself, because
    some of them measure time, and what fails again has failed. What is asked for by name runs
    in one process.
    """
    failed = _failed_checks(venv)
    if failed:
        print(f"Failed: {', '.join(failed)}. The tests run all the same; the exit code is 1.")
    alone = isolation.prefix()
    print("tests run " + ("without a network" if alone else "beside the network"), flush=True)
    marked = {isolation.VARIABLE: "1"} if alone else {}

    def pytest(*given: str) -> int:
        return venv.call("python", "-m", "pytest", *given, before=alone, **marked)

    code = pytest(*arguments) if arguments else pytest(*IN_TWO, *SLOWEST_FIRST)
    if code == TESTS_FAILED and not arguments:
        print("What failed is run once more, by itself.", flush=True)
        code = pytest("--last-failed", "--last-failed-no-failures", "none")
    return code or (1 if failed else 0)


def bench(venv: Environment, arguments: Sequence[str]) -> int:
    """Run the benchmarks; their own arguments follow."""
    return venv.call("python", "tests/benchmarks/run.py", *arguments)


def _failed_checks(venv: Environment) -> list[str]:
    failed = []
    for title, program, arguments in CHECKS:
        started = time.monotonic()
        command = [str(venv.program(program)), *arguments]
        answer = subprocess.run(command, cwd=venv.root, capture_output=True, text=True, check=False)
        verdict = "ok" if answer.returncode == 0 else "FAILED"
        print(f"{title:<14} {verdict:<7}{time.monotonic() - started:6.1f} s", flush=True)
        if answer.returncode != 0:
            failed.append(title)
            print(answer.stdout + answer.stderr, flush=True)
    return failed
