"""What somebody may work on, from the permissions that Wagtail reads once for each request."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import cache_version
from cms.admin.working_languages import POLICY, changing


def changeable(user, model: type[Page] = Page) -> QuerySet:
    """The pages of ``model`` that ``user`` may change."""
    return PagePermissionPolicy(model).instances_user_has_permission_for(user, "change")


def may_change_any(user) -> bool:
    return POLICY.user_has_permission(user, "change")


def may_change_below(user, paths: Iterable[str]) -> bool:
    """Whether ``user`` may change pages somewhere in the branches of the tree that begin at ``paths``."""
    if user.is_superuser:
        return user.is_active
    own = [one.page.path for one in changing(user)]
    return any(path.startswith(mine) or mine.startswith(path) for path in paths for mine in own)


def languages(user) -> list[Locale]:
    """The languages in which ``user`` may change pages."""
    if user.is_superuser:
        return locales()
    own = {one.page.locale_id for one in changing(user)}
    return [locale for locale in locales() if locale.pk in own]


def publishes_in_several_languages(user) -> bool:
    return POLICY.user_has_permission(user, "publish") and len(languages(user)) > 1


def locales() -> list[Locale]:
    """All languages of the site, the source first."""
    return cache_version.memoize("desk-locales", _read_locales)


def source_locale() -> Locale | None:
    """The language that texts are written in first."""
    return next((each for each in locales() if each.language_code == settings.LANGUAGE_CODE), None)


def _read_locales() -> list[Locale]:
    found = Locale.objects.all()
    return sorted(found, key=lambda each: (each.language_code != settings.LANGUAGE_CODE, each.language_code))
