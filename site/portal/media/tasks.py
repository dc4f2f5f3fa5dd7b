"""What is done with documents in the background."""

from django_tasks import task

from . import reading


@task(backend="background")
def read_document(document_id: int) -> None:
    """Read the text of a document that has been saved."""
    reading.read(document_id)
