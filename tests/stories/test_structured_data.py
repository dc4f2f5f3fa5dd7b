"""What search engines read of a story."""

import json

import pytest

pytestmark = pytest.mark.django_db


def test_a_story_is_an_article_about_its_cooperative(client, pantacon):
    html = client.get(pantacon.url).content.decode()
    start = html.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    nodes = json.loads(html[start : html.index("</script>", start)])["@graph"]
    told, crumbs = nodes
    assert told["@type"] == "Article"
    assert told["headline"] == "Insieme si va oltre"
    assert told["about"]["name"] == "Consorzio Rete di Imprese"
    assert told["about"]["foundingDate"] == "2009"
    assert told["citation"]["spokenByCharacter"]["jobTitle"] == "presidente"
    assert [item["name"] for item in crumbs["itemListElement"]] == ["Inizio", "Storie", "Insieme si va oltre"]
