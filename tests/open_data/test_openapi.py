"""What programs can ask is described, and the description is true."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(client, tree) -> dict:
    response = client.get("/api/openapi.json")
    assert response["Content-Type"] == "application/json"
    return json.loads(response.content)


def conforms(described: dict, path: str, status: str, value) -> list:
    """What is wrong with ``value`` as an answer of ``path``."""
    content = described["paths"][path]["get"]["responses"][status]["content"]["application/json"]
    schema = {**content["schema"], "components": described["components"]}
    return list(Draft202012Validator(schema).iter_errors(value))


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


def test_answers_are_what_their_schemas_say(described, tree, client, search_index):
    pages.sheet(tree.funding, title="Musei", summary="Per i musei", no_deadline=True, opens_on="2020-01-01")
    search_index.rebuild()
    answer = client.get("/api/search/?q=musei").json()
    assert answer["results"]
    assert conforms(described, "/api/search/", "200", answer) == []
    assert conforms(described, "/api/search/", "200", answer | {"total": "many"})
    exported = json.loads(b"".join(client.get("/it/bandi/export.json").streaming_content))
    assert exported["records"]
    assert conforms(described, "/it/bandi/export.json", "200", exported) == []
    listing = client.get("/api/v2/pages/").json()
    assert conforms(described, "/api/v2/pages/", "200", listing) == []
    one = client.get(f"/api/v2/pages/{tree.funding.pk}/").json()
    assert conforms(described, "/api/v2/pages/{id}/", "200", one) == []


def test_every_parameter_of_the_finder_is_described(described):
    from funding.catalogue.facets import FILTERS
    from funding.catalogue.finder.parameters import TYPED

    names = {one["name"] for one in described["components"]["parameters"].values()}
    assert names == {"q", "sort", *FILTERS, *TYPED}


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
