"""Tests of the story: counts, rows, states, texts and versions as the pictures show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from managernotes.domain.observation import Kind, NoteRevision, ShareState, TimelineRow
from managernotes.domain.person import Person, PersonStatus
from managernotes.domain.search_query import parse_query, parse_typing
from managernotes.services.keys import Protection
from managernotes.services.story import STORY_NOW, SteppingClock, write_story
from managernotes.services.workspace import Workspace, create_workspace
from tests.core.vault_fakes import MemoryKeyring

TODAY = STORY_NOW.date()
IN_THE_STRIP = {
    "win": Kind.WIN,
    "lesson": Kind.LESSON,
    "concern": Kind.CONCERN,
    "support": Kind.SUPPORT_GIVEN,
}
STRIP = """
    Dec win support
    Jan win win
    Feb win lesson support
    Mar concern support
    Apr win win support
    May win concern
    Jun win win win lesson support
    Jul win
    Aug support
    Sep win win lesson concern support
    Oct win win lesson concern support support
    Nov win win win lesson concern concern concern support
"""
"""The blocks of picture 02, from the bottom."""

RUNBOOK_QUERY = parse_query("after:2026-06 runbook -drill", TODAY)


def told(folder: Path, **told_as: bool) -> Workspace:
    clock = SteppingClock()
    workspace, _code = create_workspace(
        folder / "story.mnotes", Protection.KEYRING, None, clock=clock, keyring=MemoryKeyring()
    )
    write_story(workspace, clock, **told_as)
    return workspace


@pytest.fixture(scope="module")
def typing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Tell the moment of picture 02: the note on the runbook is still in the composer."""
    workspace = told(tmp_path_factory.mktemp("t"), runbook_saved=False, concern_written_out=False)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Tell the moment of pictures 05 and 13: it is saved."""
    workspace = told(tmp_path_factory.mktemp("s"), concern_written_out=False)
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Tell the moment of pictures 03, 17, 39a and 39b: all is written, and somebody has come."""
    workspace = told(tmp_path_factory.mktemp("w"), newcomer=True)
    yield workspace
    workspace.close()


def person(workspace: Workspace, alias: str) -> Person:
    return workspace.people.find(alias)


def rows(workspace: Workspace, alias: str) -> list[TimelineRow]:
    return list(workspace.notes.timeline(person(workspace, alias).id, limit=200).rows)


def row_of(workspace: Workspace, alias: str, beginning: str) -> TimelineRow:
    [found] = [r for r in rows(workspace, alias) if r.headline.startswith(beginning)]
    return found


def revisions(workspace: Workspace, beginning: str) -> list[NoteRevision]:
    return workspace.notes.revisions(row_of(workspace, "dana", beginning).id)


def test_leaves_the_clock_at_the_moment_of_the_pictures(tmp_path: Path) -> None:
    clock = SteppingClock(datetime(2020, 1, 1, tzinfo=UTC))
    workspace, _code = create_workspace(
        tmp_path / "story.mnotes", Protection.KEYRING, None, clock=clock, keyring=MemoryKeyring()
    )
    write_story(workspace, clock)
    workspace.close()
    assert clock.now() == STORY_NOW == datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def test_shows_eight_people_with_a_filled_dot_for_four(saved: Workspace) -> None:
    dots = {row.display_name: row.unsaid > 0 for row in saved.people.overview()}
    assert dots == {
        "Arjun Mehta": True,
        "Dana Whitfield": True,
        "Elif Yildiz": False,
        "Ines Carvalho": True,
        "Jonah Okafor": False,
        "Mei Lindqvist": False,
        "Ruth Adeyemi": False,
        "Tomasz Zielinski": True,
    }


def test_heads_danas_page_as_the_picture_does(saved: Workspace) -> None:
    dana = person(saved, "dana")
    assert (dana.role, dana.team, dana.started_on) == (
        "Staff engineer",
        "Platform",
        date(2024, 8, 12),
    )
    assert person(saved, "ruth").role == "Delivery lead"


