"""After an unlock the window tells of damage and of copies beside the vault, and else nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from managernotes_ui.settings.copies_row import CopiesRow
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.shell.copies_bar import CopiesBar
from managernotes_ui.shell.opening_check import OpeningCheck
from tests.ui.find_bench import FindBench, find_bench

CLOUD = "vault (Ada's conflicted copy 2026-11-24).db"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    with find_bench(qtbot, tmp_path) as bench:
        yield bench


def looked(bench: FindBench) -> tuple[list[object], list[object]]:
    """Let the look be over, and return the damage and the copies it told of."""
    check = OpeningCheck(bench.desk.session, after_ms=0)
    damage: list[object] = []
    copies: list[object] = []
    check.damaged.connect(damage.append)
    check.copies_found.connect(copies.append)
    check.begin()
    bench.qtbot.waitUntil(lambda: check.is_done)
    return damage, copies


def test_a_sound_vault_alone_in_its_place_says_nothing(bench: FindBench) -> None:
    assert looked(bench) == ([], [])


def test_a_flipped_bit_is_told_without_anybody_reading_that_page(bench: FindBench) -> None:
    content = bytearray(bench.vault.file.read_bytes())
    content[-100] ^= 1
    with bench.vault.file.open("r+b") as file:
        file.write(content)
    [report] = looked(bench)[0]
    assert "The seal of page" in report.problems[0]  # type: ignore[attr-defined]


def test_copies_have_a_banner_and_a_row_that_name_them(bench: FindBench) -> None:
    bar = CopiesBar(bench.desk)
    bench.qtbot.addWidget(bar)
    vm = ProtectionViewModel(bench.desk.session)
    row = CopiesRow(bench.theme, vm)
    bench.qtbot.addWidget(row)
    vm.look_again()
    bench.vault.settle()
    assert row.words.startswith("None.")
    bench.vault.file.with_name(CLOUD).write_bytes(b"x" * 5_000)
    bench.vault.file.with_name("vault.db.keys-LAPTOP.json").write_bytes(b"{}")
    [copies] = looked(bench)[1]
    bar.tell(copies)  # type: ignore[arg-type]
    assert bar.banner.words.startswith("2 copies of the vault lie beside it.")
    assert CLOUD in bar.banner.words
    assert "key file" in bar.banner.words
    vm.look_again()
    bench.vault.settle()
    assert CLOUD in row.words


def test_a_long_list_is_cut_in_the_banner(bench: FindBench) -> None:
    bar = CopiesBar(bench.desk)
    bench.qtbot.addWidget(bar)
    for number in range(2, 8):
        bench.vault.file.with_name(f"vault {number}.db").write_bytes(b"x" * 5_000)
    [copies] = looked(bench)[1]
    bar.tell(copies)  # type: ignore[arg-type]
    assert "and 3 more" in bar.banner.words


def test_a_lock_right_after_the_unlock_waits_for_nothing(bench: FindBench) -> None:
    check = OpeningCheck(bench.desk.session, after_ms=0)
    check.begin()
    bench.desk.session.closing.emit()
    bench.qtbot.wait(50)
    assert not check.is_done
