"""A place without a network for the tests: that they pass there proves that the app needs none.

Linux gives any process a network namespace of its own, in which even the loopback is down
(SECURITY-DESIGN §5 no. 12). Where that is not allowed the tests run as they are, and it is said.
"""

from __future__ import annotations

import shutil
import subprocess

VARIABLE = "MANAGERNOTES_TESTS_WITHOUT_NETWORK"
"""Set to 1 for tests that run there; one of them looks whether it is true."""

_WAYS = (
    ("unshare", "--net"),  # for root
    ("unshare", "--map-current-user", "--net"),
)


def prefix() -> tuple[str, ...]:
    """Return what to put before a command so that it has no network; empty if nothing works."""
    if shutil.which("unshare") is None:
        return ()
    for way in _WAYS:
        tried = subprocess.run([*way, "true"], capture_output=True, check=False)
        if tried.returncode == 0:
            return way
    return ()
