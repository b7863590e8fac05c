"""S05: no words of the app, no resource and no table of the vault make a contest of anybody."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.core.office import Office

ROOT: Final = Path(__file__).resolve().parents[2]
CONTEST: Final = re.compile(
    r"""\b(
        streaks? | badges? | leader[ -]?boards? | leagues? | troph(?:y|ies) | medals?
        | rank(?:s|ed|ing|ings)? | scor(?:e|es|ed|ing|eboards?)
        | (?:your|\d+|earn(?:ed)?|win|collect(?:ed)?|lost)[ ](?:points?|stars?)
        | points?[ ](?:earned|won|scored|lost|so[ ]far)
        | level[ ]up | levell?ed[ ]up | (?:reached|unlocked)[ ]level | levels?[ ]\d
        | high[ ]?scores? | achievements?[ ]unlocked | game
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a contest. A point of a talk is none, and neither is the level of a role: "Level" is a
word of the house they work in (model: Role, RoleExpectation), and nothing one climbs here."""
SAID_TO_BE_ABSENT: Final = {
    "It keeps no score, rating or rank of anyone, and has no place to put one.",
    "Nobody is scored, ranked or rated in it.",
}
"""The only sentences that name them, to say that there are none."""
SPEAKING: Final = ("managernotes/cli", "managernotes/practice", "managernotes/services")
TOKENS: Final = re.compile(
    r"points?|streaks?|badges?|rank(?:ing|s)?|leagues?|scores?|troph(?:y|ies)|stars?|medals?"
)


@pytest.mark.parametrize("word", ["A streak of 3", "Score: 4", "12 points", "Level 3", "Ranking"])
def test_the_search_finds_what_it_looks_for(word: str) -> None:
    assert CONTEST.search(word)
    assert not CONTEST.search("Say them as two points. Level. That is the point. Scope of a role")


def test_s05_no_sentence_of_the_app_speaks_of_points_streaks_badges_or_ranks() -> None:
    said = {
        text
        for folder in ("ui/managernotes_ui", *SPEAKING)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for text in _literals(path)
    }
    assert len(said) > 3000
    assert said > SAID_TO_BE_ABSENT, "the list above names sentences that are gone"
    assert [text for text in sorted(said - SAID_TO_BE_ABSENT) if CONTEST.search(text)] == []


def test_s05_no_template_rule_or_picture_of_the_app_speaks_of_them() -> None:
    templates = sorted((ROOT / "resources" / "templates").glob("*.md"))
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    rules = json.loads((ROOT / "resources" / "wording" / "english.json").read_text("utf-8"))
    texts = [path.read_text(encoding="utf-8") for path in templates]
    # What a rule looks for and the bad examples quote what is better left unsaid.
    texts += [rule[part] for rule in rules for part in ("prompt", "better", "category")]
    texts += [path.stem.replace("-", " ") for path in icons]
    assert min(len(templates), len(icons), len(rules)) > 20
    assert [text for text in texts if CONTEST.search(text)] == []


def test_s05_the_schema_holds_no_points_streaks_badges_or_ranks(office: Office) -> None:
    names = {
        str(name)
        for row in office.db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main'")
        for name in (
            row["name"],
            *(
                column["name"]
                for column in office.db.execute("SELECT name FROM pragma_table_info(?)", (row[0],))
            ),
        )
    }
    names.discard("rank")  # the hidden column of a full-text index: how well a word was found
    assert len(names) > 100
    assert [one for one in names if any(TOKENS.fullmatch(word) for word in one.split("_"))] == []


def test_s05_a_level_is_a_word_of_a_role_and_never_a_number(office: Office) -> None:
    levels = {
        (str(table["name"]), str(column["type"]))
        for table in office.db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main'")
        for column in office.db.execute(
            "SELECT name, type FROM pragma_table_info(?)", (table["name"],)
        )
        if "level" in column["name"]
    }
    assert levels == {("person", "TEXT"), ("role", "TEXT"), ("yardstick", "TEXT")}


def _literals(path: Path) -> Iterator[str]:
    """Yield every text in a module that is no docstring; what is formatted, piece by piece."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value
