"""The page of a sheet: facts first, where it comes from, and the same for machines."""

import json
import re
from datetime import date, datetime, timedelta
from html import escape

import pytest
from icalendar import Calendar

from cms.models import GlossaryTerm, RelatedPage
from funding.models import FundingSheetPage
from tests.factories import pages
from tests.markup import without_layout

pytestmark = pytest.mark.django_db


def html_of(client, page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def node_of(html: str, kind: str) -> dict:
    """The node of ``kind`` in the structured data of a page."""
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    return next(node for node in json.loads(text)["@graph"] if node["@type"] == kind)


def test_the_page_tells_the_facts(full_sheet, client):
    html = html_of(client, full_sheet)
    for text in (
        "Ecoefficienza nelle sale teatrali",
        "https://domande.example/avviso",
        "D.M. 1/2021",
        "https://mic.example/avviso.pdf",
        "Sede in Italia",
        "Rating di legalità",
        "IODL 2.0",
        "250.000",
        "M1C3I1.3",
        "1 dicembre 2026",
    ):
        assert text in html, text
    assert html.index("Sede in Italia") < html.index("Rating di legalità")
    assert html.count("<h1") == 1


def test_what_a_source_writes_is_shown_as_text(full_sheet, client):
    html = html_of(client, full_sheet)
    assert "<b>&amp; cinema" not in html
    assert "&lt;b&gt;&amp; cinema&lt;/b&gt;" in html


def test_programs_read_the_sheet_as_a_service_with_an_offer(full_sheet, client):
    service = node_of(html_of(client, full_sheet), "GovernmentService")
    assert service["name"] == full_sheet.title
    assert service["alternateName"] == "Avviso pubblico “sale” <b>& cinema</b>"
    assert service["funder"]["name"] == "Ministero della Cultura"
    assert service["provider"]["name"] == "Invitalia"
    assert service["url"] == "http://testserver/it/bandi/sale-teatrali/"
    offer = service["offers"]
    assert datetime.fromisoformat(offer["validFrom"]) == full_sheet.dates.opens
    assert offer["validThrough"] == "2026-12-01T12:00:00+01:00"
    assert offer["priceSpecification"]["maxPrice"] == "250000.00"


def test_hostile_text_stays_inside_the_structured_data(make_sheet, client):
    hostile = "</script><script>alert(1)</script><!--"
    html = html_of(client, make_sheet(title="Bando", summary=hostile, official_title=hostile))
    assert "<script>alert" not in html
    assert node_of(html, "GovernmentService")["alternateName"] == hostile


def test_an_unknown_offer_is_not_made_up(make_sheet, client):
    sheet = make_sheet(opens_on=None, closes_on=None, grantor=None)
    service = node_of(html_of(client, sheet), "GovernmentService")
    assert not {"funder", "provider", "identifier"} & set(service)
    assert set(service["offers"]) == {"@type"} or "validThrough" not in service["offers"]


def test_an_unknown_fact_reads_not_indicated(make_sheet, client):
    assert 'class="unknown"' in html_of(client, make_sheet(grantor=None))


def test_an_older_edition_says_that_a_newer_one_exists(make_sheet, client):
    old = make_sheet(title="Edizione 2025", opens_on=date(2025, 9, 1), closes_on=date(2025, 12, 31))
    new = make_sheet(title="Edizione 2026", previous_edition=old)
    assert new.url in html_of(client, old)
    assert old.url in html_of(client, new)
    FundingSheetPage.objects.filter(pk=new.pk).update(live=False)
    assert new.url not in html_of(client, old)


def test_a_label_that_the_glossary_knows_opens_its_explanation(full_sheet, client):
    GlossaryTerm.objects.create(
        locale=full_sheet.locale,
        term="Cumulo",
        slug="c",
        explanation="Aiuti <insieme>.",
        facts=["cumulation"],
    )
    html = without_layout(html_of(client, full_sheet))
    (opens,) = re.findall(r'<dt><button type="button" class="tip" popovertarget="([\w-]+)">', html)
    (tip,) = re.findall(rf'<div class="tip-text" id="{opens}" popover role="note">(.*?)</div>', html)
    assert tip == "<p><b>Cumulo</b>Aiuti &lt;insieme&gt;.</p>"
    finder = client.get(full_sheet.get_parent().url).content.decode()
    assert full_sheet.title in finder and "popover" not in finder


def test_links_show_on_both_sides(make_sheet, tree, client):
    sheet = make_sheet(title="Bando")
    project = pages.project(tree.projects, title="Cultnetwork")
    RelatedPage.objects.create(page=project, target=sheet)
    assert project.url in html_of(client, sheet)


def test_the_deadline_goes_into_a_calendar(full_sheet, client):
    response = client.get(f"{full_sheet.url}calendar.ics")
    assert response["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.content)
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt == full_sheet.dates.closes
    assert event["dtstart"].params["TZID"] == "Europe/Rome"
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Rome"]
    triggers = [alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert triggers == [-timedelta(days=14), -timedelta(days=3)]
    assert full_sheet.title in event["summary"]
    assert event["url"] == "http://testserver/it/bandi/sale-teatrali/"


def test_a_deadline_without_an_hour_is_a_whole_day(make_sheet, client):
    sheet = make_sheet(closes_on=date(2026, 12, 31))
    (event,) = Calendar.from_ical(client.get(f"{sheet.url}calendar.ics").content).walk("VEVENT")
    assert event["dtstart"].dt == date(2026, 12, 31)


def test_hostile_text_stays_inside_the_calendar(make_sheet, client):
    sheet = make_sheet(title="Bando\r\nEND:VEVENT;,", summary="a\nATTENDEE:mailto:x@example.org")
    (event,) = Calendar.from_ical(client.get(f"{sheet.url}calendar.ics").content).walk("VEVENT")
    assert "attendee" not in event
    assert "END:VEVENT;," in event["summary"]


def test_a_sheet_without_a_deadline_has_an_empty_calendar(make_sheet, client):
    sheet = make_sheet(closes_on=None, no_deadline=True)
    assert Calendar.from_ical(client.get(f"{sheet.url}calendar.ics").content).walk("VEVENT") == []
    assert "calendar.ics" not in html_of(client, sheet)


def test_the_page_lives_until_its_own_next_change(full_sheet, client, today):
    today.move_to("2026-12-01T09:00:00+01:00")
    request = client.get(full_sheet.url).wsgi_request
    assert request._expires_at == full_sheet.dates.closes + timedelta(seconds=1)
    today.move_to("2026-12-01T13:00:00+01:00")
    request = client.get(full_sheet.url).wsgi_request
    assert request._expires_at.isoformat() == "2026-12-02T00:00:00+01:00"


def test_a_rich_page_takes_few_queries(full_sheet, make_sheet, tree, client, django_assert_max_num_queries):
    older = make_sheet(title="Edizione 2025")
    FundingSheetPage.objects.filter(pk=full_sheet.pk).update(previous_edition=older)
    make_sheet(title="Edizione 2027", previous_edition=full_sheet)
    for make, parent in (
        (pages.project, tree.projects),
        (pages.story, tree.stories),
        (pages.article, tree.news),
    ):
        for _ in range(5):
            RelatedPage.objects.create(page=full_sheet, target=make(parent))
    client.get(full_sheet.url)
    with django_assert_max_num_queries(12):
        html_of(client, full_sheet)


@pytest.mark.parametrize(("language", "word"), [("it", "bandi"), ("en", "funding")])
def test_the_page_is_there_in_both_languages(full_sheet, tree, client, language, word):
    english = pages.translate(full_sheet, tree.english.locale, title="Theatres", slug="theatres")
    page = full_sheet if language == "it" else english
    html = html_of(client, page)
    assert f'<html lang="{language}"' in html
    assert f"/{language}/{word}/" in html
    assert ("12 December" in html or "1 December 2026" in html) is (language == "en")


def test_the_official_title_says_its_language_on_a_translated_page(
    full_sheet, make_sheet, client, english_page
):
    line = f'<dd lang="it">{escape(full_sheet.official_title)}</dd>'
    assert line in without_layout(html_of(client, english_page(full_sheet)))
    assert line not in without_layout(html_of(client, full_sheet))
    assert '<dd lang="it">' not in html_of(client, english_page(make_sheet(slug="senza")))


def test_nothing_leads_to_the_comparison_of_a_finder_that_is_withdrawn(client, make_sheet, tree):
    sheet = make_sheet(slug="cori")
    link = f'href="{tree.funding.url}confronta/?s=cori"'
    link = link if link in html_of(client, sheet) else f'href="{tree.funding.url}compare/?s=cori"'
    assert link in html_of(client, sheet)
    type(tree.funding).objects.get(pk=tree.funding.pk).unpublish()
    assert client.get(sheet.url).status_code == 200
    assert link not in html_of(client, sheet)


def test_acts_and_papers_that_nobody_translated_say_their_language(client, make_sheet, english_page):
    acts = ["Decreto ministeriale 1/2021", "Regolamento (UE) 651/2014"]
    paper = {"title": "Testo del bando", "link": "https://enti.example/bando.pdf", "language": "it"}
    sheet = make_sheet(
        legal_basis=[("act", {"act": act, "link": ""}) for act in acts], documents=[("document", paper)]
    )
    english = english_page(sheet)
    english.legal_basis[1].value["act"] = "Regulation (EU) 651/2014"
    english.save()
    text = without_layout(html_of(client, english))
    assert f'<li lang="it">{acts[0]}</li>' in text
    assert "<li>Regulation (EU) 651/2014</li>" in text
    assert 'lang="it" hreflang="it">Testo del bando</a>' in text
    assert ' lang="it" ' not in html_of(client, sheet).partition("</header>")[2].partition("<footer")[0]


def test_a_translation_tells_what_the_note_of_its_original_contradicts(client, make_sheet, english_page):
    """A note is read in Italian: the words of the translation would say nothing to the program."""
    sheet = make_sheet(closes_on=date(2027, 6, 30), dates_note="Entro il 30 aprile 2027.")
    english = english_page(sheet)
    english.dates_note = "By 30 April 2027."
    english.save()
    told = "The note on dates names this end"
    assert told in html_of(client, sheet)
    assert told in html_of(client, english)
