"""The questions of the nine steps, with their help lines (practice/3-preparation.md, 3.1 and 3.2).

`{name}` is what the person is called. The app stores no gender (INV-02): sentences say "they".
"""

from __future__ import annotations

GATE = "Is anyone unsafe, is law or a formal rule involved, or has someone complained?"
GATE_HELP = "Harassment, safety and theft are never yours to handle alone."
TOLD_BEFORE = "Have you told them before?"
CALM_DAY = "Is there a calm day before you meet?"

PURPOSE = (
    "When you both walk out, what do you want to be true: for the work, for them, between you?"
)
PURPOSE_HELP = "If the answer is “they know I am angry”, wait a day."

FACTS = "Which moments would a camera have caught? When, where, what was said or done?"
FACTS_HELP = "At least two; you were there, or you have the document."

EFFECT = "Who or what was affected, and how do you know?"
EFFECT_HELP = "Client, colleague, time, quality, trust: one line each."

YARDSTICK = "Which agreed expectation or value is this about?"
YARDSTICK_HELP = "No hidden rules."
EARLIER = "What did you say about it in earlier talks?"
EARLIER_HELP = "Day and words, as far as you know them."

MY_PART = "What did you do, or leave undone, that made this more likely?"
MY_PART_HELP = "One honest line is enough."
THEIR_VIEW = "If {name} told this story, how would it start?"
THEIR_VIEW_HELP = "What would make their behaviour reasonable?"

FEELINGS = "What are you feeling, in one word?"
FEELINGS_HELP = "Private; it never leaves this page."
AFRAID = "What are you afraid they will say?"
THEIR_FEAR = "What might they fear this says about them?"
DIGNITY = "What can you say that protects their dignity?"

OPENING = "Open in two sentences: why we meet, what you hope for."
OPENING_HELP = "At most 40 words; one topic."
CARE = "Why do you care?"
CARE_HELP = "Say it early; it is the first and the last card."
MAIN = "The fact and the effect in one breath, no “but”."
QUESTIONS = "Then ask: “How do you see it?”"
QUESTIONS_HELP = "One question to which you do not know the answer."
ASK = "What do you ask for?"
ASK_HELP = "Something you could see by a date."

OFFERS = "What will you do, or stop doing, to make success likely?"
OFFERS_HELP = "At least one offer; it becomes a promise of yours."
GETS_BETTER = "What gets better when this works?"
IF_UNCHANGED = "What follows if it stays as it is, and is that yours to say?"
LIMITS = "What can you not promise?"
IF_THEN = "If they go silent, get angry, cry, blame or agree too fast, then I …"
IF_THEN_HELP = "Pick two and make the words yours."

TIME_PLACE = "Where can you both speak freely?"
TIME_PLACE_HELP = "Not Friday evening, not between two calls."
FOLLOW_UP = "When will you look at it again?"
FOLLOW_UP_HELP = "In one to four weeks; the talk is not over before."

TARGET_AGREED = "Was the target agreed, possible and in their control?"
TARGET_GAP = "When did you first see the gap?"
TARGET_AROUND = "What changed around them?"
MESSAGE = "Which message, to whom, missing what?"
RECEIVER = "What did the receiver need, by when?"
SAW_YOURSELF = "What did you see yourself?"
TOLD_BY = "What has {name} told you?"
TOLD_BY_HELP = "On this sheet only; never show it to the other."
JUDGE_OR_HELP = "Are you about to judge, or to help them talk?"
JUDGE_OR_HELP_HELP = "Meet each alone first."
RULE = "Which rule or value, and where is it written?"
YOURS_OR_HR = "Is this yours or HR’s to handle?"
MUST_STOP = "What must stop today?"

STARTERS: tuple[tuple[str, str], ...] = (
    (
        "they go silent",
        "I count to ten, then say: take your time; what is going through your mind?",
    ),
    (
        "they get angry",
        "I lower my voice and say: I hear this matters; shall we stay or take ten minutes?",
    ),
    (
        "they cry",
        "I pause, offer a break, do not fill the silence, do not withdraw the point.",
    ),
    (
        "they blame others",
        "I note it, say I will look at it, and come back to what is ours.",
    ),
    (
        "they bring new facts",
        "I say: I did not know that. I will check, and we meet again on a day we set now.",
    ),
    (
        "they agree too fast",
        "I ask: what would you do first, and what could get in the way?",
    ),
    (
        "they tell personal or health news",
        (
            "I say: thank you for telling me. You need not say more. Let’s ask HR what support is"
            " possible. We can stop for today. (And I do not write the detail down.)"
        ),
    ),
    (
        "they say I am unfair",
        "I ask which part, and listen to the end.",
    ),
)
"""Built-in plans for a reply: what follows "If", and what follows "Then"."""
