"""Talks, topics, yardsticks and preparations.

Whatever has words but is no note and no person is a `paper`: there it has its birth, its words
as JSON, their revisions and their seal, in one way for all; the tables beside it hold what is
sorted and counted by. `plain` is what a search may find of the words, so nothing private.
"""

_TYPES = """
    'one_on_one', 'first_1on1', 'feedback', 'praise', 'tough', 'career', 'stay', 'return',
    'goal_setting', 'mid_year', 'annual_review', 'pip', 'onboarding_check', 'lesson_review',
    'mentoring', 'exit'
"""

UP = (
    """
    CREATE TABLE paper (
        key INTEGER PRIMARY KEY CHECK (key > 0),
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        sort TEXT NOT NULL CHECK (sort IN (
            'conversation', 'preparation', 'topic', 'promise', 'thread', 'template',
            'yardstick', 'answer'
        )),
        created_at INTEGER NOT NULL,
        created_offset INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        updated_offset INTEGER NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        origin BLOB NOT NULL CHECK (length(origin) = 16),
        binned_at INTEGER,
        text_revision INTEGER NOT NULL CHECK (text_revision BETWEEN 1 AND revision),
        text_saved_at INTEGER NOT NULL,
        text_saved_offset INTEGER NOT NULL,
        words TEXT NOT NULL CHECK (json_valid(words)),
        plain TEXT NOT NULL,
        salt BLOB NOT NULL CHECK (length(salt) = 16)
    ) STRICT
    """,
    "CREATE INDEX paper_binned ON paper (binned_at) WHERE binned_at IS NOT NULL",
    """
    CREATE TRIGGER paper_birth_stays
        BEFORE UPDATE OF id, sort, created_at, created_offset ON paper
    BEGIN
        SELECT RAISE(ABORT, 'the birth of a record never changes');
    END
    """,
    """
    CREATE VIRTUAL TABLE paper_search USING fts5 (
        plain, content = 'paper', content_rowid = 'key',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    "INSERT INTO paper_search (paper_search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TRIGGER paper_search_gains AFTER INSERT ON paper
    BEGIN
        INSERT INTO paper_search (rowid, plain) VALUES (new.key, new.plain);
    END
    """,
    """
    CREATE TRIGGER paper_search_loses AFTER DELETE ON paper
    BEGIN
        INSERT INTO paper_search (paper_search, rowid, plain)
        VALUES ('delete', old.key, old.plain);
    END
    """,
    """
    CREATE TRIGGER paper_search_follows AFTER UPDATE OF plain ON paper
        WHEN old.plain IS NOT new.plain
    BEGIN
        INSERT INTO paper_search (paper_search, rowid, plain)
        VALUES ('delete', old.key, old.plain);
        INSERT INTO paper_search (rowid, plain) VALUES (new.key, new.plain);
    END
    """,
    f"""
    CREATE TABLE conversation (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        type TEXT NOT NULL CHECK (type IN ({_TYPES})),
        state TEXT NOT NULL CHECK (state IN (
            'planned', 'drafting', 'prepared', 'postponed', 'cancelled', 'dropped',
            'held', 'followed_up', 'closed'
        )),
        planned_on TEXT,
        planned_at TEXT,
        minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
        moved_from TEXT,
        held_on TEXT,
        began_at TEXT,
        ended_at TEXT,
        follow_up_on TEXT,
        outcome TEXT CHECK (outcome IN (
            'understood_agreed', 'understood_disagreed', 'more_facts_needed', 'stopped_early',
            'no_issue_after_all', 'passed_to_hr'
        )),
        parent_key INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        within_key INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        template TEXT,
        template_version INTEGER,
        asked_nothing INTEGER NOT NULL DEFAULT 0 CHECK (asked_nothing IN (0, 1)),
        brief_read_on TEXT,
        logged_on TEXT,
        log_again_on TEXT,
        recap_sent_on TEXT,
        followed_up_on TEXT,
        CHECK (followed_up_on IS NULL OR state IN ('followed_up', 'closed')),
        CHECK ((held_on IS NOT NULL) = (state IN ('held', 'followed_up', 'closed'))),
        CHECK (held_on IS NULL OR follow_up_on IS NULL OR follow_up_on > held_on)
    ) STRICT
    """,
    "CREATE INDEX conversation_planned ON conversation (planned_on) WHERE held_on IS NULL",
    "CREATE INDEX conversation_held ON conversation (held_on) WHERE held_on IS NOT NULL",
    """
    CREATE INDEX conversation_to_follow_up ON conversation (follow_up_on)
        WHERE state = 'held'
    """,
    """
    CREATE INDEX conversation_log_again ON conversation (log_again_on)
        WHERE log_again_on IS NOT NULL
    """,
    "CREATE INDEX conversation_within ON conversation (within_key) WHERE within_key IS NOT NULL",
    "CREATE INDEX conversation_parent ON conversation (parent_key) WHERE parent_key IS NOT NULL",
    """
    CREATE TABLE conversation_person (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (person_key, conversation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX conversation_person_reverse ON conversation_person (conversation_key)",
    """
    CREATE TABLE conversation_note (
        conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('fact', 'to_say', 'came_of')),
        PRIMARY KEY (conversation_key, observation_key, role)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX conversation_note_reverse ON conversation_note (observation_key)",
    """
    CREATE TABLE yardstick (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('expectation', 'value')),
        retired_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE yardstick_person (
        yardstick_key INTEGER NOT NULL REFERENCES yardstick (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        discussed_on TEXT,
        PRIMARY KEY (person_key, yardstick_key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE yardstick_note (
        yardstick_key INTEGER NOT NULL REFERENCES yardstick (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (observation_key, yardstick_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX yardstick_note_reverse ON yardstick_note (yardstick_key)",
    """
    CREATE TABLE conversation_yardstick (
        conversation_key INTEGER NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
        yardstick_key INTEGER NOT NULL REFERENCES yardstick (key) ON DELETE CASCADE,
        PRIMARY KEY (conversation_key, yardstick_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX conversation_yardstick_reverse ON conversation_yardstick (yardstick_key)",
    """
    CREATE TABLE preparation (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        conversation_key INTEGER NOT NULL UNIQUE REFERENCES conversation (key) ON DELETE CASCADE,
        about TEXT NOT NULL CHECK (about IN (
            'missed_target', 'communication', 'conflict', 'conduct', 'other'
        )),
        path TEXT NOT NULL CHECK (path IN ('full', 'short')),
        step INTEGER NOT NULL DEFAULT 0 CHECK (step BETWEEN 0 AND 9),
        is_grave INTEGER CHECK (is_grave IN (0, 1)),
        told_before INTEGER CHECK (told_before IN (0, 1)),
        is_calm INTEGER CHECK (is_calm IN (0, 1)),
        policy_check TEXT NOT NULL CHECK (policy_check IN (
            'not_needed', 'needed', 'checked_with_hr'
        )),
        single_event INTEGER NOT NULL DEFAULT 0 CHECK (single_event IN (0, 1)),
        no_part INTEGER NOT NULL DEFAULT 0 CHECK (no_part BETWEEN 0 AND 2),
        same_for_all INTEGER NOT NULL DEFAULT 0 CHECK (same_for_all IN (0, 1)),
        would_be_glad INTEGER NOT NULL DEFAULT 0 CHECK (would_be_glad IN (0, 1)),
        ready_at INTEGER,
        ready_offset INTEGER,
        stale TEXT CHECK (stale IN ('old', 'fact_changed', 'fact_gone')),
        CHECK ((ready_at IS NULL) = (ready_offset IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE rehearsal (
        preparation_key INTEGER NOT NULL REFERENCES preparation (key) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        at_offset INTEGER NOT NULL,
        sort TEXT NOT NULL CHECK (sort IN ('aloud', 'hot_seat', 'chairs')),
        seconds INTEGER NOT NULL CHECK (seconds >= 0),
        PRIMARY KEY (preparation_key, at, sort)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE topic (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        owner TEXT NOT NULL CHECK (owner IN ('theirs', 'mine')),
        state TEXT NOT NULL CHECK (state IN ('open', 'talked', 'decided', 'let_go')),
        first_on TEXT NOT NULL,
        carried INTEGER NOT NULL DEFAULT 0 CHECK (carried >= 0),
        wait_until TEXT,
        conversation_key INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX topic_of_person ON topic (person_key) WHERE state = 'open'",
    "CREATE INDEX topic_of_conversation ON topic (conversation_key)",
)
