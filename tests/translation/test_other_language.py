"""What a translator may put in place of the source's: another document, another link; a code never."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail_localize.models import OverridableSegment

from funding.models import FundingSheetPage
from tests.factories import pages
from tests.factories.media import attachment
from translation.publishing import AGREED

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(tree):
    paper = {
        "title": "Modulo",
        "file": attachment("modulo.txt", language="it"),
        "link": "https://example.org/it",
        "day": None,
        "language": "it",
    }
    page = pages.sheet(
        tree.funding,
        title="Bando",
        slug="bando",
        code="DD 12/2026",
        official_title="Avviso",
        no_deadline=True,
        documents=[("document", paper)],
    )
    page.save_revision().publish()
    return FundingSheetPage.objects.get(pk=page.pk)


def test_a_document_in_the_other_language_takes_the_place_of_the_source_s(
    admin, sheet, submit, django_capture_on_commit_callbacks
):
    translation = submit(sheet)
    form = attachment("form.txt", language="en")
    segment = OverridableSegment.objects.get(source=translation.source, context__path__endswith=".file")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
    answer = admin.put(address, f"value={form.pk}", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 201
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(edit, {AGREED: "1"})
    english = FundingSheetPage.objects.get(pk=translation.get_target_instance().pk)
    assert english.documents[0].value["file"].pk == form.pk
    sheet.refresh_from_db()
    assert sheet.documents[0].value["file"].pk != form.pk


def test_codes_and_the_official_title_are_not_even_offered(sheet, submit):
    source = submit(sheet).source
    offered = {each.context.path for each in OverridableSegment.objects.filter(source=source)}
    offered |= {each.context.path for each in source.stringsegment_set.all()}
    assert offered.isdisjoint(
        {"code", "official_title", "ateco", "measure", "source_id", "kind", "beneficiaries"}
    )
    assert not [path for path in offered if path.endswith(".language")]


@pytest.fixture
def link(admin, tree, submit):
    """What answers when another address is written for the link of a text."""
    text = '<p>Il programma è sul <a href="https://www.comune.example.it/corsi">sito</a>.</p>'
    translation = submit(pages.article(tree.news, title="Corsi", slug="corsi", body=[("text", text)]))
    segments = OverridableSegment.objects.filter(source=translation.source)
    (segment,) = (each for each in segments if str(each.data).startswith("https://www.comune"))
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])

    def written(value):
        data = urlencode({"value": value})
        return admin.put(address, data, content_type="application/x-www-form-urlencoded").json()

    return written


@pytest.mark.parametrize(
    "value", ["council website, see there", "https://", "javascript:alert(1)", "mailto:x"]
)
def test_a_link_that_leads_nowhere_is_told_beside_it_and_kept(link, value):
    told = link(value)
    assert told["data"] == value and told["error"]


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (" www.example.org/en ", "https://www.example.org/en"),
        ("https://example.org/en?a=1", "https://example.org/en?a=1"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        ("/en/news/", "/en/news/"),
    ],
)
def test_a_link_is_stored_as_it_is_followed(link, value, stored):
    told = link(value)
    assert (told["data"], told["error"]) == (stored, None)
