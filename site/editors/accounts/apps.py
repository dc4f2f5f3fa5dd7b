from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "editors.accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from .role_names import use_translated_names  # needs the models

        use_translated_names()
