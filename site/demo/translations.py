"""English and further languages through wagtail-localize's own translation sources.

So an editor finds every text paired with its translation, and goes on from there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import models
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue, validate_translation_links

from translation import addresses

from .sources import source_of
from .values import ContentPath


def pair(source: models.Model, twin: models.Model, location: ContentPath) -> TranslationSource:
    """Note every text of ``twin``, an unsaved translation, beside that of ``source``.

    Raises ``ContentError`` where the two do not have the same texts in the same places.
    """
    origin = TranslationSource.objects.get_for_instance_or_none(source) or source_of(source)
    translation = Translation.objects.create(source=origin, target_locale=twin.locale)
    addresses.keep(translation, twin, user=None)
    segments = origin.stringsegment_set.select_related("context", "string").order_by("order")
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=twin.locale,
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for segment, text in _pairs(segments, source, twin, location)
    )
    return origin


def publish(origin: TranslationSource, locale: Locale) -> None:
    """Let wagtail-localize make the translation of what is noted, and publish it.

    A page is published here and now, where localize would wait for the commit: all of the content appears,
    or none of it.
    """
    is_page = issubclass(origin.specific_content_type.model_class(), Page)
    result, _ = origin.create_or_update_translation(locale, publish=not is_page, fallback=False)
    if is_page:
        result.get_latest_revision().publish()


def _pairs(
    segments: Iterable[StringSegment], source: models.Model, translated: models.Model, location: ContentPath
) -> Iterator[tuple[StringSegment, str]]:
    """Each segment with its translation: those of one path in their order."""
    ours, theirs = extract_segments(source), extract_segments(translated)
    _compare_templates(
        source, _by_path(ours, TemplateSegmentValue), _by_path(theirs, TemplateSegmentValue), location
    )
    our_texts, their_texts = _by_path(ours, StringSegmentValue), _by_path(theirs, StringSegmentValue)
    stored = defaultdict(list)
    for segment in segments:
        stored[segment.context.path].append(segment)
    for path in stored | their_texts:
        here = _location(source, path, location)
        mine, other = our_texts.get(path, []), their_texts.get(path, [])
        if len(mine) != len(other):
            raise here.error(f"{len(mine)} texts in the source, {len(other)} here")
        seen = set()
        for segment, text, translation in zip(stored[path], mine, other, strict=True):
            # The same words twice in one place have one translation in wagtail-localize: the first.
            if segment.string_id not in seen:
                seen.add(segment.string_id)
                yield segment, _with_source_links(text, translation, here)


def _compare_templates(source: models.Model, ours: dict, theirs: dict, location: ContentPath) -> None:
    for path, (mine,) in ours.items():
        for other in theirs.get(path, ()):
            if mine.template != other.template:
                counts = f"{mine.string_count} texts there, {other.string_count} here"
                message = f"paragraphs, lists and lines all in bold must be those of the source ({counts})"
                raise _location(source, path, location).error(message)


def _with_source_links(source: StringSegmentValue, other: StringSegmentValue, location: ContentPath) -> str:
    """The translated text, its links numbered as the source numbers them."""
    ids = {str(sorted(attrs.items())): number for number, attrs in (source.attrs or {}).items()}
    text = other.string.data
    for number, attrs in (other.attrs or {}).items():
        target = ids.get(str(sorted(attrs.items())))
        if target is None:
            raise location.error(
                f"the link to {attrs.get('href', 'a page')} is not in the source's paragraph"
            )
        text = text.replace(f'id="{number}"', f'id="\0{target}"')
    text = text.replace("\0", "")
    StringValue.from_translated_html(text)
    validate_translation_links(source.string.data, text)
    return text


def _by_path(segments: list, kind: type) -> dict[str, list]:
    found = defaultdict(list)
    for segment in segments:
        if isinstance(segment, kind):
            found[segment.path].append(segment)
    return found


def _location(source: models.Model, path: str, location: ContentPath) -> ContentPath:
    """A segment's path, which holds ids, as an author counts: "body[3].items[1].answer"."""
    name, *steps = path.split(".")
    location = location / name
    value = getattr(source, name)
    value = value.get_prep_value() if steps and hasattr(value, "get_prep_value") else None
    for step in steps:
        if isinstance(value, list):
            number = next(n for n, item in enumerate(value) if item["id"] == step)
            location, value = location / number, value[number]["value"]
        elif isinstance(value, dict):
            location, value = location / step, value[step]
    return location
