"""What is ticked for a comparison travels with the list, in its form and in all its addresses."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from cms.vocabularies import BENEFICIARIES
from tests.funding.asking import ask_again

pytestmark = pytest.mark.django_db

PICKED = "s=bando-1&s=bando-14"
ALL_ELSE = "q=bando&status=open&beneficiary=cooperative&amount=1000&sort=title&per=10&kind=cooperative&page=1"


@pytest.fixture
def calls(make_sheet, search_index):
    for number in range(1, 16):
        make_sheet(
            title=f"Bando {number:02}",
            slug=f"bando-{number}",
            closes_on=date(2026, 12, 31),
            beneficiaries=BENEFICIARIES.codes,
            grant_max=2000,
        )
    search_index.rebuild()


def listed(html: str) -> list[str]:
    """The addresses of the list and of the self-check that the page's own part links to."""
    main = html[html.index("<main") : html.index("</main>")].replace("&amp;", "&")
    links = re.findall(r'href="(/it/bandi/(?:fa-per-noi/)?\?[^"]*)"', main)
    return [link for link in links if urlsplit(link).path in ("/it/bandi/", "/it/bandi/fa-per-noi/")]


def test_every_link_that_changes_the_list_keeps_them(calls, client):
    html = client.get(f"/it/bandi/?{ALL_ELSE}&{PICKED}").content.decode()
    links = listed(html)
    assert len(links) > 12
    cleared = [link for link in links if "s=bando" not in link]
    assert len(cleared) == 1 and f'href="{cleared[0]}" data-clear'.replace("&", "&amp;") in html
    for link in set(links) - set(cleared):
        assert [value for name, value in parse_qsl(urlsplit(link).query) if name == "s"] == [
            "bando-1",
            "bando-14",
        ]


def test_the_form_keeps_them_and_says_how_many(calls, client):
    html = client.get(f"/it/bandi/?sort=title&{PICKED}").content.decode()
    assert re.findall(r'<input type="checkbox" name="s" value="([\w-]+)" checked>', html) == ["bando-1"]
    assert re.findall(r'<input type="hidden" name="s" value="([\w-]+)">', html) == ["bando-14"]
    assert ">2 chosen<" in html
    form = html[html.index("data-finder") : html.index("</form>")]
    assert form.count('name="s"') == 11


def test_the_button_leads_to_a_plain_address(calls, client):
    response = client.get(f"/it/bandi/confronta/?q=teatro&sort=title&{PICKED}&compare=1")
    assert response["Location"] == f"/it/bandi/confronta/?{PICKED}"
    assert client.get("/it/bandi/confronta/?q=teatro&compare=1")["Location"] == "/it/bandi/confronta/"


def test_a_fifth_is_told_and_nothing_is_cut(calls, client):
    five = "&".join(f"s=bando-{number}" for number in range(1, 6))
    context = ask_again(client, five)
    assert (context["picked"].number, context["picked"].too_many) == (5, True)
    html = client.get(f"/it/bandi/?{five}").content.decode()
    assert 'role="status">At most 4 calls can be compared: untick one first.<' in html
    assert 'role="status"></span>' in client.get(f"/it/bandi/?{PICKED}").content.decode()


def test_neither_canonical_addresses_nor_files_nor_caches_know_of_them(calls, client):
    response = client.get(f"/it/bandi/?region=IT&{PICKED}")
    html = response.content.decode()
    assert '<link rel="canonical" href="http://testserver/it/bandi/?region=IT">' in html
    assert "no-store" in response["Cache-Control"]
    for link in re.findall(r'href="([^"]*(?:feed|export|calendar)[^"]*)"', html):
        assert "s=bando" not in link


@pytest.mark.parametrize("given", ["s=", "s=%00", "s=" + "x" * 300, "s=<b>&s=&s=%FF"])
def test_nonsense_does_no_harm(calls, client, given):
    assert ask_again(client, given)["total"] == 15


def test_the_comparison_leads_back_with_what_is_chosen(calls, client):
    html = client.get(f"/it/bandi/confronta/?{PICKED}").content.decode()
    assert f'href="/it/bandi/?{PICKED.replace("&", "&amp;")}"' in html
