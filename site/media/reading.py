"""Keeps the text of documents: each content is read once, in a process of its own."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import CollectionViewRestriction
from wagtail.utils.file import hash_filelike

from .extraction import MAX_BYTES, Reason, Refused
from .extraction.process import extract
from .models import Attachment, DocumentText

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class PublicText:
    """The text of a document that everybody may read."""

    title: str
    url: str
    text: str


def read(document_id: int, again: bool = False) -> DocumentText | None:
    """Read a document unless its content is known (``again``: unless it has been read well).

    Returns what is known of it; None where there is nothing to read. A file that storage does not give out
    is an error, not a refusal: it is tried again by ``manage.py extract_attachments``.
    """
    document = Attachment.objects.filter(pk=document_id).first()
    if document is None or not document.kind:
        return None
    _renew_hash(document)
    known = text_of(document)
    if known is None or (again and known.state == DocumentText.State.REFUSED):
        known = _keep(document)
    forget_unused()
    return known


def text_of(document: Attachment) -> DocumentText | None:
    """What is known of a document's present content."""
    return DocumentText.objects.filter(file_hash=document.file_hash, kind=document.kind).first()


def states_of(documents: Iterable[Attachment]) -> dict[int, DocumentText]:
    """What is known of several documents, without their texts, by the documents' numbers: one query."""
    documents = list(documents)
    known = DocumentText.objects.defer("text").annotate(has_text=~Q(text=""))
    known = known.filter(file_hash__in=[each.file_hash for each in documents])
    by_content = {(text.file_hash, text.kind): text for text in known}
    found = {each.pk: by_content.get((each.file_hash, each.kind)) for each in documents}
    return {number: text for number, text in found.items() if text}


def public_texts(document_ids: Iterable[int]) -> dict[int, PublicText]:
    """The texts of those of these documents that have one and lie in no private collection: three queries."""
    documents = list(_public(Attachment.objects.filter(pk__in=list(document_ids))))
    hashes = {document.file_hash for document in documents}
    rows = DocumentText.objects.filter(file_hash__in=hashes, state=DocumentText.State.DONE).exclude(text="")
    texts = {(row.file_hash, row.kind): row.text for row in rows}
    return {
        document.pk: PublicText(document.title, document.url, text)
        for document in documents
        if (text := texts.get((document.file_hash, document.kind)))
    }


def forget_unused() -> None:
    """Delete the texts of files that no document holds any longer."""
    holders = Attachment.objects.filter(file_hash=OuterRef("file_hash"))
    DocumentText.objects.filter(~Exists(holders)).delete()


def _public(documents: QuerySet[Attachment]) -> QuerySet[Attachment]:
    private = Q(pk__in=[])
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(collection__path__startswith=path)
    return documents.exclude(private)


def _renew_hash(document: Attachment) -> None:
    """The content decides: a file replaced by a program may stand under its predecessor's hash."""
    with document.open_file() as file:
        found = hash_filelike(file)
    if found != document.file_hash:
        document.file_hash = found
        Attachment.objects.filter(pk=document.pk).update(file_hash=found)


def _keep(document: Attachment) -> DocumentText:
    try:
        with _local(document) as path:
            result = extract(path, document.kind)
    except Refused as refusal:
        logger.warning(
            "Document %s (%s) is not read: %s %s",
            document.pk,
            document.filename,
            refusal.reason,
            refusal.detail,
        )
        fields = {"state": DocumentText.State.REFUSED, "reason": refusal.reason, "text": "", "cut": False}
    else:
        fields = {"state": DocumentText.State.DONE, "reason": "", "text": result.text, "cut": result.cut}
    row, _ = DocumentText.objects.update_or_create(
        file_hash=document.file_hash, kind=document.kind, defaults=fields
    )
    return row


@contextmanager
def _local(document: Attachment) -> Iterator[Path]:
    """The file on this machine's disk, wherever it is stored."""
    if document.file.size > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE)
    if document.is_stored_locally():
        yield Path(document.file.path)
        return
    with TemporaryDirectory() as folder, document.open_file() as file:
        path = Path(folder) / "document"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        yield path