@pytest.mark.parametrize("moment", ["typing", "saved", "whole"])
def test_counts_danas_notes_as_the_strip_does(moment: str, request: pytest.FixtureRequest) -> None:
    workspace: Workspace = request.getfixturevalue(moment)
    dana = person(workspace, "dana").id
    months = workspace.notes.month_counts(dana)
    shown = [
        [f"{month.month:%b}"]
        + [word for word, kind in IN_THE_STRIP.items() for _ in range(month.counts.get(kind, 0))]
        for month in months
    ]
    assert shown == [line.split() for line in STRIP.split("\n") if line.strip()]
    assert workspace.notes.count(dana) == 63
    assert rows(workspace, "dana")[-1].occurred_on == date(2024, 8, 12)


def test_tells_the_six_rows_of_the_timeline(typing: Workspace) -> None:
    shown = [
        (f"{r.occurred_on:%d %b}", r.kind, r.headline, r.excerpt, r.tags, r.share_state, day)
        for r in rows(typing, "dana")
        if (day := r.shared_on or r.planned_for or r.occurred_on)
    ]
    first, second, third, fourth = shown[:4]
    assert first == (
        "19 Nov",
        Kind.WIN,
        "Led the rollback calmly, wrote the customer note before anyone asked.",
        "Calm under pressure",
        ("incident",),
        ShareState.UNSAID,
        date(2026, 11, 19),
    )
    assert second[:4] == (
        "19 Nov",
        Kind.AGREEMENT_NOTE,
        "Wants to mentor Arjun from January; asked for the quiet room on Thursdays.",
        "You promised: ask facilities · due tomorrow",
    )
    assert third == (
        "17 Nov",
        Kind.CONCERN,
        "Third hand-over to support after 18:00; the runbook link was missing again.",
        "Hands over so others can act · first 3 Nov, 10 Nov",
        ("handover", "support"),
        ShareState.PLANNED,
        date(2026, 11, 26),
    )
    assert fourth == (
        "12 Nov",
        Kind.SUPPORT_GIVEN,
        "Moved her off the tender for two weeks so the migration had one owner.",
        "agreed together",
        (),
        ShareState.SHARED,
        date(2026, 11, 12),
    )
    fifth, sixth = (entry for entry in shown if entry[0] in {"28 Oct", "22 Oct"})
    assert fifth[1:4] == (
        Kind.LESSON,
        "Migration rehearsal: we tested the restore, not the time it takes.",
        "Change: timed restore every quarter · checked 20 Nov",
    )
    assert fifth[5:] == (ShareState.SHARED, date(2026, 10, 29))
    assert sixth[1:4] == (
        Kind.WIN,
        "Explained the outage to the board in four sentences; two directors thanked her.",
        "Makes hard things plain",
    )
    assert sixth[5:] == (ShareState.SHARED, date(2026, 10, 22))


def test_comes_back_tomorrow_to_what_was_promised(typing: Workspace) -> None:
    row = row_of(typing, "dana", "Wants to mentor Arjun")
    assert typing.notes.get(row.id).come_back_on == date(2026, 11, 25)


def test_writes_the_concern_out_as_the_editor_shows_it(whole: Workspace) -> None:
    note = whole.notes.get(row_of(whole, "dana", "Late hand-over to support").id)
    assert note.text.fact == (
        "At **18:40** Dana posted `handover done` in the support channel. The runbook link and "
        "the open ticket [SUP-311](https://sup.example/311) were missing. Third time this month:"
        "\n\n- 3 Nov, 18:20, no link\n- 10 Nov, 18:55, link to the *old* runbook\n"
        "- 17 Nov, 18:40, no link"
    )
    assert note.text.effect == (
        "Arjun started the night shift without it and called her at **21:10**. The clinic waited "
        "**50 minutes** longer for its labels."
    )
    assert note.text.my_reading == (
        "She may think the ticket is enough. I never said by what hour support needs it, so part "
        "of this is mine."
    )
    assert (note.occurred_on, note.days_late, note.tags) == (
        date(2026, 11, 17),
        2,
        ("handover", "support"),
    )
    assert (note.share_state, note.planned_for) == (ShareState.PLANNED, date(2026, 11, 26))
    linked = {whole.notes.get(other).occurred_on for other in note.linked_notes}
    assert linked == {date(2026, 11, 3), date(2026, 11, 10)}


