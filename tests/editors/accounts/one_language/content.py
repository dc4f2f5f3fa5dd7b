"""A site where every list of the admin has something in it, and pages in all their states."""

import re
from datetime import timedelta

from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Comment, CommentReply, Locale, Page, Task, Workflow
from wagtail_localize.operations import translate_object

from cms.models import GlossaryTerm, Organisation, Topic
from cms.pages import BasePage
from editors.links.models import ExternalLink, LinkUse
from funding.models import ImportJob
from home.models import ContactPage, HomePage
from media.models import Attachment, Picture
from search.counting.models import SearchCount
from search.models import BestBet, SynonymGroup
from tests.factories import pages
from tests.factories.filling import fill
from tests.factories.media import attachment, picture
from tests.translation.test_every_field import everything

SNIPPETS = (Topic, Organisation, GlossaryTerm)
NAMED = [
    *((model, "name") for model in (Topic, Organisation, Workflow, Task)),
    *((model, "title") for model in (Picture, Attachment)),
    (GlossaryTerm, "term"),
    (get_user_model(), "username"),
    (Locale, "language_code"),
]


def fill_the_site(tree, user) -> None:
    """``user`` has written, submitted, scheduled, locked and commented."""
    for model in apps.get_models():
        if issubclass(model, BasePage) and model is not HomePage and not model.__name__.endswith("IndexPage"):
            page = everything(model, tree)
            page.save_revision(user=user, log_action=True)
    _states(tree, user)
    _things(tree, user)
    _reports(tree, user)


def _states(tree, user) -> None:
    scheduled = pages.article(tree.news, title="Programmata", live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    scheduled.save_revision(user=user).publish()
    submitted = pages.article(tree.news, title="Inviata", live=False)
    submitted.save_revision(user=user, log_action=True)
    submitted.get_workflow().start(submitted, user)
    locked = pages.event(tree.events, title="Bloccata", locked=True, locked_by=user, locked_at=timezone.now())
    locked.save_revision(user=user, log_action=True)
    gone = pages.story(tree.stories, title="Ritirata")
    gone.unpublish()
    comment = Comment.objects.create(page=tree.article, user=user, text="Nota", contentpath="title")
    CommentReply.objects.create(comment=comment, user=user, text="Fatto")
    translate_object(tree.story, [tree.english.locale])


def _things(tree, user) -> None:
    for number, model in enumerate(SNIPPETS):
        thing = fill(model(locale=tree.locale) if model is not Organisation else model())
        thing.slug = f"cosa-{number}"
        thing.save()
        thing.save_revision(user=user, log_action=True)
    picture("foto", uploaded_by_user=user)
    attachment(uploaded_by_user=user)
    Collection.get_first_root_node().add_child(name="Archivio")
    SynonymGroup.objects.all().delete()  # English words among them
    for one_way in (True, False):
        SynonymGroup.objects.create(language="it", terms="teatro\nscena", one_way=one_way)
    BestBet.objects.create(language="it", terms="teatro")
    Redirect.objects.create(old_path="/vecchio", redirect_page=tree.article)


def _reports(tree, user) -> None:
    today = timezone.localdate()
    SearchCount.objects.create(day=today, language="it", words="teatro", searches=4, without_results=2)
    ImportJob.objects.create(source="incentivi", file="bandi.csv", file_name="bandi.csv", user=user)
    link = ExternalLink.objects.create(url="https://example.org/x", status=404, broken=True)
    LinkUse.objects.create(link=link, page=tree.article)
    contact = ContactPage.objects.first()
    FormSubmission.objects.create(page=contact, form_data={"nome": "Anna"})


def written() -> re.Pattern:
    """What people have written, in whichever language: titles and names are no words of the admin."""
    names = {"Intreccio", "Italia Domani", "PA digitale 2026", "teatro", "scena", "Una frase."}
    for texts in Page.objects.values_list("title", "draft_title", "slug"):
        names |= set(texts)
    for model, field in NAMED:
        names |= set(model.objects.values_list(field, flat=True))
    whole = sorted((re.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return re.compile(rf"Testo \d+ di \w+|(?<!\w)(?:{'|'.join(whole)})(?!\w)")
