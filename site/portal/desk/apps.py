from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "portal.desk"
    verbose_name = _("Editors’ desk")

    def ready(self):
        from . import deletions

        deletions.connect()
