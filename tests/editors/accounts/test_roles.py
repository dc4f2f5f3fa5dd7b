"""What each role can and cannot do, through real requests."""

from dataclasses import replace
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.models import Topic
from editors.accounts.models import RoleSetUp
from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, ROLES, TRANSLATOR
from editors.accounts.setup import Made, set_up

from .conftest import stored

pytestmark = pytest.mark.django_db

# Who may edit what: the Italian pages, then the English ones.
MAY_EDIT = {
    AUTHOR: {"article", "story"},
    FUNDING_EXPERT: {"sheet"},
    TRANSLATOR: {"english_article", "english_sheet"},
    EDITOR_IN_CHIEF: {"article", "story", "sheet", "english_article", "english_sheet"},
    ADMINISTRATOR: {"article", "story", "sheet", "english_article", "english_sheet"},
}
MAY_PUBLISH = {
    AUTHOR: set(),
    FUNDING_EXPERT: set(),
    TRANSLATOR: {"english_article", "english_sheet"},
    EDITOR_IN_CHIEF: MAY_EDIT[EDITOR_IN_CHIEF],
    ADMINISTRATOR: MAY_EDIT[ADMINISTRATOR],
}
MAY_ADD = {
    AUTHOR: {"news", "events", "projects", "stories"},
    FUNDING_EXPERT: {"funding"},
    TRANSLATOR: set(),
    EDITOR_IN_CHIEF: {"news", "events", "projects", "stories", "funding"},
    ADMINISTRATOR: {"news", "events", "projects", "stories", "funding"},
}
PAGES = ["article", "story", "sheet", "english_article", "english_sheet"]
SECTIONS = ["news", "events", "projects", "stories", "funding"]
EVERY_ROLE = pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)


def opens(client, address) -> bool:
    """Whether the admin shows the page or leads on; one who may not is sent to its first page."""
    answer = client.get(address)
    assert answer.status_code in (200, 302, 403)
    return answer.status_code != 403 and getattr(answer, "url", "") != reverse("wagtailadmin_home")


def opened(client, view: str, site, names) -> set[str]:
    """For which of these pages the admin shows the view."""
    addresses = {name: reverse(f"wagtailadmin_pages:{view}", args=[getattr(site, name).pk]) for name in names}
    return {name for name, address in addresses.items() if opens(client, address)}


@EVERY_ROLE
def test_pages_that_a_role_may_edit(browser, site, role):
    assert opened(browser(role), "edit", site, PAGES) == MAY_EDIT[role]


@EVERY_ROLE
def test_pages_that_a_role_may_unpublish(browser, site, role):
    client = browser(role)
    done = set()
    for name in PAGES:
        page = getattr(site, name)
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        if not stored(page).live:
            done.add(name)
    assert done == MAY_PUBLISH[role]


@EVERY_ROLE
def test_sections_to_which_a_role_may_add(browser, site, role):
    assert opened(browser(role), "add_subpage", site, SECTIONS) == MAY_ADD[role]


@EVERY_ROLE
def test_who_sees_people_and_settings(browser, site, role):
    client = browser(role)
    people = opens(client, reverse("wagtailusers_users:index"))
    settings = opens(client, reverse("wagtailsettings:edit", args=["core", "portalsettings"]))
    assert people == settings == (role is ADMINISTRATOR)


@EVERY_ROLE
def test_who_may_submit_for_translation(browser, site, role):
    address = reverse("wagtail_localize:submit_page_translation", args=[site.story.pk])
    assert opens(browser(role), address) == (role in (TRANSLATOR, EDITOR_IN_CHIEF, ADMINISTRATOR))


@EVERY_ROLE
def test_who_may_publish_a_topic(browser, site, role):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=Locale.objects.get(language_code="it"))
    client = browser(role)
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk])
    client.post(address, {"name": "Teatri", "slug": "teatro", "action-publish": "action-publish"})
    topic.refresh_from_db()
    assert (topic.name == "Teatri") == (role in (EDITOR_IN_CHIEF, ADMINISTRATOR))


