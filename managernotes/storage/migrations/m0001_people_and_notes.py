"""People, roles, notes with their revisions, tags, links and drafts, and the search index.

A note's `key` is the day it is about (ordinal, 1 = 0001-01-01) times 2^20 plus its place within
the day: the order of the table is the order of the timeline, and the day is kept nowhere else.
The ordinal, and not a count from a later year, because row numbers of the search index must never
be negative. `observation` holds only what lists sort and filter by, so that all of it stays in
the page cache; every page of the wide `observation_record` would have to be decrypted.
"""

UP = (
    """
    CREATE TABLE vault_info (
        name TEXT PRIMARY KEY,
        value ANY NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE preference (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        slot TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE role (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        title TEXT NOT NULL,
        folded_title TEXT NOT NULL UNIQUE,
        level TEXT,
        purpose TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        created_offset INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_offset INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin BLOB NOT NULL CHECK (length(origin) = 16)
    ) STRICT
    """,
    """
    CREATE TABLE person (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 120),
        folded_name TEXT NOT NULL CHECK (folded_name <> ''),
        alias TEXT,
        folded_alias TEXT CHECK (folded_alias <> ''),
        role_key INTEGER REFERENCES role (key),
        team TEXT,
        level TEXT,
        started_on TEXT,
        manager_since TEXT,
        status TEXT NOT NULL
            CHECK (status IN ('joining', 'active', 'away', 'transferred', 'left')),
        cadence TEXT NOT NULL CHECK (cadence IN ('weekly', 'fortnightly', 'monthly')),
        recognition_pref TEXT NOT NULL DEFAULT '',
        works_best TEXT NOT NULL DEFAULT '',
        aims TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        created_offset INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_offset INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin BLOB NOT NULL CHECK (length(origin) = 16),
        binned_at INTEGER,
        retention_until TEXT,
        hold INTEGER NOT NULL DEFAULT 0 CHECK (hold IN (0, 1))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX person_alias ON person (folded_alias)
        WHERE folded_alias IS NOT NULL AND binned_at IS NULL
    """,
    """
    CREATE TABLE observation (
        key INTEGER PRIMARY KEY CHECK (key > 0),
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN (
            'win', 'praise_given', 'concern', 'feedback_given', 'support_given', 'lesson',
            'context', 'growth', 'their_feedback_to_me', 'feedback_from_others',
            'agreement_note', 'loose'
        )),
        share_state TEXT CHECK (share_state IN (
            'unsaid', 'planned', 'shared', 'not_for_sharing', 'responded', 'change_seen'
        )),
        come_back_on TEXT,
        binned_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX observation_binned ON observation (binned_at) WHERE binned_at IS NOT NULL",
    """
    CREATE INDEX observation_unsaid ON observation (key)
        WHERE share_state = 'unsaid' AND binned_at IS NULL
    """,
    """
    CREATE TABLE observation_record (
        key INTEGER PRIMARY KEY
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        created_at INTEGER NOT NULL,
        created_offset INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_offset INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin BLOB NOT NULL CHECK (length(origin) = 16),
        shared_on TEXT,
        planned_for TEXT,
        source TEXT NOT NULL
            CHECK (source IN ('first_hand', 'document', 'told_by', 'self_report')),
        sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'restricted')),
        text_revision INTEGER NOT NULL CHECK (text_revision BETWEEN 1 AND revision),
        text_saved_at INTEGER NOT NULL,
        text_saved_offset INTEGER NOT NULL,
        title TEXT NOT NULL,
        fact TEXT NOT NULL,
        effect TEXT NOT NULL,
        my_reading TEXT NOT NULL,
        source_detail TEXT NOT NULL,
        tags TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE observation_person (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (person_key, observation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX observation_person_reverse ON observation_person (observation_key)",
    """
    CREATE TABLE tag (
        key INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE CHECK (folded <> '')
    ) STRICT
    """,
    """
    CREATE TABLE observation_tag (
        tag_key INTEGER NOT NULL REFERENCES tag (key),
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (tag_key, observation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX observation_tag_reverse ON observation_tag (observation_key)",
    """
    CREATE TABLE note_link (
        from_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        to_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (from_key, to_key),
        CHECK (from_key <> to_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX note_link_reverse ON note_link (to_key)",
    """
    CREATE TABLE revision (
        record_id BLOB NOT NULL CHECK (length(record_id) = 16),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        saved_at INTEGER NOT NULL,
        saved_offset INTEGER NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        UNIQUE (record_id, revision)
    ) STRICT
    """,
    """
    CREATE TABLE erased (
        record_id BLOB PRIMARY KEY CHECK (length(record_id) = 16),
        erased_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER person_birth_stays
        BEFORE UPDATE OF id, created_at, created_offset ON person
    BEGIN
        SELECT RAISE(ABORT, 'the birth of a record never changes');
    END
    """,
    """
    CREATE TRIGGER observation_id_stays BEFORE UPDATE OF id ON observation
    BEGIN
        SELECT RAISE(ABORT, 'the birth of a record never changes');
    END
    """,
    """
    CREATE TRIGGER observation_birth_stays
        BEFORE UPDATE OF created_at, created_offset ON observation_record
    BEGIN
        SELECT RAISE(ABORT, 'the birth of a record never changes');
    END
    """,
    """
    CREATE VIRTUAL TABLE observation_search USING fts5 (
        title, fact, effect, my_reading, tags,
        content = 'observation_record', content_rowid = 'key',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    # A deleted word leaves the index at once (SECURITY-DESIGN, finding 8).
    "INSERT INTO observation_search (observation_search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER observation_search_gains AFTER INSERT ON observation_record
    BEGIN
        INSERT INTO observation_search (rowid, title, fact, effect, my_reading, tags)
        VALUES (new.key, new.title, new.fact, new.effect, new.my_reading, new.tags);
    END
    """,
    """
    CREATE TRIGGER observation_search_loses AFTER DELETE ON observation_record
    BEGIN
        INSERT INTO observation_search
            (observation_search, rowid, title, fact, effect, my_reading, tags)
        VALUES
            ('delete', old.key, old.title, old.fact, old.effect, old.my_reading, old.tags);
    END
    """,
    """
    CREATE TRIGGER observation_search_follows
        AFTER UPDATE OF key, title, fact, effect, my_reading, tags ON observation_record
        WHEN (old.key, old.title, old.fact, old.effect, old.my_reading, old.tags)
            IS NOT (new.key, new.title, new.fact, new.effect, new.my_reading, new.tags)
    BEGIN
        INSERT INTO observation_search
            (observation_search, rowid, title, fact, effect, my_reading, tags)
        VALUES
            ('delete', old.key, old.title, old.fact, old.effect, old.my_reading, old.tags);
        INSERT INTO observation_search (rowid, title, fact, effect, my_reading, tags)
        VALUES (new.key, new.title, new.fact, new.effect, new.my_reading, new.tags);
    END
    """,
)
