from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News, events and projects")

    def ready(self):
        from search import presenters

        from .event_badges import badge_of_hit, change_of_hit, word_of_hit

        presenters.register("event", badge_of_hit, change_of_hit, word_of_hit)
