"""Pages and snippets with a version in English, synchronised or by hand."""

from datetime import date

import pytest
from wagtail_localize.models import Translation

from tests.factories import pages
from tests.funding.conftest import make_sheet, ministry, today  # noqa: F401
from tests.translation.conftest import admin, submit  # noqa: F401

OLD, NEW = date(2026, 12, 3), date(2026, 12, 17)


@pytest.fixture
def synchronised(admin, submit, django_capture_on_commit_callbacks):  # noqa: F811
    """Gives something its English version as a translator does, published."""

    def synchronised(source):
        translation = submit(source)
        with django_capture_on_commit_callbacks(execute=True):
            translation.save_target(publish=True)
        return anew(translation.get_target_instance())

    return synchronised


@pytest.fixture
def by_hand(tree):
    """Gives a page an English version that no translator's editor knows of."""
    return lambda source, **fields: pages.translate(source, tree.english.locale, **fields)


@pytest.fixture
def stopped(synchronised):
    """Gives something a synchronised version, which is then written by hand."""

    def stopped(source):
        version = synchronised(source)
        Translation.objects.filter(source__object_id=source.translation_key).update(enabled=False)
        return version

    return stopped


def anew(instance):
    """As the database has it."""
    return type(instance)._default_manager.get(pk=instance.pk)


def publish(instance, **fields):
    """As an editor does: the newest version, changed and published."""
    draft = anew(instance).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return anew(instance)


@pytest.fixture
def call(make_sheet):  # noqa: F811
    sheet = make_sheet(title="Bando cori", slug="cori", closes_on=OLD, summary="Per cori.")
    return publish(sheet)


def says(version, day=NEW) -> bool:
    """Row, latest version and what would be published next."""
    row = anew(version)
    return (row.closes_on, row.get_latest_revision().content["closes_on"]) == (day, day.isoformat())
