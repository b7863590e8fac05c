"""What the page says of a template: its rows, its state, what is filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from managernotes.domain.template import Template, TemplateGroup, Variable
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.widgets.group_list import GroupLine


class TemplateWords:
    """Puts templates into words, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def lines(self, templates: Sequence[Template]) -> list[GroupLine]:
        """Return heads and templates in the order of the page."""
        lines: list[GroupLine] = []
        for group, head in strings.GROUPS.items():
            of_group = [one for one in templates if one.group is group]
            if of_group:
                lines.append(GroupLine(key=None, text=head))
                lines += [_line(one) for one in of_group]
        return lines

    def state(self, template: Template) -> str:
        """Return whose it is now; empty while it reads as it came."""
        if template.group is TemplateGroup.OWN:
            return strings.OWN
        if not template.is_changed or template.changed_at is None:
            return ""
        return strings.CHANGED.format(day=self.changed_on(template))

    def changed_on(self, template: Template) -> str:
        """Return the day of the newest version, or an empty text."""
        changed = template.changed_at
        return "" if changed is None else self._dates.day(changed.date(), self._today())

    def footer(self, template: Template, used: int) -> tuple[str, str]:
        """Return which version it is, and in how many talks it was used."""
        if template.group is TemplateGroup.OWN:
            version = strings.VERSION_OWN.format(version=template.version)
        elif template.is_changed:
            version = strings.VERSION.format(version=template.version)
        else:
            version = strings.VERSION_ONE
        return version, strings.counted(strings.USED, used) if used else strings.NOT_USED

    def value(self, variable: Variable) -> str:
        """Return what a variable is filled with, in a few words."""
        count = variable.count
        if count is not None and variable.name in _COUNTED:
            if not count:
                return strings.NOTHING_OPEN
            return strings.counted(_COUNTED[variable.name], count, variable.days or 0)
        return " ".join(variable.value.split()) or strings.NOT_KNOWN


def preview_sections(text: str) -> list[list[tuple[str, bool]]]:
    """Return a filled template as sections of lines; a heading is strong and begins one."""
    sections: list[list[tuple[str, bool]]] = []
    for line in text.splitlines():
        words = line.strip()
        if not words:
            continue
        is_heading = words.startswith("#")
        is_point = words[:2] in {"- ", "* "}
        shown = f"· {without_marks(words)}" if is_point else without_marks(words)
        if is_heading or not sections:
            sections.append([])
        sections[-1].append((shown, is_heading))
    return sections


_COUNTED = {
    "i_owe": strings.PROMISES_OF_YOURS,
    "they_owe": strings.PROMISES_OF_THEIRS,
    "carried": strings.TOPICS,
}


def _line(template: Template) -> GroupLine:
    mark = strings.YOURS if template.is_changed else ""
    told = ", ".join(filter(None, (mark, template.words.why)))
    return GroupLine(key=template.name, text=template.words.title, after=told, mark=mark)
