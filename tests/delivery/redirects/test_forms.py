"""What is entered or imported as a redirect: nothing that leads nowhere or can never act is taken."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from tests.editors.accounts.conftest import browser, chief, person, site  # noqa: F401
from tests.factories import pages

pytestmark = pytest.mark.django_db
OWN = "https://www.intreccio.example"


@pytest.fixture(autouse=True)
def _own_address(settings):
    settings.BASE_URL = OWN


@pytest.fixture
def enter(chief):  # noqa: F811
    """Sends the form of a new redirect; gives the redirect, or the errors by field."""

    def enter(old_path, page=None, link=""):
        data = {"old_path": old_path, "redirect_page": page.pk if page else "", "redirect_link": link}
        answer = chief.post(reverse("wagtailredirects:add"), {**data, "is_permanent": "on"})
        if answer.status_code == 302:
            return Redirect.objects.latest("pk")
        assert answer.context["form"]["old_path"].value() == old_path  # nothing typed is lost
        return {name: " ".join(errors) for name, errors in answer.context["form"].errors.items()}

    return enter


@pytest.mark.parametrize(
    "entered",
    [
        "/it/vecchio-bando/",
        "it/vecchio-bando",
        " /it/vecchio-bando ",
        "//it/vecchio-bando/",
        f"{OWN}/it/vecchio-bando/",
        "HTTPS://WWW.Intreccio.Example/it/vecchio-bando",
        "www.intreccio.example/it/vecchio-bando/",
        "/it/vecchio-bando/#requisiti",
        "/it/vecchio%2Dbando/",
    ],
)
def test_what_is_entered_is_kept_as_it_will_be_asked_for(enter, site, client, entered):  # noqa: F811
    assert enter(entered, page=site.article).old_path == "/it/vecchio-bando"
    for address in ("/it/vecchio-bando/", "/it/vecchio-bando"):
        answer = client.get(address)
        assert (answer.status_code, answer.url) == (301, "/it/notizie/notizia/")


def test_an_address_with_accents_and_a_query(enter, site, client):  # noqa: F811
    enter("/it/città/?id=3", page=site.article)
    assert client.get("/it/citt%C3%A0/?id=3").url == "/it/notizie/notizia/"
    assert client.get("/it/citt%C3%A0/?id=4").status_code == 404


@pytest.mark.parametrize("entered", ["https://example.org/it/bando/", "www.example.org/bando/"])
def test_an_address_of_another_site_is_refused(enter, site, entered):  # noqa: F811
    assert "not an address of this site" in enter(entered, page=site.article)["old_path"]


@pytest.mark.parametrize(
    "old_path", ["/it/notizie/", "/it/notizie/feed.rss", "/it/notizie?x=1", "/it/bandi/confronta"]
)
def test_a_public_page_is_not_redirected(enter, site, old_path):  # noqa: F811
    assert "would never act" in enter(old_path, page=site.article)["old_path"]


@pytest.mark.parametrize("old_path", ["/it/cerca/", "/robots.txt", "/admin/", "/"])
def test_an_address_of_the_site_itself_is_not_redirected(enter, site, old_path):  # noqa: F811
    assert "would never act" in enter(old_path, page=site.article)["old_path"]


def test_a_withdrawn_page_may_be_redirected(enter, site, client):  # noqa: F811
    site.article.unpublish()
    enter("/it/notizie/notizia/", page=site.story)
    assert client.get("/it/notizie/notizia/").url == "/it/storie/storia/"


@pytest.mark.parametrize("link", [f"{OWN}/it/giro/", f"{OWN}/it/giro", f"{OWN}/it/giro/?x=1"])
def test_a_redirect_to_itself_is_refused(enter, site, link):  # noqa: F811
    assert "to itself" in enter("/it/giro/", link=link)["redirect_link"]


def test_a_page_withdrawn_does_not_lead_to_itself(enter, site):  # noqa: F811
    site.article.unpublish()
    assert "not published" in enter("/it/notizie/notizia/", page=site.article)["redirect_page"]


def test_a_circle_over_several_steps_is_refused(enter, site):  # noqa: F811
    Redirect.add_redirect("/it/due/", f"{OWN}/it/tre/")
    Redirect.add_redirect("/it/tre/", f"{OWN}/it/uno/")
    error = enter("/it/uno/", link=f"{OWN}/it/due/")["redirect_link"]
    assert "/it/uno → /it/due → /it/tre → /it/uno" in error


def test_a_redirect_to_nothing_is_refused(enter, site):  # noqa: F811
    assert "nothing at this address" in enter("/it/uno/", link=f"{OWN}/it/non-esiste/")["redirect_link"]
    assert "Choose a page" in enter("/it/uno/")["redirect_page"]
    assert "not both" in enter("/it/uno/", page=site.article, link="https://example.org/")["redirect_link"]
    draft = pages.article(site.news, live=False, first_published_at=None)
    assert "not published" in enter("/it/uno/", page=draft)["redirect_page"]


def test_the_address_of_a_page_is_kept_as_that_page(enter, site):  # noqa: F811
    assert enter("/it/uno/", link=f"{OWN}/it/notizie/notizia/").redirect_page_id == site.article.pk


def test_another_site_may_be_led_to(enter, site, client):  # noqa: F811
    enter("/it/uno/", link="https://example.org/a?b=1")
    assert client.get("/it/uno/?x=1").url == "https://example.org/a?b=1"


def test_a_redirect_may_be_saved_again(enter, chief, site):  # noqa: F811
    row = enter("/it/uno/", page=site.article)
    data = {"old_path": "/it/uno", "redirect_page": site.story.pk, "redirect_link": ""}
    assert chief.post(reverse("wagtailredirects:edit", args=[row.pk]), data).status_code == 302


def test_an_import_goes_by_the_same_rules(site, tmp_path, capsys):  # noqa: F811
    file = tmp_path / "redirects.csv"
    rows = [("from", "to"), (f"{OWN}/it/uno/", f"{OWN}/it/notizie/notizia/"), ("/it/due", f"{OWN}/it/due/")]
    file.write_text("\n".join(",".join(row) for row in rows))
    call_command("import_redirects", src=str(file))
    assert list(Redirect.objects.values_list("old_path", "redirect_page")) == [("/it/uno", site.article.pk)]


def test_an_import_in_the_admin_goes_by_the_same_rules(site):  # noqa: F811
    from wagtail.contrib.redirects import views

    rows = [("/it/due", f"{OWN}/it/due/"), ("/it/notizie/", "https://example.org/")]
    config = {"from_index": 0, "to_index": 1, "permanent": True, "site": None}
    summary = views.create_redirects_from_dataset(rows, config)
    assert [error[:2] for error in summary["errors"]] == [list(row) for row in rows]


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_only_an_editor_leads_to_a_page_behind_a_password(enter, site, client, kind):  # noqa: F811
    PageViewRestriction.objects.create(page=site.article, restriction_type=kind, password="x")
    Redirect.add_redirect("/it/prima/", site.article, automatically_created=True)
    enter("/it/riservato/", page=site.article)
    assert client.get("/it/prima/").status_code == 404
    assert client.get("/it/riservato/").url == "/it/notizie/notizia/"


def test_the_address_of_a_restricted_page_is_refused_for_what_it_is(enter, site):  # noqa: F811
    PageViewRestriction.objects.create(page=site.article, restriction_type="login")
    errors = enter("/it/riservato/", link="/it/notizie/notizia/")
    assert "is restricted" in str(errors)
