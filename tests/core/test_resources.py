"""Shipped files are found, and a missing folder is told at once."""

from __future__ import annotations

import pytest

from managernotes.resources import resource_folder


@pytest.mark.parametrize(
    ("folder", "file"),
    [("icons", "LICENSE-lucide.txt"), ("fonts", "LICENSE-Inter.txt"), ("sample", "names.toml")],
)
def test_finds_a_folder_of_shipped_files(folder: str, file: str) -> None:
    assert (resource_folder(folder) / file).is_file()


def test_a_folder_that_was_not_shipped_is_a_broken_installation() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        resource_folder("nowhere")
