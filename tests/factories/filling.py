"""Values for every field of a model and every block of a stream, made by their types.

A type that is not known here raises, so that a new kind of field or block cannot be forgotten.
"""

from datetime import date, datetime, time
from decimal import Decimal
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page, TranslatableMixin

from cms.fields import CodesField
from cms.models import Organisation, Topic
from media.models import Attachment, Picture

from .media import attachment, picture

_numbers = count(1)

# What the page tree, drafts and publishing keep for themselves.
OWN = {"id", "path", "depth", "numchild", "url_path", "locale", "translation_key", "content_type", "owner"}
OWN |= {"live", "locked", "expired", "has_unpublished_changes", "draft_title", "alias_of", "latest_revision"}
OWN |= {"go_live_at", "expire_at", "first_published_at", "last_published_at", "live_revision", "locked_by"}
OWN |= {"locked_at", "latest_revision_created_at", "page_ptr", "wagtail_admin_comments"}


def words(name: str, longest: int | None = None) -> str:
    """A text that stands nowhere else."""
    return f"Testo {next(_numbers)} di {name}"[:longest]


def rich(name: str) -> str:
    """Paragraphs with all that wagtail-localize must carry over: emphasis, a link, a list."""
    return (
        f"<p>{words(name)} e <b>forza</b>, <a href='https://example.org/{next(_numbers)}'>legami</a></p>"
        f"<ul><li>{words(name)}</li><li>{words(name)}</li></ul>"
    ).replace("'", '"')


def fields_to_fill(model: type[models.Model]) -> list:
    """The fields of ``model`` that an editor fills in."""
    return [
        field
        for field in model._meta.get_fields()
        if field.name not in OWN
        and not isinstance(field, (ParentalKey, GenericRelation, models.ManyToManyField))
        and (_is_child(field) or (field.editable and not field.auto_created))
    ]


def _is_child(field) -> bool:
    return isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey)


# What a page may not say together with another of its facts, such as a month beside an hour of opening.
EITHER_OR = {"opening_month_only"}


def fill(instance: models.Model, **given: Any) -> models.Model:
    """Fill every field of an unsaved ``instance``, also its rows; ``given`` wins over what would be made."""
    for field in fields_to_fill(type(instance)):
        if field.name in given:
            setattr(instance, field.name, given[field.name])
        elif field.name in EITHER_OR:
            continue
        elif _is_child(field):
            setattr(instance, field.name, [_row(field.related_model, instance) for _ in range(2)])
        else:
            setattr(instance, field.name, value_of(field))
    return instance


def _row(model: type[models.Model], parent: models.Model) -> models.Model:
    locale = {"locale": parent.locale} if issubclass(model, TranslatableMixin) else {}
    return fill(model(**locale))


def value_of(field: models.Field) -> Any:
    """A valid value for one field, as different from its default as it can be."""
    name = field.name
    if isinstance(field, CodesField):
        return list(field.vocabulary.codes[:2])
    if field.choices:
        return next(code for code, _ in reversed(field.flatchoices) if code)
    makers = {
        StreamField: lambda: stream(field.stream_block),
        RichTextField: lambda: rich(name),
        models.SlugField: lambda: f"campo-{next(_numbers)}",
        models.EmailField: lambda: f"posta{next(_numbers)}@example.org",
        models.URLField: lambda: f"https://example.org/{name}/{next(_numbers)}",
        models.CharField: lambda: _pattern(field) or words(name, field.max_length),
        models.TextField: lambda: words(name, field.max_length),
        models.BooleanField: lambda: not field.default,
        models.DateTimeField: lambda: datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Rome")),
        models.DateField: lambda: date(2026, 3, 1),
        models.TimeField: lambda: time(9, next(_numbers) % 60),
        models.DecimalField: lambda: Decimal(next(_numbers) % 90),
        # A year where one is asked for; else small enough for a percentage.
        models.PositiveSmallIntegerField: lambda: (
            next(_numbers) % 90 + (1901 if field.name == "since" else 1)
        ),
        models.ForeignKey: lambda: related(field.related_model),
    }
    return _made(makers, field, f"field {field.model.__name__}.{name}")


def _made(makers: dict, kind: Any, what: str) -> Any:
    for known, make in makers.items():
        if isinstance(kind, known):
            return make()
    raise TypeError(
        f"tests/factories/filling.py does not know how to fill the {what}, a {type(kind).__name__}"
    )


def _pattern(field: models.Field) -> str:
    """The one text of a strict form that pages have is the CUP."""
    strict = any(type(one) is RegexValidator for one in field.validators)
    return "E12F23000000001" if strict else ""


def related(model: type[models.Model]) -> models.Model:
    """Something of ``model`` to point at."""
    number = next(_numbers)
    if model is Picture:
        return picture(f"immagine-{number}", size=(40, 30))
    if model is Attachment:
        return attachment(f"documento-{number}.txt")
    if model is Organisation:
        return Organisation.objects.create(name=f"Ente {number}", slug=f"ente-{number}")
    if model is Topic:
        return Topic.objects.create(name=f"Tema {number}", slug=f"tema-{number}")
    if issubclass(model, Page):
        return model.objects.filter(depth__gt=2).order_by("path").first()
    raise TypeError(f"tests/factories/filling.py has no {model.__name__} to point at")


def stream(block: blocks.StreamBlock) -> list[tuple[str, Any]]:
    """One child of each kind."""
    return [(name, block_value(child, name)) for name, child in block.child_blocks.items()]


def block_value(block: blocks.Block, name: str) -> Any:
    """A value for one block, with everything inside it."""
    longest = getattr(getattr(block, "field", None), "max_length", None)
    makers = {
        blocks.StructBlock: lambda: {key: block_value(one, key) for key, one in block.child_blocks.items()},
        blocks.StreamBlock: lambda: stream(block),
        blocks.ListBlock: lambda: [block_value(block.child_block, name) for _ in range(2)],
        blocks.RichTextBlock: lambda: rich(name),
        blocks.MultipleChoiceBlock: lambda: [code for code, _ in block.field.choices][-2:],
        blocks.ChoiceBlock: lambda: [code for code, _ in block.field.choices][-1],
        blocks.URLBlock: lambda: f"https://example.org/{name}/{next(_numbers)}",
        blocks.BooleanBlock: lambda: True,
        blocks.IntegerBlock: lambda: next(_numbers) % 90 + 1,
        blocks.DateBlock: lambda: date(2026, 3, 1),
        blocks.TimeBlock: lambda: time(10, next(_numbers) % 60),
        ImageChooserBlock: lambda: related(Picture),
        DocumentChooserBlock: lambda: related(Attachment),
        blocks.PageChooserBlock: lambda: Page.objects.filter(depth__gt=2).order_by("path").first(),
        (blocks.CharBlock, blocks.TextBlock): lambda: words(name, longest),
    }
    return _made(makers, block, f"block {name}")
