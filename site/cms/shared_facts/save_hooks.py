"""Around saving a page or a snippet: what is neutral follows from the leader's row to the other versions.

The row of a live leader is what the public reads, whoever saves it: an editor, an approval, a schedule, an
import. So its saving is the publication. The row of a follower takes the facts before it is saved, so that no
version of it, however old, brings others back.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from ..forms.revisions import versions_to_come
from .copy_facts import differ, facts_differ, take, take_facts
from .fields import neutral_fields
from .sources import renew_sources
from .text_comparison import same_words
from .version_group import Follower, LanguageGroup, group_of

ACTION = "portal.facts_taken"


@contextmanager
def sync_facts(
    instance: models.Model, update_fields: Collection[str] | None
) -> Iterator[models.Model | None]:
    """Within another ``sync_facts`` of the same instance it does nothing. Gives the row of a leader as it was
    until now; None for others, whose row has not been read."""
    if instance.is_syncing_facts or not _is_publication(instance, update_fields):
        yield None
        return
    instance.is_syncing_facts = True
    try:
        with transaction.atomic():
            group = group_of(instance)
            if group is None:
                yield None
            elif group.leader.pk == instance.pk:
                _read_rows(group.leader)
                yield group.leader
                if differ(instance, group.leader) or _is_behind(instance, group):
                    carry(instance, group.followers, before=group.leader)
                renew_sources([instance, *(follower.instance for follower in group.followers)])
            else:
                taken = take_facts(group.leader, instance) if group.leader.live else []
                yield None
                if taken:
                    _write_versions(group.leader, Follower(instance), None)
    finally:
        instance.is_syncing_facts = False


def _is_publication(instance: models.Model, update_fields: Collection[str] | None) -> bool:
    if instance._state.adding or not instance.live:
        return False
    return update_fields is None or not neutral_fields(type(instance)).names.isdisjoint(update_fields)


def _read_rows(before: models.Model) -> None:
    """They are read late, which would be after the new ones have been saved."""
    for relation in neutral_fields(type(before)).rows:
        getattr(before, relation.get_accessor_name()).get_object_list()


def _is_behind(leader: models.Model, group: LanguageGroup) -> bool:
    return any(facts_differ(leader, follower.instance) for follower in group.followers)


def carry(
    leader: models.Model, followers: Collection[Follower], before: models.Model | None
) -> list[Follower]:
    """``before`` is the leader as it was until now; without it, what versions by hand have of their own and
    what they have kept are not told apart, and both stay. Those of which the public reads something else."""
    changed = []
    for follower in followers:
        names = take(leader, follower.instance, follower, before)
        if names:
            changed.append(follower)
            _save(follower.instance, as_of_now=_says_the_same(leader, before, follower))
            data = {"language": leader.locale.language_code, "fields": names}
            log(instance=follower.instance, action=ACTION, data=data)
        _write_versions(leader, follower, before)
    return changed


def _says_the_same(leader: models.Model, before: models.Model | None, follower: Follower) -> bool:
    """Whether its words are not behind the leader's. Of a synchronised one the library knows it; one by hand
    is behind as long as it was published before the leader."""
    row = follower.instance
    if follower.synchronised or not row.last_published_at:
        return True
    if before is None or not before.last_published_at:
        return False
    return before.last_published_at <= row.last_published_at and same_words(leader, before)


def _save(row: models.Model, as_of_now: bool) -> None:
    """What the public reads of it is another from now on. Nothing is carried further from here, and nothing
    of it is a change of its own."""
    row.is_syncing_facts = row.takes_facts = True
    if row.live and as_of_now:
        row.last_published_at = timezone.now()
    if isinstance(row, Page):
        row.save(clean=False)
        if row.live:
            row.update_aliases()
    else:
        row.save()
    row.is_syncing_facts = row.takes_facts = False


def _write_versions(leader: models.Model, follower: Follower, before: models.Model | None) -> None:
    """In place: who has such a version open has typed nothing over somebody else's words."""
    row = follower.instance
    for version in versions_to_come(type(row)._base_manager.filter(pk=row.pk)):
        draft = version.as_object()
        names = take(leader, draft, follower, before, pool=row)
        if names:
            data = draft.serializable_data()
            version.content |= {name: data[name] for name in names}
            version.save(update_fields=["content"])
