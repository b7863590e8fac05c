"""Tests of the sample's notes: every kind, believable lengths, clean English, nothing private."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import astuple
from datetime import date, timedelta

import pytest

from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    Kind,
    NewObservation,
    NoteText,
    Sensitivity,
    ShareState,
    Source,
)
from managernotes.resources import resource_folder
from managernotes.services.sample_grammar import seeded
from managernotes.services.sample_material import Material, read_material
from managernotes.services.sample_notes import NoteMaker, SampleNote
from managernotes.services.sample_people import Member, make_people

TODAY = date(2026, 11, 24)
PEOPLE, NOTES = 12, 2_000

ROUGH = re.compile(
    r"[{}]|  |\b(\w+) \1\b|\ba [aeiou]|\ban [bcdfgjkpqtvwxyz]| [.,;:]|\.\.|[.,][A-Z]"
)
"""Slots left open, doubled words and spaces, the wrong article, stray points."""

PRIVATE = re.compile(
    r"""\b(
        pregnan\w* | maternity | paternity | disab\w* | diagnos\w* | medication | therap\w+ |
        depress\w* | anxiety | burn-?out | off\ sick | sick\ (leave|days?) | illness | surgery |
        religio\w* | church | mosque | ramadan | muslim | christian | jewish | hindu |
        gay | lesbian | ethnic\w* | nationality | accent | immigrant\w* | foreigner |
        husband | wife | divorc\w* | trade\ union | salary | bonus | wages? | pay\ rise |
        too\ (old|young) | retire\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What no note may hold: protected traits, health, family, pay (INV-02)."""


@pytest.fixture(scope="module")
def material() -> Material:
    return read_material(resource_folder("sample"))


@pytest.fixture(scope="module")
def members(material: Material) -> list[Member]:
    return make_people(material, PEOPLE, TODAY, seeded(1))


@pytest.fixture(scope="module")
def notes(material: Material, members: list[Member]) -> list[SampleNote]:
    return list(NoteMaker(material, members, TODAY, seeded(1)).notes(NOTES))


@pytest.fixture(scope="module")
def of_all_trades(material: Material) -> list[SampleNote]:
    everybody = make_people(material, 60, TODAY, seeded(3))
    return list(NoteMaker(material, everybody, TODAY, seeded(3)).notes(12_000))


def words(text: NoteText) -> str:
    return "\n".join(astuple(text))


def test_tells_the_same_year_from_the_same_seed(
    material: Material, members: list[Member], notes: list[SampleNote]
) -> None:
    again = list(NoteMaker(material, members, TODAY, seeded(1)).notes(NOTES))
    other = list(NoteMaker(material, members, TODAY, seeded(2)).notes(NOTES))
    assert again == notes
    assert other != notes


def test_tells_notes_of_every_kind_with_wins_in_front(notes: list[SampleNote]) -> None:
    kinds = Counter(sample.note.kind for sample in notes)
    assert set(kinds) == set(Kind)
    assert min(kinds.values()) > 20
    assert kinds.most_common(1)[0][0] is Kind.WIN


def test_ranges_from_a_few_words_to_several_paragraphs(notes: list[SampleNote]) -> None:
    lengths = sorted(len(words(sample.note.text).split()) for sample in notes)
    assert lengths[0] >= 2
    assert lengths[NOTES // 10] <= 12
    assert 15 <= lengths[NOTES // 2] <= 45
    assert lengths[NOTES * 97 // 100] >= 100
    assert lengths[-1] >= 180
    assert max(sample.note.text.fact.count("\n\n") for sample in notes) >= 4


def test_hardly_ever_tells_the_same_twice(notes: list[SampleNote]) -> None:
    texts = {words(sample.note.text) for sample in notes}
    assert len(texts) >= NOTES * 0.98


def test_writes_clean_english(of_all_trades: list[SampleNote]) -> None:
    rough = [text for text in map(_prose, of_all_trades) if ROUGH.search(text)]
    assert rough == []


def test_holds_nothing_about_health_protected_traits_or_pay(
    of_all_trades: list[SampleNote],
) -> None:
    private = [found[0] for text in map(_prose, of_all_trades) if (found := PRIVATE.search(text))]
    assert private == []


def test_uses_markdown_now_and_then(notes: list[SampleNote]) -> None:
    facts = [sample.note.text.fact for sample in notes]
    assert 0.08 < sum("\n- " in fact for fact in facts) / NOTES < 0.3
    assert sum("**" in fact for fact in facts) > NOTES * 0.05
    assert sum("](https://" in fact for fact in facts) > NOTES * 0.01


def test_keeps_fact_effect_and_reading_apart(notes: list[SampleNote]) -> None:
    texts = [sample.note.text for sample in notes]
    assert all(text.fact for text in texts)
    assert 0.25 < sum(bool(text.effect) for text in texts) / NOTES < 0.6
    assert 0.1 < sum(bool(text.my_reading) for text in texts) / NOTES < 0.4
    assert 0.05 < sum(bool(text.title) for text in texts) / NOTES < 0.4


def test_names_the_source_of_what_others_said(notes: list[SampleNote]) -> None:
    heard = [n.note for n in notes if n.note.kind is Kind.FEEDBACK_FROM_OTHERS]
    assert all(note.source is Source.TOLD_BY and note.text.source_detail for note in heard)


def test_has_said_most_of_what_is_old_and_little_of_what_is_new(
    notes: list[SampleNote],
) -> None:
    waiting = [n.note for n in notes if n.note.kind in SHAREABLE_KINDS]
    recent = [note for note in waiting if (TODAY - note.occurred_on).days <= 7]
    old = [note for note in waiting if (TODAY - note.occurred_on).days > 60]
    assert _unsaid(recent) / len(recent) > 0.3
    assert _unsaid(old) / len(old) < 0.1
    states = {note.share_state for note in waiting}
    assert states >= {ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN}
    for sample in notes:
        heard = sample.note.shared_on
        assert heard is None or sample.note.occurred_on <= heard < TODAY
        assert (sample.note.share_state is None) == (sample.note.kind not in SHAREABLE_KINDS)


def test_tells_day_after_day_and_writes_some_notes_later(notes: list[SampleNote]) -> None:
    days = [sample.note.occurred_on for sample in notes]
    assert days == sorted(days)
    late = [sample for sample in notes if sample.written_at.date() > sample.note.occurred_on]
    assert 0.15 < len(late) / NOTES < 0.4
    assert all(n.note.occurred_on <= n.written_at.date() < TODAY for n in notes)


def test_is_about_one_or_two_of_a_team_or_about_nobody(
    members: list[Member], notes: list[SampleNote]
) -> None:
    about = Counter(len(sample.about) for sample in notes)
    assert about[1] > about[2] > NOTES * 0.02
    assert about[0] > 0
    for sample in notes:
        groups = {members[place].group for place in sample.about}
        assert len(groups) <= 1
        for place in sample.about[1:]:
            assert members[place].called in words(sample.note.text)


def test_tags_about_half_and_comes_back_to_a_few(notes: list[SampleNote]) -> None:
    tagged = sum(bool(sample.note.tags) for sample in notes)
    assert 0.4 < tagged / NOTES < 0.7
    back = [n.note for n in notes if n.note.come_back_on is not None]
    assert 0 < len(back) < NOTES * 0.03
    assert all(n.come_back_on and n.come_back_on > n.occurred_on for n in back)


def test_restricts_a_few_concerns_and_nothing_else(of_all_trades: list[SampleNote]) -> None:
    closed = [n.note for n in of_all_trades if n.note.sensitivity is Sensitivity.RESTRICTED]
    assert closed
    assert {note.kind for note in closed} == {Kind.CONCERN}


def test_tells_of_a_team_of_one(material: Material) -> None:
    alone = make_people(material, 1, TODAY, seeded(1))
    told = list(NoteMaker(material, alone, TODAY, seeded(1)).notes(500))
    assert {sample.about for sample in told} <= {(), (0,)}


def test_writes_nothing_about_anybody_before_they_came(
    material: Material,
) -> None:
    everybody = make_people(material, 60, TODAY, seeded(5))
    late = {i for i, m in enumerate(everybody) if (TODAY - m.started_on) < timedelta(days=200)}
    told = list(NoteMaker(material, everybody, TODAY, seeded(5)).notes(4_000))
    of_late = [n for n in told if n.about and n.about[0] in late]
    assert of_late
    assert all(n.note.occurred_on >= everybody[n.about[0]].started_on for n in of_late)


def _unsaid(notes: list[NewObservation]) -> int:
    return sum(note.share_state is ShareState.UNSAID for note in notes)


def _prose(sample: SampleNote) -> str:
    """Return a note's words without its links, which follow rules of their own."""
    return re.sub(r"\]\(https://[^)]*\)", "]", words(sample.note.text))
