"""What a page refers to, by its own fields and those of its child rows."""

from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.models import Page


def linked_documents(page: Page) -> list[int]:
    """The numbers of the documents in the page's texts and blocks, each once, in the order of the page."""
    document_model, found = get_document_model(), []
    for field in page._meta.get_fields():
        value = field.value_from_object(page) if hasattr(field, "extract_references") else None
        if value is not None:
            references = field.extract_references(value)
            found += [int(pk) for model, pk, *_ in references if issubclass(model, document_model)]
    return list(dict.fromkeys(found))


def page_key(model: type[Model]) -> str | None:
    """The field of ``model`` that holds the number of a page: its own, or that of the page which its rows
    belong to. None for what is no part of a page."""
    if issubclass(model, Page):
        return "pk"
    keys = (field for field in model._meta.concrete_fields if isinstance(field, ParentalKey))
    return next((key.attname for key in keys if issubclass(key.related_model, Page)), None)
