"""Sheets to ask the finder for, on a day that does not move."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import partial

import pytest
import time_machine
from wagtail.models import Site
from wagtail_localize.models import TranslationSource

from cms.constants import ROME
from cms.models import Organisation, PortalSettings

from .asking import ask_again
from .making import a_ministry, open_sheet

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ROME)


@pytest.fixture
def today():
    """Monday 23 November 2026, ten o'clock in Rome; the clock stands still."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def ministry(db) -> Organisation:
    return a_ministry()


@pytest.fixture
def make_sheet(today, tree, ministry):
    """Makes a live Italian sheet that is open and closes on 31 December, but for what is given."""

    return partial(open_sheet, tree, grantor=ministry)


@pytest.fixture
def full_sheet(make_sheet, ministry):
    """A sheet that says everything there is to say."""
    return make_sheet(
        title="Ecoefficienza nelle sale teatrali",
        slug="sale-teatrali",
        official_title="Avviso pubblico “sale” <b>& cinema</b>",
        kind="pnrr",
        code="AV-1",
        managing_body=Organisation.objects.create(name="Invitalia", slug="invitalia"),
        programme="PNRR",
        legal_basis=[("act", {"act": "D.M. 1/2021", "link": "https://norme.example/1"})],
        official_page="https://mic.example/avviso",
        application_link="https://domande.example/avviso",
        contact_office="Ufficio bandi",
        contact_email="bandi@mic.example",
        documents=[
            (
                "document",
                {
                    "title": "Testo dell'avviso",
                    "file": None,
                    "link": "https://mic.example/avviso.pdf",
                    "day": date(2026, 8, 1),
                    "language": "it",
                },
            )
        ],
        announced_on=date(2026, 8, 1),
        opens_at=time(10),
        closes_on=date(2026, 12, 1),
        closes_at=time(12),
        dates_note="Due finestre.",
        beneficiaries=["enterprise", "cooperative", "public-body"],
        sizes=["micro", "small"],
        sectors=["culture"],
        whole_country=True,
        requirements=[
            ("requirement", {"text": "Sede in Italia", "level": "needed"}),
            ("requirement", {"text": "Rating di legalità", "level": "preferred"}),
        ],
        purposes=["green-transition"],
        aid_forms=["grant"],
        costs=["equipment"],
        intensity_max=Decimal(80),
        grant_max=Decimal(250_000),
        budget=Decimal(200_000_000),
        cumulation="partly",
        cumulation_note="Non oltre il 100%.",
        procedure="ranking",
        criteria=[("criterion", {"name": "Qualità", "weight": "40 punti"})],
        steps=[("step", {"title": "Graduatoria", "day": date(2027, 2, 1)})],
        measure="M1C3I1.03.00",
        dnsh="yes",
        verified_on=date(2026, 11, 20),
        verified_by="la redazione",
        source_name="incentivi.gov.it",
        source_link="https://www.incentivi.gov.it/it/catalogo/1",
        source_licence="IODL 2.0",
        source_id="1426",
        source_updated_on=date(2026, 10, 1),
    )


@pytest.fixture
def english_page(tree):
    """Makes or updates the English version of a sheet with wagtail-localize, as an editor does; live."""

    def make(sheet):
        source, _created = TranslationSource.update_or_create_from_instance(sheet)
        page, _created = source.create_or_update_translation(
            tree.english.locale, publish=False, fallback=True
        )
        page.get_latest_revision().publish()
        return type(sheet).objects.get(pk=page.pk)

    return make


@pytest.fixture
def closing_days(tree):
    """Changes from when on a deadline counts as near."""

    def change(days: int) -> None:
        settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
        settings.closing_days = days
        settings.save()

    return change


@pytest.fixture
def ask(client, tree, search_index):
    """Asks the finder with the index brought up to date; the answer is the template's context."""

    def get(query: str = "", path: str = "/it/bandi/"):
        search_index.rebuild()
        return ask_again(client, query, path)

    return get
