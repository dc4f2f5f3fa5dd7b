from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RedirectsConfig(AppConfig):
    name = "delivery.redirects"
    label = "portal_redirects"
    verbose_name = _("Redirects")

    def ready(self):
        from . import automatic, forms

        automatic.connect()
        forms.put_in_place()
