"""How each page is built: its module is loaded when it is first visited (PERFORMANCE §1).

Loading all of them took longer than everything else between the command and the first rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from managernotes_ui.common.strings import expectations as expectation_strings
from managernotes_ui.common.strings import goals as goal_strings
from managernotes_ui.common.strings import person as person_strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName
from managernotes_ui.shell.tab_body import Tab, TabBody


def page_factories(desk: Desk) -> Mapping[PageName, Callable[[], Page]]:
    """Return what builds each page over a desk."""
    return {
        PageName.TODAY: lambda: _today(desk),
        PageName.CONVERSATIONS: lambda: _conversations(desk),
        PageName.TALK: lambda: _talk(desk),
        PageName.BRIEF: lambda: _brief(desk),
        PageName.GOALS: lambda: _goals(desk),
        PageName.REVIEWS: lambda: _reviews(desk),
        PageName.TEMPLATES: lambda: _templates(desk),
        PageName.PEOPLE: lambda: _people(desk),
        PageName.PERSON: lambda: _person(desk),
        PageName.NOTE: lambda: _note(desk),
        PageName.REVISIONS: lambda: _revisions(desk),
        PageName.PREPARE: lambda: _prepare(desk),
        PageName.STANDARDS: lambda: _standards(desk),
        PageName.HANDOVER: lambda: _handover(desk),
        PageName.UNCONFIRMED: lambda: _unconfirmed(desk),
        PageName.REHEARSE: lambda: _rehearse(desk),
        PageName.AFTER_TALK: lambda: _after_talk(desk),
        PageName.SEARCH: lambda: _search(desk),
        PageName.SETTINGS: lambda: _settings(desk),
    }


def _conversations(desk: Desk) -> Page:
    from managernotes_ui.conversations.conversations_page import ConversationsPage
    from managernotes_ui.conversations.tabs import TabName, tabs_of
    from managernotes_ui.conversations.talks_tab import TalksTab
    from managernotes_ui.lessons.lessons_tab import LessonsTab
    from managernotes_ui.promises.promises_tab import PromisesTab
    from managernotes_ui.threads.threads_tab import ThreadsTab

    tabs = {
        TabName.TALKS: TalksTab,
        TabName.PROMISES: PromisesTab,
        TabName.THREADS: ThreadsTab,
        TabName.LESSONS: LessonsTab,
    }
    return ConversationsPage(desk, tabs_of(tabs))


def _today(desk: Desk) -> Page:
    from managernotes_ui.today.today_page import TodayPage

    return TodayPage(desk)


def _talk(desk: Desk) -> Page:
    from managernotes_ui.conversations.talk_page import TalkPage

    return TalkPage(desk)


def _brief(desk: Desk) -> Page:
    from managernotes_ui.conversations.brief_page import BriefPage

    return BriefPage(desk)


def _goals(desk: Desk) -> Page:
    from managernotes_ui.goals.all_goals_page import AllGoalsPage

    return AllGoalsPage(desk)


def _reviews(desk: Desk) -> Page:
    from managernotes_ui.reviews.reviews_page import ReviewsPage

    return ReviewsPage(desk)


def _templates(desk: Desk) -> Page:
    from managernotes_ui.templates.templates_page import TemplatesPage

    return TemplatesPage(desk)


def _people(desk: Desk) -> Page:
    from managernotes_ui.people.people_page import PeoplePage

    return PeoplePage(desk)


def _person(desk: Desk) -> Page:
    from managernotes_ui.people.person_page import PersonPage

    return PersonPage(desk, _PERSON_TABS)


def _person_goals(desk: Desk) -> TabBody:
    from managernotes_ui.goals.goals_tab import GoalsTab

    return GoalsTab(desk)


def _person_talks(desk: Desk) -> TabBody:
    from managernotes_ui.conversations.person_talks import PersonTalks

    return PersonTalks(desk)


def _person_promises(desk: Desk) -> TabBody:
    from managernotes_ui.promises.promises_tab import PromisesTab

    return PromisesTab(desk, of_one=True)


def _expectations(desk: Desk) -> TabBody:
    from managernotes_ui.standards.expectations_tab import ExpectationsTab

    return ExpectationsTab(desk)


_PERSON_TABS = (
    Tab("goals", goal_strings.TAB, _person_goals),
    Tab("talks", person_strings.TAB_TALKS, _person_talks),
    Tab("promises", person_strings.TAB_PROMISES, _person_promises),
    Tab("expectations", expectation_strings.TAB, _expectations),
)
"""What stands between a person's timeline and what is known about them."""


def _note(desk: Desk) -> Page:
    from managernotes_ui.notes.note_page import NotePage

    return NotePage(desk.theme, desk.session, desk.actions, desk.navigator.go)


def _revisions(desk: Desk) -> Page:
    from managernotes_ui.notes.revisions_page import RevisionsPage

    return RevisionsPage(desk.theme, desk.session, desk.actions, desk.navigator.go)


def _prepare(desk: Desk) -> Page:
    from managernotes_ui.preparing.prepare_page import PreparePage

    return PreparePage(desk)


def _standards(desk: Desk) -> Page:
    from managernotes_ui.standards.standards_page import StandardsPage

    return StandardsPage(desk)


def _handover(desk: Desk) -> Page:
    from managernotes_ui.handover.handover_page import HandoverPage

    return HandoverPage(desk)


def _unconfirmed(desk: Desk) -> Page:
    from managernotes_ui.inbox.unconfirmed_page import UnconfirmedPage

    return UnconfirmedPage(desk)


def _after_talk(desk: Desk) -> Page:
    from managernotes_ui.meeting.after_page import AfterPage

    return AfterPage(desk)


def _rehearse(desk: Desk) -> Page:
    from managernotes_ui.meeting.rehearse_page import RehearsePage

    return RehearsePage(desk)


def _search(desk: Desk) -> Page:
    from managernotes_ui.search.search_page import SearchPage

    return SearchPage(desk)


def _settings(desk: Desk) -> Page:
    from managernotes_ui.settings.settings_page import SettingsPage

    return SettingsPage(desk)
