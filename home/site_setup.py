"""The empty site that a fresh database brings becomes ours."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from cms.models import PortalSettings
from cms.page_types import sections

from .models import HomePage


@transaction.atomic
def open_empty_site() -> bool:
    """A live home page and empty sections in every language; False where there is a home page already."""
    if HomePage.objects.exists():
        return False
    root = remove_welcome_page()
    pages: dict[str, Page] = {}
    for language, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        with override(language):
            name = settings.WAGTAIL_SITE_NAME
            home = _add(pages, HomePage, root, language, name, f"home-{language}", headline=name)
            for model in sections():
                title, address = _(model.section_title), _(model.section_address)
                _add(pages, model, home, language, title, address.strip("/"))
            if language == settings.LANGUAGE_CODE:
                open_site(home)
    return True


def _add(
    pages: dict, model: type[Page], parent: Page, language: str, title: str, slug: str, **fields
) -> Page:
    """A page as the translation of the one of the same kind that is there already."""
    page = model(title=title, slug=slug, locale=Locale.objects.get(language_code=language), **fields)
    page.translation_key = pages.setdefault(model, page).translation_key
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def remove_welcome_page() -> Page:
    """Make the languages of the settings, remove Wagtail's welcome page; returns the root of the tree."""
    for language, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
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
    PortalSettings.objects.get_or_create(site=site)
    return site


def sync_hostname(home: Page) -> None:
    """The next run may serve on another port: addresses that the site writes out follow it."""
    hostname, port = _address()
    for site in Site.objects.filter(root_page=home).exclude(hostname=hostname, port=port):
        site.hostname, site.port = hostname, port
        site.save()


def _address() -> tuple[str, int]:
    address = urlsplit(settings.BASE_URL)
    return address.hostname or "localhost", address.port or (443 if address.scheme == "https" else 80)
