"""What is taken away from the public names its translations, and takes them along where it is asked to."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from cms.models import RelatedPage, Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF
from tests.editors.accounts.conftest import browser, chief, person, site, stored  # noqa: F401
from tests.factories import pages

pytestmark = pytest.mark.django_db
NAMED = "Versions in other languages stay as they are"


def single(act):
    return lambda page: reverse(f"wagtailadmin_pages:{act}", args=[page.pk])


def many(act):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", act])
    return lambda page: f"{address}?next=%2Fadmin%2F&id={page.pk}"


ACTS = {
    "one": (single("unpublish"), "unpublish"),
    "many": (many("unpublish"), "unpublish"),
    "delete one": (single("delete"), "delete"),
    "delete many": (many("delete"), "delete"),
    "restrict": (single("set_privacy"), "restrict"),
}


def gone(page, act) -> bool:
    if act == "delete":
        return not Page.objects.filter(pk=page.pk).exists()
    if act == "restrict":
        return stored(page).get_view_restrictions().exists()
    return not stored(page).live


@pytest.mark.parametrize("box", [{}, {"language_versions": "on"}], ids=["alone", "too"])
@pytest.mark.parametrize(("address", "act"), ACTS.values(), ids=ACTS.keys())
def test_the_translations_are_named_and_go_along_only_where_asked(chief, site, address, act, box):  # noqa: F811
    html = chief.get(address(site.article)).content.decode().replace('\\"', '"')
    assert NAMED in html
    assert "Piece of news" in html
    assert 'name="language_versions"' in html
    answer = chief.post(address(site.article), {"restriction_type": "login", **box}, follow=True)
    assert answer.status_code == 200
    assert gone(site.article, act)
    assert gone(site.english_article, act) == bool(box)


@pytest.mark.parametrize("address", [single("unpublish"), many("unpublish")], ids=["one", "many"])
def test_the_language_is_named(browser, site, address):  # noqa: F811
    html = browser(EDITOR_IN_CHIEF, "it").get(address(site.article)).content.decode()
    assert "These versions too" in html
    assert "Inglese:" in html


def test_a_section_takes_the_pages_below_along(chief, site):  # noqa: F811
    html = chief.get(single("delete")(site.news)).content.decode()
    assert "with 1 published page below it" in html
    chief.post(single("unpublish")(site.news), {"include_descendants": "on", "language_versions": "on"})
    assert not stored(site.english_article).live
    assert not stored(site.english.news).live


def test_without_a_live_translation_nothing_is_asked(chief, site):  # noqa: F811
    site.english_article.unpublish()
    for address, _act in ACTS.values():
        assert "language_versions" not in chief.get(address(site.article)).content.decode()


def test_who_may_not_is_told_so_and_the_translation_stays(browser, site):  # noqa: F811
    client = browser(AUTHOR)
    for name in ("publish", "bulk_delete"):
        GroupPagePermission.objects.create(
            group=Group.objects.get(name=AUTHOR.name), page=site.home, permission_type=name
        )
    html = client.get(single("unpublish")(site.article)).content.decode()
    assert "you may not do this to them" in html
    assert 'name="language_versions"' not in html
    client.post(single("unpublish")(site.article), {"language_versions": "on"})
    assert not stored(site.article).live
    assert stored(site.english_article).live


def test_a_moved_page_takes_its_translations_to_the_same_place(chief, site):  # noqa: F811
    archive = pages.add(type(site.news), site.home, slug="archivio", title="Archivio")
    args = [site.article.pk, archive.pk]
    assert NAMED not in chief.get(reverse("wagtailadmin_pages:move_confirm", args=args)).content.decode()
    there = pages.add(
        type(site.news), site.english.home, slug="archive", translation_key=archive.translation_key
    )
    assert NAMED in chief.get(reverse("wagtailadmin_pages:move_confirm", args=args)).content.decode()
    chief.post(reverse("wagtailadmin_pages:move_confirm", args=args), {"language_versions": "on"})
    assert stored(site.article).get_parent().pk == archive.pk
    assert stored(site.english_article).get_parent().pk == there.pk


def test_many_moved_pages_as_well(chief, site):  # noqa: F811
    archive = pages.add(type(site.news), site.home, slug="archivio")
    there = pages.add(
        type(site.news), site.english.home, slug="archive", translation_key=archive.translation_key
    )
    assert 'name="language_versions"' in chief.get(many("move")(site.article)).content.decode()
    chief.post(many("move")(site.article), {"chooser": archive.pk, "language_versions": "on"})
    assert stored(site.english_article).get_parent().pk == there.pk


def test_a_translation_keeps_a_restriction_of_its_own(chief, site):  # noqa: F811
    PageViewRestriction.objects.create(page=site.english_article, restriction_type="password", password="x")
    chief.post(single("set_privacy")(site.article), {"restriction_type": "login", "language_versions": "on"})
    assert stored(site.english_article).get_view_restrictions().get().restriction_type == "password"


def test_what_a_restriction_did_besides_is_said_on_the_same_page(chief, site):  # noqa: F811
    data = {"restriction_type": "login", "language_versions": "on"}
    answer = chief.post(single("set_privacy")(site.article), data)
    assert answer.json()["step"] == "set_privacy_done"
    assert answer.json()["messages"] == ["The same for these translations: Piece of news (English)."]
    assert "The same for these" not in chief.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("box", [{}, {"language_versions": "on"}], ids=["alone", "too"])
@pytest.mark.parametrize("act", ["delete", "unpublish", "bulk"])
def test_a_snippet(chief, site, act, box):  # noqa: F811
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=site.locale)
    other = Topic.objects.create(
        name="Theatre", slug="theatre", locale=site.english.locale, translation_key=topic.translation_key
    )
    if act == "bulk":
        address = reverse("wagtail_bulk_action", args=["core", "topic", "delete"]) + f"?id={topic.pk}"
    else:
        address = reverse(Topic.snippet_viewset.get_url_name(act), args=[topic.pk])
    html = chief.get(address).content.decode()
    assert "Theatre" in html
    chief.post(address, box)
    assert Topic.objects.filter(pk=topic.pk, live=True).exists() is False
    assert Topic.objects.filter(pk=other.pk, live=True).exists() is not bool(box)


def test_the_language_stands_beside_each_linking_page(chief, site):  # noqa: F811
    article = stored(site.english_article)
    article.related_links = [RelatedPage(target=stored(site.article))]
    article.save()
    html = chief.get(single("delete")(site.article)).content.decode()
    assert "Piece of news</a> (English)" in html


@pytest.mark.parametrize("is_restricted", [False, True])
def test_who_can_read_a_version_is_told(chief, site, is_restricted):  # noqa: F811
    if is_restricted:
        PageViewRestriction.objects.create(page=site.english_article, restriction_type="login")
    html = " ".join(chief.get(single("unpublish")(site.article)).content.decode().split())
    assert ("(the public can read it)" in html) != is_restricted
    assert ("(published, with restricted access)" in html) == is_restricted
