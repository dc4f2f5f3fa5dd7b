"""Every way into what is private, followed to its end: the right secret opens, a wrong one does not."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import override
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories.media import attachment
from tests.factories.pages import article, sheet, translate

from .asking import body_of
from .hidden import PASSWORD, WORDS, restrict

pytestmark = pytest.mark.django_db
ELSEWHERE = ("https://evil.example/x", "//evil.example/", "javascript:alert(1)", "/\\evil.example")


@pytest.fixture
def page(tree):
    return article(tree.news, title=f"{WORDS} riservata", slug="riservata")


@pytest.fixture
def document(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Riservati")
    return attachment(content=WORDS.encode(), collection=collection)


def form_of(response) -> tuple[str, dict]:
    """Where the form of a page for readers is sent, with its hidden fields."""
    html = response.content.decode()
    form = re.search(r'<form class="letter.*?</form>', html, re.DOTALL)[0]
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return re.search(r'action="([^"]*)"', form)[1], dict(hidden)


def reader(name="lettrice", *groups: str):
    user = get_user_model().objects.create_user(name, password=PASSWORD)
    user.groups.set(Group.objects.get_or_create(name=group)[0] for group in groups)
    return user


def log_in(client, address, name="lettrice", password=PASSWORD):
    where, fields = form_of(client.get(address))
    return client.post(where, fields | {"username": name, "password": password})


def test_the_password_of_a_page_opens_it(client, page):
    restrict(page, PageViewRestriction.PASSWORD)
    asked = client.get(page.url + "?da=qui")  # a parameter that the page does not know
    where, fields = form_of(asked)
    refused = client.post(where, fields | {"password": "sbagliata"})
    assert refused.status_code == 200
    assert 'aria-invalid="true"' in refused.content.decode()
    assert 'class="mistake"' in refused.content.decode()
    assert WORDS not in refused.content.decode()
    assert client.get(page.url).content.count(WORDS.encode()) == 0
    opened = client.post(*[form_of(refused)[0], form_of(refused)[1] | {"password": PASSWORD}])
    assert opened.url == page.url
    seen = client.get(opened.url)
    assert WORDS in seen.content.decode()
    assert "no-store" in seen.headers["Cache-Control"]


def test_the_password_of_a_section_opens_what_lies_below_it_and_its_feed(client, tree, page):
    restrict(tree.news, PageViewRestriction.PASSWORD)
    where, fields = form_of(client.get("/it/notizie/feed.rss"))
    assert fields["return_url"] == "/it/notizie/feed.rss"
    assert client.post(where, fields | {"password": PASSWORD}).url == "/it/notizie/feed.rss"
    assert client.get(page.url).status_code == 200
    feed = client.get("/it/notizie/feed.rss")
    assert feed.headers["Content-Type"].startswith("application/rss")
    assert "no-store" in feed.headers["Cache-Control"]


def test_a_log_in_opens_a_page(client, page):
    restrict(page, PageViewRestriction.LOGIN)
    reader()
    asked = client.get(page.url)
    assert asked.url.startswith("/it/_util/login/?next=")
    refused = log_in(client, asked.url, password="sbagliata")
    assert refused.status_code == 200
    assert 'id="mistakes"' in refused.content.decode()
    assert 'value="lettrice"' in refused.content.decode()
    opened = log_in(client, asked.url)
    assert opened.url == page.url
    assert WORDS in client.get(opened.url).content.decode()


def test_a_group_opens_a_page_to_its_members_and_tells_others_why_not(client, page):
    restrict(page, PageViewRestriction.GROUPS)
    reader()
    reader("socia", "Soci")
    asked = client.get(page.url)
    log_in(client, asked.url)
    refused = client.get(client.get(page.url).url)
    assert "lettrice" in refused.content.decode()
    assert WORDS not in refused.content.decode()
    assert log_in(client, asked.url, "socia").url == page.url
    assert WORDS in client.get(page.url).content.decode()


def test_a_reader_is_never_led_to_the_admin_and_can_log_out(client, tree):
    reader()
    assert log_in(client, "/it/_util/login/").url == "/"
    home = client.get("/it/").content.decode()
    assert "/it/_util/logout/" in home
    client.post("/it/_util/logout/")
    assert "_util/logout" not in client.get("/it/").content.decode()


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_no_way_in_leads_to_another_host(client, page, document, elsewhere):
    reader()
    restriction = restrict(page, PageViewRestriction.PASSWORD)
    shut = CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="password", password=PASSWORD
    )
    ways = (
        (f"/it/_util/authenticate_with_password/{restriction.pk}/{page.pk}/", "return_url"),
        (f"/documents/authenticate_with_password/{shut.pk}/", "return_url"),
        ("/it/_util/login/", "next"),
    )
    for address, name in ways:
        given = {"username": "lettrice", "password": PASSWORD, name: elsewhere}
        assert client.post(address, given).url == "/"


def test_the_form_speaks_both_languages_and_leads_back(client, page):
    restriction = restrict(page, PageViewRestriction.PASSWORD)
    html = client.get(page.url).content.decode()
    english = f"/en/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert f'href="{english}"' in html
    response = client.get(english)
    assert '<html lang="en">' in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    assert form_of(response)[1]["return_url"] == page.url
    log_in_page = client.get("/it/_util/login/?next=/it/x/").content.decode()
    assert 'href="/en/_util/login/?next=/it/x/"' in log_in_page


def test_only_the_password_of_a_live_page_is_asked_for(client, tree, page):
    restriction = restrict(page, PageViewRestriction.PASSWORD)
    other = article(tree.news, title=f"{WORDS} bozza")
    log_in_only = restrict(article(tree.news), PageViewRestriction.LOGIN)
    of_draft = restrict(other, PageViewRestriction.PASSWORD)
    other.unpublish()
    for number, of_page in (
        (of_draft.pk, other.pk),
        (restriction.pk, other.pk),
        (restriction.pk, tree.news.pk),
        (log_in_only.pk, log_in_only.page_id),
        (9999, page.pk),
        (restriction.pk, 9999),
    ):
        address = f"/it/_util/authenticate_with_password/{number}/{of_page}/"
        assert client.get(address).status_code == 404
        assert client.post(address, {"password": PASSWORD, "return_url": "/"}).status_code == 404


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_private_document_opens_with_its_secret_only(client, tree, document, kind):
    restriction = CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=kind, password=PASSWORD
    )
    restriction.groups.set([Group.objects.create(name="Soci")])
    reader("socia", "Soci")
    address = document.url
    with override("it"):
        asked = client.get(address)
    assert WORDS not in body_of(asked).decode()
    assert "no-store" in asked.headers["Cache-Control"]
    assert not client.get("/api/v2/documents/").json()["items"]
    assert client.get(f"/api/v2/documents/{document.pk}/").status_code == 404
    if kind == "password":
        where, fields = form_of(asked)
        refused = client.post(where, fields | {"password": "sbagliata"})
        assert 'class="mistake"' in refused.content.decode()
        opened = client.post(where, fields | {"password": PASSWORD})
    else:
        opened = log_in(client, asked.url, "socia")
    assert opened.url == address
    seen = client.get(address)
    assert body_of(seen).decode() == WORDS
    assert "public" not in seen.headers["Cache-Control"]
    assert "no-store" in seen.headers["Cache-Control"]


@pytest.mark.parametrize("below", ["", "fa-per-noi/"])
def test_a_public_page_does_not_lead_to_its_private_version(client, tree, below):
    page = sheet(tree.funding, title="Pubblica", slug="pubblica")
    english = translate(page, tree.english.locale, title=f"{WORDS} private", slug="private-sheet")
    assert english.slug in client.get(page.url + below).content.decode()
    restrict(english, PageViewRestriction.GROUPS)
    html = client.get(page.url + below).content.decode()
    assert english.slug not in html
    assert f"/en/not-translated/{page.pk}/" in html
    assert english.slug not in client.get(f"/en/not-translated/{page.pk}/").content.decode()


def test_who_may_see_a_page_is_not_led_to_an_address_that_is_none(client, tree, page):
    english = translate(page, tree.english.locale, title="Private", slug="private")
    for each in (page, english):
        restrict(each, PageViewRestriction.LOGIN)
    client.force_login(reader())
    html = client.get(page.url).content.decode()
    switch = re.search(r'<nav class="lang".*?</nav>', html, re.DOTALL)[0]
    assert 'href="/en/"' in switch
    assert f'<span aria-current="page">{page.title}</span>' in html