def test_an_author_writes_a_draft_and_submits_it(author, site):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", site.news.pk])
    data = {
        "title": "Nuova",
        "slug": "nuova",
        "summary": "Una frase.",
        "kind": "news",
        "day": "2026-11-20",
        "body": streamfield([]),
        "topic_links": inline_formset([]),
        "related_links": inline_formset([]),
        "comments": inline_formset([]),
        "action-submit": "action-submit",
    }
    answer = author.post(address, nested_form_data(data))
    assert answer.status_code == 302
    page = Page.objects.child_of(site.news).get(slug="nuova")
    assert not page.live
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_publishing_is_not_at_an_authors_hand(author, site):
    """A forged button saves a draft and no more."""
    address = reverse("wagtailadmin_pages:edit", args=[site.article.pk])
    form = author.get(address)
    assert b'name="action-publish"' not in form.content
    assert b'name="action-submit"' in form.content


def test_nobody_without_a_role_enters(site):
    stranger = get_user_model().objects.create_user("stranger", password="x")
    client = Client()
    client.force_login(stranger)
    assert client.get(reverse("wagtailadmin_home")).status_code in (302, 403)


def test_setting_up_again_changes_nothing_that_administrators_have_changed(site):
    group = Group.objects.get(name=AUTHOR.name)
    given = GroupPagePermission.objects.filter(group=group, page=site.news)
    taken = given.filter(permission__codename="change_page")
    taken.delete()
    group.permissions.clear()
    assert set_up() == Made()
    assert not taken.exists()
    assert not group.permissions.exists()


@pytest.fixture
def brought():
    """A permission that an update has brought, for editors-in-chief among others."""
    kind = ContentType.objects.get_for_model(Topic)
    permission = Permission.objects.create(
        content_type=kind, codename="praise_topic", name="Can praise a topic"
    )
    role = replace(EDITOR_IN_CHIEF, models=(*EDITOR_IN_CHIEF.models, "core.praise_topic"))
    roles = tuple(role if each is EDITOR_IN_CHIEF else each for each in ROLES)
    with mock.patch("editors.accounts.setup.ROLES", roles):
        yield permission


@pytest.mark.parametrize("noted", [True, False], ids=["", "set up by an older release"])
def test_what_an_update_brings_is_given_to_the_groups_that_are_there_and_told(site, brought, noted, capsys):
    group = Group.objects.get(name=EDITOR_IN_CHIEF.name)
    taken = group.permissions.get(codename="delete_topic")
    group.permissions.remove(taken)
    if not noted:
        RoleSetUp.objects.all().delete()
    call_command("setup_roles")
    assert {"praise_topic"} == set(group.permissions.values_list("codename", flat=True)) & {
        "praise_topic",
        "delete_topic",
    }
    told = capsys.readouterr().out
    assert "Editor-in-chief may now as well: core.praise_topic." in told
    assert "Administrator may now as well: core.praise_topic." in told
    assert "Author" not in told
    group.permissions.remove(brought)
    assert set_up() == Made()
    assert brought not in group.permissions.all()


def test_a_language_that_is_added_later_is_given_to_the_roles(site):
    french = Locale.objects.create(language_code="fr")
    home = site.home.copy_for_translation(french)
    set_up()
    given = set(GroupPagePermission.objects.filter(page=home).values_list("group__name", flat=True))
    assert given == {TRANSLATOR.name, EDITOR_IN_CHIEF.name, ADMINISTRATOR.name}


@pytest.mark.parametrize("role", [AUTHOR, FUNDING_EXPERT, TRANSLATOR])
def test_who_does_not_approve_deletes_nothing_that_all_share(role):
    assert [permission for permission in role.models if permission.split(".")[1].startswith("delete_")] == []
