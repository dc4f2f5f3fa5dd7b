from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "editors.backups"
    label = "backups"
