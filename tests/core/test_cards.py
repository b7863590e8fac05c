"""The cards of the discreet view: few words, neutral headings, nobody else (INV-18)."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.conversation import ConversationWords, TopicOwner
from managernotes.domain.preparation import PRIVATE_PREPARATION, PreparationWords
from managernotes.practice.cards import WORDS_AT_MOST, Heading, cards
from tests.core.office import Office
from tests.core.preparing_office import AGAIN_ON, WORDS, begun, filled, noted, with_words
from tests.core.talks_office import person, planned

TODAY = date(2026, 11, 24)
HEADINGS = ["Open", "See", "Ask", "Offer", "Next"]
_SAID = st.text(alphabet="ab .,!?\n", max_size=300)


def _same(text: str) -> str:
    return text


def test_the_five_cards_hold_what_is_to_be_said() -> None:
    made = cards(WORDS, date(2026, 12, 10), TODAY, _same)
    assert [card.heading.value for card in made] == HEADINGS
    assert {card.heading: card.words for card in made} == {
        Heading.OPEN: (
            "I asked to meet because two hand-overs came late.\nI want you to leave on time."
        ),
        Heading.SEE: (
            "On 3 and 10 March the hand-over came after 18:00, and support waited.\n"
            "How do you see it?"
        ),
        Heading.ASK: "hand-over posted by 17:30 with link and open tickets\nfrom Mon 30 Mar",
        Heading.OFFER: "I move the tender call",
        Heading.NEXT: "again Thu 10 Dec\nI move the tender call",
    }


def test_s39_why_i_care_is_on_the_first_card_and_what_i_offer_on_the_last() -> None:
    long = replace(WORDS, opening="word " * 40, gets_better="word " * 40)
    first, *_, last = cards(long, date(2026, 12, 10), TODAY, _same)
    assert "I want you to leave on time." in first.words
    assert "I move the tender call" in last.words


def test_a_long_fact_never_cuts_the_question_off() -> None:
    long = replace(WORDS, main="word " * 80, questions=("", "What led to it?"))
    see = cards(long, None, TODAY, _same)[1]
    assert see.words.endswith("\nWhat led to it?")


@given(_SAID, _SAID, _SAID, st.lists(_SAID, max_size=4))
def test_inv_18_no_card_has_more_than_25_words(
    opening: str, main: str, ask: str, lines: list[str]
) -> None:
    words = PreparationWords(
        opening=opening,
        care=main,
        main=main,
        ask=ask,
        questions=tuple(lines),
        offers=tuple(lines),
        gets_better=opening,
    )
    for card in cards(words, date(2027, 1, 1), TODAY, _same):
        assert len(card.words.split()) <= WORDS_AT_MOST


def test_inv_18_nothing_private_and_no_reading_or_title_is_on_a_card(office: Office) -> None:
    note = noted(office, title="Sloppyhandovers", reading="Shedoesnotcare")
    it = office.preparations.from_note(note.id)
    office.talks.save_words(it.conversation, ConversationWords(title="Tough", wish="Secretwish"))
    private = {
        part.name: f"private{part.name}"
        for part in fields(PreparationWords)
        if part.name in PRIVATE_PREPARATION
    }
    office.preparations.save_words(it.id, replace(WORDS, **private))  # type: ignore[arg-type]
    shown = " ".join(card.words for card in office.preparations.cards(it.id))
    shown += " ".join(office.preparations.agenda_lines(it.id))
    for hidden in (*private.values(), "Sloppy", "Shedoes", "Tough", "Secret", "runbook"):
        assert hidden not in shown


def test_inv_18_nobody_else_is_named_on_a_card(office: Office) -> None:
    person(office, "Raj Patel")
    office.people.bin(person(office, "Kim Stone"))
    it = begun(office)
    with_words(
        office,
        it,
        opening="Dana, Raj Patel waited.",
        main="RAJ waited, and Kim's team too.",
        ask="Tell raj by 17:30, tell Dana",
        questions=("How do you and Patel see it?",),
        offers=("I ask Kim Stone",),
    )
    shown = [card.words for card in office.preparations.cards(it.id)]
    assert shown == [
        "Dana, somebody waited.",
        "somebody waited, and somebody's team too.\nHow do you and somebody see it?",
        "Tell somebody by 17:30\ntell Dana",
        "I ask somebody",
        "I ask somebody",
    ]


def test_the_day_to_look_again_is_on_the_last_card(office: Office) -> None:
    it = filled(office)
    assert office.talks.get(it.conversation).follow_up_on == AGAIN_ON
    assert office.preparations.cards(it.id)[-1].words.startswith("again Sat 28 Mar\n")


def test_covered_it_shows_the_agenda_of_the_meeting_it_is_held_in(office: Office) -> None:
    dana = person(office)
    person(office, "Raj")
    outer = planned(office, dana)
    it = office.preparations.from_note(noted(office).id, within=outer.id)
    assert office.preparations.agenda_lines(it.id) == ()
    office.talks.add_topic(dana, TopicOwner.MINE, "January planning", outer.id)
    office.talks.add_topic(dana, TopicOwner.THEIRS, "Swap with Raj", outer.id)
    assert office.preparations.agenda_lines(it.id) == ("Swap with somebody", "January planning")
