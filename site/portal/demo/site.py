"""The empty site that a fresh database brings becomes ours."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from portal.core.models import PortalSettings


def clear_the_ground() -> Page:
    """Make the languages of the settings, remove Wagtail's welcome page; returns the root of the tree."""
    for language, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=language)
    for page in Page.objects.filter(depth=2, title="Welcome to your new Wagtail site!"):
        Site.objects.filter(root_page=page).delete()
        page.delete()
    return Page.get_first_root_node()


def open_site(home: Page) -> Site:
    """The default site, with the Italian home as its root, and its settings."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.hostname, site.port = _address()
    site.full_clean()
    site.save()
    PortalSettings.for_site(site)
    return site


def follow_address(home: Page) -> None:
    """The next run may serve on another port: addresses that the site writes out follow it."""
    hostname, port = _address()
    for site in Site.objects.filter(root_page=home).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()


def _address() -> tuple[str, int]:
    address = urlsplit(settings.BASE_URL)
    return address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80)
