"""Without a display the app is not opened but shown in pictures."""

from __future__ import annotations

import pytest
from launch import has_display


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_named_display_server_is_a_display(variable: str) -> None:
    assert has_display("linux", {variable: ":0"})


def test_linux_without_a_display_server_has_no_display() -> None:
    assert not has_display("linux", {"HOME": "/root", "DISPLAY": ""})


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_macos_and_windows_always_have_a_display(platform: str) -> None:
    assert has_display(platform, {})
