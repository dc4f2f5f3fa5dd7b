"""Keeps in the history of pages that one of theirs was deleted: the original that a page was translated from,
or a page that it links to. Nothing else would tell later: references go with what they lead to.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex

from cms.admin.permissions import source_locale

ORIGINAL_DELETED = "portal.original_deleted"
TARGET_DELETED = "portal.target_deleted"
TEXTS = (RichTextField, StreamField)


def connect() -> None:
    """Called when the app is ready."""
    pre_delete.connect(_on_delete, sender=Page, dispatch_uid="deletions-page")


def register(actions) -> None:
    """For Wagtail's hook ``register_log_actions``."""
    actions.register_action(ORIGINAL_DELETED, _("Original deleted"), _("The original was deleted"))
    actions.register_action(
        TARGET_DELETED, _("Linked page deleted"), _("A page that it links to was deleted")
    )


def _on_delete(instance, **kwargs) -> None:
    first = source_locale()
    if first and instance.locale_id == first.pk and instance.alias_of_id is None:
        for version in instance.get_translations():
            log(instance=version, action=ORIGINAL_DELETED)
    for page in Page.objects.filter(pk__in=_linking(instance)):
        log(instance=page, action=TARGET_DELETED, data={"deleted": instance.title})


def _linking(target: Page) -> set[int]:
    """The numbers of the pages that link to it in a text or a block; other references go with it."""
    pages = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.objects.filter(
        base_content_type=pages, to_content_type=pages, to_object_id=str(target.pk)
    )
    return {int(link.object_id) for link in links if isinstance(link.source_field, TEXTS)}
