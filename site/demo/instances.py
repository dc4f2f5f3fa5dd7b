"""From the data of one file to a model instance, through the model's own validation."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils import timezone, translation
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from cms.fields import CodesField
from cms.models import Organisation, PageParty, PageTopic, RelatedPage, Topic
from media.weave_patterns import pattern_for

from .content import SNIPPETS, ContentFile
from .overlay import overlay
from .values import ContentPath, Raw, check_stream, day_from, stable_id

RELATIONS = ("topics", "related", "parties", "picks")
NOT_FIELDS = {"type", "parent", "picture", *RELATIONS}


@dataclass
class InstanceFactory:
    """Fills instances. ``pages`` grows as pages are made; a link forward is empty until its page is there.

    ``today`` is the day from which examples count theirs, in every language the same.
    """

    locales: Mapping[str, Locale]
    source_language: str
    known: frozenset[str]
    pages: dict[str, Page] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    today: date = field(default_factory=timezone.localdate)

    def data(self, entry: ContentFile, language: str) -> tuple[Mapping[str, Any], ContentPath]:
        """What the file of ``language`` says, laid over the source's."""
        path = ContentPath(entry.file(language), entry.key)
        if language == self.source_language:
            return entry.source, path
        return overlay(entry.model, entry.source, entry.translations[language], path), path

    def new(self, entry: ContentFile, language: str) -> models.Model:
        """An unsaved instance, with what only the database can give (links to other pages) still missing."""
        instance = entry.model()
        if hasattr(instance, "translation_key"):
            instance.translation_key = stable_id(entry.key)
            instance.locale = self.locales[language]
        if entry.section in SNIPPETS:
            instance.slug = entry.name
        self.fill(instance, entry, language)
        return instance

    def fill(self, instance: models.Model, entry: ContentFile, language: str) -> None:
        """Set every field that the file names."""
        data, path = self.data(entry, language)
        for name, value in data.items():
            if name not in NOT_FIELDS:
                self._set(instance, name, value, path / name)
        if entry.has_picture:
            with translation.override(language):
                instance.picture_alt = pattern_for(entry.key).describe()

    def validate_streams(self, instance: models.Model, entry: ContentFile, language: str) -> None:
        """Validate the blocks as the editor's form does, once all links lead somewhere."""
        path = ContentPath(entry.file(language), entry.key)
        for model_field in instance._meta.get_fields():
            if isinstance(model_field, StreamField):
                value = getattr(instance, model_field.name)
                check_stream(model_field.stream_block, value, path / model_field.name)

    def link(self, page: Page, entry: ContentFile) -> None:
        """Set what joins the page of the source's language to others: topics, parties, pages."""
        path = ContentPath(entry.file(self.source_language), entry.key)
        source = entry.source
        page.topic_links = [
            PageTopic(
                topic=_find(self.topics, name, path / "topics"),
                locale=page.locale,
                translation_key=stable_id(entry.key, "topics", name),
                sort_order=n,
            )
            for n, name in enumerate(source.get("topics", ()))
        ]
        page.related_links = [
            RelatedPage(target=self.page(key, path / "related"), sort_order=n)
            for n, key in enumerate(source.get("related", ()))
        ]
        page.parties = [
            PageParty(
                organisation=_find(self.organisations, party["organisation"], path / "parties" / n),
                role=party["role"],
                sort_order=n,
            )
            for n, party in enumerate(source.get("parties", ()))
        ]
        if "picks" in source:
            pick = entry.model._meta.get_field("picks").related_model
            page.picks = [
                pick(section=one["section"], page=self.page(one["page"], path / "picks" / n), sort_order=n)
                for n, one in enumerate(source["picks"])
            ]

    def page(self, key: str, path: ContentPath) -> Page | None:
        """The page of a key: None while it is still to be made; an error where there is no such page."""
        if key not in self.known:
            raise path.error(f"“{key}” is not there")
        return self.pages.get(key)

    def _set(self, instance: models.Model, name: str, value: Any, path: ContentPath) -> None:
        try:
            model_field = instance._meta.get_field(name)
        except FieldDoesNotExist:
            raise path.error(f"{type(instance).__name__} has no such field") from None
        raw = Raw(lambda key, at: getattr(self.page(key, at), "pk", None), self.today)
        if value is None:
            raise path.error("empty: leave it out")
        if isinstance(model_field, StreamField):
            value = model_field.to_python(raw.value(model_field.stream_block, value, path))
        elif isinstance(model_field, RichTextField):
            value = raw.rich_text(value, path)
        elif isinstance(model_field, models.ForeignKey):
            value = self._related(model_field.related_model, value, path)
        elif isinstance(model_field, models.DateField):
            value = _converted(model_field, day_from(value, self.today), path)
        elif isinstance(model_field, models.CharField | models.TextField) and not isinstance(value, str):
            raise path.error(f"text is expected: put {value} in quotes")
        elif isinstance(model_field, CodesField) and not isinstance(value, list):
            raise path.error("a list of codes is expected")
        else:
            value = _converted(model_field, value, path)
        setattr(instance, name, value)

    def _related(self, model: type[models.Model], value: str, path: ContentPath) -> models.Model | None:
        if model is Organisation:
            return _find(self.organisations, value, path)
        if issubclass(model, Page):
            return self.page(value, path)
        raise path.error("cannot be set from a file")


@contextmanager
def report_errors(entry: ContentFile, language: str) -> Iterator[None]:
    """Turns what the model refuses into a ``ContentError`` that names the file and the field."""
    try:
        yield
    except ValidationError as error:
        path = ContentPath(entry.file(language), entry.key)
        name, errors = next(iter(error.error_dict.items()))
        messages = [message for one in errors for message in one.messages]
        raise (path / name).error("; ".join(messages)) from error


def _converted(model_field: models.Field, value: Any, path: ContentPath) -> Any:
    """The day, the hour or the amount that a plain value stands for."""
    try:
        return model_field.to_python(value)
    except ValidationError as error:
        raise path.error("; ".join(error.messages)) from error


def _find(known: Mapping[str, models.Model], name: str, path: ContentPath) -> Any:
    try:
        return known[name]
    except KeyError:
        raise path.error(f"“{name}” is not there") from None
