"""Whatever the public can see has changed: begin a new generation."""

from functools import cache

from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from cms import cache_version
from cms.models import PortalSettings


@cache
def _shown_models() -> set:
    """Models whose every change shows at once; a page shows when it is published, moved or deleted."""
    shared = {PortalSettings, Site, Locale, PageViewRestriction, get_image_model(), get_document_model()}
    return shared | set(get_snippet_models())


def _on_save(sender, raw=False, **kwargs) -> None:
    if not raw and sender in _shown_models():
        cache_version.bump()


def _on_delete(sender, **kwargs) -> None:
    if sender in _shown_models() or issubclass(sender, Page):
        cache_version.bump()


def _on_page_change(**kwargs) -> None:
    cache_version.bump()


def connect() -> None:
    """Called when the app is ready."""
    post_save.connect(_on_save, dispatch_uid="generation-save")
    post_delete.connect(_on_delete, dispatch_uid="generation-delete")
    for signal, name in (
        (page_published, "publish"),
        (page_unpublished, "unpublish"),
        (post_page_move, "move"),
    ):
        signal.connect(_on_page_change, dispatch_uid=f"generation-{name}")
