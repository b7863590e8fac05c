"""Lessons, month look-backs, hand-overs, what is fit to tell the team, and quiet questions."""

UP = (
    """
    CREATE TABLE lesson (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN (
            'opened', 'understood', 'change_agreed', 'change_checked', 'closed'
        )),
        happened_on TEXT NOT NULL,
        looked_at_on TEXT,
        conversation_key INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        change_due_on TEXT,
        checked_on TEXT,
        held TEXT CHECK (held IN ('yes', 'partly', 'no')),
        again_on TEXT,
        shared_on TEXT,
        goal_key INTEGER REFERENCES goal (key) ON DELETE SET NULL,
        closed_on TEXT,
        CHECK ((checked_on IS NULL) = (held IS NULL)),
        CHECK ((closed_on IS NOT NULL) = (state = 'closed')),
        CHECK (state <> 'closed' OR held = 'yes')
    ) STRICT
    """,
    "CREATE INDEX lesson_by_day ON lesson (happened_on)",
    "CREATE INDEX lesson_of_goal ON lesson (goal_key) WHERE goal_key IS NOT NULL",
    # Who looked at it together, never who caused it (INV-22).
    """
    CREATE TABLE lesson_person (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        lesson_key INTEGER NOT NULL REFERENCES lesson (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        PRIMARY KEY (person_key, lesson_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX lesson_person_reverse ON lesson_person (lesson_key)",
    """
    CREATE TABLE lesson_note (
        lesson_key INTEGER NOT NULL REFERENCES lesson (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (lesson_key, observation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX lesson_note_reverse ON lesson_note (observation_key)",
    """
    CREATE TRIGGER lesson_note_is_no_concern BEFORE INSERT ON lesson_note
        WHEN (SELECT kind FROM observation WHERE key = new.observation_key) = 'concern'
    BEGIN
        SELECT RAISE(ABORT, 'a concern belongs to no lesson');
    END
    """,
    """
    CREATE TRIGGER lesson_note_left_by_a_concern AFTER UPDATE OF kind ON observation
        WHEN new.kind = 'concern'
    BEGIN
        DELETE FROM lesson_note WHERE observation_key = new.key;
    END
    """,
    """
    CREATE TABLE look_back (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        month TEXT NOT NULL UNIQUE CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
        ended_on TEXT,
        try_by TEXT,
        promise_key INTEGER REFERENCES promise (key) ON DELETE SET NULL,
        CHECK ((ended_on IS NOT NULL) = (state <> 'open'))
    ) STRICT
    """,
    """
    CREATE TABLE handover (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        made_on TEXT NOT NULL,
        format TEXT NOT NULL CHECK (format <> '')
    ) STRICT
    """,
    """
    CREATE TABLE handover_person (
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        handover_key INTEGER NOT NULL REFERENCES handover (key) ON DELETE CASCADE,
        PRIMARY KEY (person_key, handover_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX handover_person_reverse ON handover_person (handover_key)",
    """
    ALTER TABLE observation_record ADD COLUMN is_for_team INTEGER NOT NULL DEFAULT 0
        CHECK (is_for_team IN (0, 1))
    """,
    """
    CREATE INDEX observation_record_for_team ON observation_record (key)
        WHERE is_for_team = 1
    """,
    # What I did not see myself is the rarer; it is told from the rest without their words (M07).
    """
    CREATE INDEX observation_record_second_hand ON observation_record (source)
        WHERE source <> 'first_hand'
    """,
    # A concern is never told the team (S33), nor what becomes one later.
    """
    CREATE TRIGGER concern_is_not_for_team BEFORE UPDATE OF is_for_team ON observation_record
        WHEN new.is_for_team = 1
         AND (SELECT kind FROM observation WHERE key = new.key) = 'concern'
    BEGIN
        SELECT RAISE(ABORT, 'a concern is never fit to tell the team');
    END
    """,
    """
    CREATE TRIGGER concern_leaves_the_team AFTER UPDATE OF kind ON observation
        WHEN new.kind = 'concern' AND old.kind <> 'concern'
    BEGIN
        UPDATE observation_record SET is_for_team = 0 WHERE key = new.key AND is_for_team = 1;
    END
    """,
    # A quiet question was shown or put away; each comes back only after its own pause.
    """
    CREATE TABLE nudge (
        name TEXT NOT NULL,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        shown_on TEXT NOT NULL,
        put_away_on TEXT,
        PRIMARY KEY (person_key, name)
    ) STRICT, WITHOUT ROWID
    """,
)
