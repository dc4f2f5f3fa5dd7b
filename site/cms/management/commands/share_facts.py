"""Gives every version in another language the facts of the one that it follows."""

from django.core.management.base import BaseCommand
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from cms import cache_version
from cms.shared_facts.resync import share_facts


class Command(BaseCommand):
    help = (
        "Gives every translation the days, amounts and other facts of the live page or snippet that it "
        "follows, and says which of them said something else."
    )

    def handle(self, *args, **options):
        models = (*get_page_models(), *get_snippet_models())
        with cache_version.bump_once():
            changed = [one for model in models for one in share_facts(model)]
        for one in changed:
            self.stdout.write(f"{one._meta.verbose_name} {one.pk} ({one.locale.language_code}): {one}")
        self.stdout.write(f"{len(changed)} changed.")
