"""A process that keeps what it knows to itself: file modes, core dumps, crash reports.

SECURITY-DESIGN §5 rows 6 and 18: a crash report holds types and places in the code, never a
message, a value or a line of source, because any of these may quote a note.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading
import warnings
from types import TracebackType

_PR_SET_DUMPABLE = 4
_NO_ERROR_BOXES, _NO_HEAP = 0x0001 | 0x0002, 0x1
"""SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX; WER_FAULT_REPORTING_FLAG_NOHEAP."""


def keep_quiet() -> None:
    """Make new files private, forbid core dumps, and report crashes without their content.

    Every process of the app begins with it, the helpers too: what one process forbids itself its
    children may do again.
    """
    os.umask(0o077)
    _forbid_core_dumps()
    _forbid_windows_reports()
    _silence_libraries()
    sys.excepthook = _report
    threading.excepthook = lambda args: _report(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: _report(args.exc_type, args.exc_value, args.exc_traceback)


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the type of an error and where it happened, one place a line."""
    lines = [f"Manager Notes stopped on {kind.__name__}"]
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "?")
        lines.append(f"  {module}.{code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "\n".join(lines)


def _report(
    kind: type[BaseException], _value: BaseException | None, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    if sys.stderr is not None:
        sys.stderr.write(crash_report(kind, trace) + "\n")


def _silence_libraries() -> None:
    """Print no library's warning or log line: either may quote what it was given."""
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())


def _forbid_windows_reports() -> None:
    """Have Windows collect nothing when the process dies: no dialog, no report, no heap in one."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_NO_ERROR_BOXES)
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)


def _forbid_core_dumps() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
