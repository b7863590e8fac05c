"""No name survives in a text; everything else stays, letter for letter."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.text.name_mask import NameMask
from managernotes.text.name_tokens import WORD, is_weak, key_of, words_of

TEAM = (
    ("Dana Whitfield", "Dee"),
    ("David Wu", None),
    ("Amir Haddad", None),
    ("Zoë van der Berg", None),
    ("Sean O'Neil", None),
    ("山田太郎", None),
    ("דנה לוי", None),
    ("محمد علي", None),
    ("Łukasz Nowak", "Łukasz"),
)
MASK = NameMask(TEAM)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wants to mentor Amir from January.", "Wants to mentor AH from January."),
        ("DANA WHITFIELD's plan, dee's and Dana’s", "DW's plan, DW's and DW’s"),
        ("Danas Idee; Whitfields", "DWs Idee; DWs"),
        ("zoe, ZOË and Zoe\u0308 van der Berg", "ZB, ZB and ZB"),
        ("van der Valk met Berg", "van der Valk met ZB"),
        ("dana.whitfield@example.com", "DW@example.com"),
        ("@dana_whitfield #amir", "@DW #AH"),
        ("Dana–Amir, Dana and Wu", "DW–AH, DW and DW2"),
        ("Sean o’neil, O'Neil", "SO, SO"),
        ("lukasz and ŁUKASZ", "ŁN and ŁN"),
        ("山田さんとDana", "山さんとDW"),
        ("ודנה אמרה, לדנה לוי", "ודל אמרה, לדל דל"),
        ("قال ومحمد علي", "قال وم\u200cع م\u200cع"),
        ("Danadyne, Bergen, Wuppertal, a deed", "Danadyne, Bergen, Wuppertal, a deed"),
        ("", ""),
        ("no name here: 3 notes, C#, _x_", "no name here: 3 notes, C#, _x_"),
    ],
)
def test_names_become_initials(text: str, shown: str) -> None:
    assert MASK.words(text) == shown


def test_a_first_name_that_two_share_becomes_its_letter_and_an_alias_is_exact() -> None:
    mask = NameMask([("Dana Whitfield", None), ("Dana Lee", None), ("Omar Lee", "Dana L")])
    assert mask.words("Dana, then Dana Lee, Lee") == "D, then DL, L"
    assert mask.words("Dana L") == "OL"


def test_marks_move_with_their_letters() -> None:
    text = "Amir met Dana Whitfield now"
    shown, marks = MASK.words_and_marks(text, ((5, 8), (9, 13), (24, 27)))
    assert shown == "AH met DW now"
    assert [shown[start:end] for start, end in marks] == ["met", "DW", "now"]


def test_initials_on_show_lead_back_to_the_name() -> None:
    assert MASK.person_called("dw2") == "David Wu"
    assert MASK.person_called("XX") is None


LETTERS = st.sampled_from("abdeghilnorstuwyzëéłøñçABDEWÅßбгדלנمحد") | st.characters(
    categories=("Lu", "Ll", "Lo"), max_codepoint=0x2FF
)
WORDS = st.text(LETTERS, min_size=2, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PEOPLE = st.lists(st.tuples(NAMES, st.none() | WORDS), min_size=1, max_size=6)
BETWEEN = st.sampled_from([" ", ", ", "-", "/", "\n", "'s ", "_", "(", '"', "… ", " @", ". "])
CHANGES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [str, str.upper, str.lower, str.title, lambda t: unicodedata.normalize("NFD", t)]
)


@given(PEOPLE, st.data())
def test_no_name_survives_in_any_text(
    people: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    mask = NameMask(people)
    called = [name for person in people for name in person if name]
    pieces = []
    for _ in range(data.draw(st.integers(1, 6))):
        name = data.draw(st.sampled_from(called))
        part = data.draw(st.sampled_from([name, *name.split()]))
        pieces += [data.draw(BETWEEN), data.draw(CHANGES)(part), data.draw(BETWEEN)]
    shown = mask.words("".join(pieces))
    told = {key_of(word) for label in mask_labels(mask, called) for word in WORD.findall(label)}
    names = {word for name in called for word in words_of(name) if not is_weak(word)}
    left = {key_of(word) for word in WORD.findall(shown)} - told
    assert not left & names


def mask_labels(mask: NameMask, called: list[str]) -> list[str]:
    """Return what may stand for names: their initials, and letters that several share."""
    letters = [word[0] for name in called for word in WORD.findall(name)]
    return [*(mask.initials(name) for name in called), *letters]


@given(st.text(max_size=80))
def test_a_text_without_a_name_stays_letter_for_letter(text: str) -> None:
    mask = NameMask([("Quxxalia Zyborowicz", None)])
    assert mask.words(text) == text


def test_a_long_note_in_a_large_team_takes_no_time() -> None:
    team = NameMask([(f"Given{n} Surname{n}", f"alias{n}") for n in range(500)])
    text = "Given7 said to Surname9 that the runbook of alias3 was right. " * 300
    before = time.perf_counter()
    assert "Given" not in team.words(text)
    assert time.perf_counter() - before < 0.5
