from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    verbose_name = _("Shared content")

    def ready(self):
        from . import signals

        signals.connect()
