"""Times and numbers in an ask: by 17:30, from Mon 30 Nov, each Friday, two options (RC06)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_WEEKDAY: Final = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)"
)
_WHOLE_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBER: Final = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"a dozen|half)"
)
_UNIT: Final = (
    r"(?:working |business |calendar )?"
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|fortnights?|months?|quarters?|sprints?)"
)
_CLOCK: Final = (
    r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|"
    r"\d{1,2}\so'?clock|noon|midday|midnight|lunch(?:time)?"
)
_DATE: Final = (
    rf"\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"(?:(?:{_WEEKDAY}),?\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}\b(?:,?\s\d{{4}}\b)?|"
    rf"(?:(?:{_WEEKDAY}),?\s)?{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?|"
    r"(?!24/7)(?:[12]?\d|3[01])[./](?:1[0-2]|0?\d)(?:[./](?:\d{4}|\d\d))?(?!\d)|"
    rf"(?:{_WEEKDAY})\s\d{{1,2}}\b|the\s\d{{1,2}}(?:st|nd|rd|th)\b"
)
_NEAR: Final = (
    r"tomorrow|today|tonight|"
    rf"(?:the\s)?(?:next|this|coming|following)\s(?:(?:{_WEEKDAY})\b|week|month|quarter|sprint|"
    r"year|release|review|time|meeting|one-to-one|1:1)|"
    r"(?:the\s|each\s|every\s)?(?:end|start|middle)\sof\s(?:the\s|each\s|every\s|this\s|next\s)?"
    rf"(?:day|week|month|quarter|sprint|year|shift|{_MONTH})|"
    rf"eod|eow|cob|close\sof\sbusiness|week\s\d{{1,2}}|q[1-4]\b|"
    r"(?:easter|christmas|new\syear)"
)
_OFTEN: Final = (
    r"(?:each|every)\s(?:other\s|single\s|second\s|working\s)?(?!one\b|body\b)[a-z][a-z-]+"
    rf"(?:\s(?:{_WHOLE_WEEKDAY}|morning|afternoon|evening|night))?|"
    r"daily|hourly|weekly|fortnightly|monthly|quarterly|"
    rf"(?:once|twice|{_NUMBER}\stimes)(?:\s(?:a|per|each|every)\s[a-z]+)?|"
    r"per\s(?:day|week|month|quarter|sprint|release|shift|call|meeting|ticket)"
)
_COUNT: Final = (
    rf"(?:at\sleast\s|at\smost\s|no\smore\sthan\s|up\sto\s|all\s|the\sfirst\s|the\snext\s)?"
    rf"(?<![\w:./-]){_NUMBER}(?:\sor\s{_NUMBER})?"
    rf"(?:\s?%|(?:\s[a-z-]+)?\s{_UNIT}\b|\s[a-z][a-z-]+)|"
    r"(?:at\sleast|exactly|only)\sone\b(?:\s[a-z][a-z-]+)?|"
    r"(?:with|give|name|bring|send|offer|propose|write|add)\sone\s[a-z][a-z-]+"
)
_EVENT: Final = (
    r"(?:before|by|until|after|ahead\sof)\s(?:the|our|your|each|every|any|that)\s"
    r"(?!way\b|book\b|rules?\b|time\b|end\b|same\b)(?:next\s|first\s|[a-z]+ly\s)?[a-z][a-z-]+|"
    r"before\s(?:you|we|they|i|anyone|lunch|noon|work)\b(?:\s[a-z]+)?"
)
_LEAD: Final = (
    r"(?:(?:no\slater\sthan|not\slater\sthan|starting|beginning|by|from|until|till|before|after|"
    r"at|on|in|within|for|since)\s)?(?:around\s|about\s)?"
)
_SPACES: Final = re.compile(r"\s+")
_LONGEST: Final = 2_000
"""Characters of an ask that are looked at: more is no ask."""


def time_phrases(text: str) -> tuple[str, ...]:
    """Return the times and numbers of a text, in its order; neighbours are one phrase."""
    words = _SPACES.sub(" ", text[:_LONGEST])
    found: list[tuple[int, int]] = []
    for hit in _any_time().finditer(words):
        start, end = hit.span()
        if found and start - found[-1][1] <= 1:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(words[start:end].strip() for start, end in found)


@cache
def _any_time() -> re.Pattern[str]:
    """Return what finds them; made when it is first needed, because that takes 10 ms."""
    return re.compile(
        rf"\b{_LEAD}(?:{_DATE}|{_CLOCK}|{_NEAR}|{_OFTEN}|{_WHOLE_WEEKDAY})(?!\w)"
        rf"|\b(?:by|from|until|till|before|after|on|next|each|every)\s(?:{_WEEKDAY})\b"
        rf"|\b(?:{_EVENT})\b"
        rf"|\b{_LEAD}(?:{_COUNT})(?!\w)"
        rf"|\b(?:in|within)\s(?:an?|one)\s{_UNIT}\b",
        re.IGNORECASE,
    )
