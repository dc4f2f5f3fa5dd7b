from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home and standard pages")

    def ready(self):
        from search import section_offers

        from . import signals
        from .glossary_answer import term_answer

        signals.connect()
        section_offers.register("glossary", term_answer)
