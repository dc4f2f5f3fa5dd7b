"""Whole addresses, for feeds, calendars and data that are read away from the site."""

from django.conf import settings


def absolute(url: str | None) -> str:
    """``url`` with the site's own scheme and host in front, unless it has its own."""
    if not url or url.startswith(("http://", "https://")):
        return url or ""
    return settings.BASE_URL.rstrip("/") + url
