"""What the search does in the background."""

from django_tasks import task

from .index import sync


@task(backend="background")
def drain_remaining() -> None:
    """Index what was too much for the request that changed it, such as the new name of a topic."""
    sync.drain()
