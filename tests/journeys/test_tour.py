"""`tour` draws every screen there is, light and dark, at the size of the targets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

SCREENS = (
    "02-person-timeline",
    "03-note-editor",
    "04-quick-capture",
    "05-command-palette",
    "13-search",
    "14-unlock",
    "15-first-run-recovery",
    "16-settings-protection",
    "17-empty-person",
    "18a-banner-disk-full",
    "18b-banner-keyring",
    "18c-banner-vault-gone",
    "18d-banner-copies",
    "34-trust",
    "34b-recovery-drill",
    "36-first-run",
    "37b-veil",
    "38a-narrow",
    "38b-large-text",
    "39a-peek-panel",
    "39b-revisions",
    "40-keys",
    "people",
    "sealed-note",
    "settings",
    "unconfirmed",
    "unconfirmed-banner",
    "unconfirmed-timeline",
)
SIZE = (1280, 800)
SHEET = (1280, 1704)
FEWEST_COLOURS = 100
LIGHT, DARK = (0xFA, 0xFA, 0xF8), (0x1B, 0x1C, 0x1E)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the command once, without a display, as somebody would type it."""
    out = tmp_path_factory.mktemp("tour") / "pictures"
    memory = Path("/dev/shm")  # noqa: S108 - the vaults of the tour need no disk
    places = {"TMPDIR": str(memory)} if os.access(memory, os.W_OK) else {}
    done = subprocess.run(
        [sys.executable, "-m", "managernotes_ui", "tour", "--out", str(out)],
        env=os.environ | places,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return out


@pytest.mark.parametrize("suffix", ["", "-dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_drawn_at_its_size(pictures: Path, screen: str, suffix: str) -> None:
    with Image.open(pictures / f"{screen}{suffix}.png") as picture:
        assert picture.size == SIZE
        colours = picture.convert("RGB").getcolors(maxcolors=1 << 24)
        assert colours is not None
        assert len(colours) > FEWEST_COLOURS


@pytest.mark.parametrize(("suffix", "ground"), [("", LIGHT), ("-dark", DARK)])
def test_the_ground_is_that_of_the_theme(
    pictures: Path, suffix: str, ground: tuple[int, int, int]
) -> None:
    with Image.open(pictures / f"14-unlock{suffix}.png") as picture:
        assert picture.convert("RGB").getpixel((10, 10)) == ground


def test_the_component_sheet_is_drawn(pictures: Path) -> None:
    with Image.open(pictures / "components.png") as picture:
        assert picture.size == SHEET
