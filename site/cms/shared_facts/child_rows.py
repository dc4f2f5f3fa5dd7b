"""Child rows without text: the topics of a page, its parties, the pages linked with it."""

from collections import Counter
from collections.abc import Hashable
from copy import copy

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import TranslatableMixin

from .fields import points_to_translated

OWN = {"sort_order", "locale", "translation_key"}


def in_locale(field: models.ForeignKey, pk, locale_id: int):
    """The number of the version in that language of what ``pk`` is, or ``pk`` where there is none."""
    key = _key(field, pk)
    found = field.related_model._base_manager.filter(translation_key=key, locale_id=locale_id)
    return found.values_list("pk", flat=True).first() or pk


def same_thing(field: models.Field, one, other) -> bool:
    """Whether two values of ``field`` mean the same, in whatever language."""
    if points_to_translated(field):
        return _key(field, one) == _key(field, other)
    return field.to_python(one) == field.to_python(other)


def carry_rows(relation, leader, follower, before, replaced: bool, pool=()) -> bool:
    """Give ``follower`` the rows of ``leader``, its own ones kept where they are right; whether that changed
    anything. Rows of ``pool`` are used before new ones are made.

    With ``replaced`` they are the leader's, and no others. Otherwise what the leader has added or dropped
    since ``before`` is, and what is the follower's own stays.
    """
    name = relation.get_accessor_name()
    theirs, own = _by_key(getattr(leader, name).all()), _by_key(getattr(follower, name).all())
    order = list(theirs)
    if not replaced:
        old = _by_key(getattr(before, name).all()) if before is not None else theirs
        if list(old) == list(theirs):
            return False
        order = [key for key in theirs if key in own or key not in old]
        order += [key for key in own if key not in old and key not in theirs]
    known = _by_key(pool)
    rows = [own.get(key) or _made(known.get(key) or theirs[key], follower, key in known) for key in order]
    moved = [_place_in_order(row, index, follower) for index, row in enumerate(rows)]
    if list(own) == order and not any(moved):
        return False
    setattr(follower, name, rows)
    return True


def _made(row: models.Model, follower: models.Model, keep_pk: bool) -> models.Model:
    new = copy(row)
    new.pk = row.pk if keep_pk else None
    new._state = models.base.ModelState()
    return new


def _place_in_order(row: models.Model, index: int, follower: models.Model) -> bool:
    """Give a row the follower's language and its place in the order; whether its content changed."""
    changed = False
    if isinstance(row, TranslatableMixin):
        row.locale_id = follower.locale_id
        for field in _content(type(row)):
            if points_to_translated(field) and (pk := getattr(row, field.attname)):
                local = in_locale(field, pk, follower.locale_id)
                changed |= local != pk
                setattr(row, field.attname, local)
    if hasattr(row, "sort_order"):
        row.sort_order = index
    return changed


def same_rows(relation, one: models.Model, other: models.Model) -> bool:
    """Whether two states of one version have rows that say the same, in the same order."""
    name = relation.get_accessor_name()
    first, second = list(getattr(one, name).all()), list(getattr(other, name).all())
    if _values(first) == _values(second):  # as most often: what they point to need not be looked up
        return True
    return list(_by_key(first)) == list(_by_key(second))


def _values(rows: list[models.Model]) -> list[tuple]:
    return [
        tuple(field.to_python(getattr(row, field.attname)) for field in _content(type(row))) for row in rows
    ]


def _by_key(rows) -> dict[Hashable, models.Model]:
    """By what they say; of rows that say the same, each counts. One query for each kind of thing that is
    another in each language."""
    rows = list(rows)
    if not rows:
        return {}
    content = _content(type(rows[0]))
    keys = {field: _keys(field, rows) for field in content if points_to_translated(field)}
    found, seen = {}, Counter()
    for row in rows:
        values = ((field, getattr(row, field.attname)) for field in content)
        key = tuple(
            keys[field].get(value) if field in keys else field.to_python(value) for field, value in values
        )
        found[key, seen[key]] = row
        seen[key] += 1
    return found


def _keys(field: models.ForeignKey, rows: list[models.Model]) -> dict:
    ids = {getattr(row, field.attname) for row in rows}
    things = field.related_model._base_manager.filter(pk__in=ids)
    return dict(things.values_list("pk", "translation_key"))


def _content(model: type[models.Model]) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not isinstance(field, ParentalKey) and field.name not in OWN
    ]


def _key(field: models.ForeignKey, pk):
    found = field.related_model._base_manager.filter(pk=pk) if pk else None
    return found.values_list("translation_key", flat=True).first() if found is not None else None