def test_keeps_four_versions_of_the_concern(whole: Workspace) -> None:
    versions = revisions(whole, "Late hand-over to support")
    assert len(versions) == 4
    assert versions[0].saved_at == STORY_NOW
    assert versions[-1].saved_at.date() == date(2026, 11, 19)


def test_keeps_the_twelve_versions_of_the_half_year_that_the_picture_compares(
    whole: Workspace,
) -> None:
    versions = revisions(whole, "Half-year, June to November 2026")
    times = [f"{version.saved_at:%a %d %b %H:%M}" for version in versions]
    assert len(versions) == 12
    assert times[:9] == [
        "Tue 24 Nov 10:42",
        "Tue 24 Nov 10:15",
        "Mon 23 Nov 17:50",
        "Mon 23 Nov 17:20",
        "Sat 21 Nov 11:04",
        "Sat 21 Nov 10:30",
        "Fri 20 Nov 18:12",
        "Fri 20 Nov 17:40",
        "Thu 19 Nov 09:05",
    ]


def test_changes_the_half_year_in_the_four_places_of_the_picture(whole: Workspace) -> None:
    versions = revisions(whole, "Half-year, June to November 2026")
    new, old = versions[0].text.fact.split("\n\n"), versions[3].text.fact.split("\n\n")
    gone = [part for part in old if part not in new]
    come = [part for part in new if part not in old]
    assert gone == [
        (
            "On 22 October Dana explained the outage to the board in four sentences. Two directors "
            "thanked her in the room. [^4]"
        ),
        (
            "In June Dana was a real hero and stayed with the printer fault until it was gone. She "
            "always does. [^1]"
        ),
        "On 23 November she sat with Arjun until he could run the book alone. [^7]",
    ]
    assert come == [
        f"{gone[0]} The note to the clinic in June did the same for forty people at once. [^2]",
        (
            "In June Dana stayed with the printer fault until the clinic had printed for a full "
            "day, and wrote down what the supplier must change. [^1]"
        ),
        "**Next support from me**: a second person for the supplier calls, from January.",
        (
            "On 23 November she sat with Arjun until he could run the book alone; he wrote its "
            "last page himself. [^7]"
        ),
    ]


def test_finds_the_eleven_notes_on_the_runbook(saved: Workspace) -> None:
    names = {who.id: who.display_name.split()[0] for who in saved.people.list_people()}
    found = [
        (" ".join(names[who] for who in hit.people), f"{hit.occurred_on:%d %b}", hit.kind)
        for hit in saved.search.search(RUNBOOK_QUERY)
    ]
    assert found == [
        ("Dana", "23 Nov", Kind.WIN),
        ("Dana", "17 Nov", Kind.CONCERN),
        ("Dana", "10 Nov", Kind.CONCERN),
        ("Arjun", "09 Nov", Kind.AGREEMENT_NOTE),
        ("Dana", "03 Nov", Kind.CONCERN),
        ("Mei", "28 Oct", Kind.LESSON),
        ("Arjun", "14 Oct", Kind.SUPPORT_GIVEN),
        ("Mei", "16 Sep", Kind.WIN),
        ("", "02 Sep", Kind.LESSON),
        ("Arjun", "22 Jul", Kind.WIN),
        ("Dana", "18 Jun", Kind.WIN),
    ]


