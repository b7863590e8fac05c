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


def lint(venv: Environment, _arguments: Sequence[str] = ()) -> int:
    """Run every check, print each one's time, and return 1 if any failed."""
    return 1 if _failed_checks(venv) else 0


def test(venv: Environment, arguments: Sequence[str]) -> int:
    """Run every check and then pytest, whose summary closes the output; 0 only if all passed.

    In one process: many tests measure time, and a second one beside them would be in it. And
    without a network, where the system lets a program go without.
    """
    failed = _failed_checks(venv)
    if failed:
        print(f"Failed: {', '.join(failed)}. The tests run all the same; the exit code is 1.")
    alone = isolation.prefix()
    print("tests run " + ("without a network" if alone else "beside the network"), flush=True)
    marked = {isolation.VARIABLE: "1"} if alone else {}
    code = venv.call("python", "-m", "pytest", *arguments, before=alone, **marked)
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
