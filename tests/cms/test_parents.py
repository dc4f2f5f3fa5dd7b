"""By no way does a page get a parent of another language."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from news.models import ArticlePage
from tests.editors.accounts.conftest import author, browser, chief, person, site  # noqa: F401
from tests.factories import pages

pytestmark = pytest.mark.django_db
REASON = "“Notizia” is in Italian; “News” is in English."


def misplaced(site):  # noqa: F811
    """As it could come about before the rule."""
    page = pages.article(site.news, title="Straniera")
    Page.objects.filter(pk=page.pk).update(locale=site.english.locale)
    return page


def _again(page):
    return Page.objects.get(pk=page.pk)


WAYS = {
    "create": lambda page, to: to.add_child(instance=ArticlePage(title="x", slug="x", locale=page.locale)),
    "create a draft": lambda page, to: to.add_child(
        instance=ArticlePage(title="x", slug="x", locale=page.locale, live=False)
    ),
    "sibling": lambda page, to: to.get_children()[0].add_sibling(
        instance=ArticlePage(title="x", slug="x", locale=page.locale)
    ),
    "copy": lambda page, to: CopyPageAction(page, to=to, update_attrs={"slug": "x"}).execute(),
    "copy with all below": lambda page, to: page.copy(to=to, recursive=True, update_attrs={"slug": "x"}),
    "alias": lambda page, to: CreatePageAliasAction(page, parent=to, update_slug="x").execute(),
    "move": lambda page, to: page.move(to, pos="last-child"),
    "move beside": lambda page, to: page.move(to.get_children()[0], pos="left"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_program_is_refused(site, way):  # noqa: F811
    before = Page.objects.count()
    with pytest.raises(ValidationError) as error:
        way(_again(site.article), _again(site.english.news))
    assert "“News”" in error.value.messages[0]
    assert Page.objects.count() == before
    assert _again(site.article).get_parent().pk == site.news.pk


def test_a_branch_is_refused_for_one_page_in_it(site):  # noqa: F811
    misplaced(site)
    with pytest.raises(ValidationError):
        _again(site.news).copy(to=_again(site.home), recursive=True, update_attrs={"slug": "x"})


def test_homes_of_all_languages_stand_side_by_side(site):  # noqa: F811
    home = type(site.home)(title="x", slug="x", headline="x", locale=site.english.locale)
    Page.get_first_root_node().add_child(instance=home)


def test_what_is_misplaced_may_be_put_in_order_and_put_right(site):  # noqa: F811
    wrong = misplaced(site)
    pages.article(site.news)
    _again(wrong).move(_again(site.news), pos="last-child")
    _again(wrong).move(_again(site.english.news), pos="last-child")


@pytest.mark.parametrize("more", [{}, {"alias": "on"}, {"copy_subpages": "on", "publish_copies": "on"}])
def test_the_copy_form_says_why_and_offers_to_translate(chief, site, more):  # noqa: F811
    data = {"new_title": "Copia", "new_slug": "copia", "new_parent_page": site.english.news.pk, **more}
    answer = chief.post(reverse("wagtailadmin_pages:copy", args=[site.article.pk]), data)
    [error] = answer.context["form"].errors["new_parent_page"]
    assert error.startswith(REASON)
    assert reverse("wagtail_localize:submit_page_translation", args=[site.article.pk]) in error
    html = answer.content.decode()
    assert "Copia" in html
    assert f'<a href="{reverse("wagtail_localize:submit_page_translation", args=[site.article.pk])}">' in html
    assert not Page.objects.filter(slug="copia").exists()


def test_the_move_form_says_why(chief, site):  # noqa: F811
    address = reverse("wagtailadmin_pages:move", args=[site.article.pk])
    answer = chief.post(address, {"new_parent_page": site.english.news.pk})
    assert answer.status_code == 200
    assert REASON in answer.content.decode()
    fine = chief.post(address, {"new_parent_page": site.news.pk})
    assert REASON not in fine.content.decode()


def test_the_confirmation_of_a_move_is_not_reached(chief, site):  # noqa: F811
    args = [site.article.pk, site.english.news.pk]
    for ask in (chief.get, chief.post):
        answer = ask(reverse("wagtailadmin_pages:move_confirm", args=args), follow=True)
        assert answer.redirect_chain[0][0] == reverse("wagtailadmin_pages:move", args=args[:1])
        assert REASON in answer.content.decode()


def test_the_language_is_named_before_the_slug(chief, site):  # noqa: F811
    pages.article(site.news, slug="gemella")
    twin = pages.article(site.english.news, slug="gemella")
    other = pages.article(site.english.news)
    args = [twin.pk, site.news.pk]
    move = reverse("wagtailadmin_pages:move", args=args[:1])
    confirm = chief.get(reverse("wagtailadmin_pages:move_confirm", args=args), follow=True)
    form = chief.post(move, {"new_parent_page": site.news.pk}, follow=True)
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    query = f"?next=%2Fadmin%2F&id={twin.pk}&id={other.pk}"
    for answer in (confirm, form, chief.post(many + query, {"chooser": site.news.pk}, follow=True)):
        html = answer.content.decode()
        assert "is in English; “Notizie” is in Italian." in html
        assert "already in use" not in html


def test_moving_many_says_why(chief, site):  # noqa: F811
    other = pages.article(site.news)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    query = f"?next=%2Fadmin%2F&id={site.article.pk}&id={other.pk}"
    assert chief.get(address + query).status_code == 200
    answer = chief.post(address + query, {"chooser": site.english.news.pk})
    assert REASON in answer.content.decode()
    assert _again(other).get_parent().pk == site.news.pk
    archive = pages.add(type(site.news), site.home, slug="archivio")
    assert chief.post(address + query, {"chooser": archive.pk}).status_code == 302
    assert _again(other).get_parent().pk == archive.pk


@pytest.mark.parametrize("action", ["copy", "create_alias", "move"])
def test_the_admin_api_says_why(site, action):  # noqa: F811
    user = get_user_model().objects.create_superuser("root", "root@example.org", "x")
    client = Client()
    client.force_login(user)
    address = reverse("wagtailadmin_api:pages:action", args=[site.article.pk, action])
    answer = client.post(
        address, {"destination_page_id": site.english.news.pk}, content_type="application/json"
    )
    if action == "move":  # Wagtail's own rule, which gives no reason
        assert answer.status_code == 403
    else:
        assert answer.status_code == 400
        assert "“News”" in answer.content.decode()


@pytest.mark.parametrize("perms", ["copy_to", "move_to", "bulk_move_to"])
def test_the_window_offers_parents_of_the_own_language(chief, site, perms):  # noqa: F811
    query = f"?page_type=news.newsindexpage&user_perms={perms}&target_pages[]={site.article.pk}"
    archive = pages.add(type(site.news), site.home, slug="archivio", title="Archivio")
    for home, own in ((site.home, True), (site.english.home, False)):
        address = reverse("wagtailadmin_choose_page_child", args=[home.pk])
        html = chief.get(address + query).json()["html"]
        assert ('class="choose-page"' in html) is own
    assert (
        "Archivio"
        in chief.get(reverse("wagtailadmin_choose_page_child", args=[site.home.pk]) + query).json()["html"]
    )
    assert archive.pk


def test_the_report_names_what_came_there_before(chief, site):  # noqa: F811
    address = reverse("report_other-language")
    assert list(chief.get(address).context["object_list"]) == []
    wrong = misplaced(site)
    rows = list(chief.get(address).context["object_list"])
    assert [(row.pk, row.parent_title) for row in rows] == [(wrong.pk, "Notizie")]
    assert address in chief.get("/admin/").content.decode()
