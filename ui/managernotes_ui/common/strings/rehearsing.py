"""What rehearsing says (practice/3-preparation.md, 3.4). The app knows no gender: first names."""

from __future__ import annotations

TITLE = "Rehearse"
BACK_TO_PREPARING = "Back to preparing"
NOTHING_RECORDED = "Nothing is recorded"
WAYS_NAME = "Ways of practising"
READ_ALOUD = "Read aloud"
HOT_SEAT = "Hot seat"
SWAP_CHAIRS = "Swap chairs"
CALM_START = "Calm start"
WAYS = (READ_ALOUD, HOT_SEAT, SWAP_CHAIRS, CALM_START)
THEY = "they"
THEM = "them"

OPENING, MAIN, ASK = "Opening", "The fact and the effect", "The ask"
QUOTED = "“{words}”"
NEXT_CARD = "Next card"
FINISH = "Done"
AGAIN = "Again"
ABOUT_SECONDS = "{words}, about {seconds} seconds. No hurry."
OVER_THIRTY = "Was it over 30 seconds? Cut one clause."
CARD_OF = "Card {number} of {count}"
CLOCK_NAME = "Clock"
SAID_ALOUD = "Said aloud, {clock}. It is noted, nothing else."
NOTHING_TO_SAY = "Nothing to say aloud yet."
NOTHING_TO_SAY_HELP = "Write the opening, the main line or the ask first; then say them here."

IF = "If {when}"
THEN = "Then {then}"
THEN_I = "Then I…"
MIGHT_SAY = "{name} might say"
ANSWER_ALOUD = "Answer aloud, in your own words. Then turn the card."
ROUND_OF = "{which} of {count}, drawn by chance from your cards"
WHICH = ("First", "Second", "Third", "Fourth", "Fifth")
TURN = "Turn the card"
NEXT_REPLY = "Next reply"
CHANGE_CARD = "Change the card"
KEEP_TITLE = "What I want to keep"
KEEP_HINT = "One line is enough"
PRACTISED = "Practised, {clock}. It is noted, nothing else."
NO_CARDS = "No if–then cards yet."
NO_CARDS_HELP = "Choose two replies you fear, and what you do then; they are asked here by chance."

TWO_MINUTES_AS = "Two minutes as {name}"
YOU_ARE_ON = "It is {day}, {time}. You are {name}."
YOU_ARE = "You are {name}."
HEARS = "What do I hear?"
NEEDS = "What do I need to keep my dignity?"
ASKS = "What would I ask for?"
LINE_IS_ENOUGH = "A line is enough"
CARRY = "Put these under “If {name} told this story”"
CARRY_THEY = "Put these under “If they told this story”"
BACK_TO_CHAIR = "Back to my chair"
SAT_THERE = "Sat in the other chair, {clock}."
CARRIED = "Sat in the other chair, {clock}. Your lines stand under their view."

BREATHE = "One minute, before you go in"
BREATHE_IN, BREATHE_OUT = "Breathe in", "Breathe out"
BREATHE_READY = "Sit down. Both feet on the floor."
BREATHE_HELP = "Four counts in, six counts out. No sound."
BREATHE_DONE = "That was a minute. You may go."
START, STOP = "Start", "Stop"

KEY_CLOCK = ("Space", "start or stop the clock")
KEY_NEXT = ("→", "next")
KEY_HIDE = ("H", "hide the words")
KEY_SHOW = ("H", "show the words")
KEY_LEAVE_TIME = ("Esc", "leave, keeps the time")
KEY_TURN = ("Space", "turn the card")
KEY_REPLY = ("→", "next reply")
KEY_KEEP = ("K", "keep a line")
KEY_LEAVE_LINE = ("Esc", "leave, keeps the line and the time")
KEY_TAB = ("Tab", "next question")
KEY_LEAVE = ("Esc", "leave")
STAYS_HERE = "Stays on your page, leaves it only with the tick"

ACT_CLOCK = "Start, stop, turn the card"
ACT_NEXT = "Next card"
ACT_BEFORE = "Card before"
ACT_AGAIN = "Again from the start"
ACT_HIDE = "Hide the words"
ACT_KEEP = "Keep a line"
ACT_LEAVE = "Leave rehearsing"
ACT_PRESS = "Press what the keyboard is on"

_HOURS = (
    "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven",
)  # fmt: skip
_O_CLOCK = {0: "{here} o'clock", 15: "quarter past {here}", 30: "half past {here}"}
_QUARTER_TO = 45


def spoken_time(hour: int, minute: int) -> str:
    """Return a time of day as it is said: "half past nine"; odd minutes stay figures."""
    here, coming = _HOURS[hour % 12], _HOURS[(hour + 1) % 12]
    if minute == _QUARTER_TO:
        return f"quarter to {coming}"
    form = _O_CLOCK.get(minute)
    return form.format(here=here) if form else f"{hour}:{minute:02}"


def clock_words(seconds: int) -> str:
    """Return minutes and seconds, "0:14"."""
    return f"{seconds // 60}:{seconds % 60:02}"
