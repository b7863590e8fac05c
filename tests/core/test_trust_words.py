"""Which words are looked for: the manager's own, and none that the app's own files say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from managernotes import settings
from managernotes.domain.person import NewPerson
from managernotes.services.trust_own_words import own_words
from managernotes.services.trust_proof import ProofName, Verdict
from managernotes.services.trust_words import MOST_WORDS, words_to_look_for
from tests.core.backup_desk import BackupDesk, desk_with
from tests.core.trust_desk import back_up, proofs_of, surroundings

PLAIN = re.compile(rb"[A-Za-z]{6,}")
READABLE = re.compile(rb"[ -~]{20,}")
"""What is readable on purpose; in what is encrypted no twenty such bytes come together."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Open a vault, with settings beside it and a backup made."""
    folder = tmp_path / "vault"
    folder.mkdir(mode=0o700)
    desk = desk_with(folder)
    back_up(desk)
    settings.save(settings.Settings(), surroundings(desk).folders.settings / "settings.json")
    yield desk
    desk.workspace.close()


def looked_for(desk: BackupDesk) -> list[str]:
    """Return the words that would be looked for."""
    return words_to_look_for(desk.db, ours=own_words(desk.files))


def said_by_files(desk: BackupDesk) -> set[str]:
    """Return the words that the app's own files hold, the heads of backups included."""
    found = [*desk.folder.rglob("*"), *surroundings(desk).folders.settings.rglob("*")]
    contents = [path.read_bytes() for path in found if path.is_file()]
    readable = [run for content in contents for run in READABLE.findall(content)]
    return {word.decode() for run in readable for word in PLAIN.findall(run)}


def test_names_come_first_and_words_are_told_once_whatever_their_case(desk: BackupDesk) -> None:
    desk.workspace.people.add(NewPerson(display_name="Dana Whitfield"))
    desk.note("Rollback rollback ROLLBACK ran calm, Überprüfung; 123456 ab_cdef")
    found = looked_for(desk)
    assert found[0] == "Dana Whitfield"
    assert sorted(word.casefold() for word in found[1:]) == ["rollback", "whitfield", "überprüfung"]


def test_five_hundred_are_enough_and_long_ones_come_before_short_ones(desk: BackupDesk) -> None:
    letters = "ghijklmnopqrstuvwxyz"
    long = {f"longer{a}{b}" for a in letters for b in letters}
    short = {f"shor{a}{b}" for a in letters for b in letters}
    desk.note(" ".join((*sorted(short), *sorted(long))))
    found = looked_for(desk)
    assert len(found) == MOST_WORDS
    assert set(found[: len(long)]) == long


def test_a_note_in_the_words_of_the_apps_own_files_raises_no_false_alarm(
    desk: BackupDesk,
) -> None:
    ours = said_by_files(desk)
    assert {"passphrase", "backend", "schema", "theme"} & ours
    desk.note(" ".join((*sorted(ours), "an honest word of mine: handover")))
    proof = proofs_of(desk)[ProofName.WORDS]
    assert proof.finding.reason == ""
    assert proof.verdict is Verdict.PROVED
    assert looked_for(desk)


def test_short_words_that_digits_may_spell_are_left_out(desk: BackupDesk) -> None:
    desk.note("facade decade effaced handover")
    assert looked_for(desk) == ["handover"]


def test_words_of_the_place_of_the_vault_are_left_out(desk: BackupDesk) -> None:
    desk.note(f"{desk.folder.parent.name} handover")
    assert "handover" in looked_for(desk)
    assert not [word for word in looked_for(desk) if word in str(desk.folder)]
