"""How near a deadline must be to count as closing, as the site's administrators set it."""

from portal.core import generation
from portal.core.models import PortalSettings

from .status import CLOSING_DAYS


def closing_days() -> int:
    """Days; read once, and again after any change of the settings."""
    return generation.remember("closing-days", _read)


def _read() -> int:
    days = PortalSettings.objects.order_by("-site__is_default_site").values_list("closing_days", flat=True)
    return days.first() or CLOSING_DAYS
