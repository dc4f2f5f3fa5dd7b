"""What programs can ask is described, and the description is true."""

import json
import re

import polib
import pytest
from django.utils.translation import get_language, override
from openapi_spec_validator import OpenAPIV31SpecValidator

from funding.catalogue.facets import FACETS, FILTERS
from funding.catalogue.finder.labels import TITLES
from funding.catalogue.finder.parameters import DEADLINES, SORTS, TYPED, UNSTATED
from funding.catalogue.open_data import files
from open_data.openapi.document import texts
from portal.messages import catalogues
from search.labels import SORTS as SEARCH_SORTS
from search.labels import type_choices

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(client, tree) -> dict:
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json"
    return json.loads(response.content)


@pytest.mark.parametrize("language", ["en", "it", "xx", "%00"])
def test_is_valid_openapi_3_1(client, tree, language):
    document = json.loads(client.get(f"/api/openapi.json?lang={language}").content)
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_every_address_that_is_described_answers_as_it_is_said(described, client, search_index):
    for path, item in described["paths"].items():
        if "{" in path or path == "/api/search/suggest":
            continue
        response = client.get(path)
        assert response.status_code == 200, path
        (media_type,) = item["get"]["responses"]["200"]["content"]
        assert response["Content-Type"].split(";")[0] == media_type


def test_the_finders_files_are_there_in_both_languages(described):
    for base in ("/it/bandi/", "/en/funding/"):
        for name in (
            "export.csv",
            "export.xlsx",
            "export.json",
            "export-schema.json",
            "feed.rss",
            "calendar.ics",
        ):
            assert base + name in described["paths"]


def parameters(described) -> dict[str, dict]:
    return {one["name"]: one["schema"] for one in described["components"]["parameters"].values()}


def test_every_parameter_of_the_finder_is_described(described):
    assert set(parameters(described)) == {"q", "sort", *FILTERS, *TYPED}


def test_their_values_are_those_of_the_finder(described):
    values = {name: one.get("items", one).get("enum") for name, one in parameters(described).items()}
    closed = {
        facet.name: [str(code) for code in facet.vocabulary.codes] for facet in FACETS if facet.vocabulary
    }
    assert {name: codes for name, codes in values.items() if codes} == {
        **closed,
        "unstated": list(UNSTATED),
        "deadline": [str(value) for value in DEADLINES],
        "sort": list(SORTS),
    }
    assert parameters(described)["sort"]["default"] == SORTS[0]


def test_parameters_are_called_what_the_finder_calls_them(described):
    told = {one["name"]: one["description"] for one in described["components"]["parameters"].values()}
    del told["amount"], told["amount_max"]  # say more
    with override("en"):
        assert told == {name: str(TITLES[name]) for name in told}


def test_the_files_are_those_of_the_catalogue(described, tree):
    for finder in (tree.funding, tree.english.funding):
        for file in files(finder):
            operation = described["paths"][f"{finder.url}{file.name}"]["get"]
            assert operation["summary"] == str(file.title)
            assert list(operation["responses"]["200"]["content"]) == [file.media_type]
            assert operation["operationId"] == f"funding{file.kind.title()}{file.language.title()}"


def test_the_search_is_ordered_as_described(described):
    operation = described["paths"]["/api/search/"]["get"]
    values = {one["name"]: one["schema"].get("items", one["schema"]) for one in operation["parameters"]}
    assert values["sort"]["enum"] == list(SEARCH_SORTS)
    assert values["type"]["enum"] == list(type_choices())


def test_nothing_is_left_to_fill_in(client, tree):
    text = client.get("/api/openapi.json").content.decode()
    assert "x-fill" not in text and "{finder}" not in text and "finder-*" not in text


def test_texts_are_in_the_language_asked_for(client, tree, monkeypatch):
    monkeypatch.setattr("open_data.openapi.document.gettext", lambda text: f"{get_language()}: {text}")
    for language in ("en", "it"):
        described = client.get(f"/api/openapi.json?lang={language}").json()
        assert described["info"]["title"] == f"{language}: Intreccio for programs"
        told = described["paths"]["/api/search/"]["get"]
        assert told["summary"].startswith(f"{language}: ")
        assert told["parameters"][0]["description"].startswith(f"{language}: ")


def test_every_text_is_collected_for_translation():
    for path in catalogues():
        known = {entry.msgid for entry in polib.pofile(str(path))}
        assert not set(texts()) - known, path


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_page_tells_all_of_it_to_people(client, tree, described, language):
    html = client.get(f"/{language}/api/").content.decode()
    for path in described["paths"]:
        assert f"<code>{path}</code>" in html
    for name in ("beneficiary", "closes_before", "did_you_mean"):
        assert (f"<code>{name}</code>" in html) is (name != "did_you_mean")
    assert f'<html lang="{language}"' in html
    assert html.count("All funding sheets as a table") == 2
    assert html.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_footer_leads_to_the_page(client, tree):
    assert 'href="/it/api/"' in client.get("/it/notizie/").content.decode()


def test_a_site_without_a_finder_has_a_description_too(client, db):
    OpenAPIV31SpecValidator(json.loads(client.get("/api/openapi.json").content)).validate()
