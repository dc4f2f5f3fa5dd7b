"""Which external addresses live pages link to."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urlsplit

from django.apps import apps
from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site

MAX_ADDRESS_LENGTH = 2000
BATCH = 100


def links_by_page() -> Iterator[tuple[int, set[str]]]:
    """The number of each live page, and its external addresses."""
    own = {name.lower() for name in Site.objects.values_list("hostname", flat=True)}
    for model in apps.get_models():
        fields = _fields(model) if issubclass(model, Page) else []
        if fields:
            for page in model.objects.filter(live=True).iterator(BATCH):
                found = {link for field in fields for link in _in_field(field, page)}
                yield page.pk, {link for link in found if urlsplit(link).hostname not in own}


def _fields(model: type[Page]) -> list[models.Field]:
    kinds = (models.URLField, StreamField, RichTextField)
    return [field for field in model._meta.concrete_fields if isinstance(field, kinds)]


def _in_field(field: models.Field, page: Page) -> Iterator[str]:
    value = getattr(page, field.attname)
    if isinstance(field, StreamField):
        # As it is stored: so that blocks of every kind are read alike, and nothing is asked for.
        value = value.get_prep_value() if value else None
    yield from _in_value(value)


def _in_value(value: Any) -> Iterator[str]:
    """Addresses in data of any depth: texts that are one, and markup that has some."""
    if isinstance(value, dict):
        yield from _in_values(value.values())
    elif isinstance(value, list | tuple):
        yield from _in_values(value)
    elif isinstance(value, str):
        found = _Anchors(value).found if "<a" in value else [value]
        yield from (link for link in map(_external, found) if link)


def _in_values(values) -> Iterator[str]:
    for value in values:
        yield from _in_value(value)


def _external(text: str) -> str:
    """The address without its fragment; empty for what is none."""
    text = text.strip()
    if (
        not text.lower().startswith(("http://", "https://"))
        or len(text) > MAX_ADDRESS_LENGTH
        or len(text.split()) != 1
    ):
        return ""
    try:
        parts = urlsplit(text)
        valid = bool(parts.hostname and parts.port != 0)
    except ValueError:
        return ""
    return urldefrag(text).url if valid else ""


class _Anchors(HTMLParser):
    """The targets of the links in rich text; those to our own pages and documents have none."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "a" and (target := dict(attrs).get("href")):
            self.found.append(target)
