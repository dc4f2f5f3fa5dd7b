"""The open data are described as DCAT-AP_IT asks, each file with its licence."""

import subprocess
import sys
from datetime import date

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS
from wagtail.models import PageViewRestriction, Site

from cms.models import PortalSettings
from tests.factories import pages

pytestmark = pytest.mark.django_db

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ITALIAN = Namespace("http://dati.gov.it/onto/dcatapit#")
EU = "http://publications.europa.eu/resource/authority/"
# What the profile demands of each class.
DEMANDED = {
    "Catalog": [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.modified, DCAT.dataset],
    "Dataset": [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.rightsHolder,
        DCTERMS.accrualPeriodicity,
        DCTERMS.modified,
        DCAT.theme,
        DCAT.distribution,
    ],
    "Distribution": [DCAT.accessURL, DCTERMS.license, DCTERMS["format"]],
    "Agent": [FOAF.name, DCTERMS.identifier],
    "Organization": [VCARD.fn, VCARD.hasEmail],
    "LicenseDocument": [FOAF.name, DCTERMS.type],
}


@pytest.fixture
def terms(tree) -> PortalSettings:
    terms = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    terms.owner, terms.email = "Legacoop", "dati@legacoop.example"
    terms.save()
    return terms


def graph(client, ending: str) -> Graph:
    response = client.get(f"/catalog.{ending}")
    assert response.status_code == 200
    return Graph().parse(data=response.content, format={"ttl": "turtle", "jsonld": "json-ld"}[ending])


def test_both_files_say_the_same_as_what_they_are(terms, client):
    assert client.get("/catalog.ttl")["Content-Type"] == "text/turtle; charset=utf-8"
    assert client.get("/catalog.jsonld")["Content-Type"] == "application/ld+json"
    assert isomorphic(graph(client, "ttl"), graph(client, "jsonld"))


def test_everything_that_the_profile_demands_is_there(terms, client):
    told = graph(client, "ttl")
    for kind, demanded in DEMANDED.items():
        nodes = list(told.subjects(RDF.type, ITALIAN[kind]))
        assert nodes, kind
        for node in nodes:
            for predicate in demanded:
                assert told.value(node, predicate, any=True) is not None, (kind, predicate)
    (dataset,) = told.subjects(RDF.type, DCAT.Dataset)
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert {text.language for text in told.objects(dataset, predicate)} == {"it", "en"}
    assert URIRef(f"{EU}data-theme/EDUC") in set(told.objects(dataset, DCAT.theme))


# The class that the shapes of DCAT-AP 1.2.1 and 2.1.1 want of what each property leads to.
CLASSES = {
    DCAT.landingPage: FOAF.Document,
    DCAT.contactPoint: VCARD.Kind,
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCAT.mediaType: DCTERMS.MediaType,
    DCAT.theme: SKOS.Concept,
    DCAT.themeTaxonomy: SKOS.ConceptScheme,
    DCTERMS.accrualPeriodicity: DCTERMS.Frequency,
    DCTERMS.conformsTo: DCTERMS.Standard,
    DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.rightsHolder: FOAF.Agent,
    DCTERMS.spatial: DCTERMS.Location,
    DCTERMS.type: SKOS.Concept,
    FOAF.homepage: FOAF.Document,
}
# Addresses of files and of people, which the shapes leave as they are.
UNTYPED = {DCAT.accessURL, DCAT.downloadURL, VCARD.hasEmail, VCARD.hasURL, RDF.type}


def test_everything_that_is_linked_says_what_it_is(terms, client):
    told = graph(client, "ttl")
    links = [(predicate, to) for _node, predicate, to in told if isinstance(to, URIRef)]
    assert {predicate for predicate, _to in links} == {*CLASSES, *UNTYPED}
    for predicate, to in links:
        if predicate in CLASSES:
            assert (to, RDF.type, CLASSES[predicate]) in told, (predicate, to)


def test_there_is_a_distribution_for_each_file_and_language_and_it_answers(terms, client, search_index):
    told = graph(client, "ttl")
    found = set()
    for node in told.subjects(RDF.type, DCAT.Distribution):
        kind = told.value(node, DCTERMS["format"]).removeprefix(f"{EU}file-type/")
        language = told.value(node, DCTERMS.language).removeprefix(f"{EU}language/")
        found.add((kind, language))
        response = client.get(told.value(node, DCAT.downloadURL).removeprefix("http://testserver"))
        assert response.status_code == 200
        media_type = told.value(node, DCAT.mediaType).removeprefix(
            "https://www.iana.org/assignments/media-types/"
        )
        assert response["Content-Type"].startswith(media_type)
        licence = told.value(node, DCTERMS.license)
        assert str(licence) == terms.licence_url
        assert told.value(licence, FOAF.name) == Literal(terms.licence_name)
    kinds = ("CSV", "XLSX", "JSON", "RSS", "ICS")
    assert found == {(kind, language) for kind in kinds for language in ("ITA", "ENG")}


def test_the_day_of_change_is_that_of_the_latest_sheet(terms, tree, client):
    sheet = pages.sheet(tree.funding)
    type(sheet).objects.update(last_published_at="2026-05-04T10:00:00Z")
    told = graph(client, "jsonld")
    (dataset,) = told.subjects(RDF.type, DCAT.Dataset)
    assert told.value(dataset, DCTERMS.modified).toPython() == date(2026, 5, 4)


def test_what_nobody_set_is_not_made_up(terms, client):
    terms.email = terms.licence_url = ""
    terms.save()
    told = graph(client, "ttl")
    assert not list(told.triples((None, VCARD.hasEmail, None)))
    (licence,) = told.subjects(RDF.type, DCTERMS.LicenseDocument)
    assert str(told.value(licence, DCTERMS.type)).endswith("UnknownIPR")


def test_hostile_settings_do_not_break_the_catalogue(terms, client):
    terms.owner = 'Coop "<script>" \\ \r\n@prefix x: <y> . \x00\u202e'
    terms.licence_name = '"""; <a> <b> <c> .'
    terms.licence_url = 'https://example.org/<a> "b" {c} \n'
    PortalSettings.objects.filter(pk=terms.pk).update(
        owner=terms.owner, licence_name=terms.licence_name, licence_url=terms.licence_url
    )
    from cms import cache_version

    cache_version.bump()
    told = graph(client, "ttl")
    assert isomorphic(told, graph(client, "jsonld"))
    assert Literal('Coop "<script>" \\ @prefix x: <y> . \u202e') in set(told.objects(None, FOAF.name))
    assert len(set(told.subjects(RDF.type, DCAT.Distribution))) == 10


def test_a_finder_behind_a_password_is_not_in_the_catalogue(terms, tree, client):
    for finder in (tree.funding, tree.english.funding):
        PageViewRestriction.objects.create(page=finder, restriction_type="password", password="x")
    assert client.get("/catalog.ttl").status_code == 404


def test_starting_the_site_does_not_wait_for_the_library_of_rdf():
    code = (
        "import sys, django; django.setup(); import portal.urls; from django.urls import get_resolver;"
        "get_resolver().url_patterns; sys.exit('rdflib' in sys.modules or 'segno' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
