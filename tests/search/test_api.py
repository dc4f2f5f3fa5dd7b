"""/api/search/: the search page as JSON."""

import shutil
from datetime import date

import pytest

from tests.factories import pages
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages
from tests.search.hostile import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


@pytest.fixture(scope="module")
def site(standing_db):
    tree = site_tree()
    pages.article(
        tree.news, title="Tessitura a mano", summary="Il telaio.", slug="mano", day=date(2025, 3, 1)
    )
    return tree


@pytest.fixture(scope="module")
def standing_index(site, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def ask(client, search_index):
    return lambda **parameters: client.get("/api/search/", parameters).json()


def test_an_answer_has_the_shape_that_others_rely_on(ask):
    answer = ask(q="telaio", lang="it")
    assert {key: answer[key] for key in ("query", "lang", "total", "page", "pages", "did_you_mean")} == {
        "query": "telaio",
        "lang": "it",
        "total": 1,
        "page": 1,
        "pages": 1,
        "did_you_mean": "",
    }
    [result] = answer["results"]
    assert result["url"] == "/it/notizie/mano/"
    assert result["title"] == "Tessitura a mano"
    assert result["type"] == "news"
    assert result["summary"] == "Il telaio."
    assert result["highlight"] == "Il <mark>telaio</mark>."
    assert set(result) == {"url", "title", "type", "type_label", "summary", "highlight", "date", "found_in"}
    assert answer["facets"]["type"] == [
        {"value": "news", "label": answer["facets"]["type"][0]["label"], "count": 1}
    ]
    assert set(answer["facets"]) == {"type", "topic", "year"}


def test_another_language_that_has_the_words_is_told(ask, client):
    [offer] = ask(q="telaio", lang="en")["elsewhere"]
    assert offer == {
        "lang": "it",
        "total": 1,
        "label": "1 result in Italian",
        "url": "/it/cerca/?q=telaio",
    }
    assert client.get(offer["url"]).status_code == 200
    assert ask(q="telaio", lang="it")["elsewhere"] == []
    assert ask(q="zanzara", lang="en")["elsewhere"] == []


def test_the_language_chooses_pages_and_labels(ask):
    english = ask(q="stories", lang="en")
    assert english["results"][0]["url"] == "/en/stories/"
    assert english["results"][0]["type_label"] == "Page"
    assert ask(q="storie")["lang"] == "it"


def test_an_unknown_language_is_answered_in_the_first_one_with_a_notice(ask):
    answer = ask(q="telaio", lang="xx")
    assert answer["lang"] == "it"
    assert answer["total"] == 1
    assert "xx" in answer["notices"][0]


def test_unknown_values_and_pages_are_ignored_with_notices(ask):
    answer = ask(q="telaio", type="nonsense", page="77")
    assert (answer["total"], answer["page"], len(answer["notices"])) == (1, 1, 2)


def test_a_slip_of_the_pen_gets_a_suggestion(ask):
    assert ask(q="tesitura")["did_you_mean"] == "tessitura"


def test_any_string_is_answered(client):
    for text in HOSTILE:
        encoded = "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))
        response = client.get(f"/api/search/?q={encoded}&lang={encoded[:60]}")
        assert response.status_code == 200, ascii(text[:40])
        assert "results" in response.json(), ascii(text[:40])


def test_only_reading_is_possible(client):
    assert client.post("/api/search/").status_code == 405
    assert client.delete("/api/search/").status_code == 405


def test_while_there_is_no_index_it_says_to_try_again(client, ask, search_index):
    shutil.rmtree(search_index.folder)
    response = client.get("/api/search/?q=telaio")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert response.json()["notices"]
