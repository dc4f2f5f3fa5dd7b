"""The description and the answers say the same: every member of an answer is described, and every member
that is described comes."""

import json
import re
import shutil
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from wagtail.models import ReferenceIndex

from open_data.openapi.document import DESCRIPTION
from tests.factories import media, pages

pytestmark = pytest.mark.django_db

JSON = "application/json"
ROWS = {
    "requirements": [("requirement", {"text": "Sede in Italia", "level": "needed"})],
    "documents": [("document", {"title": "Avviso", "link": "https://example.org/", "day": "2026-01-02"})],
    "legal_basis": [("act", {"act": "Legge 1", "link": "https://example.org/"})],
    "criteria": [("criterion", {"name": "Qualità", "weight": "30"})],
    "steps": [("step", {"title": "Graduatoria", "day": "2026-03-01"})],
}


@pytest.fixture
def answers(client, tree, search_index, django_capture_on_commit_callbacks):
    """A real answer or more for each path and status that gives JSON."""
    sheet = pages.sheet(
        tree.funding,
        title="Musei",
        summary="Per i musei",
        no_deadline=True,
        opens_on=date(2020, 1, 1),
        source_name="Regione Lazio",
        **ROWS,
    )
    event = pages.event(tree.events, start_day=date(2026, 1, 2))
    alias = event.create_alias(parent=tree.events, update_slug="altro")
    with django_capture_on_commit_callbacks(execute=True):
        picture, document = media.picture(), media.attachment()
    with_media = pages.article(
        tree.news,
        title="Guida",
        picture=picture,
        body=[("files", {"title": "", "items": [{"title": "", "file": document}]})],
    )
    ReferenceIndex.create_or_update_for_object(with_media)  # else on commit
    search_index.rebuild()
    given: dict[tuple[str, str], list] = {}

    def ask(path: str, url: str, status: int = 200) -> None:
        response = client.get(url)
        assert response.status_code == status, url
        content = b"".join(response.streaming_content) if response.streaming else response.content
        given.setdefault((path, str(status)), []).append(json.loads(content))

    for query in ("q=musei", "q=musei&lang=en", "q=tessitura", "q=zzz", "q=", "q=musei&page=x&type=manca"):
        ask("/api/search/", f"/api/search/?{query}")
    ask("/api/search/suggest", "/api/search/suggest?q=mus")
    for finder in (tree.funding, tree.english.funding):
        ask(f"{finder.url}export.json", f"{finder.url}export.json?status=any&region=ITZ")
        ask(f"{finder.url}export.json", f"{finder.url}export.json?status=any")
    numbers = {
        "pages": [sheet.pk, event.pk, alias.pk, with_media.pk],
        "images": [picture.pk],
        "documents": [document.pk],
    }
    for name, own in numbers.items():
        for query in ("", "?fields=*", "?limit=1&offset=1", "?order=-id", "?fields=_,title"):
            ask(f"/api/v2/{name}/", f"/api/v2/{name}/{query}")
        for number in own:
            ask(f"/api/v2/{name}/{{id}}/", f"/api/v2/{name}/{number}/")
        ask(f"/api/v2/{name}/", f"/api/v2/{name}/?limit=x", 400)
        ask(f"/api/v2/{name}/{{id}}/", f"/api/v2/{name}/99999/", 404)
    ask("/api/v2/pages/", "/api/v2/pages/?type=news.EventPage&fields=*")
    ask("/api/v2/pages/", "/api/v2/pages/?locale=xx", 404)
    ask("/api/openapi.json", "/api/openapi.json")
    shutil.rmtree(search_index.folder)
    ask("/api/search/", "/api/search/?q=musei", 503)
    ask("/api/search/suggest", "/api/search/suggest?q=mus", 503)
    return given


@pytest.fixture
def described(client, tree) -> dict:
    return client.get("/api/openapi.json").json()


def schemas(described) -> dict[tuple[str, str], dict]:
    """That of each path and status which gives JSON."""
    return {
        (path, status): response["content"][JSON]["schema"]
        for path, item in described["paths"].items()
        for status, response in item["get"]["responses"].items()
        if JSON in response.get("content", {})
    }


def closed(node):
    """The same schema, in which nothing may come that it does not name."""
    if isinstance(node, list):
        return [closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {name: closed(value) for name, value in node.items()}
    if isinstance(node.get("properties"), dict) and node.get("type"):
        made.setdefault("additionalProperties", False)
    return made


def test_every_address_that_gives_json_was_asked(described, answers):
    assert set(answers) == set(schemas(described))


def test_every_answer_is_described_to_its_last_member(described, answers):
    components = closed(described["components"])
    for address, schema in schemas(described).items():
        validator = Draft202012Validator({**schema, "components": components})
        for answer in answers[address]:
            assert [error.message for error in validator.iter_errors(answer)] == [], address


def test_every_member_that_is_described_comes(described, answers):
    named, given = set(), set()
    for address, schema in schemas(described).items():
        compare(schema, answers[address], described, address[0], named, given)
    # What the facts of a sheet consist of is held by tests/funding/exports, with every field filled in.
    assert {name for name in named - given if not name.startswith("FundingExport.records[].")} == set()
    records = {name for name in named if re.fullmatch(r"FundingExport\.records\[\]\.[a-z_]+", name)}
    assert records <= given


def compare(schema, values, described, place, named, given) -> None:
    """Add each member that ``schema`` names to ``named``, and to ``given`` if one of ``values`` has it."""
    if "$ref" in schema:
        place = schema["$ref"].rpartition("/")[2]
        schema = described["components"]["schemas"][place]
    records = [value for value in values if isinstance(value, dict)]
    for name, inner in schema.get("properties", {}).items():
        has = [record[name] for record in records if name in record]
        named.add(f"{place}.{name}")
        given.update({f"{place}.{name}"} if has else ())
        compare(inner, has, described, f"{place}.{name}", named, given)
    if isinstance(schema.get("additionalProperties"), dict):
        inner = [each for record in records for each in record.values()]
        compare(schema["additionalProperties"], inner, described, f"{place}.*", named, given)
    if "items" in schema:
        entries = [entry for value in values if isinstance(value, list) for entry in value]
        compare(schema["items"], entries, described, f"{place}[]", named, given)


def test_the_comparison_notices_what_is_missing_on_either_side(described, answers):
    address = ("/api/search/", "200")
    schema = {**schemas(described)[address], "components": closed(described["components"])}
    [answer] = [
        answer for answer in answers[address] if answer["query"] == "musei" and answer["lang"] == "it"
    ][:1]
    validator = Draft202012Validator(schema)
    assert not list(validator.iter_errors(answer))
    for wrong in (answer | {"total": "many"}, answer | {"more": 1}, {**answer, "results": [{"url": "/"}]}):
        assert list(validator.iter_errors(wrong))


def test_our_own_records_are_closed_for_readers_of_the_description_too():
    def open_records(node, place):
        if isinstance(node, dict):
            if "properties" in node and node.get("additionalProperties") is not False:
                yield place
            for name, value in node.items():
                yield from open_records(value, f"{place}.{name}")

    assert list(open_records(DESCRIPTION["components"]["schemas"], "schemas")) == []
