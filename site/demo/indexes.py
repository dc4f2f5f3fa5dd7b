"""Keeps the indexes out of a bulk load: each page is saved several times, and indexed once, at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.backends import get_search_backends
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.models import GlossaryTerm, Organisation, Topic
from media.models import Picture


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """The admin's search and the index of references hear of everything once."""
    with disable_reference_index_auto_update(), _admin_search_disconnected():
        yield
        _index_everything()


@contextmanager
def _admin_search_disconnected() -> Iterator[None]:
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def _index_everything() -> None:
    for model in (GlossaryTerm, Organisation, Topic, Picture, Page):
        objects = list(model.objects.all())
        if model is Page:
            objects = list(Page.objects.filter(depth__gt=1).specific())
        for one in objects:
            ReferenceIndex.create_or_update_for_object(one)
        for backend in get_search_backends(with_auto_update=True):
            for kind in {type(one) for one in objects}:
                backend.add_bulk(kind, [one for one in objects if type(one) is kind])
