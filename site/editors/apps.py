from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorsConfig(AppConfig):
    name = "editors"
    verbose_name = _("Editors’ tools")

    def ready(self):
        from . import root_names, wagtail_labels

        wagtail_labels.use_translated_labels()
        root_names.use_translated_names()
