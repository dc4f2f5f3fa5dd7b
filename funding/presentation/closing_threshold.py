"""How near a deadline must be to count as closing, as the site's administrators set it."""

from cms.models import PortalSettings


def closing_days() -> int:
    """Days; read once, and again after any change of the settings."""
    return PortalSettings.of_site().closing_days
