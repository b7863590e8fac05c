"""G4 to G8: searching while typing, after an unlock, against the naive way, and narrowed."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

from managernotes.clock import SystemClock, today
from managernotes.domain.found_text import CLOSES, OPENS
from managernotes.domain.search_query import parse_query, parse_typing
from managernotes.domain.timeline import NoteFilter
from managernotes.services.workspace import Workspace
from managernotes.storage.note_search import newest_sql
from managernotes.storage.note_selection import select_notes
from managernotes.storage.search_index import match_expression
from managernotes_ui.search.found import Ticks, look_for
from tests.benchmarks.keystrokes import keystrokes, words
from tests.benchmarks.measuring import Pairs, alternate, compared, median, p95, seconds, spread
from tests.benchmarks.plan import FULL, Plan
from tests.benchmarks.report import Finding, against_plain, at_least, at_most
from tests.benchmarks.vaults import Twins, best_known

_NAIVE_INDEX = (
    """
    CREATE VIRTUAL TABLE naive USING fts5 (
        title, fact, effect, my_reading, tags,
        content = 'observation_record', content_rowid = 'key',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO naive (naive) VALUES ('rebuild')",
)
_NAIVE = """
    SELECT rowid, snippet(naive, -1, '[', ']', '…', 16) FROM naive
     WHERE naive MATCH ? ORDER BY bm25(naive) LIMIT 50
"""
_BEST_GAIN = 20


class Ask(Protocol):
    """Asks a vault for what stands in the search field."""

    def __call__(self, workspace: Workspace, text: str) -> object:
        """Ask once."""
        ...


def while_typing(plan: Plan) -> list[Finding]:
    """G4: each key of 25 words, 50 rows with their snippets."""
    twins, notes = plan.twins(plan.large), f"{plan.large:,}"
    findings = _every_key("G4", notes, twins, plan.rounds, frame=0.016)
    for what, ask in (
        ("the page's first answer to the same keys", _as_the_page),
        ("the counts that follow it", _counts),
    ):
        findings.append(against_plain("G4", f"{what}, {notes}", _typed(twins, plan.rounds, ask)))
    return findings


def while_typing_in_a_million(plan: Plan) -> list[Finding]:
    """G5: the same in a vault of a million notes."""
    return _every_key("G5", f"{plan.huge:,}", plan.twins(plan.huge), plan.rounds, frame=0.050)


def after_unlock(plan: Plan) -> list[Finding]:
    """G6: the first search of a fresh connection, for a rare word."""
    twins = plan.twins(plan.large)
    with twins.both() as (_vault, plain):
        rare = words(plain)[-1]
    pairs = alternate(
        plan.rounds * 5,
        lambda: _first_search(twins.open_vault(), rare),
        lambda: _first_search(twins.open_plain(), rare),
    )
    targets = (
        at_most("≤ 3× plain", pairs.ratio, 3),
        at_most("median ≤ 10 ms", median(pairs.ours), 0.010),
    )
    what = f"first search after unlock, a rare word, {plan.large:,}"
    return [against_plain("G6", what, pairs, targets)]


def against_naive(plan: Plan) -> list[Finding]:
    """G7: the statement behind each key, and ranking every hit in an index without beginnings."""
    pairs = Pairs()
    with plan.twins(plan.large).copied() as twins, twins.both() as (vault, _plain):
        with vault.ledger.db.transaction():
            for statement in _NAIVE_INDEX:
                vault.ledger.db.execute(statement)
        for text in keystrokes(vault):
            match = match_expression(parse_typing(text, _today()))
            newest = partial(seconds, partial(_newest_statement, vault, match))
            naive = partial(seconds, partial(_naive_statement, vault, match))
            pairs.extend(alternate(plan.rounds, newest, naive))
    gain = p95(pairs.theirs) / p95(pairs.ours)
    is_large = plan.large >= FULL.large  # a small vault gains less
    return [
        Finding(
            goal="G7",
            what=f"the statement behind each key, against ranking every hit, {plan.large:,}",
            ours=spread(pairs.ours),
            yardstick=f"naive {spread(pairs.theirs)}",
            ratio=1 / gain,
            pairs=len(pairs),
            targets=(at_least("p95 of naive ≥ 20× ours", gain, _BEST_GAIN),) if is_large else (),
        )
    ]


def narrowed(plan: Plan) -> list[Finding]:
    """G8: words of one person, of one kind, of a time."""
    findings = []
    with plan.twins(plan.large).both() as (vault, plain):
        common = words(plain)[1]
        name = vault.people.get(best_known(vault)).display_name
        year = _today().year
        for what, text in (
            ("a person and a common word", f'person:"{name}" {common}'),
            ("a kind and a common word", f"kind:lesson {common}"),
            ("a common word before March", f"{common} before:{year}-03"),
        ):
            search = partial(_search, text=text)
            pairs = compared(plan.rounds * 5, search, vault, plain)
            targets = (
                at_most("p95 ≤ 15 ms", p95(pairs.ours), 0.015),
                at_most("≤ 1.3× plain", pairs.ratio, 1.3),
            )
            findings.append(against_plain("G8", f"{what}, {plan.large:,}", pairs, targets))
    return findings


def _every_key(goal: str, notes: str, twins: Twins, rounds: int, *, frame: float) -> list[Finding]:
    findings = []
    for order, ask in (("newest first", _newest), ("best of the newest 1,000", _ranked)):
        pairs = _typed(twins, rounds, ask)
        targets = (
            at_most(f"p95 ≤ {frame * 1_000:.0f} ms", p95(pairs.ours), frame),
            at_most("≤ 1.3× plain", pairs.ratio, 1.3),
        )
        what = f"each key of 25 words, 50 rows with snippets, {order}, {notes}"
        findings.append(against_plain(goal, what, pairs, targets))
    return findings


def _typed(twins: Twins, rounds: int, ask: Ask) -> Pairs:
    """Return a pair for every key of every round."""
    pairs = Pairs()
    with twins.both() as (vault, plain):
        for text in keystrokes(plain):
            pairs.extend(compared(rounds, partial(ask, text=text), vault, plain))
    return pairs


def _newest(workspace: Workspace, text: str) -> object:
    return workspace.search.search(parse_typing(text, _today()))


def _ranked(workspace: Workspace, text: str) -> object:
    return workspace.search.ranked(parse_typing(text, _today()))


def _as_the_page(workspace: Workspace, text: str) -> object:
    return look_for(workspace, parse_typing(text, _today()), Ticks(), {})


def _counts(workspace: Workspace, text: str) -> object:
    return workspace.search.facets(parse_typing(text, _today()))


def _search(workspace: Workspace, text: str) -> object:
    return workspace.search.search(parse_query(text, _today()))


def _newest_statement(workspace: Workspace, match: str) -> object:
    db = workspace.ledger.db
    selection = select_notes(db, NoteFilter(), match)
    assert selection is not None
    params = {**selection.params, "limit": 50, "opens": OPENS, "closes": CLOSES}
    return db.execute(newest_sql(selection), params).fetchall()


def _naive_statement(workspace: Workspace, match: str) -> object:
    return workspace.ledger.db.execute(_NAIVE, (match,)).fetchall()


def _first_search(workspace: Workspace, text: str) -> float:
    try:
        return seconds(partial(_search, workspace, text=text))
    finally:
        workspace.close()


def _today() -> date:
    return today(SystemClock())
