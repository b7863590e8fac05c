"""Vision, expectations of a role, goals with their check-ins, and growth.

`paper` learns its new sorts by a change of the text that describes it: what a column may hold is
no part of what is stored, and a table that others refer to cannot be made anew while they do.
"""

from managernotes.vault.connection import Connection

_SORTS_BEFORE = "'yardstick', 'answer'"
_SORTS_NOW = """'yardstick', 'answer', 'vision', 'role_purpose', 'expectation_copy', 'goal',
            'check_in', 'growth_plan', 'growth_step', 'mentoring', 'lesson', 'look_back',
            'handover'"""
_CONFIDENCE = "'on_course', 'wobbling', 'off_course', 'not_started'"
_GOAL_STATES = """
    'proposed', 'agreed', 'active', 'paused', 'met', 'partly_met', 'not_met', 'dropped',
    'reflected'
"""
_PLAN_STATES = "'exploring', 'agreed', 'active', 'reviewed', 'done', 'paused'"
_STEP_STATES = "'idea', 'agreed', 'doing', 'done', 'applied', 'stopped'"


def _more_sorts(db: Connection) -> None:
    db.execute("PRAGMA writable_schema = ON")
    db.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, :before, :now) WHERE name = 'paper'",
        {"before": _SORTS_BEFORE, "now": _SORTS_NOW},
    )
    db.execute("PRAGMA writable_schema = RESET")


