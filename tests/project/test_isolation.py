"""The tests run where there is no network, and that is looked at."""

from __future__ import annotations

import os
import socket
import subprocess

import isolation
import pytest

_LOOPBACK_IS_DOWN = (
    "import socket\n"
    "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    "try:\n    s.connect(('127.0.0.1', 9))\n"
    "except OSError:\n    print('nothing')\n"
)


@pytest.mark.skipif(isolation.VARIABLE not in os.environ, reason="not started by bootstrap.py")
def test_no_interface_of_this_run_leads_anywhere() -> None:
    assert [name for _, name in socket.if_nameindex()] == ["lo"]
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with datagrams, pytest.raises(OSError, match="unreachable"):
        datagrams.connect(("127.0.0.1", 9))


def test_what_is_put_before_a_command_takes_its_network_away() -> None:
    before = isolation.prefix()
    if not before:
        pytest.skip("this system gives no network namespace")
    command = [*before, "python3", "-c", _LOOPBACK_IS_DOWN]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.stdout == "nothing\n"
