"""The first page of the admin: what waits for whom, in few queries."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, ROLES, TRANSLATOR
from editors.dashboard.recent import DraftsPanel
from tests.factories import pages

pytestmark = pytest.mark.django_db

SHEETS = {"closing-this-week", "results-awaited", "not-verified", "imported-drafts"}
EVERYTHING = {*SHEETS, "broken-links", "translations-to-do", "incomplete-pages"}
SHOWN = {
    AUTHOR: {"broken-links", "incomplete-pages"},
    FUNDING_EXPERT: {*SHEETS, "incomplete-pages"},
    TRANSLATOR: {"translations-to-do", "incomplete-pages"},
    EDITOR_IN_CHIEF: {*EVERYTHING, "approvals"},
    ADMINISTRATOR: {*EVERYTHING, "approvals"},
}
# Five of them read the days from which the rule of a status tells what is on a list of sheets; pages and
# entries to translate are counted apart from reading them. An administrator's menu asks in four more whether
# he may publish wherever there is a workflow.
MAX_QUERIES = 40


def panels(client) -> dict:
    answer = client.get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    return {panel.report.slug: panel for panel in answer.context["panels"] if hasattr(panel, "report")}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_each_role_sees_what_it_can_do_something_about(browser, busy, an_expert, role):
    busy(1, sender=an_expert)
    client = Client()
    if role is FUNDING_EXPERT:
        client.force_login(an_expert)
    else:
        client = browser(role)
    assert set(panels(client)) - {"submissions"} == SHOWN[role]


def test_a_list_is_short_tells_how_many_there_are_and_leads_to_all(chief, busy):
    busy(7)
    panel = panels(chief)["not-verified"]
    assert (len(panel.rows), panel.total) == (5, 8)  # the site's own sheet was never verified either
    html = chief.get(reverse("wagtailadmin_home")).content.decode()
    assert "Not verified lately (8)" in html
    assert f'href="{reverse("report_not-verified")}"' in html


def test_the_first_page_takes_few_queries_however_many_pages_there_are(busy, person):
    people = [person(role) for role in ROLES]
    counts = []
    for more in (2, 3):  # five of each for every role, and then as many again and half
        for sender in people:
            busy(more, sender=sender)
        counts.append({sender.username: queries_for(sender) for sender in people})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= MAX_QUERIES


def queries_for(user) -> int:
    client = Client()
    client.force_login(user)
    client.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("wagtailadmin_home"))
    return len(queries)


def test_where_nothing_waits_it_says_so(author, site):
    site.article.topic_links.all().delete()
    for page in (site.news, site.events, site.projects, site.stories, site.article, site.story):
        page.unpublish()
    assert "Nothing waits for you today." in author.get(reverse("wagtailadmin_home")).content.decode()


def test_what_one_has_worked_on_last_is_at_hand(an_expert, site):
    site.sheet.save_revision(user=an_expert, log_action=True)
    client = Client()
    client.force_login(an_expert)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Your latest work" in html
    assert reverse("wagtailadmin_pages:edit", args=[site.sheet.pk]) in html


BEGUN = {
    AUTHOR: {"article", "event", "project", "story"},
    FUNDING_EXPERT: {"funding sheet"},
    TRANSLATOR: set(),
    EDITOR_IN_CHIEF: {"article", "event", "project", "story", "funding sheet"},
    ADMINISTRATOR: {"article", "event", "project", "story", "funding sheet"},
}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_each_role_may_begin_what_it_may_add(browser, site, role):
    client = browser(role)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    begun = set()
    for form in re.findall(r'class="button bicolor button--icon" href="(/admin/pages/add/[^"]*)"', html):
        answer = client.get(form)
        assert answer.status_code == 200
        begun.add(answer.context["page"]._meta.verbose_name)
    assert begun == BEGUN[role]
    assert ("Begin something new" in html) == bool(begun)


def test_own_drafts_are_at_hand_until_somebody_is_asked_to_publish_them(browser, person, site):
    user = person(AUTHOR)
    client = Client()
    client.force_login(user)
    page = pages.article(site.news, title="Bozza mia", live=False)
    page.save_revision(user=user, log_action=True)
    pages.article(site.news, title="Bozza altrui", live=False).save_revision()

    def drafts() -> set[str]:
        panels = client.get(reverse("wagtailadmin_home")).context["panels"]
        panel = next(panel for panel in panels if isinstance(panel, DraftsPanel))
        return {title for _number, title, *_others in panel.rows()}

    assert drafts() == {"Bozza mia"}
    page.get_workflow().start(page, user)
    assert drafts() == set()


def test_help_counts_nothing(author):
    html = author.get(reverse("wagtailadmin_home")).content.decode()
    assert "whats-new-in-wagtail" not in html
    assert "editor-guide" not in html


def test_a_superuser_begins_pages_and_no_second_home(admin_client, site):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    begun = re.findall(r"/admin/pages/add/\w+/(\w+)/", html)
    assert set(begun) == {"articlepage", "eventpage", "projectpage", "storypage", "fundingsheetpage"}
