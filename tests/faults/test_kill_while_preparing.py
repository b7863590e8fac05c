"""S04: the app is killed at every step of a preparation; opened again, the same text is there."""

from __future__ import annotations

import shutil
from pathlib import Path

from managernotes.domain.preparation import Preparation, PreparationWords, Step
from tests.faults.killing import Victim
from tests.faults.noting import NotedVault
from tests.faults.preparing import SAVED, answer_step, preparation_in, prepared_vault, words_of


def test_s04_killed_at_any_step_and_opened_again_it_has_the_same_text(tmp_path: Path) -> None:
    first = prepared_vault(_folder(tmp_path, "first"))
    vaults = {step: _copy(first, tmp_path, step) for step in Step}
    victims = {step: Victim(answer_step, vault, step) for step, vault in vaults.items()}
    for step, victim in victims.items():
        said = victim.killed_after_saying(SAVED)
        assert said == [SAVED], step
        assert victim.was_killed
    for step, vault in vaults.items():
        found = preparation_in(vault)
        assert _is_there(found, step), step
        assert found.step is step


def test_what_was_never_typed_is_not_found(tmp_path: Path) -> None:
    """The control: the look that finds the words finds none in a vault that was not worked on."""
    found = preparation_in(prepared_vault(_folder(tmp_path, "control")))
    assert not any(_is_there(found, step) for step in Step)


def _is_there(found: Preparation, step: Step) -> bool:
    if step is Step.RIGHT_TALK:
        return found.is_grave is False
    return words_of(step) in _all_words(found.words)


def _all_words(words: PreparationWords) -> set[str]:
    single = {text for name in words.__slots__ if isinstance(text := getattr(words, name), str)}
    plans = {plan.then for plan in words.if_then}
    return single | {*words.questions, *words.offers, *words.special.values()} | plans


def _folder(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


def _copy(vault: NotedVault, tmp_path: Path, step: Step) -> NotedVault:
    folder = tmp_path / f"step-{int(step)}"
    shutil.copytree(vault.path.parent, folder)
    return NotedVault(folder / vault.path.name, vault.code)
