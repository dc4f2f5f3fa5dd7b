"""What a page links, by its own fields."""

from wagtail.documents import get_document_model
from wagtail.models import Page


def linked_documents(page: Page) -> list[int]:
    """The numbers of the documents in the page's texts and blocks, each once, in the order of the page."""
    wanted, found = get_document_model(), []
    for field in page._meta.get_fields():
        value = field.value_from_object(page) if hasattr(field, "extract_references") else None
        if value is not None:
            references = field.extract_references(value)
            found += [int(number) for model, number, *_ in references if issubclass(model, wanted)]
    return list(dict.fromkeys(found))
