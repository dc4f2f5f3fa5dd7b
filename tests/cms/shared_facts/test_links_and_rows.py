"""Links and rows follow the original; those that a translator has replaced or added stay."""

import pytest
from wagtail_localize.models import (
    SegmentOverride,
    TranslationContext,
)

from cms.models import Organisation, PageParty, PageTopic, Topic
from funding.models import SheetChange
from tests.factories import pages

from .conftest import NEW, OLD, anew, publish

pytestmark = pytest.mark.django_db


def test_a_link_that_the_translator_has_replaced_stays(call, synchronised, tree):
    call = publish(call, official_page="https://mic.example/it")
    english = synchronised(call)
    context = TranslationContext.objects.get(object_id=call.translation_key, path="official_page")
    SegmentOverride.objects.create(
        locale=tree.english.locale, context=context, data_json='"https://mic.example/en"'
    )
    publish(english, official_page="https://mic.example/en")
    publish(call, official_page="https://mic.example/it/2", application_link="https://domande.example/2")
    english = anew(english)
    assert english.official_page == "https://mic.example/en"
    assert english.application_link == "https://domande.example/2"


def test_a_link_of_its_own_in_a_version_by_hand_stays_and_others_follow(call, by_hand):
    call = publish(call, official_page="https://mic.example/it", application_link="https://domande.example/1")
    english = by_hand(call, official_page="https://mic.example/en")
    publish(call, official_page="https://mic.example/it/2", application_link="https://domande.example/2")
    english = anew(english)
    assert english.official_page == "https://mic.example/en"
    assert english.application_link == "https://domande.example/2"


def test_rows_follow_and_topics_are_those_of_the_language(tree, by_hand, synchronised):
    music = Topic.objects.create(name="Musica", slug="musica")
    theatre = Topic.objects.create(name="Teatro", slug="teatro")
    in_english = {topic: topic.copy_for_translation(tree.english.locale) for topic in (music, theatre)}
    for topic in in_english.values():
        topic.save()
    event = pages.event(tree.events, title="Incontro", slug="incontro", start_day=OLD)
    event = publish(event, topic_links=[PageTopic(topic=music, locale=tree.locale)])
    versions = [synchronised(event)]
    ente = Organisation.objects.create(name="Ente", slug="ente")
    draft = anew(event)
    draft.topic_links.add(PageTopic(topic=theatre, locale=tree.locale))
    draft.parties.create(organisation=ente, role="promoter")
    draft.save_revision().publish()
    for version in versions:
        row = anew(version)
        assert {link.topic for link in row.topic_links.all()} == set(in_english.values())
        assert {link.locale for link in row.topic_links.all()} == {tree.english.locale}
        assert [part.organisation for part in row.parties.all()] == [ente]
        assert {part["organisation"] for part in row.get_latest_revision().content["parties"]} == {ente.pk}
    draft = anew(event)
    draft.topic_links.set([link for link in draft.topic_links.all() if link.topic == theatre])
    draft.save_revision().publish()
    assert [link.topic for link in anew(versions[0]).topic_links.all()] == [in_english[theatre]]


def test_rows_of_its_own_in_a_version_by_hand_stay(tree, by_hand):
    project = publish(pages.project(tree.projects, title="Rete", slug="rete"))
    ours, theirs = (Organisation.objects.create(name=name, slug=name) for name in ("uno", "due"))
    english = by_hand(project)
    english = publish(english, parties=[PageParty(organisation=ours, role="partner")])
    publish(project, parties=[PageParty(organisation=theirs, role="promoter")])
    assert {part.organisation for part in anew(english).parties.all()} == {ours, theirs}


@pytest.mark.parametrize("kind", ["synchronised", "by_hand"])
def test_days_and_links_inside_rows_follow_and_their_words_do_not(call, request, kind):
    paper = {
        "title": "Testo",
        "file": None,
        "link": "https://mic.example/a.pdf",
        "day": None,
        "language": "it",
    }
    call = publish(
        call, steps=[("step", {"title": "Graduatoria", "day": OLD})], documents=[("document", paper)]
    )
    english = request.getfixturevalue(kind)(call)
    row = anew(english)
    row.steps[0].value["title"] = "Ranking"
    english = publish(english, steps=row.steps)
    draft = anew(call)
    draft.steps[0].value["day"] = NEW
    draft.documents[0].value["link"] = "https://mic.example/b.pdf"
    draft.steps[0].value["title"] = "Graduatoria provvisoria"
    draft.save_revision().publish()
    row = anew(english)
    assert dict(row.steps[0].value) == {"title": "Ranking", "day": NEW}
    assert row.documents[0].value["link"] == "https://mic.example/b.pdf"
    assert row.get_latest_revision().as_object().steps[0].value["day"] == NEW


def test_papers_that_english_does_not_have_yet_are_logged_once(call, by_hand):
    paper = {"title": "Testo", "file": None, "link": "https://mic.example/a.pdf", "day": None}
    call = publish(call, documents=[("document", paper | {"language": "it"})])
    english = by_hand(call)
    papers = anew(call).documents
    papers[0].value["link"] = "https://mic.example/b.pdf"
    papers.append(("document", paper | {"language": "it", "link": "https://mic.example/c.pdf"}))
    before = SheetChange.objects.count()
    publish(call, documents=papers)
    assert anew(english).documents[0].value["link"] == "https://mic.example/b.pdf"
    assert SheetChange.objects.count() == before + 1
