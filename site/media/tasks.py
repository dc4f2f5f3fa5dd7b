"""What is done with documents and pictures in the background."""

from django_tasks import task

from . import reading
from .models import Picture
from .renditions import make_renditions


@task(backend="background")
def read_document(document_id: int) -> None:
    """Read the text of a document that has been saved."""
    reading.read(document_id)


@task(backend="background")
def make_sizes(picture_id: int) -> None:
    """Make the sizes of a picture that has been saved. It may be gone by then."""
    if picture := Picture.objects.filter(pk=picture_id).first():
        make_renditions(picture)
