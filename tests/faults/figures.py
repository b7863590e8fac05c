"""The figures of the fault tests, printed as one table at the end of a run (issue 3).

A pytest plugin: a test asks for `figures` and says what it counted. The figures travel with the
test's report, so that the table is whole when other processes ran the tests (pytest-xdist).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pytest

_PROPERTY: Final = "fault figures"
_HEAD: Final = ("fault", "runs", "seconds", "found")

Figures = Callable[[str, int, str], None]
"""Takes the fault's name, how many times it was made to happen, and what came of it."""


def short_and_long(short: int, long: int) -> pytest.MarkDecorator:
    """Run a test with `runs` in its short form, and with `--long` in its long one too."""
    return pytest.mark.parametrize("runs", [short, pytest.param(long, marks=pytest.mark.long)])


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Take a row of the table."""
    return lambda fault, runs, found: record_property(_PROPERTY, (fault, runs, found))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table, if any test has brought a row."""
    rows = sorted(_rows(terminalreporter))
    if not rows:
        return
    terminalreporter.section("faults")
    table = [_HEAD, *(row for _, row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD) - 1)]
    for fault, runs, seconds, found in table:
        left, middle, right = widths
        terminalreporter.write_line(f"{fault:<{left}} {runs:>{middle}} {seconds:>{right}}  {found}")


def _rows(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    for report in (report for reports in reporter.stats.values() for report in reports):
        if not isinstance(report, pytest.TestReport) or report.when != "call":
            continue
        for name, value in report.user_properties:
            if name == _PROPERTY and isinstance(value, list | tuple):
                fault, runs, found = value
                verdict = "" if report.passed else "FAILED: "
                row = (str(fault), f"{runs:,}", f"{report.duration:.1f}", f"{verdict}{found}")
                yield report.nodeid, row
