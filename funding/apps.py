from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundingConfig(AppConfig):
    name = "funding"
    verbose_name = _("Funding")

    def ready(self):
        from search import presenters

        from .editors import written_amounts
        from .presentation.badges import badge_of_hit, change_of_hit

        presenters.register("funding", badge_of_hit, change_of_hit)
        written_amounts.install()
