"""Notes sealed while the vault was locked: unconfirmed until looked at, and filed only once.

A sealed box proves no author, so such a note waits for nobody (`share_state` stays NULL) and
counts nowhere until it is confirmed. The ids in `sealed_filed` stay for good: a box that comes
again, after a crash or because somebody copied it, is not filed a second time.
"""

UP = (
    """
    ALTER TABLE observation ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0
        CHECK (unconfirmed IN (0, 1) AND NOT (unconfirmed AND share_state IS NOT NULL))
    """,
    "CREATE INDEX observation_unconfirmed ON observation (key) WHERE unconfirmed",
    """
    CREATE TABLE sealed_filed (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        filed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
