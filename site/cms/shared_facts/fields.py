"""Which fields of a model are the same in every language, as its ``translatable_fields`` say."""

from dataclasses import dataclass
from functools import cache

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

# A page's address is its own in each language.
ADDRESS = "slug"
# The text of a page: its rows are paragraphs, and belong to each language.
TEXT = "body"


@dataclass(frozen=True)
class NeutralFields:
    """``facts`` cannot be anything else in another language. ``choices`` may be: a translator can put another
    link, picture or text in their place. ``texts`` are translated, but are empty everywhere once they are
    emptied. ``rows`` are child relations without text; ``streams`` have neutral values inside their rows.
    """

    facts: tuple[models.Field, ...]
    choices: tuple[models.Field, ...]
    texts: tuple[models.Field, ...]
    rows: tuple[models.ManyToOneRel, ...]
    streams: tuple[StreamField, ...]

    @property
    def lists(self) -> tuple[StreamField, ...]:
        """The streams whose rows tell facts, such as steps and documents."""
        return tuple(field for field in self.streams if field.name != TEXT)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(field.name for field in (*self.facts, *self.choices, *self.rows, *self.streams))


@cache
def neutral_fields(model: type[models.Model]) -> NeutralFields:
    facts, choices, texts, rows, streams = [], [], [], [], []
    for translatable in get_translatable_fields(model):
        field = translatable.get_field(model)
        synchronised = isinstance(translatable, SynchronizedField)
        if issubclass(model, Page) and field.name == ADDRESS:
            continue
        if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
            if synchronised or _without_text(field.related_model):
                rows.append(field)
        elif isinstance(field, StreamField):
            streams.append(field)
        elif synchronised:
            kind = choices if translatable.overridable and _can_be_another(model, field) else facts
            kind.append(field)
        elif points_to_translated(field):
            choices.append(field)
        elif isinstance(translatable, TranslatableField):
            texts.append(field)
    return NeutralFields(*map(tuple, (facts, choices, texts, rows, streams)))


def points_to_translated(field: models.Field) -> bool:
    """Whether it points to something that each language has its own of, such as a topic."""
    return isinstance(field, models.ForeignKey) and is_translated(field.related_model)


def is_translated(model: type[models.Model]) -> bool:
    """Pages find their version in a language by themselves."""
    return issubclass(model, TranslatableMixin) and not issubclass(model, Page)


def _can_be_another(model: type[models.Model], field: models.Field) -> bool:
    """What wagtail-localize lets a translator replace; and the place in the menus, which Wagtail keeps."""
    text = isinstance(field, models.CharField | models.TextField) and not field.choices
    of_wagtail = issubclass(model, Page) and field.name in {each.name for each in Page._meta.local_fields}
    return text or isinstance(field, models.ForeignKey) or of_wagtail


def _without_text(child: type[models.Model]) -> bool:
    """Whether a row of ``child`` only points to things, such as the topics of a page."""
    return all(
        isinstance(each, SynchronizedField) or points_to_translated(each.get_field(child))
        for each in get_translatable_fields(child)
    )
