"""One window a vault; a second start only asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from managernotes.errors import SilentWindowError
from managernotes_ui.shell.single_instance import Request, SingleInstance


def test_the_second_start_asks_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "vault.db") for _ in range(2))
    assert first.claim()
    first.listen()
    assert not second.claim()
    with qtbot.waitSignal(first.requested) as asked:
        assert second.ask(Request.CAPTURE)
    assert asked.args == [Request.CAPTURE]
    first.release()


def test_another_vault_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one.db"), SingleInstance(tmp_path / "other.db")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_after_a_release_the_next_start_is_the_one(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "vault.db")
    assert first.claim()
    first.release()
    assert SingleInstance(tmp_path / "vault.db").claim()


def test_a_start_waits_for_a_window_that_is_still_opening(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "vault.db") for _ in range(2))
    assert first.claim_or_ask(Request.RAISE)
    with pytest.raises(SilentWindowError):
        second.claim_or_ask(Request.RAISE, patience_seconds=0.2)
    first.listen()
    with qtbot.waitSignal(first.requested):
        assert not second.claim_or_ask(Request.RAISE)
    first.release()


def test_a_start_that_waits_becomes_the_window_when_the_other_has_gone(tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "vault.db") for _ in range(2))
    assert first.claim_or_ask(Request.RAISE)
    first.release()
    assert second.claim_or_ask(Request.RAISE)
    second.release()


def test_a_window_that_turns_to_another_vault_is_that_vaults_one_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = SingleInstance(tmp_path / "one.db")
    assert window.claim_or_ask(Request.RAISE)
    window.listen()
    assert window.move_to(tmp_path / "other.db")
    late = SingleInstance(tmp_path / "other.db")
    assert not late.claim()
    with qtbot.waitSignal(window.requested):
        assert late.ask(Request.RAISE)
    assert SingleInstance(tmp_path / "one.db").claim()
    window.release()


def test_a_vault_that_has_its_window_is_not_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one.db"), SingleInstance(tmp_path / "other.db")
    assert one.claim()
    assert other.claim()
    other.listen()
    with qtbot.waitSignal(other.requested) as asked:
        assert not one.move_to(tmp_path / "other.db")
    assert asked.args == [Request.RAISE]
    assert not SingleInstance(tmp_path / "one.db").claim()
    one.release()
    other.release()


def test_a_place_that_cannot_be_written_gets_its_window_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert SingleInstance(tmp_path / "file" / "vault.db").claim_or_ask(Request.RAISE)
