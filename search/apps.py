from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from . import checks  # noqa: F401
        from .engines import index_damaged
        from .index import repair, signals

        signals.connect()
        index_damaged.connect(repair.on_damage, dispatch_uid="search_repair")
