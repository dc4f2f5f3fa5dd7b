"""Beside a translated text stands when it was translated, in the reader's language."""

import pytest
from django.utils.translation import override
from wagtail_localize.models import String, StringTranslation

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "day"), [("it", "26 novembre 2026"), ("en", "26 November 2026")])
def test_the_day_is_written_as_the_reader_writes_it(tree, submit, time_machine, language, day):
    time_machine.move_to("2026-11-26 10:00:00+01:00", tick=False)
    translation = submit(pages.article(tree.news, title="Concerto"))
    text = String.objects.get(data="Concerto")
    context = translation.source.stringsegment_set.get(string=text).context
    done = StringTranslation.objects.create(
        translation_of=text, context=context, locale=tree.english.locale, data="Concert", tool_name="PO File"
    )
    with override(language):
        assert done.get_comment().endswith(day)
