"""One window a vault; a second start only asks."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from managernotes_ui.shell.single_instance import Request, SingleInstance


def test_the_second_start_asks_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = (SingleInstance(tmp_path / "vault.db") for _ in range(2))
    assert first.claim()
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
