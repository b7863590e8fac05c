"""What is judged at every key is what would be judged anew: only the facts are taken over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    PreparationId,
    new_uuid7,
)
from managernotes.domain.observation import Kind, Source
from managernotes.domain.preparation import (
    About,
    FactRow,
    Path,
    PolicyCheck,
    Preparation,
    PreparationWords,
    Step,
)
from managernotes.practice.readiness import checks, checks_after_typing
from managernotes.practice.readiness_view import InHand

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
TYPED = (
    PreparationWords(),
    PreparationWords(effect="The clinic waited.", my_part="I never said by when."),
    PreparationWords(ask="Post it by 17:30 from Mon 30 Nov.", offers=("I move the call.",)),
    PreparationWords(ask="be better", questions=("How do you see it?",)),
    PreparationWords(opening="I want to look at the hand-over. " * 20, their_view="Four things."),
    PreparationWords(main="You have been ill a lot.", limits="I cannot move the tender."),
)


def hand(words: PreparationWords, path: Path = Path.FULL) -> InHand:
    preparation = Preparation(
        id=PreparationId(new_uuid7(NOW)),
        conversation=ConversationId(new_uuid7(NOW)),
        about=About.OTHER,
        path=path,
        step=Step.WORDS,
        is_grave=False,
        told_before=None,
        is_calm=None,
        policy_check=PolicyCheck.NOT_NEEDED,
        single_event=False,
        no_part=0,
        same_for_all=False,
        would_be_glad=False,
        ready_at=None,
        stale=None,
        words=words,
        facts=(),
        yardsticks=(),
        rehearsals=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )
    facts = tuple(
        FactRow(
            id=NoteId(new_uuid7(NOW)),
            occurred_on=date(2026, 11, day),
            text="At 18:40 the hand-over came without the link.",
            source=Source.FIRST_HAND,
            kind=Kind.CONCERN,
            share_state=None,
            shared_on=None,
        )
        for day in (10, 17)
    )
    return InHand(
        preparation=preparation,
        today=NOW.date(),
        person=PersonId(new_uuid7(NOW)),
        called="Dana",
        facts=facts,
    )


@pytest.mark.parametrize("path", list(Path))
@pytest.mark.parametrize("words", TYPED)
def test_after_typing_every_check_stands_as_if_it_were_read_again(
    words: PreparationWords, path: Path
) -> None:
    before = hand(PreparationWords(), path)
    after = replace(before, preparation=replace(before.preparation, words=words))
    assert checks_after_typing(after, checks(before)) == checks(after)


def test_what_was_never_read_is_judged_like_the_rest() -> None:
    before = hand(PreparationWords())
    assert checks_after_typing(before, ()) == checks(before)


def test_what_looks_at_facts_alone_is_taken_over_as_it_was_read() -> None:
    """The control: a check that was read as open stays so, whatever the facts are now."""
    before = hand(PreparationWords())
    read = tuple(replace(check, is_open=True) for check in checks(before))
    after = {check.id: check.is_open for check in checks_after_typing(before, read)}
    assert after["RC01"]
    assert not after["RC10"]
