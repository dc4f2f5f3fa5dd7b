"""The admin's own search, fed in bulk: what is written in bulk sends no signal that would do it."""

from collections.abc import Sequence

from django.db.models import Model
from modelsearch.backends import get_search_backends


def add(model: type[Model], objects: Sequence[Model]) -> None:
    """Let editors find ``objects``."""
    if objects:
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, list(objects))
