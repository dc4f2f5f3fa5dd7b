"""Every field of the domain can be filled in, is explained to the editor, reads on the page, and is either
translated or carried over."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail_localize.fields import get_translatable_fields

from cms.models import Organisation
from funding.domain.ateco import not_codes
from funding.models import FundingSheetPage
from tests.factories.media import picture

from .test_admin import editor, form_data, post  # noqa: F401
from .test_sheet_page import html_of

pytestmark = pytest.mark.django_db

# Not for editors: the page below, and what the import notes.
SYSTEM = {"page_ptr", "imported_at"}
# Wagtail explains these itself.
WAGTAILS = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
# On their way to the change log, or a parent link.
NOT_SHOWN_AS_THEMSELVES = {"change_note", "closing_change", "page_ptr"}


def panels(panel):
    for child in getattr(panel, "children", ()):
        yield from panels(child)
    if isinstance(panel, FieldPanel):
        yield panel


def own_fields():
    return {field.name for field in FundingSheetPage._meta.local_fields}


def test_every_field_can_be_edited():
    shown = {panel.field_name for panel in panels(FundingSheetPage.edit_handler)}
    assert own_fields() - shown == SYSTEM


def test_every_field_is_explained():
    fields = {field.name: field for field in FundingSheetPage._meta.fields}
    unexplained = {
        panel.field_name
        for panel in panels(FundingSheetPage.edit_handler)
        if not (panel.help_text or fields[panel.field_name].help_text)
    }
    assert unexplained <= WAGTAILS


@pytest.mark.parametrize("name", ["legal_basis", "documents", "requirements", "criteria", "steps"])
def test_every_column_of_a_list_is_explained(name):
    stream: StreamBlock = FundingSheetPage._meta.get_field(name).stream_block
    for row in stream.child_blocks.values():
        assert isinstance(row, StructBlock)
        for column in row.child_blocks.values():
            assert column.field.help_text, (name, column.name)


def test_only_title_summary_grantor_and_a_date_are_asked_for(editor, tree, ministry):  # noqa: F811
    response = post(
        editor, tree, grantor=ministry.pk, opens_on="", closes_on="", no_deadline="on", kind="call"
    )
    assert response.status_code == 302
    required = {
        field.name
        for field in FundingSheetPage._meta.local_fields
        if not field.blank and not field.has_default() and field.name != "page_ptr"
    }
    assert required == set()


FILLED = {
    # field: (what is filled in, what the page reads in English)
    "picture_alt": ("Una sala vuota", "Una sala vuota"),
    "summary": ("Paga le sale.", "Paga le sale."),
    "body": ([("text", "<p>Come si chiede</p>")], "Come si chiede"),
    "official_title": ("Avviso n. 7 delle sale", "Avviso n. 7 delle sale"),
    "kind": ("prize", "Prize"),
    "code": ("AV-7", "AV-7"),
    "programme": ("PR FESR 2021-2027", "PR FESR 2021-2027"),
    "legal_basis": ([("act", {"act": "D.M. 9/2026", "link": "https://n.example/9"})], "D.M. 9/2026"),
    "official_page": ("https://mic.example/avviso-7", "https://mic.example/avviso-7"),
    "contact_office": ("Ufficio sale", "Ufficio sale"),
    "contact_email": ("sale@mic.example", "sale@mic.example"),
    "contact_phone": ("06 1234567", "06 1234567"),
    "documents": (
        [
            (
                "document",
                {
                    "title": "Modulo",
                    "file": None,
                    "link": "https://m.example/m.pdf",
                    "day": date(2026, 8, 2),
                    "language": "fr",
                },
            )
        ],
        'hreflang="fr">Modulo</a>',
    ),
    "announced_on": (date(2026, 8, 3), "3 August 2026"),
    "opens_on": (date(2026, 9, 4), "4 September 2026"),
    "opens_at": (time(9, 41), "09:41"),
    "closes_on": (date(2027, 1, 5), "5 January 2027"),
    "closes_at": (time(12, 42), "12:42"),
    "closed_early_on": (date(2026, 12, 28), "28 December 2026"),
    "closed_early_reason": ("Fondi finiti", "Fondi finiti"),
    "suspended": (True, "Suspended"),
    "suspended_reason": ("Ricorso al TAR", "Ricorso al TAR"),
    "results_published_on": (date(2027, 3, 9), "9 March 2027"),
    "results_link": ("https://esiti.example/7", "https://esiti.example/7"),
    "dates_note": ("Due finestre.", "Due finestre."),
    "beneficiaries": (["cooperative"], "Cooperatives and non-profit associations"),
    "sizes": (["micro"], "Micro"),
    "sectors": (["culture"], "Culture"),
    "ateco": ("59.14", "59.14"),
    "regions": (["EXT"], "Abroad"),
    "whole_country": (True, "The whole country"),
    "territories": (["inner-areas"], "Inner areas"),
    "municipalities": ("Matera", "Matera"),
    "requirements": ([("requirement", {"text": "Sede a Matera", "level": "preferred"})], "Sede a Matera"),
    "purposes": (["digitalisation"], "Digitalisation"),
    "aid_forms": (["grant"], "Non-repayable grant"),
    "costs": (["equipment"], "equipment"),
    "intensity_min": (Decimal(41), "41%"),
    "intensity_max": (Decimal(83), "83%"),
    "grant_min": (Decimal(1_111), "1,111"),
    "grant_max": (Decimal(2_222), "2,222"),
    "spend_min": (Decimal(3_333), "3,333"),
    "spend_max": (Decimal(4_444), "4,444"),
    "budget": (Decimal(55_555), "55,555"),
    "budget_left": (Decimal(6_666), "6,666"),
    "budget_left_on": (date(2026, 11, 6), "6 November 2026"),
    "cumulation": ("partly", "Partly"),
    "cumulation_note": ("Fino al 100%", "Fino al 100%"),
    "aid_regime": ("de-minimis", "De minimis"),
    "aid_regulation": ("Reg. (UE) 2023/2831", "Reg. (UE) 2023/2831"),
    "procedure": ("counter", "In order of arrival"),
    "criteria": ([("criterion", {"name": "Qualità", "weight": "40 punti"})], "Qualità: 40 punti"),
    "steps": ([("step", {"title": "Graduatoria", "day": date(2027, 2, 8)})], "8 February 2027"),
    "mission": ("M1", "M1, "),
    "component": ("M1C3", "M1C3, "),
    "measure": ("M1C3I1.3", "M1C3I1.3"),
    "sub_measure": ("Linea 2", "Linea 2"),
    "dnsh": ("yes", "DNSH"),
    "cup_by": ("administration", "The administration"),
    "verified_on": (date(2026, 11, 19), "19 November 2026"),
    "verified_by": ("Redazione bandi", "Redazione bandi"),
    "source_name": ("incentivi.gov.it", "incentivi.gov.it"),
    "source_link": ("https://incentivi.example/7", "https://incentivi.example/7"),
    "source_licence": ("IODL 2.0", "IODL 2.0"),
    "source_id": ("ID-777", "ID-777"),
    "source_updated_on": (date(2026, 10, 10), "10 October 2026"),
    "imported_at": (datetime(2026, 10, 12, 9, tzinfo=UTC), "12 October 2026"),
}
# Shown by what they do, each in a test of its own below or beside.
ELSEWHERE = {"no_deadline", "opening_month_only", "concluded", "results_awaited", "previous_edition"}
ELSEWHERE |= {"application_link"}  # not while a call is suspended
BODIES = {"grantor", "managing_body"}


@pytest.fixture
def filled(make_sheet, tree):
    """An English sheet on which everything is filled in."""
    values = {name: value for name, (value, _text) in FILLED.items()}
    sheet = make_sheet(
        title="Sale",
        picture=picture(),
        managing_body=Organisation.objects.create(name="Invitalia", slug="invitalia"),
        **values,
    )
    english = sheet.copy_for_translation(tree.english.locale)
    english.save_revision().publish()
    return FundingSheetPage.objects.get(pk=english.pk)


def test_every_stored_field_reads_on_the_page(filled, client):
    assert own_fields() == {*FILLED, *ELSEWHERE, *BODIES, *NOT_SHOWN_AS_THEMSELVES, "picture"}
    html = html_of(client, filled)
    main = html[html.index("<main") : html.index("</main>")]
    missing = {name for name, (_value, text) in FILLED.items() if text not in main}
    assert missing == set()
    assert filled.picture.file.url.rsplit("/", 1)[1].split(".")[0] in main
    assert "Invitalia" in main
    assert "Ministero della Cultura" in main


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"closes_on": None, "no_deadline": True}, "No deadline"),
        ({"application_link": "https://domande.example/7"}, 'href="https://domande.example/7"'),
        ({"concluded": True}, "The source does not give the day."),
        ({"results_awaited": True}, "To come after the deadline"),
        ({"results_link": "https://esiti.example"}, "https://esiti.example"),
        ({"aid_regulation": "Reg. (UE) 2023/2831"}, "Reg. (UE) 2023/2831"),
        ({"sub_measure": "Linea 2"}, "Linea 2"),
        ({"cup_by": "applicant"}, "The applicant"),
        ({"cumulation_note": "Fino al 100%"}, "Fino al 100%"),
        ({"verified_by": "Redazione bandi"}, "Redazione bandi"),
        ({"source_link": "https://incentivi.example/7"}, "https://incentivi.example/7"),
    ],
)
def test_a_fact_that_stands_alone_is_shown_too(make_sheet, client, fields, text):
    assert text in html_of(client, make_sheet(**fields))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"suspended_reason": "Ricorso"}, "suspended"),
        ({"closed_early_reason": "Fondi finiti"}, "closed_early_on"),
        ({"ateco": "59.14, cinema"}, "ateco"),
        ({"ateco": "591"}, "ateco"),
        ({"verified_on": "2026-11-24"}, "verified_on"),
        ({"source_link": "javascript:alert(1)"}, "source_link"),
        ({"results_link": "esiti"}, "results_link"),
        ({"kind": "gift"}, "kind"),
        ({"procedure": "lottery"}, "procedure"),
        ({"beneficiaries": "martians"}, "beneficiaries"),
    ],
)
def test_what_no_call_can_say_is_refused_by_name(editor, tree, ministry, today, fields, field):  # noqa: F811
    response = post(editor, tree, grantor=ministry.pk, **fields)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize(
    "text", ["", "59", "59.1", "59.14", "59.14.00", "R", "R, 90; 91.01", "ATECO 2025: 62.10"]
)
def test_ateco_codes_are_known_by_their_form(text):
    assert not_codes(text) == []


def test_prose_that_an_import_brought_in_does_not_stop_the_editor(editor, make_sheet, tree):  # noqa: F811
    sheet = make_sheet(ateco="Tutti i codici ammessi", slug="tutti")
    url = reverse("wagtailadmin_pages:edit", args=(sheet.pk,))
    data = form_data(slug="tutti", grantor=sheet.grantor_id, ateco="Tutti i codici ammessi")
    assert editor.post(url, data).status_code == 302


PROSE = {
    *("summary", "picture_alt", "body", "closed_early_reason", "suspended_reason", "dates_note"),
    *("cumulation_note", "contact_office", "requirements", "criteria", "steps", "documents", "legal_basis"),
}


def test_prose_is_translated_and_every_other_fact_carried_over(make_sheet):
    sheet = make_sheet()
    treatment = {field.field_name: field for field in get_translatable_fields(FundingSheetPage)}
    own = own_fields() - NOT_SHOWN_AS_THEMSELVES - SYSTEM
    translated = {name for name in own if treatment[name].is_translated(sheet)}
    assert translated == PROSE
    for name in own - PROSE:
        assert treatment[name].is_synchronized(sheet), name


def test_the_lists_of_a_sheet_are_streams():
    streams = {field.name for field in FundingSheetPage._meta.local_fields if isinstance(field, StreamField)}
    assert streams == {"body", "legal_basis", "documents", "requirements", "criteria", "steps"}


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield
