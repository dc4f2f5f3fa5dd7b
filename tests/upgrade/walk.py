"""``python -m tests.upgrade.walk``: migrate the site of ``DATA_DIR`` and tell as JSON what it holds.

In a process of its own, because the database and the language of the interface belong to the settings.
"""

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    told = {"counts": _counts(), "versions": _versions(), "addresses": _addresses(), "story": _story()}
    told |= {"changed": _changed_statuses(), "loop": _status_of("/it/anello/"), "news": _news()}
    told["synonyms"] = _synonyms()
    json.dump(told, sys.stdout)


def _counts() -> dict[str, int]:
    """Rows by table."""
    from django.apps import apps

    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model._default_manager.count() for model in models if model._meta.managed}


def _versions() -> dict[str, int]:
    """How many revisions can be read as an object, by type; one that cannot raises."""
    from wagtail.models import Revision

    read: dict[str, int] = {}
    for revision in Revision.objects.select_related("content_type"):
        revision.as_object()
        read[revision.content_type.model] = read.get(revision.content_type.model, 0) + 1
    return read


def _addresses() -> dict[str, int]:
    """The status of every live page's own address, as a stranger gets it."""
    from django.conf import settings
    from django.test import Client
    from wagtail.models import Page

    settings.ALLOWED_HOSTS = ["*"]
    client = Client(headers={"host": "127.0.0.1:8000"})
    addresses = [page.get_url() for page in Page.objects.filter(live=True, depth__gt=1).order_by("path")]
    return {address: client.get(address).status_code for address in addresses}


def _status_of(address: str) -> int:
    from django.test import Client

    return Client(headers={"host": "127.0.0.1:8000"}).get(address).status_code


def _news() -> str:
    """The list of news, as a stranger reads it."""
    from django.test import Client

    return Client(headers={"host": "127.0.0.1:8000"}).get("/it/notizie/").content.decode()


def _changed_statuses() -> list[str]:
    """The sheets of which the upgrade says that their status is another one now."""
    from funding.models import FundingSheetPage

    reviewed = FundingSheetPage.objects.filter(status_review__isnull=False)
    return list(reviewed.order_by("title").values_list("title", flat=True))


def _synonyms() -> list[list]:
    """The language, the terms and the direction of each list."""
    from search.models import SynonymGroup

    return [[one.language, list(one.words), one.one_way] for one in SynonymGroup.objects.all()]


def _story() -> dict[str, list[str]]:
    """What one story says in its versions and in its translation, in order of writing."""
    from wagtail_localize.models import StringTranslation

    from stories.models import StoryPage

    source = StoryPage.objects.get(slug="cooperativa-di-prova", locale__language_code="it")
    target = StoryPage.objects.get(translation_key=source.translation_key, locale__language_code="en")
    kept = StringTranslation.objects.filter(context__object_id=source.translation_key).order_by(
        "context__path"
    )
    return {
        "live": [source.solution, target.solution],
        "versions": [version.as_object().solution for version in source.revisions.order_by("pk")],
        "translated": list(kept.values_list("context__path", "data")),
    }


if __name__ == "__main__":
    main()
