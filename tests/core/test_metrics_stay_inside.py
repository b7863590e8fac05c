"""Nothing about my practice leaves the vault, and none of it is evidence (INV-11, INV-12)."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from managernotes.domain.conversation import ConversationType, ConversationWords
from managernotes.domain.look_back import LookBackWords, Month
from managernotes.domain.metric import Metric
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.calendar import CalendarService
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, made_ready, person, planned, promised

ROOT = Path(__file__).parents[2]
CORE = ROOT / "managernotes"
INSIDE = (
    "managernotes.domain.attention",
    "managernotes.domain.even_moments",
    "managernotes.domain.metric",
    "managernotes.domain.month_material",
    "managernotes.practice.metrics",
    "managernotes.services.attention",
    "managernotes.services.even_hand",
    "managernotes.services.look_backs",
    "managernotes.services.metric",
    "managernotes.services.month_material",
    "managernotes.storage.attention",
    "managernotes.storage.even_moments",
    "managernotes.storage.look_backs",
    "managernotes.storage.metric",
)
"""What is only for me, by the beginning of its name."""
ASKED = {"metrics", "look_backs", "even_hand", "attention"}
"""The services that nothing that leaves the vault may ask."""


def leaving() -> list[Path]:
    """Return the modules that make something which leaves the vault."""
    files = [*sorted((CORE / "exchange").glob("*.py")), *sorted((CORE / "cli").glob("*.py"))]
    files += sorted((CORE / "services").glob("handover*.py"))
    files += [CORE / "services" / name for name in ("calendar.py", "private_export.py")]
    files += sorted((CORE / "services").glob("template_*.py"))
    files += [CORE / "services" / "after_talk.py", CORE / "services" / "talk_ending.py"]
    return files


def imported(module: Path) -> set[str]:
    """Return the modules of the core that one imports."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return {name for name in found if name.startswith("managernotes.")}


def reached(module: Path) -> set[str]:
    """Return all that a module imports, however far away; the whole workspace left out."""
    seen: set[str] = set()
    todo = [module]
    while todo:
        for name in imported(todo.pop()) - seen:
            seen.add(name)
            path = ROOT / f"{name.replace('.', '/')}.py"
            if path.is_file() and name != "managernotes.services.workspace":
                todo.append(path)
    return seen


@pytest.mark.parametrize("module", leaving(), ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_inv_12_nothing_that_leaves_the_vault_reaches_a_metric(module: Path) -> None:
    assert not [name for name in reached(module) if name.startswith(INSIDE)]
    asked = {
        node.attr
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert not asked & ASKED


def test_the_walk_through_imports_finds_what_is_far_away() -> None:
    assert "managernotes.practice.metrics.unsaid" in reached(CORE / "services" / "metrics.py")
    assert "managernotes.storage.look_backs" in reached(CORE / "services" / "look_backs.py")
    assert len(leaving()) > 20


def noted(office: Office, kind: Kind, text: str, on: date = TODAY) -> None:
    """Store a note about Dana that an expectation measures."""
    words = YardstickWords(title="Replies in a day")
    known = office.yardsticks.list()
    by = known[0] if known else office.yardsticks.add(YardstickKind.EXPECTATION, words)
    note = office.notes.add(
        NewObservation(
            text=NoteText(fact=text), kind=kind, people=(person(office),), occurred_on=on
        )
    )
    office.yardsticks.link_note(by.id, note.id)


def test_s40_no_metric_and_no_look_back_is_in_the_calendar(office: Office) -> None:
    office.look_backs.save_words(
        Month.of(TODAY), LookBackWords(avoided="zebrafish", one_thing="quokka")
    )
    office.look_backs.finish(Month.of(TODAY), try_by=TODAY + timedelta(days=9))
    talk = made_ready(office, planned(office, kind=ConversationType.TOUGH).id)
    office.talks.hold(talk.id, held_on=TODAY)
    found = CalendarService(office.ledger).follow_ups(TODAY + timedelta(days=90)).decode()
    sentences = [reading.sentence for reading in office.metrics.all()]
    for words in ("zebrafish", "quokka", *sentences):
        assert words not in found


def test_s40_no_metric_and_no_look_back_is_in_a_hand_over(office: Office) -> None:
    who = person(office)
    noted(office, Kind.WIN, "The rollback")
    noted(office, Kind.CONCERN, "The hand-overs", TODAY - timedelta(days=20))
    held(office, who)
    promised(office, due=TODAY, to=who)
    office.look_backs.save_words(
        Month.of(TODAY), LookBackWords(avoided="zebrafish", one_thing="quokka")
    )
    office.look_backs.finish(Month.of(TODAY), try_by=TODAY + timedelta(days=9))
    items = [replace(one, is_ticked=True) for one in office.handovers.offer([who])]
    found = office.handovers.make(items).decode()
    read = [reading for reading in office.metrics.all() if not reading.is_empty]
    assert "Ask for the quiet room" in found
    assert len(read) > 5
    for words in ("zebrafish", "quokka", *(reading.sentence for reading in read)):
        assert words not in found


def test_inv_11_what_they_told_me_about_me_is_no_evidence(office: Office) -> None:
    noted(office, Kind.THEIR_FEEDBACK_TO_ME, "You decide slowly")
    for metric in (Metric.EVIDENCE_COVERAGE, Metric.RECENCY_SHARE, Metric.SOURCE_MIX):
        assert office.metrics.one(metric).is_empty
    noted(office, Kind.WIN, "The rollback")
    assert office.metrics.one(Metric.SOURCE_MIX).sentence == "1 seen"
    who = person(office)
    by = office.yardsticks.list()[0].id
    rows = office.coverage.cell_notes(who, by)
    assert [row.headline for row in rows] == ["The rollback"]


@pytest.mark.parametrize("kind", [ConversationType.STAY, ConversationType.CAREER])
def test_inv_11_stay_and_career_talks_are_no_evidence(
    office: Office, kind: ConversationType
) -> None:
    talk = planned(office, kind=kind, words=ConversationWords(title="What keeps you"))
    office.talks.hold(talk.id, held_on=TODAY)
    for metric in (Metric.EVIDENCE_COVERAGE, Metric.RECENCY_SHARE, Metric.SOURCE_MIX):
        assert office.metrics.one(metric).is_empty


def test_inv_11_a_look_back_cannot_be_linked_or_found(office: Office) -> None:
    office.look_backs.save_words(Month.of(TODAY), LookBackWords(told="zebrafish"))
    tables = [
        row[0]
        for row in office.db.execute(
            "SELECT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f"
            " WHERE m.type = 'table' AND f.\"table\" = 'look_back'"
        )
    ]
    assert tables == []
    [row] = office.db.execute("SELECT plain FROM paper WHERE sort = 'look_back'").fetchall()
    assert row[0] == ""


def test_inv_12_a_metric_is_stored_nowhere_but_that_it_is_hidden(office: Office) -> None:
    noted(office, Kind.WIN, "The rollback")
    before = list(office.db.execute("SELECT name, value FROM preference"))
    office.metrics.all()
    assert list(office.db.execute("SELECT name, value FROM preference")) == before
    office.metrics.hide(Metric.UNSAID)
    [kept] = office.db.execute(
        "SELECT value FROM preference WHERE name = 'hidden_metrics'"
    ).fetchall()
    assert kept[0] == "M03"
