"""Listens to whatever changes what the search should find, and notes it in the outbox."""

from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from cms import cache_version
from media.models import DocumentText

from ..models import BestBet, Pin, SynonymGroup
from . import attachments, outbox

# Fields that no visitor sees anything of: a draft is kept, a page is locked.
UNSEEN = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}


def connect() -> None:
    """Connect everything.

    Pages are noted as they are saved: Wagtail saves a page, its relations and the addresses below it in one
    transaction, and tells of a publication, a move or a new slug only after that.
    """
    pre_save.connect(_note_page, dispatch_uid="search_page")
    post_save.connect(_note_new_page, dispatch_uid="search_new_page")
    post_delete.connect(_note_deleted, sender=Page, dispatch_uid="search_deleted")
    for signal in (post_save, post_delete):
        signal.connect(_note_restricted, sender=PageViewRestriction, dispatch_uid="search_restricted")
    for signal in (post_save, pre_delete):
        signal.connect(_note_document, sender=get_document_model(), dispatch_uid="search_document")
    for signal in (post_save, post_delete):
        signal.connect(_note_text, sender=DocumentText, dispatch_uid="search_text")
        signal.connect(_note_hidden, sender=CollectionViewRestriction, dispatch_uid="search_hidden")
    post_save.connect(_note_collection, sender=Collection, dispatch_uid="search_collection")
    for model in (SynonymGroup, BestBet, Pin):
        for signal in (post_save, post_delete):
            signal.connect(_note_curation, sender=model, dispatch_uid=f"search_{model.__name__}")
    post_save.connect(_note_users, dispatch_uid="search_snippet")
    pre_delete.connect(_note_users, dispatch_uid="search_snippet")


def _note_page(sender, instance, raw=False, update_fields=None, **kwargs):
    """A page that is public, or was until now, with all below it where its address changes."""
    if raw or not issubclass(sender, Page) or (update_fields and UNSEEN.issuperset(update_fields)):
        return
    before = Page.objects.filter(pk=instance.pk).values("live", "url_path").first()
    if before and before["url_path"] != instance.url_path:
        outbox.note_pages(_branch(instance.pk))
    elif before and (before["live"] or instance.live):
        outbox.note([(instance.pk, instance.locale.language_code)])


def _note_new_page(sender, instance, created, raw=False, **kwargs):
    if created and not raw and issubclass(sender, Page) and instance.live:
        outbox.note([(instance.pk, instance.locale.language_code)])


def _note_deleted(sender, instance, **kwargs):
    outbox.note([(instance.pk, instance.locale.language_code)])


def _note_curation(sender, **kwargs):
    """Answers change, pages do not: nothing is indexed anew."""
    cache_version.bump()


def _note_restricted(sender, instance, **kwargs):
    outbox.note_pages(_branch(instance.page_id))


def _note_users(sender, instance, raw=False, **kwargs):
    """A snippet has been renamed or is about to go: the pages that show it read differently."""
    if not raw and sender in get_snippet_models():
        outbox.note_pages(pages_showing(instance))


def _note_document(sender, instance, raw=False, **kwargs):
    """A document has another title, file or collection, or is about to go."""
    if not raw:
        outbox.note_pages(attachments.pages_linking([instance.pk]))


def _note_text(sender, instance, raw=False, **kwargs):
    """A file has been read: the pages that link a document with this content can be found by it."""
    if not raw:
        outbox.note_pages(attachments.pages_linking(attachments.documents_of(instance)))


def _note_hidden(sender, instance, raw=False, **kwargs):
    if not raw:
        outbox.note_pages(attachments.pages_linking(attachments.documents_in(instance.collection)))


def _note_collection(sender, instance, created=False, raw=False, **kwargs):
    """A collection may have moved into a private one, or out of it."""
    if not raw and not created:
        outbox.note_pages(attachments.pages_linking(attachments.documents_in(instance)))


def pages_showing(instance: Model) -> QuerySet[Page]:
    """The pages that point to ``instance`` in fields, rows or blocks, as Wagtail's index knows them."""
    users = ReferenceIndex.get_references_to(instance).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return Page.objects.filter(pk__in=[int(pk) for pk in users.values_list("object_id", flat=True)])


def _branch(page_id: int):
    """The page, its aliases and all pages below these, by where they are now."""
    same = Q(pk=page_id) | Q(alias_of=page_id) | Q(alias_of__alias_of=page_id)
    paths = Page.objects.filter(same).values_list("path", flat=True)
    below = [Q(path__startswith=path) for path in paths]
    return Page.objects.filter(reduce(or_, below)) if below else Page.objects.none()
