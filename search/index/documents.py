"""From pages to search documents. Pages are known only by ``search_document()`` of cms's base."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import override
from wagtail.models import Page, get_page_models

from cms.querysets import visible
from cms.references import linked_documents
from cms.searchable import SearchDocument

from .attachments import with_attachments
from .keywords import keywords_of

logger = logging.getLogger(__name__)

BATCH = 200
# What a page's document asks of its child rows, fetched for a whole batch at once.
PREFETCHED = ("topic_links__topic", "parties__organisation")


@dataclass
class Batch:
    """The documents of some pages. ``failed`` are those whose page could not tell its document; ``linked``
    are the files that the pages link."""

    documents: list[SearchDocument] = field(default_factory=list)
    failed: set[int] = field(default_factory=set)
    linked: dict[int, list[int]] = field(default_factory=dict)


def searchable_pages(language: str) -> QuerySet[Page]:
    """The pages that everybody may see: live, under no view restriction, of a kind that can be searched."""
    kinds = [kind.pk for kind, model in _kinds().items() if hasattr(model, "search_document")]
    pages = visible(Page.objects.all()).filter(locale__language_code=language)
    return pages.filter(content_type__in=kinds)


def document_batches(language: str) -> Iterator[Batch]:
    """The documents of all searchable pages of a language, some at a time."""
    page_ids = searchable_pages(language).order_by("pk").values_list("pk", flat=True).iterator()
    while some := list(islice(page_ids, BATCH)):
        yield read_documents(language, some)


def read_documents(language: str, page_ids: Iterable[int]) -> Batch:
    """The documents of those of these pages that are searchable now."""
    found = searchable_pages(language).filter(pk__in=list(page_ids)).values_list("content_type", "pk")
    by_kind: dict[int, list[int]] = {}
    for kind, page_id in found:
        by_kind.setdefault(kind, []).append(page_id)
    models = {kind.pk: model for kind, model in _kinds().items()}
    batch = Batch()
    with override(language):
        for kind, page_ids in by_kind.items():
            for page in _loaded(models[kind], page_ids):
                _read(page, batch)
    batch.documents = with_attachments(batch.documents, batch.linked)
    return batch


def _kinds() -> dict[ContentType, type[Page]]:
    """Page models by content type, from Django's own cache of them."""
    return {kind: model for model, kind in ContentType.objects.get_for_models(*get_page_models()).items()}


def _loaded(model: type[Page], page_ids: list[int]) -> QuerySet[Page]:
    pages = model.display_queryset() if hasattr(model, "display_queryset") else model.objects.all()
    return pages.filter(pk__in=page_ids).select_related("locale").prefetch_related(*PREFETCHED)


def _read(page: Page, batch: Batch) -> None:
    """Add the page's document. One that fails is left out and logged: it must not hold up the others."""
    try:
        document = page.search_document()
        linked = linked_documents(page)
    except Exception:
        logger.exception("Page %s (%s) cannot tell its search document.", page.pk, page.title)
        batch.failed.add(page.pk)
        return
    if document is not None and document.url:
        document = _with_topics(page, document)
        batch.documents.append(replace(document, keywords=keywords_of(document)))
        batch.linked[page.pk] = linked


def _with_topics(page: Page, document: SearchDocument) -> SearchDocument:
    """Topics are found by their names, too."""
    names = [link.topic.name for link in page.topic_links.all()]
    return replace(document, facts=" · ".join([document.facts, *names] if document.facts else names))
