"""SQL that counts what a vault holds: every table for proofs, a few of them for people."""

from __future__ import annotations

from managernotes.vault.connection import Connection

# A virtual table's rows lie in tables of its own, which are counted.
_TABLES = """
    SELECT name FROM sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND sql NOT LIKE 'CREATE VIRTUAL%'
     ORDER BY name
"""


def table_counts(db: Connection) -> dict[str, int]:
    """Return the number of rows of every table."""
    names = [str(row[0]) for row in db.execute(_TABLES)]
    return {name: _count(db, name) for name in names}


def _count(db: Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(db.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])
