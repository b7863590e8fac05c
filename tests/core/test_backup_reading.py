"""A note that is brought back from a backup has got as far as it had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from managernotes.domain.conversation import ConversationType, NewConversation
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import (
    KeptBack,
    Kind,
    NewObservation,
    NoteText,
    Observation,
    ShareState,
)
from managernotes.domain.person import NewPerson
from managernotes.domain.sharing import Answer
from managernotes.services.backup_reading import BackupReader, bring_back
from tests.core.backup_desk import BackupDesk, desk_with
from tests.core.office import NOON

TODAY = NOON.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    desk = desk_with(tmp_path)
    yield desk
    desk.workspace.close()


def concern(desk: BackupDesk) -> NoteId:
    workspace = desk.workspace
    who = workspace.people.add(NewPerson(display_name="Dana"))
    new = NewObservation(
        text=NoteText(fact="Late."), kind=Kind.CONCERN, people=(who.id,), occurred_on=TODAY
    )
    return workspace.notes.add(new).id


def brought_back(desk: BackupDesk, note: NoteId) -> Observation:
    """Read a note as a backup's, erase it from the vault, and bring it back."""
    workspace = desk.workspace
    found = BackupReader(desk.db, desk.clock).note(note)
    workspace.notes.erase(note)
    assert bring_back(workspace, [found]) == 1
    [row] = workspace.notes.timeline().rows
    return workspace.notes.get(row.id)


def test_what_they_answered_and_the_change_come_back_with_it(desk: BackupDesk) -> None:
    note, sharing = concern(desk), desk.workspace.sharing
    sharing.said(note, TODAY)
    sharing.answered(note, "I did not know.", TODAY)
    desk.clock.advance(days=3)
    sharing.change_seen(note, TODAY + timedelta(days=3))
    back = brought_back(desk, note)
    assert (back.share_state, back.shared_on) == (ShareState.CHANGE_SEEN, TODAY)
    assert back.change_seen_on == TODAY + timedelta(days=3)
    assert sharing.answer_of(back.id) == Answer("I did not know.", TODAY)


def test_the_reason_why_it_was_kept_back_comes_back_with_it(desk: BackupDesk) -> None:
    note = concern(desk)
    desk.workspace.sharing.keep_back(note, KeptBack.PASSED_TO_HR)
    back = brought_back(desk, note)
    assert (back.share_state, back.kept_back) == (
        ShareState.NOT_FOR_SHARING,
        KeptBack.PASSED_TO_HR,
    )


def test_what_was_planned_is_unsaid_again_and_never_lost(desk: BackupDesk) -> None:
    note, workspace = concern(desk), desk.workspace
    talk = workspace.talks.plan(
        NewConversation(
            type=ConversationType.ONE_ON_ONE,
            people=workspace.notes.get(note).people,
            planned_on=TODAY,
        )
    )
    workspace.sharing.plan(note, talk.id)
    back = brought_back(desk, note)
    assert (back.share_state, back.planned_in) == (ShareState.UNSAID, None)
    assert workspace.today.today().raise_.total == 1