def test_finds_them_in_the_words_of_the_picture(saved: Workspace) -> None:
    snippets = [hit.snippet for hit in saved.search.search(RUNBOOK_QUERY)]
    assert snippets[:9] == [
        "Sat with Arjun on the runbook until he could run it alone.",
        "Third hand-over to support after 18:00; the runbook link was missing again.",
        "18:55, link to the old runbook.",
        "“I read the runbook in the lift. It should fit on one page.”",
        "Hand-over at 18:20, no runbook link.",
        "Restore runbook: nobody had timed step four.",
        "Paid him a day to rewrite the night runbook with Ruth.",
        "Wrote the runbook for label printers from three support calls.",
        "A runbook that only its author can follow is a diary.",
    ]


def test_ticks_the_boxes_beside_the_search_as_the_picture_does(saved: Workspace) -> None:
    facets = saved.search.facets(RUNBOOK_QUERY)
    names = {who.id: who.display_name.split()[0] for who in saved.people.list_people()}
    assert facets.total == 11
    assert {names[who]: notes for who, notes in facets.people.items()} == {
        "Arjun": 3,
        "Dana": 5,
        "Mei": 2,
    }
    assert facets.kinds == {
        Kind.WIN: 4,
        Kind.CONCERN: 3,
        Kind.LESSON: 2,
        Kind.SUPPORT_GIVEN: 1,
        Kind.AGREEMENT_NOTE: 1,
    }
    assert facets.share_states == {
        ShareState.UNSAID: 1,
        ShareState.PLANNED: 3,
        ShareState.SHARED: 7,
    }


def test_leaves_out_the_drill_and_what_was_before_june(saved: Workspace) -> None:
    everywhere = saved.search.search(parse_query("runbook", TODAY))
    assert len(everywhere) == 13
    assert len(saved.search.search(parse_query("runbook drill", TODAY))) == 1


def test_offers_the_palettes_three_notes_for_ru(saved: Workspace) -> None:
    found = saved.search.ranked(parse_typing("ru", TODAY), limit=3)
    assert [hit.snippet for hit in found] == [
        "Sat with Arjun on the runbook until he could run it alone.",
        "Third hand-over to support after 18:00; the runbook link was missing again.",
        "A runbook that only its author can follow is a diary.",
    ]


def test_waits_with_what_todays_page_shows(saved: Workspace) -> None:
    unsaid = {
        (who.display_name.split()[0], row.headline)
        for who in saved.people.list_people()
        for row in rows(saved, who.alias or "")
        if row.share_state is ShareState.UNSAID
    }
    assert unsaid == {
        ("Arjun", "Stayed on the call until the clinic could print again."),
        ("Dana", "Led the rollback calmly, wrote the customer note before anyone asked."),
        ("Dana", "Sat with Arjun on the runbook until he could run it alone."),
        ("Ines", "Cut the onboarding form from nine fields to four."),
        ("Tomasz", "Release notes missed the change to invoice rounding."),
    }


def test_has_four_loose_jots_to_sort_and_two_notes_in_the_bin(saved: Workspace) -> None:
    loose = saved.notes.timeline(kinds=[Kind.LOOSE]).rows
    assert len(loose) == 4
    assert all(not row.people for row in loose)
    assert len(saved.notes.binned()) == 2


def test_gives_everybody_a_page_that_looks_alive(saved: Workspace) -> None:
    counts = {who.alias: saved.notes.count(who.id) for who in saved.people.list_people()}
    assert min(counts.values()) >= 5
    assert max(counts.values()) == counts["dana"]


def test_brings_the_newcomer_only_when_asked(saved: Workspace, whole: Workspace) -> None:
    assert "Nadia Rahimi" not in [who.display_name for who in saved.people.list_people()]
    nadia = person(whole, "nadia")
    assert (nadia.role, nadia.started_on, nadia.status) == (
        "Backend engineer",
        date(2026, 11, 23),
        PersonStatus.JOINING,
    )
    assert whole.notes.count(nadia.id) == 0


def test_tells_nothing_that_has_not_happened_yet(whole: Workspace) -> None:
    for row in whole.notes.timeline(limit=500).rows:
        assert row.occurred_on <= TODAY
        assert row.occurred_on <= row.created_at.date()
        assert row.created_at <= STORY_NOW
