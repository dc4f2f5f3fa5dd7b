from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    verbose_name = _("Shared content")

    def ready(self):
        from . import parents, root_names, signals, wagtail_labels, writtendays, writtennumbers
        from .checks import no_field_hides_the_form

        register(no_field_hides_the_form, Tags.models)
        writtendays.install()
        writtennumbers.install()
        signals.connect()
        parents.connect()
        wagtail_labels.use_translated_labels()
        root_names.use_translated_names()
