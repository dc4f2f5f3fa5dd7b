from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "delivery"
    verbose_name = _("Delivery of pages")

    def ready(self):
        from . import cache_invalidation

        cache_invalidation.connect()
