"""The address of a page was a text to translate. What translators wrote stays; nobody is asked for the rest."""

import json

from django.db import migrations
from django.utils.text import slugify

PATH = "slug"


def make_addresses(apps, schema_editor):
    """Texts become choices that a translator may make; the library has a model for each."""

    def model(name):
        return apps.get_model("wagtail_localize", name).objects

    texts = model("StringTranslation").filter(context__path=PATH)
    for text in texts.select_related("context", "locale"):
        if address := slugify(text.data):
            model("SegmentOverride").get_or_create(
                context=text.context,
                locale=text.locale,
                defaults={"data_json": json.dumps(address), "last_translated_by_id": text.last_translated_by_id},
            )
    segments = model("StringSegment").filter(context__path=PATH)
    for segment in segments.select_related("string"):
        model("OverridableSegment").get_or_create(
            source_id=segment.source_id,
            context_id=segment.context_id,
            defaults={"order": segment.order, "data_json": json.dumps(segment.string.data)},
        )
    segments.delete()
    texts.delete()


class Migration(migrations.Migration):
    dependencies = [("wagtail_localize", "0016_rename_page_revision_translationlog_revision")]
    operations = [migrations.RunPython(make_addresses, migrations.RunPython.noop)]
