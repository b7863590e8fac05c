"""Promises, threads, templates, times away, and how a win or a concern is said."""

_TYPES = """
    'one_on_one', 'first_1on1', 'feedback', 'praise', 'tough', 'career', 'stay', 'return',
    'goal_setting', 'mid_year', 'annual_review', 'pip', 'onboarding_check', 'lesson_review',
    'mentoring', 'exit'
"""

UP = (
    """
    CREATE TABLE promise (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        owner TEXT NOT NULL CHECK (owner IN ('me', 'them', 'other')),
        state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'kept_late', 'dropped')),
        made_on TEXT NOT NULL,
        due_on TEXT,
        original_due_on TEXT,
        ended_on TEXT,
        told_on TEXT,
        made_in INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        CHECK ((ended_on IS NOT NULL) = (state <> 'open')),
        CHECK ((due_on IS NULL) = (original_due_on IS NULL))
    ) STRICT
    """,
    "CREATE INDEX promise_open ON promise (due_on) WHERE state = 'open'",
    "CREATE INDEX promise_ended ON promise (ended_on) WHERE ended_on IS NOT NULL",
    "CREATE INDEX promise_made_in ON promise (made_in)",
    """
    CREATE INDEX promise_dropped_untold ON promise (ended_on)
        WHERE state = 'dropped' AND owner = 'me' AND told_on IS NULL
    """,
    """
    CREATE TRIGGER promise_first_day_stays BEFORE UPDATE OF original_due_on ON promise
        WHEN old.original_due_on IS NOT NULL AND new.original_due_on IS NOT old.original_due_on
    BEGIN
        SELECT RAISE(ABORT, 'the first day of a promise never changes');
    END
    """,
    """
    CREATE TABLE promise_person (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        promise_key INTEGER NOT NULL REFERENCES promise (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (person_key, promise_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX promise_person_reverse ON promise_person (promise_key)",
    """
    CREATE TABLE promise_move (
        promise_key INTEGER NOT NULL REFERENCES promise (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        from_day TEXT,
        to_day TEXT NOT NULL,
        moved_on TEXT NOT NULL,
        told_on TEXT,
        PRIMARY KEY (promise_key, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE thread (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('issue', 'setback', 'strength', 'project')),
        state TEXT NOT NULL CHECK (state IN (
            'noticed', 'raised', 'agreed', 'improving', 'resolved', 'passed_to_hr',
            'open', 'steadying', 'recovered', 'accepted', 'ended'
        )),
        opened_on TEXT NOT NULL,
        closed_on TEXT,
        look_on TEXT,
        ahead_on TEXT,
        CHECK ((closed_on IS NOT NULL) = (state IN ('resolved', 'recovered', 'accepted', 'ended')))
    ) STRICT
    """,
    "CREATE INDEX thread_of_person ON thread (person_key)",
    """
    CREATE TABLE thread_note (
        thread_key INTEGER NOT NULL REFERENCES thread (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (thread_key, observation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX thread_note_reverse ON thread_note (observation_key)",
    """
    CREATE TABLE thread_step (
        thread_key INTEGER NOT NULL REFERENCES thread (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        state TEXT NOT NULL,
        on_day TEXT NOT NULL,
        PRIMARY KEY (thread_key, position)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE template (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        type TEXT CHECK (type IN ({_TYPES})),
        version INTEGER NOT NULL CHECK (version >= 1),
        edited_from INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE answer (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL UNIQUE
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        heard_on TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person_away (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL CHECK (to_day >= from_day),
        PRIMARY KEY (person_key, from_day)
    ) STRICT, WITHOUT ROWID
    """,
    "ALTER TABLE person ADD COLUMN usual_day INTEGER CHECK (usual_day BETWEEN 0 AND 6)",
    "ALTER TABLE person ADD COLUMN usual_at TEXT",
    """
    ALTER TABLE observation_record ADD COLUMN kept_back TEXT CHECK (kept_back IN (
        'wrong_after_all', 'too_small', 'passed_to_hr', 'only_context'
    ))
    """,
    """
    ALTER TABLE observation_record ADD COLUMN planned_in INTEGER
        REFERENCES conversation (key) ON DELETE SET NULL
    """,
    """
    ALTER TABLE observation_record ADD COLUMN said_in INTEGER
        REFERENCES conversation (key) ON DELETE SET NULL
    """,
    "ALTER TABLE observation_record ADD COLUMN change_seen_on TEXT",
    """
    CREATE INDEX observation_record_planned_in ON observation_record (planned_in)
        WHERE planned_in IS NOT NULL
    """,
    """
    CREATE INDEX observation_record_said_in ON observation_record (said_in)
        WHERE said_in IS NOT NULL
    """,
    """
    CREATE INDEX observation_record_shared ON observation_record (shared_on)
        WHERE shared_on IS NOT NULL
    """,
    """
    CREATE INDEX observation_planned ON observation (key)
        WHERE share_state = 'planned' AND binned_at IS NULL
    """,
    # The columns that are the same in every row let these three answer a count by themselves.
    """
    CREATE INDEX observation_unsaid_of_kind
        ON observation (kind, key, share_state, binned_at, unconfirmed)
        WHERE share_state = 'unsaid' AND binned_at IS NULL AND NOT unconfirmed
    """,
    """
    CREATE INDEX observation_to_come_back
        ON observation (come_back_on, key, binned_at, unconfirmed)
        WHERE come_back_on IS NOT NULL AND binned_at IS NULL AND NOT unconfirmed
    """,
    """
    CREATE INDEX observation_loose ON observation (id, kind, binned_at, unconfirmed)
        WHERE kind = 'loose' AND binned_at IS NULL AND NOT unconfirmed
    """,
)
