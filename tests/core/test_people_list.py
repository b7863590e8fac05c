"""What a pasted list of people is read as."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.identity import PersonId, new_uuid7
from managernotes.services.person_rules import check_unique, checked_person
from managernotes.text.people_list import MOST_LINES, PeopleList, read_people

PICTURE = """Dana Whitfield; Staff engineer; 12.8.2024
Mehta, Arjun (support engineer)
Ruth Adeyemi, Delivery lead
Mei Lindqvist
Jonah Okafor <jonah@example.org>
Ines Carvalho, Product
Tomasz Zielinski, Backend
"""


def rows(text: str, *, month_first: bool = False) -> list[tuple[str, str | None, date | None]]:
    """Return name, role and day of everybody read."""
    read = read_people(text, month_first=month_first)
    return [(who.display_name, who.role, who.started_on) for who in read.people]


def names(text: str) -> list[str]:
    return [who.display_name for who in read_people(text).people]


def test_reads_the_list_of_the_picture() -> None:
    assert rows(PICTURE) == [
        ("Arjun Mehta", "support engineer", None),
        ("Dana Whitfield", "Staff engineer", date(2024, 8, 12)),
        ("Ines Carvalho", "Product", None),
        ("Jonah Okafor", None, None),
        ("Mei Lindqvist", None, None),
        ("Ruth Adeyemi", "Delivery lead", None),
        ("Tomasz Zielinski", "Backend", None),
    ]
    assert read_people(PICTURE).addresses == 1


def test_stands_in_the_order_of_the_alphabet_without_regard_to_case_and_accents() -> None:
    assert names("zoe Ash\nÉmile Roux\nAda Byron\nemma Stone") == [
        "Ada Byron",
        "Émile Roux",
        "emma Stone",
        "zoe Ash",
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mehta, Arjun", "Arjun Mehta"),
        ("van der Berg, Anna", "Anna van der Berg"),
        ("García Márquez, Gabriel <g@example.org>", "Gabriel García Márquez"),
        ("O’Neil, Ann-Marie", "Ann-Marie O’Neil"),
        ('"Okafor, Jonah" <jonah@example.org>', "Jonah Okafor"),
    ],
)
def test_turns_the_surname_round(line: str, name: str) -> None:
    assert rows(line) == [(name, None, None)]


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Ruth Adeyemi, Delivery lead", "Ruth Adeyemi", "Delivery lead"),
        ("Mei, Product designer", "Mei", "Product designer"),
        ("Mei, night shift", "Mei", "night shift"),
        ("Mehta, Arjun, Support engineer", "Arjun Mehta", "Support engineer"),
        ("Arjun Mehta (support engineer)", "Arjun Mehta", "support engineer"),
        ("Arjun Mehta | Support", "Arjun Mehta", "Support"),
        ("Arjun Mehta\tSupport", "Arjun Mehta", "Support"),
        ("Ann-Marie O'Neil – Nurse", "Ann-Marie O'Neil", "Nurse"),
        ("Mehta, Arjun; Support", "Arjun Mehta", "Support"),
    ],
)
def test_tells_a_role_from_a_name(line: str, name: str, role: str) -> None:
    assert rows(line) == [(name, role, None)]


@pytest.mark.parametrize(
    "day",
    [
        "12.8.2024",
        "12.08.24",
        "12/8/2024",
        "12-8-2024",
        "2024-08-12",
        "12 Aug 2024",
        "12. August 2024",
        "Aug 12, 2024",
        "August 12 2024",
        "since 12 Aug 2024",
    ],
)
def test_reads_a_starting_day_however_it_is_written(day: str) -> None:
    whole = [("Dana Whitfield", "Nurse", date(2024, 8, 12))]
    assert rows(f"Dana Whitfield; Nurse; {day}") == whole
    assert rows(f"Dana Whitfield, Nurse, {day}") == whole
    assert rows(f"Dana Whitfield; {day}; Nurse") == whole


@pytest.mark.parametrize("month", ["Aug 2024", "August 2024", "2024-08"])
def test_a_month_means_its_first_day(month: str) -> None:
    assert rows(f"Dana Whitfield ({month})") == [("Dana Whitfield", None, date(2024, 8, 1))]


def test_a_slash_follows_the_habit_of_the_place_unless_only_one_reading_is_a_day() -> None:
    line = "Dana Whitfield; {}"
    assert rows(line.format("3/4/2024"))[0][2] == date(2024, 4, 3)
    assert rows(line.format("3/4/2024"), month_first=True)[0][2] == date(2024, 3, 4)
    assert rows(line.format("25/4/2024"), month_first=True)[0][2] == date(2024, 4, 25)
    assert rows(line.format("4/25/2024"))[0][2] == date(2024, 4, 25)
    assert rows(line.format("3.4.2024"), month_first=True)[0][2] == date(2024, 4, 3)


def test_a_day_that_does_not_exist_is_taken_for_a_word() -> None:
    assert rows("Dana Whitfield; 31.2.2024") == [("Dana Whitfield", "31.2.2024", None)]


def test_drops_addresses_and_says_so() -> None:
    read = read_people("Jonah Okafor <jonah@example.org>\nMei Lindqvist mei@example.org\nRuth Ade")
    assert [who.display_name for who in read.people] == [
        "Jonah Okafor",
        "Mei Lindqvist",
        "Ruth Ade",
    ]
    assert read.addresses == 2
    assert "@" not in repr(read.people)


def test_splits_a_line_of_recipients() -> None:
    line = "Okafor, Jonah <j@example.org>; Mei Lindqvist <m@example.org>, Ruth Ade <r@example.org>"
    assert names(line) == ["Jonah Okafor", "Mei Lindqvist", "Ruth Ade"]


def test_a_single_address_does_not_split_the_line() -> None:
    line = "Dana Whitfield <d@example.org>; Staff engineer; 12.8.2024"
    assert rows(line) == [("Dana Whitfield", "Staff engineer", date(2024, 8, 12))]


def test_an_address_alone_gives_no_name_and_is_counted() -> None:
    read = read_people("jonah@example.org\nMei Lindqvist")
    assert [who.display_name for who in read.people] == ["Mei Lindqvist"]
    assert read.unread == (1,)


@pytest.mark.parametrize("line", ["Dana Whitfield (she/her)", "Dana Whitfield (They / Them)"])
def test_keeps_no_pronouns(line: str) -> None:
    assert rows(line) == [("Dana Whitfield", None, None)]


def test_a_role_stands_beside_pronouns() -> None:
    assert rows("Dana Whitfield (she/her) (nurse)") == [("Dana Whitfield", "nurse", None)]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) ", "  – "])
def test_takes_off_what_stands_before_a_list(mark: str) -> None:
    assert names(f"{mark}Dana Whitfield") == ["Dana Whitfield"]


def test_leaves_the_heading_of_a_table_out() -> None:
    assert names("Name\tRole\tStart\nDana Whitfield\tNurse\t12.8.2024") == ["Dana Whitfield"]


def test_somebody_seen_twice_becomes_one_with_what_either_line_knew() -> None:
    read = read_people("Dana Whitfield\nwhitfield, dana; Nurse\nDana  Whitfield; ; 12.8.2024")
    assert [(w.display_name, w.role, w.started_on) for w in read.people] == [
        ("Dana Whitfield", "Nurse", date(2024, 8, 12))
    ]
    assert read.repeated == 2


def test_names_the_lines_that_give_no_name() -> None:
    assert read_people("Dana Whitfield\n\n12345\n---\n" + "x" * 121).unread == (3, 4, 5)


def test_reads_no_more_than_its_share_and_counts_the_rest() -> None:
    many = "\n".join(f"Person Number{chr(97 + n % 26)}{n}" for n in range(MOST_LINES + 3))
    read = read_people(many)
    assert len(read.people) == MOST_LINES
    assert len(read.unread) == 3


def test_an_empty_text_is_nobody() -> None:
    assert read_people(" \n\n") == PeopleList()


def test_keeps_the_joiners_that_shape_a_name_and_drops_other_invisible_signs() -> None:
    persian = "علی\u200cرضا رضایی"
    assert names(f"\ufeff{persian}\u200b") == [persian]


@given(st.text(max_size=200) | st.lists(st.sampled_from(",;()<>@.-\t\n\r 1/aZé\x00"), max_size=80))
def test_whatever_is_read_can_be_added(source: str | list[str]) -> None:
    read = read_people(source if isinstance(source, str) else "".join(source))
    stored = [checked_person(who) for who in read.people]
    assert [who.display_name for who in stored] == [who.display_name for who in read.people]
    for place, who in enumerate(read.people):
        check_unique(who, [_Known(other.display_name) for other in read.people[:place]])


class _Known:
    """Somebody who is already there, as far as `check_unique` looks."""

    alias = None
    id = PersonId(new_uuid7(datetime(2026, 11, 24, tzinfo=UTC)))

    def __init__(self, display_name: str) -> None:
        self.display_name = display_name
