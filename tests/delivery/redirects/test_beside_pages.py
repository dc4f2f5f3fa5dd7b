"""What is served beside a page, a feed or a calendar, is found at its old address as well; with the query."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, get_page_models

from delivery.redirects.addresses import fixed_routes
from home.models import StandardPage
from tests.factories import pages

pytestmark = pytest.mark.django_db
QUERIES = ["", "?q=cultura&region=ITC4"]
KINDS = [model for model in get_page_models() if issubclass(model, RoutablePageMixin)]


@pytest.fixture
def of_kind(tree):
    pages.event(tree.events, start_day=date(2027, 3, 1))
    pages.sheet(tree.funding, closes_on=date(2027, 3, 1), beneficiaries=["enterprise"])
    return lambda model: model.objects.filter(locale=tree.locale, live=True).first()


@pytest.mark.parametrize("query", QUERIES, ids=["plain", "query"])
@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_every_route_of_every_page(client, of_kind, rename, model, query):
    page = of_kind(model)
    old, routes = page.url, fixed_routes(page)
    before = {route: client.get(f"{old}{route}", follow=True).status_code for route in routes}
    new = rename(page, "altro-nome").url
    assert routes
    for route, status in before.items():
        answer = client.get(f"{old}{route}{query}")
        end = "" if "." in route else "/"
        assert (answer.status_code, answer.url) == (301, f"{new}{route}{end}{query}")
        assert client.get(answer.url).status_code == status


def test_what_lies_below_a_renamed_section(client, tree, rename):
    sheet = pages.sheet(tree.funding, closes_on=date(2027, 3, 1), slug="teatri")
    rename(tree.funding, "finanziamenti")
    rename(sheet, "teatri-2027")
    answer = client.get("/it/bandi/teatri/calendar.ics?x=1")
    assert (answer.status_code, answer.url) == (301, "/it/finanziamenti/teatri-2027/calendar.ics?x=1")


def test_nothing_is_led_to_what_does_not_answer(client, tree, rename):
    rename(tree.funding, "finanziamenti")
    for address in ("/it/bandi/niente.rss", "/it/bandi/niente/", "/it/bandi/feed.rss/altro/"):
        assert client.get(address).status_code == 404, address


def test_another_page_takes_the_name_but_not_the_feed(client, tree, rename):
    rename(tree.funding, "finanziamenti")
    other = pages.add(StandardPage, tree.home, slug="bandi")
    other.save_revision().publish()
    assert client.get("/it/bandi/").status_code == 200
    assert client.get("/it/bandi/feed.rss?q=x").url == "/it/finanziamenti/feed.rss?q=x"
    other.unpublish()
    assert client.get("/it/bandi/").status_code == 404


def test_there_and_back_and_withdrawn(client, tree, rename):
    page = pages.sheet(tree.funding, slug="a")
    page = rename(rename(page, "b"), "a")
    page.unpublish()
    assert client.get("/it/bandi/a/").status_code == 404
    assert client.get("/it/bandi/b/").status_code == 404
    assert not Redirect.objects.filter(old_path="/it/bandi/a").exists()


def test_a_draft_leaves_no_redirect(tree, django_capture_on_commit_callbacks):
    page = pages.article(tree.news, live=False, first_published_at=None, slug="bozza")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "altra"
        page.save()
        page.slug = "terza"
        page.save_revision().publish()
    assert not Redirect.objects.exists()


def test_a_draft_below_a_renamed_section_leaves_none(tree, rename):
    draft = pages.article(tree.news, live=False, first_published_at=None)
    rename(tree.news, "giornale")
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/it/notizie"]
    assert not Redirect.objects.filter(redirect_page=draft).exists()


def test_a_page_that_was_always_private_leaves_none(tree, rename):
    page = pages.article(tree.news, slug="riservata", live=False, first_published_at=None)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    page.save_revision().publish()
    rename(page, "altra")
    assert not Redirect.objects.exists()


def _restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_a_page_that_was_public_is_found_again_where_the_public_knew_it(client, tree, rename):
    page = pages.article(tree.news, slug="concerto")
    restriction = _restrict(page)
    rename(page, "concerto-riservato")
    rename(page, "concerto-bis")
    assert client.get("/it/notizie/concerto/").status_code == 404  # nothing is told while it is private
    restriction.delete()
    assert client.get("/it/notizie/concerto/").url == "/it/notizie/concerto-bis/"
    assert client.get("/it/notizie/concerto-riservato/").status_code == 404  # nobody could have read it there


def test_a_restriction_makes_no_redirect(tree, rename):
    page = pages.article(tree.news, slug="concerto")
    for restricted in (page, tree.news):
        _restrict(restricted).delete()
        _restrict(restricted)
    assert not Redirect.objects.exists()
    rename(page, "concerto-bis")
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/it/notizie/concerto"]


def test_redirects_of_former_restrictions_go_with_an_upgrade(tree):
    page, moved = pages.article(tree.news, slug="concerto"), pages.article(tree.news, slug="mostra")
    _restrict(page)
    site = tree.home.get_site()
    own = {"site": site, "redirect_page": page}
    Redirect.objects.create(old_path="/it/notizie/concerto", automatically_created=True, **own)
    kept = [
        Redirect.objects.create(old_path="/it/notizie/prima", automatically_created=True, **own),
        Redirect.objects.create(old_path="/it/notizie/sala", redirect_page=moved, site=site),
        Redirect.objects.create(
            old_path="/it/notizie/vecchia", redirect_page=moved, automatically_created=True, site=site
        ),
    ]
    import_module("delivery.redirects.migrations.0001_none_to_itself").remove(apps, None)
    assert list(Redirect.objects.order_by("pk")) == kept


def test_the_pages_of_a_section_that_was_private_for_a_while_are_found_too(client, tree, rename):
    page = pages.article(tree.news, slug="concerto")
    restriction = _restrict(tree.news)
    rename(page, "concerto-bis")
    rename(tree.news, "giornale")
    restriction.delete()
    assert client.get("/it/notizie/concerto/").url == "/it/giornale/concerto-bis/"
    assert client.get("/it/notizie/").url == "/it/giornale/"


def test_what_is_public_again_where_it_was_has_no_redirect(client, tree):
    page = pages.article(tree.news, slug="concerto")
    restriction = _restrict(page)
    page.save_revision().publish()
    restriction.delete()
    assert not Redirect.objects.exists()
    assert client.get("/it/notizie/concerto/").status_code == 200


def test_a_page_that_goes_into_a_private_section_and_out_again_is_found(client, tree):
    page = pages.article(tree.news, slug="concerto")
    _restrict(tree.stories)
    for section in (tree.stories, tree.projects):
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=section.pk), pos="last-child")
    assert client.get("/it/notizie/concerto/").url == "/it/progetti/concerto/"
    assert client.get("/it/storie/concerto/").status_code == 404


def test_old_redirects_that_lead_in_a_circle_are_taken_away_and_counted(tree, capsys):
    page, private = pages.article(tree.news, slug="uno"), pages.article(tree.news, slug="due")
    _restrict(private)
    to_itself = Redirect.objects.create(old_path="/it/notizie/uno", redirect_page=page)
    for old, link in (("/a", "/b/"), ("/b", "/a/"), ("/c", "/a/"), ("/d", "/it/notizie/uno/")):
        Redirect.objects.create(old_path=old, redirect_link=link)
    call_command("prune_redirects")
    assert "3 redirects deleted" in capsys.readouterr().out
    assert set(Redirect.objects.values_list("old_path", flat=True)) == {"/c", "/d"}
    assert not Redirect.objects.filter(pk=to_itself.pk).exists()


def test_a_withdrawn_page_keeps_the_address_at_which_it_was_known(client, tree):
    page = pages.article(tree.news, slug="concerto")
    page.unpublish()
    for section in (tree.events, tree.projects):
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=section.pk), pos="last-child")
    assert client.get("/it/notizie/concerto/").status_code == 404
    Page.objects.get(pk=page.pk).specific.save_revision().publish()
    assert client.get("/it/notizie/concerto/").url == "/it/progetti/concerto/"
    assert client.get("/it/eventi/concerto/").status_code == 404  # nobody could have read it there


def test_one_row_for_a_page(tree, rename):
    for _ in range(3):
        pages.sheet(tree.funding)
    rename(tree.funding, "finanziamenti")
    assert Redirect.objects.count() == 4
