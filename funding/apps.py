from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class FundingConfig(AppConfig):
    name = "funding"
    verbose_name = _("Funding")

    def ready(self):
        from django_tasks.signals import task_finished

        from search import presenters, section_offers

        from .catalogue.facets import check_facets
        from .catalogue.finder.search_offer import finder_offer
        from .editors import written_amounts
        from .imports.tasks import end_given_up
        from .presentation.badges import badge_of_hit, change_of_hit

        presenters.register("funding", badge_of_hit, change_of_hit)
        section_offers.register("funding", finder_offer)
        register(check_facets)
        task_finished.connect(end_given_up, dispatch_uid="import-given-up")
        written_amounts.install()
