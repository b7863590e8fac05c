"""The settings file: private to its owner, replaced in one step, never fatal."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.errors import StorageFailedError
from managernotes.settings import Settings, Theme, load, save

CHOSEN = Settings(
    theme=Theme.DARK,
    text_scale=1.25,
    auto_lock_minutes=0,
    cover_on_focus_loss=False,
    discreet_mode=True,
    discreet_texts_open=True,
    keep_out_of_sharing=False,
    window_geometry="AdnQywAD",
)


def test_the_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    save(CHOSEN, path)
    assert load(path) == CHOSEN
    save(Settings(), path)
    assert load(path) == Settings()
    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the profile's own rights")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    save(CHOSEN, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_defaults_stand_where_there_is_no_file(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()
    assert load(tmp_path) == Settings()
    assert Settings().auto_lock_minutes == 5


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 70_000, b'{"theme": "dark"' * 9]
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load(path) == Settings()


def test_a_spoilt_choice_falls_back_alone_and_an_unknown_one_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"theme": "pink", "text_scale": 1.5, "auto_lock_minutes": True, "later": 1})
    )
    assert load(path) == Settings(text_scale=1.5)


@given(
    stored=st.dictionaries(
        st.sampled_from([*Settings.__dataclass_fields__, "other"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_nothing_in_the_file_can_hurt(
    stored: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(stored))
    settings = load(path)
    assert isinstance(settings.theme, Theme)
    assert 0.8 <= settings.text_scale <= 2.0
    assert 0 <= settings.auto_lock_minutes <= 240


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFailedError):
        save(CHOSEN, tmp_path / "file" / "settings.json")
