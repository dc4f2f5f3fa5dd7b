"""What wagtail-localize translates from was kept when a text was submitted. Its facts are made those of now,
or the next publication of a translation would bring the old ones back; its words wait for the translator.
"""

import json
from collections.abc import Iterable

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from wagtail_localize.models import TranslationSource

from .copy_facts import take
from .text_comparison import same_words
from .version_group import Follower

NOTHING_OF_ITS_OWN = Follower(instance=None, synchronised=True)


def renew_sources(versions: Iterable[models.Model]) -> None:
    """Of these versions of one page or snippet, as they are public now. A source whose words are those of now
    is up to date, and nobody is told that it is behind."""
    by_locale = {version.locale_id: version for version in versions}
    key = next(iter(by_locale.values())).translation_key
    for source in TranslationSource.objects.filter(object_id=key, locale__in=by_locale):
        _renew(source, by_locale[source.locale_id])


def _renew(source: TranslationSource, version: models.Model) -> None:
    instance = source.as_instance()
    if instance is None:  # it points to something that has been deleted
        return
    names = take(version, instance, NOTHING_OF_ITS_OWN, None)
    fields = []
    if names:
        data = instance.serializable_data()
        content = json.loads(source.content_json) | {name: data[name] for name in names}
        source.content_json = json.dumps(content, cls=DjangoJSONEncoder)
        fields.append("content_json")
    if same_words(version, instance):
        source.last_updated_at = timezone.now()
        fields.append("last_updated_at")
    if fields:
        source.save(update_fields=fields)
    if names:
        source.refresh_segments()
