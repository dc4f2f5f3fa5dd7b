"""An installed site upgrades, and nothing that was told under a field's old name is lost."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Comment, Page, ReferenceIndex, Revision
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from cms import cache_version
from stories.models import StoryPage
from tests import database
from tests.factories import pages
from translation.draft_creator import submit

BEFORE, AFTER = [("stories", "0001_initial")], [("stories", "0002_rename_action_to_solution")]
LINK = "https://example.org/rete"
TEXT = '<p>Hanno fatto <a linktype="page" id="{}">rete</a>, come <a href="{}">qui</a>.</p><p>Insieme.</p>'


@pytest.fixture
def site(tmp_path, django_db_setup, django_db_blocker):
    """A site's own database in a file of SQLite, wherever the others are: the tests' own cannot be migrated
    within a transaction."""
    file = tmp_path / "site.sqlite3"
    database.lend(file)
    kept = connections["default"]
    own = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": {}}
    with django_db_blocker.unblock():
        connections["default"] = DatabaseWrapper({**kept.settings_dict, **own}, "default")
        ContentType.objects.clear_cache()
        try:
            if not file.exists():
                database.migrate()
            yield pages.site_tree()
        finally:
            connections["default"].close()
            connections["default"] = kept
            ContentType.objects.clear_cache()
            cache_version.forget()


@pytest.fixture
def story(site):
    """Translated, commented on and linked, with a version."""
    page = pages.story(
        site.stories,
        title="Insieme si va oltre",
        slug="insieme",
        summary="Come una rete è cresciuta.",
        challenge="<p>Da sole non ce la facevano.</p>",
        solution=TEXT.format(site.home.pk, LINK),
    )
    page.wagtail_admin_comments.add(Comment(user=_user(), contentpath="solution", text="Chi?"))
    page.save()
    page.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(page)
    submit(page, [site.english.locale])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        text = "EN " + segment.string.data
        StringTranslation.from_text(segment.string, translation.target_locale, segment.context, text)
    overridden = OverridableSegment.objects.get(
        source=translation.source, context__path__startswith="solution"
    )
    SegmentOverride.objects.create(
        locale=translation.target_locale, context=overridden.context, data_json=json.dumps(LINK + "/en")
    )
    return page


def _user():
    return get_user_model().objects.create_superuser("admin", "admin@example.org", "x")


def _migrate(target) -> None:
    MigrationExecutor(connection).migrate(target)


def _shape(name: str) -> None:
    """Everything that is kept speaks of the field by this name only."""
    kinds = {"action", "solution"}
    other = (kinds - {name}).pop()
    for content in Revision.objects.filter(content_type__model="storypage").values_list("content", flat=True):
        assert name in content and other not in content
        for comment in content["wagtail_admin_comments"]:
            assert comment["contentpath"] == name
    source = TranslationSource.objects.get(specific_content_type__model="storypage")
    assert kinds & set(json.loads(source.content_json)) == {name}
    contexts = TranslationContext.objects.filter(object_id=source.object_id)
    ours = [one for one in contexts if one.path.split(".")[0] in kinds]
    assert {one.path for one in ours} == {name, f"{name}.'{LINK}'"}
    for one in ours:
        assert one.path_id == TranslationContext._get_path_id(one.path)
        assert one.field_path.split(".")[0] == name
    assert Comment.objects.get().contentpath == name
    rows = ReferenceIndex.objects.filter(content_type__model="storypage", to_content_type__model="page")
    assert {(row.model_path, row.content_path) for row in rows} == {(f"{name}.", f"{name}.")}
    assert {row.content_path_hash for row in rows} == {ReferenceIndex._get_content_path_hash(f"{name}.")}


def test_text_versions_and_translations_survive_the_upgrade(story, site):
    text, numbers = story.solution, list(Revision.objects.values_list("pk", flat=True))
    translated = TranslationSource.objects.get(specific_content_type__model="storypage")
    _migrate(BEFORE)
    _shape("action")
    with connection.cursor() as cursor:
        cursor.execute("SELECT action FROM stories_storypage WHERE page_ptr_id = %s", [story.pk])
        assert cursor.fetchone() == (text,)
    assert TranslationSource.objects.get(pk=translated.pk).schema_version == BEFORE[0][1]

    _migrate(AFTER)
    _shape("solution")
    page = StoryPage.objects.get(pk=story.pk)
    assert page.solution == page.latest_revision.as_object().solution == text
    assert list(Revision.objects.values_list("pk", flat=True)) == numbers

    source = TranslationSource.objects.get(pk=translated.pk)
    assert not source.schema_out_of_date()
    assert source.as_instance().solution == text
    english, _created = source.create_or_update_translation(site.english.locale, publish=False)
    assert "EN Insieme." in english.solution and "EN Hanno fatto" in english.solution
    assert LINK + "/en" in english.solution
    before = set(StringSegment.objects.values_list("pk", flat=True))
    source.refresh_segments()
    assert set(StringSegment.objects.values_list("pk", flat=True)) == before
    done, all_of_them = Translation.objects.get(source=source).get_progress()
    assert done == all_of_them


ODD = [[], ["action"], "action", 7, {}, {"action": None}, {"action": "", "solution": "<p>Nuovo</p>"}]


def test_odd_rows_do_not_stop_it(story):
    _migrate(BEFORE)
    version = Revision.objects.filter(content_type__model="storypage").first()
    odd = []
    for content in [*ODD, {"wagtail_admin_comments": [None, {}, {"contentpath": 3}, "x"]}]:
        version.pk, version.content = None, content
        version.save(force_insert=True)
        odd.append(version.pk)
    TranslationSource.objects.update(content_json="{not json")
    _migrate(AFTER)
    after = [Revision.objects.get(pk=pk).content for pk in odd]
    assert after[:5] == ODD[:5]
    assert after[5:7] == [{"solution": None}, {"action": "", "solution": "<p>Nuovo</p>"}]
    assert TranslationSource.objects.get(specific_content_type__model="storypage").content_json == "{not json"


def test_a_page_of_another_kind_keeps_its_own_names(story, site):
    article = pages.article(site.news, title="Concerto", slug="concerto")
    article.save_revision()
    _migrate(BEFORE)
    other = Page.objects.get(pk=article.pk).latest_revision
    other.content["action"] = "x"
    other.save()
    _migrate(AFTER)
    assert Revision.objects.get(pk=other.pk).content["action"] == "x"
