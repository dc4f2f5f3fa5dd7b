from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    # The label of the first releases: tables, permissions and migrations are called by it.
    label = "core"
    verbose_name = _("Shared content")

    def ready(self):
        from .admin import day_ranges
        from .cache_version import CacheVersion
        from .checks import no_field_hides_the_form
        from .formats import spreadsheets
        from .forms import (
            parents,
            written_days,
            written_lengths,
            written_links,
            written_numbers,
            written_slugs,
        )
        from .page_types import check_page_types

        self.cache_version = CacheVersion()
        register(no_field_hides_the_form, Tags.models)
        register(check_page_types, Tags.models)
        written_days.install()
        written_numbers.install()
        written_lengths.install()
        written_links.install()
        written_slugs.install()
        parents.connect()
        day_ranges.install()
        spreadsheets.export_in_site_time()
