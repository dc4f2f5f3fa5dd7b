from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    name = "editors.dashboard"
    label = "dashboard"
    verbose_name = _("Editors’ dashboard")

    def ready(self):
        from .. import deletion_log

        deletion_log.connect()
