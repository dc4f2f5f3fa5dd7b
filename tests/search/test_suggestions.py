"""/api/search/suggest: pages, topics and organisations for somebody who is still typing."""

import shutil

import pytest

from cms import cache_version
from cms.models import Organisation, PageParty, PageTopic, Topic
from tests.factories import pages
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages
from tests.search.hostile import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


@pytest.fixture(scope="module")
def site(standing_db):
    tree = site_tree()
    project = pages.project(tree.projects, title="L’arte della tessitura", slug="arte")
    topic = Topic.objects.create(locale=tree.locale, name="Artigianato", slug="craft")
    Topic.objects.create(locale=tree.locale, name="Artico", slug="arctic")
    PageTopic.objects.create(page_id=project.pk, topic=topic, locale=tree.locale)
    body = Organisation.objects.create(name="Regione Emilia-Romagna", slug="rer", short_name="RER")
    PageParty.objects.create(page_id=project.pk, organisation=body, role="promoter")
    Organisation.objects.create(name="Regione Ignota", slug="ignota")
    return tree


@pytest.fixture(scope="module")
def standing_index(site, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def suggested(client, search_index):
    def ask(typed, **parameters):
        answer = client.get("/api/search/suggest", {"q": typed, "lang": "it", **parameters})
        assert answer.status_code == 200
        return answer.json()

    return ask


def test_an_answer_has_the_shape_that_others_rely_on(suggested):
    assert suggested("tess") == {
        "query": "tess",
        "lang": "it",
        "suggestions": [
            {
                "text": "L’arte della tessitura",
                "url": "/it/progetti/arte/",
                "type": "project",
                "type_label": "Project",
            }
        ],
    }


def test_topics_come_first_and_lead_to_their_pages(suggested, client):
    topic, page = suggested("art")["suggestions"]
    assert (topic["text"], topic["type"], topic["type_label"]) == ("Artigianato", "topic", "Topic")
    assert page["type"] == "project"
    hits = client.get(topic["url"]).context["hits"]
    assert [result.hit.title for result in hits] == ["L’arte della tessitura"]


@pytest.mark.parametrize("typed", ["emilia", "rer", "REGIONE emi"])
def test_an_organisation_is_suggested_by_either_of_its_names(suggested, typed):
    [body] = suggested(typed)["suggestions"]
    assert (body["text"], body["type_label"]) == ("Regione Emilia-Romagna", "Organisation")
    assert body["url"].startswith("/it/cerca/?q=")


@pytest.mark.parametrize("typed", ["l'arte", "l’art", "dell'arte", "nell`art", "L´arte"])
def test_an_elided_article_is_not_asked_for(suggested, typed):
    assert "L’arte della tessitura" in [one["text"] for one in suggested(typed)["suggestions"]]


def test_a_name_of_one_letter_before_an_apostrophe_is_kept(suggested):
    assert suggested("o'tessitura")["suggestions"] == []


@pytest.mark.parametrize("typed", ["startup", "start-up", "start up", "startu"])
def test_other_spellings_are_suggested(suggested, site, search_index, typed):
    project = pages.project(site.projects, title="La scuola delle start-up", slug="scuola")
    topic = Topic.objects.create(locale=site.locale, name="Nuove start-up", slug="new")
    PageTopic.objects.create(page_id=project.pk, topic=topic, locale=site.locale)
    cache_version.bump()
    search_index.rebuild()
    assert [one["type"] for one in suggested(typed)["suggestions"]] == ["topic", "project"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("artigianatto", "Artigianato"),
        ("tessitra", "L’arte della tessitura"),
        ("arte tesitura", "L’arte della tessitura"),
    ],
)
def test_one_slip_is_put_right(suggested, typed, found):
    assert found in [one["text"] for one in suggested(typed)["suggestions"]]


def test_what_no_page_shows_is_not_suggested(suggested):
    assert suggested("artico")["suggestions"] == []
    assert suggested("ignota")["suggestions"] == []


def test_each_language_suggests_its_own(suggested):
    assert suggested("tess", lang="en")["suggestions"] == []
    assert suggested("new", lang="en")["suggestions"][0]["url"] == "/en/news/"
    assert suggested("tess", lang="xx")["lang"] == "it"


def test_a_renamed_topic_is_suggested_at_once(suggested, django_capture_on_commit_callbacks):
    assert suggested("artig")["suggestions"]
    with django_capture_on_commit_callbacks(execute=True):
        Topic.objects.filter(slug="craft").get().delete()
    assert suggested("artig")["suggestions"] == []


def test_any_string_is_answered(client, site):
    for text in HOSTILE:
        encoded = "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))
        answer = client.get(f"/api/search/suggest?q={encoded}&lang=it")
        assert answer.status_code == 200, ascii(text[:40])
        assert len(answer.json()["suggestions"]) <= 8, ascii(text[:40])


def test_suggestions_cost_the_database_nothing_once_the_names_are_known(suggested, django_assert_num_queries):
    suggested("a")
    with django_assert_num_queries(0):
        suggested("art")


def test_without_an_index_there_are_none_and_it_is_said(client, site, search_index):
    shutil.rmtree(search_index.folder)
    answer = client.get("/api/search/suggest", {"q": "arte", "lang": "it"})
    assert answer.status_code == 503
    assert answer.json()["suggestions"] == []


def test_only_reading_is_possible(client):
    assert client.post("/api/search/suggest").status_code == 405


def test_the_form_names_where_suggestions_come_from(client, site):
    html = client.get("/en/search/").content.decode()
    assert 'data-suggest="/api/search/suggest?lang=en"' in html
    assert 'js/suggest.js"' in html
