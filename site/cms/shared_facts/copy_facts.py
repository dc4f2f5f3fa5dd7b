"""Gives one version, as a row or as a draft, what another says in every language."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from wagtail.fields import StreamField

from .child_rows import carry_rows, in_locale, same_rows, same_thing
from .fields import neutral_fields, points_to_translated
from .streams import FACTS, UNKNOWN, merged, without_removed
from .version_group import Follower


def differ(one: models.Model, other: models.Model) -> bool:
    """Whether two states of one version may say something else in every language."""
    fields = neutral_fields(type(one))
    return (
        any(_value(field, one) != _value(field, other) for field in (*fields.facts, *fields.choices))
        or any(
            (getattr(one, each.attname) == "") != (getattr(other, each.attname) == "")
            for each in fields.texts
        )
        or any(_stream_differs(field, one, other) for field in fields.streams)
        or any(not same_rows(relation, one, other) for relation in fields.rows)
    )


def facts_differ(one: models.Model, other: models.Model) -> bool:
    fields = neutral_fields(type(one))
    return any(_value(field, one) != _value(field, other) for field in fields.facts) or any(
        with_facts_of(one, field, stored(field, other)) != stored(field, other) for field in fields.lists
    )


def _value(field: models.Field, instance: models.Model):
    return field.to_python(getattr(instance, field.attname))


def take_facts(leader: models.Model, follower: models.Model) -> list[str]:
    """Only what cannot differ; the names of the fields that did."""
    changed = []
    for field in neutral_fields(type(leader)).facts:
        if _value(field, follower) != _value(field, leader):
            setattr(follower, field.attname, getattr(leader, field.attname))
            changed.append(field.name)
    for field in neutral_fields(type(leader)).lists:
        own = stored(field, follower)
        new = with_facts_of(leader, field, own)
        if new != own:
            setattr(follower, field.name, field.stream_block.to_python(new))
            changed.append(field.name)
    return changed


def with_facts_of(leader: models.Model, field: StreamField, own: list[dict]) -> list[dict]:
    """The rows ``own`` of a version with the days, amounts and codes that those of the leader have."""
    block, theirs = field.stream_block, stored(field, leader)
    return merged(block, field.name, theirs, own, UNKNOWN, lambda *_: True, FACTS)


def take(leader: models.Model, follower: models.Model, manner: Follower, before, pool=None) -> list[str]:
    """All that is neutral; the names of the fields that have changed.

    ``follower`` is the row that ``manner`` tells of, or one of its drafts. What it has of its own stays: of a
    synchronised version what the translator has replaced, of one by hand what is not as the leader was
    ``before``. ``pool`` is the row whose child rows a draft shares.
    """
    fields = neutral_fields(type(leader))
    changed = take_facts(leader, follower)
    emptied = [field for field in fields.texts if getattr(leader, field.attname) == ""]
    for field in (*fields.choices, *emptied):
        if _take_choice(field, leader, follower, manner, before):
            changed.append(field.name)
    for relation in fields.rows:
        rows = getattr(pool, relation.get_accessor_name()).all() if pool is not None else ()
        if carry_rows(relation, leader, follower, before, manner.synchronised, rows):
            changed.append(relation.name)
    for field in fields.streams:
        if _take_stream(field, leader, follower, manner, before) and field.name not in changed:
            changed.append(field.name)
    return changed


def _take_choice(field, leader, follower, manner: Follower, before) -> bool:
    own, value = getattr(follower, field.attname), getattr(leader, field.attname)
    if manner.synchronised:
        keeps = field.name in manner.replaced
    else:
        keeps = before is None or not same_thing(field, own, getattr(before, field.attname))
    if keeps:
        return False
    if points_to_translated(field):
        value = in_locale(field, value, follower.locale_id)
    if field.to_python(own) == field.to_python(value) or _is_taken(field, follower, value):
        return False
    setattr(follower, field.attname, value)
    return True


def _is_taken(field: models.Field, follower: models.Model, value) -> bool:
    """Whether something else of the follower's language has the value already, where each needs its own."""
    for constraint in follower._meta.total_unique_constraints:
        if field.name in constraint.fields:
            own = {name: getattr(follower, name) for name in constraint.fields} | {field.name: value}
            if type(follower)._base_manager.filter(**own).exclude(pk=follower.pk).exists():
                return True
    return False


def _take_stream(field, leader, follower, manner: Follower, before) -> bool:
    def keeps(path: str, own: Any, was: Any) -> bool:
        if manner.synchronised:
            return path in manner.replaced
        return was is UNKNOWN or own != was

    block = field.stream_block
    theirs, own = stored(field, leader), stored(field, follower)
    old = stored(field, before) if before is not None else UNKNOWN
    new = merged(block, field.name, theirs, own, old, keeps)
    if field in neutral_fields(type(leader)).lists and (manner.synchronised or before is not None):
        new = without_removed(theirs, new, old)
    if new == own:
        return False
    setattr(follower, field.name, block.to_python(new))
    return True


def _stream_differs(field, one: models.Model, other: models.Model) -> bool:
    """In the rows that both have, or in a list that lacks a row now."""
    own = stored(field, other)
    block, theirs = field.stream_block, stored(field, one)
    if field in neutral_fields(type(one)).lists and without_removed(theirs, own, UNKNOWN) != own:
        return True
    return merged(block, field.name, theirs, own, UNKNOWN, lambda *_: False) != own


def stored(field: StreamField, instance: models.Model) -> list[dict]:
    """A stream as it is stored, with the ids of its rows."""
    return as_stored(field, getattr(instance, field.attname))


def as_stored(field: StreamField, value) -> list[dict]:
    return json.loads(json.dumps(field.stream_block.get_prep_value(value), cls=DjangoJSONEncoder))
