"""What empties the page cache: a change of something that the public sees begins a new version of it."""

from functools import cache

from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from cms import cache_version
from cms.models import OwnerDescription, PortalSettings

# To save one of these may close something: a page, or all of a site or a language.
WITHDRAWING = {PageViewRestriction, Site, Locale}


@cache
def _shown_models() -> set:
    """Models whose every change shows at once; a page shows when it is published, moved or deleted."""
    shared = {PortalSettings, OwnerDescription, Site, Locale, PageViewRestriction}
    return shared | {get_image_model(), get_document_model(), *get_snippet_models()}


def _on_save(sender, raw=False, **kwargs) -> None:
    if not raw and sender in _shown_models():
        cache_version.bump(withdraws=sender in WITHDRAWING)


def _on_delete(sender, **kwargs) -> None:
    if sender in _shown_models() or issubclass(sender, Page):
        cache_version.bump(withdraws=True)


def _on_publication(**kwargs) -> None:
    cache_version.bump()


def _on_withdrawal(**kwargs) -> None:
    cache_version.bump(withdraws=True)


def connect() -> None:
    """Called when the app is ready."""
    post_save.connect(_on_save, dispatch_uid="cache-version-save")
    post_delete.connect(_on_delete, dispatch_uid="cache-version-delete")
    for signal, listener, name in (
        (page_published, _on_publication, "publish"),
        (page_unpublished, _on_withdrawal, "unpublish"),
        (post_page_move, _on_withdrawal, "move"),
    ):
        signal.connect(listener, dispatch_uid=f"cache-version-{name}")
