"""What is not live answers as what never was: status, headers and bytes, but for the path told back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cms.querysets import is_visible
from tests.factories.media import attachment, picture
from tests.factories.pages import article, event, project, sheet, story, translate

from .asking import BELOW, body_of
from .hidden import PASSWORD, restrict

pytestmark = pytest.mark.django_db
NEVER = "mai-esistita"
MAKERS = {"news": article, "events": event, "projects": project, "funding": sheet, "stories": story}
STATES = ("draft", "scheduled", "expired", "unpublished", "deleted")
CASES = [
    *(("funding", state) for state in STATES),
    *zip(("news", "events", "projects", "stories"), STATES, strict=False),
]


@pytest.fixture
def still():
    """Headers tell the second."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def gone(page, state):
    """The page as it is after what happened to it."""
    if state == "deleted":
        page.delete()
    elif state == "unpublished":
        page.unpublish()
    else:
        now = timezone.now()
        fields = {
            "draft": {"first_published_at": None, "has_unpublished_changes": True},
            "scheduled": {"first_published_at": None, "go_live_at": now + timedelta(days=1)},
            "expired": {"expired": True, "expire_at": now - timedelta(days=1)},
        }
        for name, value in ({"live": False} | fields[state]).items():
            setattr(page, name, value)
        page.save()


def answer(client, address, *mentioned):
    """Status, headers and body, without what the address itself brings into them."""
    response = client.get(address)
    body = body_of(response).decode()
    # The clock goes on between two requests.
    headers = str(sorted(pair for pair in response.headers.items() if pair[0] != "Expires"))
    for word in mentioned:
        body, headers = body.replace(word, "*"), headers.replace(word, "*")
    headers = headers.replace(str(len(body_of(response))), "*")
    return response.status_code, headers, body


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize(("section", "state"), CASES)
def test_an_address_tells_nothing_of_what_is_not_live(client, tree, section, state):
    page = MAKERS[section](getattr(tree, section), title="Bozza segreta", slug="bozza-segreta")
    english = translate(page, tree.english.locale, slug="secret-draft")
    there, number = page.url, page.pk
    gone(page, state)
    below = (
        ["", "?q=1", "altro/", "altro/ancora/", *BELOW]
        if section == "funding"
        else ["", "altro/", "feed.rss"]
    )
    for end in [*below, "calendar.ics"]:
        draft, never = there + end, there.replace("bozza-segreta", NEVER) + end
        assert answer(client, draft, "bozza-segreta") == answer(client, never, NEVER)
        assert answer(client, draft, "bozza-segreta")[0] == 404
    for pattern in ("/api/v2/pages/{}/", "/it/non-tradotta/{}/", "/en/not-translated/{}/"):
        assert answer(client, pattern.format(number), str(number)) == answer(
            client, pattern.format(987654), "987654"
        )
    for name in ("child_of", "descendant_of", "translation_of"):
        draft, never = (f"/api/v2/pages/?{name}={pk}" for pk in (number, 987654))
        assert answer(client, draft, str(number)) == answer(client, never, "987654")
    for path in (there, there.removeprefix("/it")):
        draft, never = (
            f"/api/v2/pages/find/?html_path={each}" for each in (path, path.replace("bozza-segreta", NEVER))
        )
        assert answer(client, draft) == answer(client, never)
    # Its translation does not lead to it either.
    if state != "deleted":
        assert "bozza-segreta" not in client.get(english.url).content.decode()


def test_a_live_page_below_one_that_is_not_does_not_name_it(client, tree):
    page = article(tree.news, title="Visibile")
    tree.news.title = "Sezione segreta"
    tree.news.live = False
    tree.news.save()
    html = client.get(page.url).content.decode()
    assert "Visibile" in html
    assert "Sezione segreta" not in html


def test_what_is_missing_below_a_private_page_does_not_name_it(client, tree):
    tree.news.title = "Sezione segreta"
    tree.news.save()
    restrict(tree.news, "password")
    html = client.get("/it/notizie/manca/").content.decode()
    assert "Sezione segreta" not in html
    assert PASSWORD not in html


@pytest.mark.usefixtures("still")
def test_files_that_are_gone_answer_as_files_that_never_were(client, tree, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document, cloth = attachment("segreto.txt"), picture("segreto")
    addresses = {
        document.url: "/documents/987654/segreto.txt",
        cloth.file.url: "/media/original_images/mai.jpg",
    }
    addresses[f"/documents/{document.pk}/altro.txt"] = "/documents/987654/altro.txt"
    for kind, number in (("documents", document.pk), ("images", cloth.pk)):
        addresses[f"/api/v2/{kind}/{number}/"] = f"/api/v2/{kind}/987654/"
    document.delete()
    cloth.file.delete(save=False)
    cloth.delete()
    for was, never in addresses.items():
        assert answer(client, was, was) == answer(client, never, never)


@pytest.mark.usefixtures("still")
def test_a_preview_is_for_editors(client, tree):
    page = article(tree.news)
    page.unpublish()
    for address in ("/admin/pages/{}/view_draft/", "/admin/pages/{}/edit/preview/", "/admin/pages/{}/edit/"):
        draft, never = address.format(page.pk), address.format(987654)
        assert answer(client, draft, draft) == answer(client, never, never)


def test_a_draft_is_not_visible_where_nothing_is_restricted(tree):
    draft = article(tree.news)
    assert is_visible(draft)
    draft.unpublish()
    assert not is_visible(draft)
