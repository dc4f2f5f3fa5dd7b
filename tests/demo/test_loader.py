"""The loader: files become pages in both languages, once."""

from datetime import date

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, ReferenceIndex, Site
from wagtail_localize.models import Translation, TranslationSource

from cms.models import Organisation, PageParty, PageTopic, RelatedPage, Topic
from demo import loader
from demo.loader import is_loaded, load
from demo.values import day_from
from home.models import HomePage
from media.models import Picture, Rendition
from news.models import ProjectPage

COUNTED = (Page, Organisation, Topic, PageTopic, PageParty, RelatedPage, Picture, Rendition, Translation)


pytestmark = pytest.mark.usefixtures("no_sizes")


def project(language, slug):
    return ProjectPage.objects.get(locale__language_code=language, slug=slug)


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def test_the_site_opens_with_the_italian_home(small):
    site = Site.objects.get()
    assert site.is_default_site and site.site_name == "Intreccio"
    assert site.root_page.specific == HomePage.objects.get(locale__language_code="it")
    assert set(Locale.objects.values_list("language_code", flat=True)) == {"it", "en"}
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert not Redirect.objects.exists()


def test_pages_are_live_with_a_revision_in_both_languages(small):
    pages = Page.objects.filter(depth__gt=1)
    assert pages.count() == 8
    assert all(page.live and page.latest_revision and not page.has_unpublished_changes for page in pages)
    assert not pages.filter(alias_of__isnull=False).exists()


def test_a_source_page_has_all_that_its_file_says(small):
    page, other = project("it", "la-rete"), project("it", "altra")
    assert (page.title, page.kind, page.regions) == ("La rete", "network", ["ITC4", "ITH5"])
    assert [block.value for block in page.objectives] == ["Il primo", "Il secondo"]
    assert [block.block_type for block in page.body] == ["heading", "text", "table", "callout", "button"]
    assert page.body[1].value.source == (
        f'<p>Un <b>nodo</b> e <a linktype="page" id="{other.pk}">un altro</a> '
        '<a href="https://a.org/">qui</a>.</p><ul><li>uno</li><li>due</li></ul>'
    )
    assert page.body[4].value["page"].pk == other.pk
    assert [link.topic.slug for link in page.topic_links.all()] == ["cinema"]
    assert [(party.organisation.slug, party.role) for party in page.parties.all()] == [
        ("regione", "promoter")
    ]
    assert [link.target_id for link in page.related_links.all()] == [other.pk]
    assert other.body[0].value["page"].pk == page.pk


def test_a_translation_has_its_own_texts_and_the_source_s_facts(small):
    page, source = project("en", "the-network"), project("it", "la-rete")
    assert (page.title, page.summary) == ("The network", "A network.")
    assert page.translation_key == source.translation_key
    assert (page.kind, page.regions, page.picture) == (source.kind, source.regions, source.picture)
    assert [block.value for block in page.objectives] == ["The first", "The second"]
    assert [block.id for block in page.body] == [block.id for block in source.body]
    assert list(page.body[2].value["rows"][0]) == ["2024", "three"]
    assert (page.body[3].value["kind"], page.body[3].value["title"]) == ("warning", "Beware")
    assert page.body[4].value["page"] == source.body[4].value["page"]
    assert [link.topic.name for link in page.topic_links.all()] == ["Film"]
    assert [link.topic.locale.language_code for link in page.topic_links.all()] == ["en"]
    assert page.parties.count() == page.related_links.count() == 1


def test_links_keep_their_targets_where_a_translation_turns_the_sentence_round(small):
    page, other = project("en", "the-network"), project("it", "altra")
    assert page.body[1].value.source == (
        '<p><a href="https://a.org/">Here</a> is a <b>knot</b>, '
        f'<a id="{other.pk}" linktype="page">another</a>.</p><ul><li>one</li><li>two</li></ul>'
    )


def test_every_text_is_paired_so_that_editors_can_go_on(small):
    translations = Translation.objects.all()
    assert translations.count() == 5
    for translation in translations:
        total, translated = translation.get_progress()
        assert total == translated > 0
        assert translation.enabled


