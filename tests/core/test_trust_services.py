"""The proofs over a real vault: what holds, each way in which one does not, and what follows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import KeyringLockedError, TruncatedVaultError, VaultShutError
from managernotes.services.backup_places import look_at_backup
from managernotes.services.backup_plan import proof_marks
from managernotes.services.protection import ways_of
from managernotes.services.trust import prove, prove_without_key
from managernotes.services.trust_drill import DrillFinding
from managernotes.services.trust_memory import (
    DRILL_AGAIN_AFTER,
    Drilled,
    TrustReport,
    is_due,
    keep_drill,
    keep_report,
    last_drill,
    last_report,
    look_at_report,
)
from managernotes.services.trust_proof import (
    Finding,
    Proof,
    ProofName,
    Verdict,
    could_not,
    failed,
    proved,
)
from managernotes.services.trust_subject import subject_of
from tests.core.backup_desk import BackupDesk, desk_with, opened
from tests.core.trust_bench import markers
from tests.core.trust_desk import back_up, proofs_of, surroundings

NOT_WATCHED: Final = "Nobody has watched since the start."
PAGE: Final = 4096


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Open a vault with fifty notes, one marker each, and a backup."""
    folder = tmp_path / "vault"
    folder.mkdir(mode=0o700)
    desk = desk_with(folder, *(f"saw {word} do it well" for word in markers()))
    desk.clock.advance(minutes=1)
    back_up(desk)
    yield desk
    desk.workspace.close()


def report(desk: BackupDesk, *findings: Finding) -> TrustReport:
    """Return a run with these findings."""
    names = list(ProofName)[: len(findings)]
    proofs = [
        Proof(name=name, finding=finding, seconds=0.5)
        for name, finding in zip(names, findings, strict=True)
    ]
    return TrustReport(at=desk.clock.now(), proofs=tuple(proofs))


def test_a_sound_vault_is_proved_and_not_one_of_fifty_markers_is_found(desk: BackupDesk) -> None:
    proofs = proofs_of(desk)
    connections = proofs.pop(ProofName.CONNECTIONS)
    assert connections.finding.reason in {"", NOT_WATCHED}
    assert {name: proof.verdict for name, proof in proofs.items()} == dict.fromkeys(
        proofs, Verdict.PROVED
    )
    words = proofs[ProofName.WORDS].finding.figures
    assert (words["words"], words["found"]) == (50, 0)
    assert proofs[ProofName.BACKUP].finding.figures["entries"] == 50
    assert proofs[ProofName.BACKUP].finding.figures["same"] == 50
    pages = proofs[ProofName.PAGES].finding.figures
    assert pages["bytes"] == desk.files.database.stat().st_size == int(pages["pages"]) * PAGE


def test_proving_changes_nothing(desk: BackupDesk) -> None:
    def everything() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}

    before = everything()
    proofs_of(desk)
    assert everything() == before


def test_nothing_is_left_beside_the_backup(desk: BackupDesk) -> None:
    folder = surroundings(desk).folders.backups[0]
    before = sorted(folder.iterdir())
    proofs_of(desk)
    assert sorted(folder.iterdir()) == before


def test_notes_may_be_written_between_two_steps(desk: BackupDesk) -> None:
    ended = []
    for proof in prove(subject_of(desk.workspace), surroundings(desk)):
        desk.note("written meanwhile")
        ended += [proof] if proof is not None else []
    assert [p.name for p in ended if p.verdict is Verdict.FAILED] == []


# what fails


def test_a_flipped_bit_fails_as_damage(desk: BackupDesk) -> None:
    with desk.files.database.open("r+b") as file:
        file.seek(5 * PAGE + 100)
        byte = file.read(1)
        file.seek(5 * PAGE + 100)
        file.write(bytes([byte[0] ^ 1]))
    proof = proofs_of(desk)[ProofName.PAGES]
    assert (proof.verdict, proof.finding.damage) == (Verdict.FAILED, True)


def test_a_word_left_readable_fails_wherever_it_lies(desk: BackupDesk) -> None:
    settings = surroundings(desk).folders.settings
    settings.mkdir(parents=True)
    (settings / "settings.json").write_text(f'{{"recent": "{markers()[3]}"}}')
    finding = proofs_of(desk)[ProofName.WORDS].finding
    assert finding.verdict is Verdict.FAILED
    assert finding.reason == "Something you wrote lies readable in: the settings."
    assert not finding.damage


def test_a_backup_that_others_may_read_fails(desk: BackupDesk) -> None:
    backup = next(surroundings(desk).folders.backups[0].iterdir())
    backup.chmod(0o644)
    finding = proofs_of(desk)[ProofName.FILES].finding
    assert finding.reason == "Others may open or exchange: a backup."


def test_a_backup_that_lacks_a_note_fails(desk: BackupDesk) -> None:
    back = desk.clock.now()
    desk.clock.moment = back - timedelta(days=1)
    desk.note("older than the backup, and not in it")
    desk.clock.moment = back
    finding = proofs_of(desk)[ProofName.BACKUP].finding
    assert (finding.verdict, finding.damage) == (Verdict.FAILED, True)
    assert (finding.figures["same"], finding.figures["entries"]) == (50, 51)


def test_a_note_with_other_words_under_the_same_revision_fails(desk: BackupDesk) -> None:
    with desk.db.transaction():
        desk.db.execute(
            "UPDATE observation_record SET fact = 'other' WHERE key = "
            "(SELECT min(key) FROM observation_record)"
        )
    proofs = proofs_of(desk)
    backup, record = proofs[ProofName.BACKUP].finding, proofs[ProofName.RECORD].finding
    assert (backup.figures["same"], backup.figures["entries"]) == (49, 50)
    assert (record.verdict, record.damage, record.figures["bad"]) == (Verdict.FAILED, True, 1)


