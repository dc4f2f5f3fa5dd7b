"""The API tells of pictures and documents that a public page uses, and of no others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.settings.registry import registry
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from tests.factories import pages
from tests.factories.media import attachment, picture

pytestmark = pytest.mark.django_db
SECRET = "Bozza: nomina del nuovo direttore"


@pytest.fixture
def kept(tree):
    """A picture and a document, by their names in the API."""
    return {"images": picture(SECRET), "documents": attachment(title=SECRET)}


def use(section, media, **fields):
    """A page with the picture and a link to the document in its text, noted among what refers to them."""
    body = [("text", f'<p><a linktype="document" id="{media["documents"].pk}">Verbale</a></p>')]
    fields |= {"picture": media["images"], "picture_alt": "Una sala", "body": body}
    page = pages.article(section, **fields)
    ReferenceIndex.create_or_update_for_object(page)  # else on commit
    return page


def told(client, kind: str, thing) -> bool:
    """Whether the API tells of it in any way; where it does not, as of what never was."""
    root = f"/api/v2/{kind}/"
    answers = [client.get(f"{root}?{query}") for query in ("order=-id", "search=direttore", f"id={thing.pk}")]
    answers.append(client.get(f"{root}find/?id={thing.pk}", follow=True))
    known = [SECRET in answer.content.decode() for answer in answers]
    one, never = (client.get(f"{root}{number}/") for number in (thing.pk, 999_999))
    known.append(SECRET in one.content.decode())
    if not any(known):
        assert (one.status_code, one.content) == (never.status_code, never.content) and one.status_code == 404
    return any(known)


def test_what_was_only_uploaded_is_not_told(client, kept, search_index):
    assert not any(told(client, *each) for each in kept.items())


def test_what_a_public_page_uses_is_told(client, tree, kept, search_index):
    page = use(tree.news, kept)
    assert all(told(client, *each) for each in kept.items())
    page.unpublish()
    assert not any(told(client, *each) for each in kept.items())


@pytest.mark.parametrize("what", ["draft", "restricted", "section"])
def test_what_the_public_may_not_read_tells_of_none(client, tree, kept, what, search_index):
    page = use(tree.news, kept, live=what != "draft")
    if what != "draft":
        restricted = page if what == "restricted" else tree.news
        PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    assert not any(told(client, *each) for each in kept.items())


def test_a_draft_of_a_public_page_tells_of_none(client, tree, kept, search_index):
    page = pages.article(tree.news)
    page.picture = kept["images"]
    page.save_revision()
    ReferenceIndex.create_or_update_for_object(type(page).objects.get(pk=page.pk))
    assert not told(client, "images", kept["images"])


def test_one_that_a_second_page_uses_is_told(client, tree, kept, search_index):
    use(tree.news, kept, live=False)
    use(tree.news, kept, slug="altra")
    assert all(told(client, *each) for each in kept.items())


def test_only_pages_hold_media():
    """Another entry that did would have to be asked as well."""
    media = {get_image_model(), get_document_model()}
    found = [
        str(field)
        for model in (*get_snippet_models(), *registry)
        for field in model._meta.get_fields()
        if isinstance(field, RichTextField | StreamField) or getattr(field, "related_model", None) in media
    ]
    assert found == []


def test_a_list_costs_the_same_for_more_of_them(client, tree):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/api/v2/documents/").json()["items"]
        return len(captured)

    for number in range(2):
        use(tree.news, {"images": picture(), "documents": attachment()}, slug=f"uno-{number}")
    few = queries()
    for number in range(5):
        use(tree.news, {"images": picture(), "documents": attachment()}, slug=f"due-{number}")
    assert queries() <= few + 5  # the tags of each, Wagtail's