def test_the_sources_are_those_that_localize_would_make(small):
    common = ("pk", "order", "context__path", "context__path_id", "context__field_path")
    segments = {
        "stringsegment_set": (*common, "string__data", "string__data_hash", "attrs"),
        "templatesegment_set": (*common, "template__template"),
        "relatedobjectsegment_set": (*common, "object_id"),
        "overridablesegment_set": (*common, "data_json"),
    }

    def stored(source):
        return {name: sorted(getattr(source, name).values_list(*those)) for name, those in segments.items()}

    for source in TranslationSource.objects.all():
        before = stored(source)
        source.update_from_db()
        assert stored(source) == before
        assert any(before.values())


def test_an_editor_s_next_translation_doubles_nothing(small, django_capture_on_commit_callbacks):
    page = project("it", "la-rete")
    page.summary = "Una rete più grande."
    page.save_revision().publish()
    before = counts()
    source, _ = TranslationSource.update_or_create_from_instance(page)
    with django_capture_on_commit_callbacks(execute=True):
        source.translations.get().save_target()
    assert counts() == before
    assert project("en", "the-network").title == "The network"


def test_the_translation_opens_in_localize_s_editor(small, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("anna", password="x"))
    page = project("en", "the-network")
    response = client.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200
    assert "wagtail_localize/admin/edit_translation.html" in [one.name for one in response.templates]
    assert b"The first" in response.content


def test_every_page_has_its_cloth_unless_it_wants_none(small):
    page, bare = project("it", "la-rete"), project("it", "altra")
    assert bare.picture is None and bare.picture_alt == ""
    assert page.picture.has_focal_point() and page.picture.credit.startswith("Intreccio")
    assert "cloth" in project("en", "the-network").picture_alt
    assert ReferenceIndex.get_references_to(page.picture).exists()


def test_pictures_come_with_their_sizes(folder, db, monkeypatch):
    monkeypatch.undo()
    load(folder.write())
    page = project("it", "la-rete")
    assert page.picture.renditions.count() == 6
    assert all(size.file.storage.exists(size.file.name) for size in page.picture.renditions.all())


def test_sizes_that_are_missing_are_made_at_the_next_run(small):
    assert not Rendition.objects.exists()
    load(small)
    assert project("it", "la-rete").picture.renditions.count() == 6


def test_a_second_run_changes_nothing(small, django_assert_max_num_queries):
    page = project("it", "la-rete")
    page.title = "Cambiata"
    page.save_revision().publish()
    project("it", "altra").delete()
    loader.finish_pictures()
    before = counts()
    with django_assert_max_num_queries(6):
        assert load(small) is False
    assert counts() == before
    assert project("it", "la-rete").title == "Cambiata"


def test_a_load_that_breaks_off_leaves_nothing_and_can_be_repeated(db, folder, monkeypatch):
    def stop(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(loader, "publish", stop)
        with pytest.raises(KeyboardInterrupt):
            load(folder.write())
    assert not is_loaded() and not Picture.objects.exists()

    assert load(folder.path) is True
    assert Page.objects.filter(depth__gt=1).count() == 8


def test_the_next_run_may_serve_on_another_port(small, settings):
    settings.BASE_URL = "http://127.0.0.1:8123"
    load(small)
    assert Site.objects.get().port == 8123


def test_a_page_may_wait_for_its_translation(db, folder):
    del folder.files["en/projects/altra.yaml"]
    load(folder.write())
    assert Page.objects.filter(locale__language_code="en", depth__gt=1).count() == 3


def test_progress_is_told(db, folder):
    told = []
    load(folder.write(), report=lambda step, done, total: told.append((step, done, total)))
    assert ("pages", 4, 4) in told and ("in en", 5, 5) in told


def test_the_command_tells_how_to_log_in(small, settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    call_command("load_demo")
    said = capsys.readouterr().out
    assert "already there" in said
    assert (tmp_path / "demo-login.txt").read_text().split()[1] in said


def test_the_days_of_examples_are_counted_from_the_day_of_loading():
    today = date(2026, 12, 30)
    assert day_from("+5 days", today) == date(2027, 1, 4)
    assert day_from("-1 day", today) == date(2026, 12, 29)
    assert day_from("2026-12-01", today) == "2026-12-01"