def test_what_was_written_after_the_backup_is_no_fault_of_its(desk: BackupDesk) -> None:
    desk.note("newer")
    finding = proofs_of(desk)[ProofName.BACKUP].finding
    assert (finding.verdict, finding.figures["entries"]) == (Verdict.PROVED, 50)


def test_a_damaged_backup_fails(desk: BackupDesk) -> None:
    backup = next(surroundings(desk).folders.backups[0].iterdir())
    content = bytearray(backup.read_bytes())
    content[-5_000] ^= 1
    backup.write_bytes(content)
    finding = proofs_of(desk)[ProofName.BACKUP].finding
    assert (finding.verdict, finding.damage) == (Verdict.FAILED, True)


def test_without_a_backup_that_proof_could_not_run(tmp_path: Path) -> None:
    with contextlib.closing(desk_with(tmp_path).workspace) as workspace:
        desk = desk_with(tmp_path / "other")
        found = proofs_of(desk)[ProofName.BACKUP].finding
        desk.workspace.close()
        assert workspace.is_shut is False
    assert (found.verdict, found.reason) == (Verdict.COULD_NOT, "There is no backup yet.")


def test_without_the_key_the_rest_is_still_proved(desk: BackupDesk) -> None:
    why = KeyringLockedError()
    steps = prove_without_key(desk.files.database, surroundings(desk), why)
    found = [proof for proof in steps if proof is not None]
    told = {proof.name: proof.verdict for proof in found}
    assert told[ProofName.FILES] is told[ProofName.CIPHER] is Verdict.PROVED
    assert told[ProofName.KEYRING] is Verdict.PROVED
    assert told[ProofName.PAGES] is told[ProofName.WORDS] is Verdict.COULD_NOT
    assert found[0].finding.reason == why.title


def test_a_vault_too_damaged_to_open_has_pages_that_are_not_whole(desk: BackupDesk) -> None:
    steps = prove_without_key(desk.files.database, surroundings(desk), TruncatedVaultError())
    pages = next(proof for proof in steps if proof is not None)
    assert (pages.verdict, pages.finding.damage) == (Verdict.FAILED, True)


# what is remembered, and what a failure does


def test_a_report_is_remembered_in_the_vault_with_its_figures(desk: BackupDesk) -> None:
    kept = report(desk, proved({"pages": 7}), could_not("no backup"))
    keep_report(desk.workspace, kept)
    desk.workspace.close()
    with opened(desk.files.database, desk.code) as workspace:
        assert last_report(workspace) == kept
        assert not workspace.is_shut


def test_a_proof_that_failed_shuts_the_vault_for_writing_until_it_is_looked_at(
    desk: BackupDesk,
) -> None:
    keep_report(desk.workspace, report(desk, failed("a file")))
    with pytest.raises(VaultShutError):
        desk.note("not now")
    desk.workspace.close()
    with opened(desk.files.database, desk.code) as workspace:
        assert workspace.is_shut
        with pytest.raises(VaultShutError):
            workspace.preferences.keep("name", "value")
        assert workspace.notes.timeline().rows  # it can be read
        looked = look_at_report(workspace)
        assert looked is not None
        assert looked.looked_at
        workspace.preferences.keep("name", "value")
        assert workspace.preferences.read("name") == "value"


def test_damage_is_not_looked_away_but_a_proof_that_holds_opens_the_vault(
    desk: BackupDesk,
) -> None:
    keep_report(desk.workspace, report(desk, failed("pages", damage=True)))
    look_at_report(desk.workspace)
    with pytest.raises(VaultShutError):
        desk.note("not now")
    keep_report(desk.workspace, report(desk, proved()))
    desk.note("now")


def test_a_backup_that_was_compared_is_marked_for_the_page_of_backups(desk: BackupDesk) -> None:
    proofs = tuple(proofs_of(desk).values())
    kept = TrustReport(at=desk.clock.now(), proofs=proofs)
    keep_report(desk.workspace, kept)
    marks = proof_marks(desk.workspace.preferences)
    backup = look_at_backup(next(surroundings(desk).folders.backups[0].iterdir()))
    assert marks[backup.digest.hex()].compared == kept.at


def test_what_could_not_run_shuts_nothing(desk: BackupDesk) -> None:
    keep_report(desk.workspace, report(desk, could_not("no keyring")))
    desk.note("goes on")


def test_a_drill_is_remembered_and_the_next_is_three_months_on(desk: BackupDesk) -> None:
    assert last_drill(desk.workspace) is None
    finding = DrillFinding(entries=50, opened_in=0.1, seconds=0.2)
    drilled = Drilled(began=desk.clock.now(), at=desk.clock.now(), finding=finding)
    keep_drill(desk.workspace, drilled)
    assert last_drill(desk.workspace) == drilled
    assert drilled.next_on == (drilled.at + DRILL_AGAIN_AFTER).date()
    assert [way.tried for way in ways_of(desk.workspace)][-1] == drilled.at


def test_what_another_version_remembered_is_as_if_nothing_was(desk: BackupDesk) -> None:
    for odd in ('{"at": 5}', "not json", '{"at":"2026-01-01T00:00:00","proofs":[{}]}'):
        desk.workspace.preferences.keep("trust_report", odd)
        assert last_report(desk.workspace) is None


def test_the_run_is_due_monthly_and_after_a_clock_that_went_back(desk: BackupDesk) -> None:
    kept = report(desk, proved())
    assert is_due(None, kept.at)
    assert not is_due(kept, kept.at + timedelta(days=29))
    assert is_due(kept, kept.at + timedelta(days=30))
    assert is_due(kept, kept.at - timedelta(days=1))
