"""The facts of everything that is live, for when they were changed without being published."""

from collections.abc import Iterator

from django.db import models, transaction
from django.db.models import Count

from .mixin import SharingMixin
from .save_hooks import carry
from .sources import renew_sources
from .version_group import group_of


def share_facts(model: type[models.Model]) -> Iterator[models.Model]:
    """Carry them to the versions in other languages, each group in a transaction of its own; the versions of
    which the public reads something else from now on. What versions by hand have of their own stays."""
    if not issubclass(model, SharingMixin) or not hasattr(model, "translation_key"):
        return
    groups = model._base_manager.order_by().values("translation_key").annotate(versions=Count("pk"))
    keys = groups.filter(versions__gt=1).values_list("translation_key", flat=True)
    for key in list(keys):
        yield from _share(model._base_manager.filter(translation_key=key).first())


@transaction.atomic
def _share(version: models.Model) -> list[models.Model]:
    group = group_of(version)
    if group is None or not group.leader.live:
        return []
    changed = carry(group.leader, group.followers, before=None)
    renew_sources([group.leader, *(follower.instance for follower in group.followers)])
    return [follower.instance for follower in changed if follower.instance.live]
