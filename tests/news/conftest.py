"""Pages of news, events and projects to look at."""

import json
from datetime import date, time

import pytest
from django.utils import translation
from wagtail.models import Locale

from cms.models import Organisation, PageParty, PageTopic, RelatedPage, Topic
from tests.factories import pages


def organisation(name, **fields):
    slug = name.lower().replace(" ", "-")
    return Organisation.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def party(page, name, role, **fields):
    return PageParty.objects.create(page=page, organisation=organisation(name, **fields), role=role)


def topic(page, slug, name=""):
    locale = Locale.objects.get(pk=page.locale_id)
    term, _ = Topic.objects.get_or_create(
        slug=slug, locale=locale, defaults={"name": name or slug.capitalize()}
    )
    return PageTopic.objects.create(page=page, topic=term, locale=locale)


def relate(page, *targets):
    RelatedPage.objects.bulk_create(RelatedPage(page=page, target=target) for target in targets)


def graph(response) -> list[dict]:
    """The structured data of a page, as a search engine reads it."""
    html = response.content.decode()
    start = html.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    return json.loads(html[start : html.index("</script>", start)])["@graph"]


def node(response, kind: str) -> dict:
    (found,) = [each for each in graph(response) if each["@type"] == kind]
    return found


@pytest.fixture
def english():
    """Messages in English, whatever the catalogues of other languages say."""
    with translation.override("en"):
        yield


@pytest.fixture
def fair(tree):
    """An event of three days of which everything is known."""
    page = pages.event(
        tree.events,
        title="Fiera della rete",
        slug="fiera",
        summary="Tre giorni di incontri.",
        start_day=date(2026, 12, 5),
        end_day=date(2026, 12, 7),
        start_time=time(10),
        end_time=time(13),
        place_name="Sala Grande",
        address="Via Roma 1",
        town="Bologna",
        map_link="https://maps.example.org/sala",
        registration_link="https://fair.example.org/iscriviti",
        language="Italiano, inglese",
        accessibility_notes="Ingresso senza gradini.",
        programme=[
            (
                "session",
                {
                    "day": date(2026, 12, 6),
                    "starts": time(15),
                    "ends": None,
                    "title": "Dopo",
                    "text": "",
                    "people": "",
                },
            ),
            (
                "session",
                {
                    "day": date(2026, 12, 5),
                    "starts": time(10),
                    "ends": time(11),
                    "title": "Apertura",
                    "text": "Saluti.",
                    "people": "Anna Neri",
                },
            ),
            (
                "session",
                {"day": None, "starts": None, "ends": None, "title": "Mostra", "text": "", "people": ""},
            ),
        ],
    )
    party(page, "Ente Fiera", "organiser", place="Bologna")
    party(page, "Rete Sud", "partner")
    return page


@pytest.fixture
def mission(tree):
    """An event whose source leaves out the year."""
    return pages.event(
        tree.events,
        title="Missione",
        slug="missione",
        start_day=date(2012, 12, 5),
        end_day=date(2012, 12, 7),
        year_known=False,
        town="Marsiglia",
    )


@pytest.fixture
def network(tree):
    """A project with work of every kind."""
    page = pages.project(
        tree.projects,
        title="Fare rete",
        slug="fare-rete",
        kind="network",
        state="completed",
        starts_on=date(2012, 1, 1),
        duration_months=36,
        objectives=[("objective", "Pensare e agire insieme.")],
        phases=[("phase", {"title": "Organizzazione", "period": "Fase 1", "text": "Si comincia."})],
        key_figures=[("figure", {"value": "141", "unit": "", "label": "candidature"})],
        tracks=[("track", {"title": "Ramo commerciale", "text": "Proporre l'offerta."})],
        services=[("service", {"title": "Tutoraggio", "text": ""})],
        results=[("result", {"title": "Cooperative più solide", "text": ""})],
        mission="M1",
        component="M1C3",
        cup="B81I22000060001",
        regions=["ITC4"],
        places="Mantova",
    )
    party(page, "Consorzio Uno", "promoter", website="https://uno.example.org")
    party(page, "Fondazione Due", "funder")
    return page
