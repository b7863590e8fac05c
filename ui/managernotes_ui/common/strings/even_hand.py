"""What the tab "Even hand" says."""

from __future__ import annotations

LIST_NAME = "From seen to said, by expectation"
KINDS_NAME = "Which notes are shown"
SINCE_NAME = "Since when"
CONCERNS = "Concerns"
GOOD_WORK = "Good work"
BOTH = "Both"
SINCE = "Since {month}"
EVER = "Since ever"
SEEN = "seen"
SAID = "said"
NOT_YET = "not yet"
WHO = "Who, when it was seen"
AXIS = ("that day", "a week", "two weeks", "three weeks")
SAME_FOR_ALL = "the same expectation for all of them"
NOTHING = "Nothing noted for anybody. That may say more about what you look for than about them."
UNMEASURED = "By no expectation yet"
UNMEASURED_NOTE = "link them, or ask what was missed"
RESTRICTED = "restricted until it is opened"
THAT_DAY = "that day"
NEXT_DAY = "next day"
PLANNED = "planned {day}"
KEPT = "decided not to say it"
FOOTER = "One line is one moment. Nothing is added up, nobody is compared by a figure"
SEEN_ALOUD = "seen {day}"
SAID_ALOUD = "said {when}"
LATER_ALOUD = "{days} later"
WAITS_ALOUD = "not said yet, {days}"

ASK_YOURSELF = "Ask yourself"
QUESTIONS = (
    "Would I raise this with everyone who did it?",
    "Whom did I let off, because the talk would be hard or because I like them?",
    "Did I wait longer where I had a part in it?",
)
NOTE_TO_MYSELF = "Note to myself"
NOTE_TIP = "Write it into this month's look-back"
OPEN = "Open the note"
PREPARE = "Prepare to say it"
ATTENTION = "Where my attention went"
ATTENTION_NOTE = "60 days, A–Z, notes and talks"
COUNTS = "notes {notes} · talks {talks}"
QUIET = "quiet"
ABOUT_YOU = "About you, not about them. It leaves this vault in no export and no print."

EMPTY_TITLE = "What do you expect of all of them?"
EMPTY_TEXT = (
    "Once a concern is tied to an expectation, it stands here beside everybody else's: when it was "
    "seen, and when it was said. So you see whether your hand was even."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = "Tells bad news early: Ines, seen 2 Nov, said 10 days later"
EMPTY_BUTTON = "Write down what you expect"
