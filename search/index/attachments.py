"""The documents that pages link: their texts for the index, and which pages hear of a change of theirs."""

from collections.abc import Iterable
from dataclasses import replace

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Collection, Page, ReferenceIndex

from cms.searchable import AttachedText, SearchDocument
from media.models import Attachment, DocumentText
from media.reading import PublicText, public_texts

# As much text of its documents as goes with one page, in characters: memory stays flat in a rebuild.
MAX_TEXT = 400_000
CHUNK = 500


def with_attachments(documents: list[SearchDocument], linked: dict[int, list[int]]) -> list[SearchDocument]:
    """The documents with the texts of the files that their pages link, given by page; none is private."""
    document_ids = {pk for ids in linked.values() for pk in ids}
    texts = public_texts(document_ids) if document_ids else {}
    return [
        replace(document, attachments=attached)
        if (attached := tuple(_attached(linked.get(document.page_id, ()), texts)))
        else document
        for document in documents
    ]


def _attached(ids: Iterable[int], texts: dict[int, PublicText]) -> Iterable[AttachedText]:
    room = MAX_TEXT
    for pk in ids:
        known = texts.get(pk)
        if known and room:
            yield AttachedText(known.title, known.url, known.text[:room])
            room = max(0, room - len(known.text))


def pages_linking(document_ids: Iterable[int]) -> QuerySet[Page]:
    """The pages that link one of these documents, as Wagtail's index of references knows them."""
    page_type, file_type = (ContentType.objects.get_for_model(model) for model in (Page, Attachment))
    references = ReferenceIndex.objects.filter(base_content_type=page_type, to_content_type=file_type)
    ids, pages = [str(pk) for pk in document_ids], set()
    for start in range(0, len(ids), CHUNK):
        some = references.filter(to_object_id__in=ids[start : start + CHUNK])
        pages.update(map(int, some.values_list("object_id", flat=True).distinct()))
    return Page.objects.filter(pk__in=pages)


def documents_of(text: DocumentText) -> QuerySet[int]:
    """The documents with this content."""
    return Attachment.objects.filter(file_hash=text.file_hash).values_list("pk", flat=True)


def documents_in(collection: Collection) -> QuerySet[int]:
    """The documents in a collection and all below it."""
    inside = Attachment.objects.filter(collection__path__startswith=collection.path)
    return inside.values_list("pk", flat=True)
