"""What the menu says in which it is chosen when something will be said."""

from __future__ import annotations

from managernotes.domain.conversation import ConversationType

WHEN = "When will you say it?"
IN_TALK = "{talk}, {when}"
NEW_TALK = "A new one-to-one, {when}"
NO_DAY_YET = "no day yet"

TALKS = {
    ConversationType.ONE_ON_ONE: "One-to-one",
    ConversationType.FIRST_ONE_ON_ONE: "First one-to-one",
    ConversationType.FEEDBACK: "Feedback",
    ConversationType.PRAISE: "Praise",
    ConversationType.TOUGH: "Hard talk",
    ConversationType.CAREER: "Career talk",
    ConversationType.STAY: "Stay talk",
    ConversationType.RETURN: "Return talk",
    ConversationType.GOAL_SETTING: "Goal setting",
    ConversationType.MID_YEAR: "Mid-year review",
    ConversationType.ANNUAL_REVIEW: "Annual review",
    ConversationType.PIP: "Plan meeting",
    ConversationType.ONBOARDING_CHECK: "First months",
    ConversationType.LESSON_REVIEW: "Lesson review",
    ConversationType.MENTORING: "Mentoring",
    ConversationType.EXIT: "Exit talk",
}
