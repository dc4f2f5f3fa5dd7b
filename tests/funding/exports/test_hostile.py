"""Hostile text in any field of a sheet stays text in every format, and every format stays well formed."""

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO

import pytest
from django.db import connection, models, transaction
from icalendar import Calendar
from rdflib import Graph

from cms.models import Organisation
from funding.models import FundingSheetPage
from tests.factories.pages import site_tree
from tests.funding.making import open_sheet
from tests.search.fixtures import index_of_pages

from .conftest import content

pytestmark = pytest.mark.django_db

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script><!--",
    '"><img src=x onerror=alert(1)>',
    "]]><b>",
    '=HYPERLINK("http://evil.example","here")',
    "\t=1+1",
    "@SUM(A1:A9)",
    '"; "',
    "a;b,c",
    "uno\r\ndue\ntre\rquattro",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
    "x\nATTENDEE:mailto:evil@example.org",
    "\u202eevil\u200f\u2066",
    "nu\x00ll",
    "mu\x01seo\x0b\x1f\x7f\x85\u2028\u2029",
    "\\n \\, \\; \\\\",
    "{{ settings.SECRET_KEY }} {% debug %}",
    "& &amp; &lt;b&gt; %0a",
]
TEXTS = (models.CharField, models.TextField)
KEPT = {
    "title",
    "slug",
    "url_path",
    "path",
    "draft_title",
    "contact_email",
    "search_description",
    "seo_title",
}


def text_fields() -> list[models.Field]:
    """Every field of a sheet that holds free text of its own."""
    return [
        field
        for field in FundingSheetPage._meta.local_fields
        if isinstance(field, TEXTS) and not field.choices and not isinstance(field, models.URLField)
    ]


@pytest.fixture(scope="module", params=HOSTILE, ids=range(len(HOSTILE)))
def text(request, standing_db):
    """A text in every free field of a sheet, of its grantor and of its lists, straight into the database."""
    text = request.param if connection.vendor == "sqlite" else request.param.replace("\x00", "")
    with transaction.atomic():
        write(text)
        yield text
        transaction.set_rollback(True)


def write(text: str) -> None:
    body = Organisation.objects.create(name=f"{text} srl", slug="evil", short_name=text[:120])
    sheet = open_sheet(
        site_tree(),
        grantor=body,
        title="Bando",
        slug="bando",
        managing_body=body,
        requirements=[("requirement", {"text": text, "level": "needed"})],
        legal_basis=[("act", {"act": text, "link": ""})],
        criteria=[("criterion", {"name": text, "weight": text})],
        steps=[("step", {"title": text, "day": None})],
        documents=[("document", {"title": text, "file": None, "link": "", "day": None, "language": ""})],
    )
    values = {field.name: text[: field.max_length] for field in text_fields() if field.name not in KEPT}
    assert {"summary", "official_title", "municipalities", "source_licence", "dates_note"} <= set(values)
    FundingSheetPage.objects.filter(pk=sheet.pk).update(**values, title=text)


@pytest.fixture(scope="module")
def standing_index(text, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def hostile(text, search_index, today) -> str:
    return text


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", ["/it/bandi/bando/", "/it/bandi/"])
def test_a_page_shows_it_as_text(hostile, client, path):
    html = client.get(path).content.decode()
    elements = Elements(html).found
    scripts = [attributes for tag, attributes in elements if tag == "script"]
    assert all(one.get("src") or one.get("type") == "application/ld+json" for one in scripts)
    assert not [tag for tag, attributes in elements if any(name.startswith("on") for name in attributes)]
    links = [attributes.get("href") or "" for _tag, attributes in elements]
    # A letter to share the page by has its title in it.
    assert "evil.example" not in "".join(link for link in links if not link.startswith("mailto:"))
    for raw in ("<script>alert", "<img src=x", "]]><b>"):
        assert raw not in html
    for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
        graph = json.loads(text)["@graph"]
    if path.endswith("bando/"):
        (service,) = [node for node in graph if node["@type"] == "GovernmentService"]
        assert service["alternateName"] == hostile


@pytest.mark.parametrize("separator", ["", "?separator=semicolon"])
def test_a_table_has_one_line_a_sheet_and_no_formula(hostile, client, separator):
    text = content(client.get(f"/it/bandi/export.csv{separator}")).decode("utf-8-sig")
    lines = list(csv.reader(StringIO(text, newline=""), delimiter=";" if separator else ",", strict=True))
    assert len(lines) == 2
    assert len(lines[0]) == len(lines[1])
    assert text.count("\r\n") == text.count("\n") == text.count("\r") == 2
    for cell in lines[1]:
        assert not cell.lstrip(" \u00a0\u200f\u202e\u2066\ufeff").startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", cell)


def test_data_keeps_it_as_a_string(hostile, client):
    raw = content(client.get("/it/bandi/export.json"))
    (record,) = json.loads(raw)["records"]
    assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", raw)
    visible = re.sub(r"[^\w<>=]", "", hostile)
    for told in (record["summary"], record["requirements"][0]["text"], record["grantor"]["name"]):
        assert visible in re.sub(r"[^\w<>=]", "", told)


def test_a_calendar_has_one_entry_and_nothing_more(hostile, client):
    for path in ("/it/bandi/calendar.ics", "/it/bandi/bando/calendar.ics"):
        response = client.get(path)
        raw = content(response) if response.streaming else response.content
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", raw)
        assert max(map(len, raw.split(b"\r\n"))) <= 75
        (entry,) = Calendar.from_ical(raw).walk("VEVENT")
        assert "ATTENDEE" not in entry
        assert raw.count(b"\r\nBEGIN:VEVENT\r\n") == raw.count(b"\r\nEND:VEVENT\r\n") == 1
        assert re.sub(r"\W", "", hostile.replace("\\n", "")) in re.sub(r"\W", "", entry["summary"])


def test_the_catalogue_stays_a_graph(hostile, client):
    Graph().parse(data=client.get("/catalog.ttl").content, format="turtle")
    Graph().parse(data=client.get("/catalog.jsonld").content, format="json-ld")