UP = (
    _more_sorts,
    """
    CREATE TABLE vision (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        valid_from TEXT NOT NULL,
        valid_to TEXT CHECK (valid_to >= valid_from)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX vision_now ON vision (valid_to IS NULL) WHERE valid_to IS NULL",
    """
    CREATE TABLE role_purpose (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        role_key INTEGER NOT NULL UNIQUE REFERENCES role (key)
    ) STRICT
    """,
    "ALTER TABLE yardstick ADD COLUMN role_key INTEGER REFERENCES role (key)",
    "ALTER TABLE yardstick ADD COLUMN level TEXT CHECK (level <> '')",
    """
    ALTER TABLE yardstick ADD COLUMN area TEXT CHECK (area IN (
        'result', 'quality', 'teamwork', 'communication', 'leadership', 'values', 'other'
    ))
    """,
    # The line of the vision it serves; which may have gone, and then it asks for another (S09).
    "ALTER TABLE yardstick ADD COLUMN vision_line BLOB CHECK (length(vision_line) = 16)",
    "CREATE INDEX yardstick_of_role ON yardstick (role_key) WHERE role_key IS NOT NULL",
    # 0: it was only talked through with them, and is theirs because of their role, or not at all.
    """
    ALTER TABLE yardstick_person ADD COLUMN is_named INTEGER NOT NULL DEFAULT 1
        CHECK (is_named IN (0, 1))
    """,
    """
    CREATE TABLE expectation_copy (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        yardstick_key INTEGER NOT NULL REFERENCES yardstick (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        UNIQUE (person_key, yardstick_key)
    ) STRICT
    """,
    "CREATE INDEX expectation_copy_reverse ON expectation_copy (yardstick_key)",
    "CREATE INDEX yardstick_person_reverse ON yardstick_person (yardstick_key)",
    f"""
    CREATE TABLE goal (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ({_GOAL_STATES})),
        measured_by TEXT CHECK (measured_by IN ('number', 'percent', 'milestone', 'yes_no')),
        start_value REAL,
        target_value REAL,
        started_on TEXT NOT NULL,
        due_on TEXT,
        original_due_on TEXT,
        set_by TEXT CHECK (set_by IN ('them', 'me', 'together')),
        vision_line BLOB CHECK (length(vision_line) = 16),
        next_on TEXT,
        outcome TEXT CHECK (outcome IN ('met', 'partly_met', 'not_met', 'dropped')),
        ended_on TEXT,
        CHECK ((due_on IS NULL) = (original_due_on IS NULL)),
        CHECK ((ended_on IS NOT NULL) = (outcome IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX goal_of_person ON goal (person_key)",
    "CREATE INDEX goal_under_way ON goal (state, person_key)",
    """
    CREATE TRIGGER goal_first_day_stays BEFORE UPDATE OF original_due_on ON goal
        WHEN old.original_due_on IS NOT NULL AND new.original_due_on IS NOT old.original_due_on
    BEGIN
        SELECT RAISE(ABORT, 'the first day of a goal never changes');
    END
    """,
    f"""
    CREATE TABLE goal_state_step (
        goal_key INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({_GOAL_STATES})),
        on_day TEXT NOT NULL,
        PRIMARY KEY (goal_key, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE goal_note (
        goal_key INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
        observation_key INTEGER NOT NULL
            REFERENCES observation (key) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (goal_key, observation_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX goal_note_reverse ON goal_note (observation_key)",
    f"""
    CREATE TABLE check_in (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        goal_key INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
        on_day TEXT NOT NULL,
        confidence TEXT NOT NULL CHECK (confidence IN ({_CONFIDENCE})),
        value REAL,
        conversation_key INTEGER REFERENCES conversation (key) ON DELETE SET NULL
    ) STRICT
    """,
    "CREATE INDEX check_in_of_goal ON check_in (goal_key, on_day)",
    f"""
    CREATE TABLE growth_plan (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ({_PLAN_STATES})),
        said_on TEXT,
        said_in INTEGER REFERENCES conversation (key) ON DELETE SET NULL,
        ended_on TEXT,
        CHECK ((ended_on IS NOT NULL) = (state = 'done'))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX growth_plan_now ON growth_plan (person_key) WHERE ended_on IS NULL",
    "CREATE INDEX growth_plan_of_person ON growth_plan (person_key)",
    """
    CREATE TABLE growth_plan_yardstick (
        plan_key INTEGER NOT NULL REFERENCES growth_plan (key) ON DELETE CASCADE,
        yardstick_key INTEGER NOT NULL REFERENCES yardstick (key) ON DELETE CASCADE,
        PRIMARY KEY (plan_key, yardstick_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX growth_plan_yardstick_reverse ON growth_plan_yardstick (yardstick_key)",
    f"""
    CREATE TABLE growth_step (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN (
            'training', 'stretch_work', 'mentoring', 'coaching', 'shadowing', 'reading',
            'personal_development', 'network', 'teach_others'
        )),
        state TEXT NOT NULL CHECK (state IN ({_STEP_STATES})),
        start_on TEXT,
        due_on TEXT,
        is_time_agreed INTEGER NOT NULL DEFAULT 0 CHECK (is_time_agreed IN (0, 1)),
        ended_on TEXT,
        applied_on TEXT,
        touched_on TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX growth_step_of_person ON growth_step (person_key, touched_on)",
    f"""
    CREATE TABLE growth_step_state (
        step_key INTEGER NOT NULL REFERENCES growth_step (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ({_STEP_STATES})),
        on_day TEXT NOT NULL,
        PRIMARY KEY (step_key, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE mentoring (
        key INTEGER PRIMARY KEY REFERENCES paper (key) ON DELETE CASCADE,
        person_key INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('sought', 'matched', 'active', 'ended')),
        every TEXT CHECK (every IN ('weekly', 'fortnightly', 'monthly')),
        first_on TEXT,
        end_on TEXT,
        ended_on TEXT,
        CHECK ((ended_on IS NOT NULL) = (state = 'ended'))
    ) STRICT
    """,
    "CREATE INDEX mentoring_of_person ON mentoring (person_key)",
    # Only the days on which they met: what is said between the two is never stored.
    """
    CREATE TABLE mentoring_met (
        mentoring_key INTEGER NOT NULL REFERENCES mentoring (key) ON DELETE CASCADE,
        on_day TEXT NOT NULL,
        PRIMARY KEY (mentoring_key, on_day)
    ) STRICT, WITHOUT ROWID
    """,
)
