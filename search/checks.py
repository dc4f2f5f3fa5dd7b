"""What can be known of the search's settings without asking anybody."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register

from .engines import get_engine
from .engines.base import Misconfigured


@register
def check_settings(app_configs, **kwargs) -> list[Error]:
    """One clear line at every start for an address that cannot be read or certificates that are not there."""
    errors = []
    if settings.ELASTICSEARCH_CA and not Path(settings.ELASTICSEARCH_CA).is_file():
        hint = "Give the file of certificates that sign the cluster's own, or leave it out."
        errors.append(
            Error(f"ELASTICSEARCH_CA: there is no file {settings.ELASTICSEARCH_CA}.", hint, id="search.E001")
        )
    try:
        get_engine()
    except Misconfigured as reason:
        errors.append(
            Error(str(reason), "Without ELASTICSEARCH_URL the embedded engine answers.", id="search.E002")
        )
    return errors
