from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "editors.accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from . import role_names, sessions, workflow_names, workflow_rights  # need the models

        role_names.use_translated_names()
        sessions.connect()
        workflow_rights.put_in_place()
        workflow_names.use_translated_names()
